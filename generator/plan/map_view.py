"""The view of the site's maps: the smallest frame that has every place and something around it."""

from collections.abc import Iterable, Sequence
from math import cos, hypot, radians
from typing import NamedTuple

from msgspec.structs import replace

from generator.model.countries import EXTENTS
from generator.model.map_view import MapView
from generator.model.place import PlacePrecision
from generator.model.projection import FAR, HALF_WORLD, KM, Projection, distance, wrapped
from generator.model.published import PublishedPlace

# How far around a place of that precision events may have happened, in kilometres.
REACH = {
    PlacePrecision.EXACT: 0.0,
    PlacePrecision.SETTLEMENT: 0.0,
    PlacePrecision.DISTRICT: 20.0,
    PlacePrecision.REGION: 75.0,
    PlacePrecision.COUNTRY: 250.0,
}
ASPECT = 1.5  # width to height
LEAST_KM = 900.0  # a frame is at least that wide, so that a reader sees where in the world it is
MARGIN = 0.07  # of the frame's width and height, on each side
REGIONAL = 55.0  # degrees from the centre to the farthest place of a regional map
HALF = 180.0  # degrees
KM_A_DEGREE = 111.2


class Extent(NamedTuple):
    """A box in degrees; east is not less than west, and may be beyond 180."""

    west: float
    south: float
    east: float
    north: float


def view_of(places: Iterable[PublishedPlace]) -> MapView | None:
    """Return the view of these places; None when none of them has coordinates."""
    located = [place for place in places if place.lat is not None and place.lon is not None]
    if not located:
        return None
    countries = sorted({place.country for place in located} & EXTENTS.keys())
    areas = sorted({place.country for place in located if shape_is_known(place)})
    view = fitted([extent_of(place) for place in located], tuple(countries))
    return replace(view, areas=tuple(areas))


def extent_of(place: PublishedPlace) -> Extent:
    """Return the box in which the place's events happened."""
    if shape_is_known(place):
        return Extent(*EXTENTS[place.country])
    lat, lon = place.lat or 0.0, place.lon or 0.0
    high = REACH[place.precision] / KM_A_DEGREE
    wide = high / max(0.1, cos(radians(lat)))
    return Extent(lon - wide, max(-90.0, lat - high), lon + wide, min(90.0, lat + high))


def fitted(extents: Sequence[Extent], countries: tuple[str, ...] = ()) -> MapView:
    """Return the view that has all of these boxes."""
    west, east = narrowest(extents)
    south, north = min(box.south for box in extents), max(box.north for box in extents)
    lat, lon = round((south + north) / 2, 1), round(wrapped((west + east) / 2), 1)
    outline = [point for box in extents for point in outline_of(box)]
    if max(distance(lat, lon, *point) for point in outline) <= REGIONAL:
        projection = Projection(lat, lon)
        points = [projection.project(*point) for point in outline]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        view = framed(projection, (min(xs), min(ys), max(xs), max(ys)), countries)
        if is_near(view):
            return view
    return whole_world(Projection(0.0, lon, is_world=True), countries)


def is_near(view: MapView) -> bool:
    """Return whether the projection still tells apart what is in the frame's corners."""
    across, down = view.left + view.width, view.top - view.height
    return all(hypot(x, y) <= FAR for x in (view.left, across) for y in (view.top, down))


def narrowest(extents: Sequence[Extent]) -> tuple[float, float]:
    """Return west and east of the narrowest span that has all boxes, across 180 if need be.

    What spans more than half of the world is shown as atlases do, from 180 to 180.
    """
    boxes = sorted((box.west % 360, box.east - box.west) for box in extents)
    reached = max(west + wide - 360 for west, wide in boxes)
    reached = max(reached, sum(boxes[0]))
    span, west, east = 360.0, -180.0, 180.0
    for start, wide in [*boxes[1:], (boxes[0][0] + 360, 0.0)]:
        if 360 - (start - reached) < span:
            span, west, east = 360 - (start - reached), start - 360, reached
        reached = max(reached, start + wide)
    return (west, east) if span <= HALF else (-180.0, 180.0)


def outline_of(box: Extent) -> list[tuple[float, float]]:
    """Return points around a box; one where it is no more than that."""
    if box.west == box.east and box.south == box.north:
        return [(box.south, box.west)]
    steps = [step / 6 for step in range(7)]
    lats = [box.south + (box.north - box.south) * step for step in steps]
    lons = [box.west + (box.east - box.west) * step for step in steps]
    sides = [(lat, lon) for lat in lats for lon in (box.west, box.east)]
    return sides + [(lat, lon) for lon in lons for lat in (box.south, box.north)]


def framed(
    projection: Projection, box: tuple[float, float, float, float], countries: tuple[str, ...]
) -> MapView:
    """Return the frame around a box of the plane, with a margin, of the maps' aspect."""
    left, bottom, right, top = box
    width = max(right - left, LEAST_KM / KM) / (1 - 2 * MARGIN)
    height = (top - bottom) / (1 - 2 * MARGIN)
    middle, centre = (left + right) / 2, (bottom + top) / 2
    if width / ASPECT < height:
        width = height * ASPECT
    return MapView(
        projection,
        left=round(middle - width / 2, 5),
        top=round(centre + width / ASPECT / 2, 5),
        width=round(width, 5),
        height=round(width / ASPECT, 5),
        countries=countries,
    )


def whole_world(projection: Projection, countries: tuple[str, ...]) -> MapView:
    """Return the frame of the whole world."""
    half_width, half_height = HALF_WORLD
    return MapView(
        projection,
        left=round(-half_width * 1.04, 5),
        top=round(half_height * 1.06, 5),
        width=round(half_width * 2.08, 5),
        height=round(half_height * 2.12, 5),
        countries=countries,
    )


def shape_is_known(place: PublishedPlace) -> bool:
    """Return whether the place is a country that the map shows in its own shape."""
    return place.precision is PlacePrecision.COUNTRY and place.country in EXTENTS
