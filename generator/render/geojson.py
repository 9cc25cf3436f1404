"""GeoJSON: events as features where they happened (RFC 7946)."""

from generator.model.published import PublishedEvent, PublishedPlace
from generator.render.links import permalink
from generator.render.records import Record, Value, moment_record


def feature_record(event: PublishedEvent, base_url: str) -> Record:
    """Return an event as a feature; its geometry is null where no coordinates are known.

    Positions are longitude, then latitude, rounded as `precision_m` says, in metres; where an
    event has several places, that is the coarsest of theirs.
    """
    located = [place for place in event.places if None not in {place.lat, place.lon}]
    precisions = (place.precision for place in located)
    coarsest = max(precisions, key=lambda each: each.metres, default=None)
    properties: Record = {
        "title": event.title,
        "date": moment_record(event.when),
        "category": event.category.category.id,
        "summary": event.summary,
        "places": [place.name for place in event.places],
        "precision": coarsest and coarsest.value,
        "precision_m": coarsest and coarsest.metres,
        "content_note": event.content_note or None,
        "path": event.path,
        "url": permalink(event.path, base_url) or None,
    }
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": geometry_of(located),
        "properties": properties,
    }


def geometry_of(located: list[PublishedPlace]) -> Record | None:
    """Return a point, or points where there are several places; None where there is none."""
    positions: list[Value] = [[place.lon, place.lat] for place in located]
    if not positions:
        return None
    if len(positions) == 1:
        return {"type": "Point", "coordinates": positions[0]}
    return {"type": "MultiPoint", "coordinates": positions}
