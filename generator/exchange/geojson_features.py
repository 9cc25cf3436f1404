"""GeoJSON features (RFC 7946) as events, by a mapping of their properties."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from generator.errors import UsageError
from generator.exchange.found import Found, found_at
from generator.exchange.mapped import Positions, found_of
from generator.exchange.mapping import TableMap
from generator.exchange.texts import json_of

# What a feature's own id is called in a mapping; its properties are called by their names.
FEATURE_ID = "@id"
WGS_84 = re.compile("CRS84|4326")
PAIR = 2


def read_geojson(data: bytes, table: TableMap) -> tuple[list[Found], list[str]]:
    """Return the features' events in order, and notes on the collection itself.

    Raises UsageError for what is no GeoJSON, or has coordinates that are not of WGS 84.
    """
    whole = json_of(data)
    if isinstance(whole, dict) and whole.get("type") == "Feature":
        whole = {"type": "FeatureCollection", "features": [whole]}
    features = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(whole, dict) or not isinstance(features, list):
        raise UsageError("this is no GeoJSON of features: it has no FeatureCollection")
    crs = whole.get("crs")
    if crs is not None and not WGS_84.search(text_of_value(crs)):
        raise UsageError(
            f"its coordinates are not of WGS 84 but of {text_of_value(crs)}; convert them first"
        )
    known = {"type", "features"}
    notes = [f"{name}: {text_of_value(each)}" for name, each in whole.items() if name not in known]
    events = [
        found_at(f"feature {number}", feature_event, each, table, number)
        for number, each in enumerate(features, 1)
    ]
    return events, notes


def feature_event(feature: object, table: TableMap, number: int) -> Found:
    """Return a feature's event."""
    where = f"feature {number}"
    if not isinstance(feature, dict):
        return Found(where, notes=[f"not a feature: {text_of_value(feature)}"])
    properties = feature.get("properties")
    values = flat(properties) if isinstance(properties, dict) else {}
    if feature.get("id") is not None:
        values[FEATURE_ID] = [text_of_value(feature["id"])]
    geometry = feature.get("geometry")
    positions = positions_of(geometry)
    found = found_of(values, table, where, positions if "places" in table.fields else None)
    if geometry is not None and (not positions or "places" not in table.fields):
        found.notes.append(f"geometry: {text_of_value(geometry)}")
    else:
        note_geometry(found, geometry)
    known = {"type", "id", "geometry", "properties"}
    found.notes += [
        f"{name}: {text_of_value(each)}" for name, each in feature.items() if name not in known
    ]
    return found


def note_geometry(found: Found, geometry: object) -> None:
    """Note what of points is no latitude and longitude: heights, other members, texts."""
    if not isinstance(geometry, dict):
        return
    points = geometry["coordinates"]
    numbers = points if geometry["type"] == "Point" else [each for one in points for each in one]
    is_flat = geometry["type"] == "Point" or all(len(each) == PAIR for each in points)
    if not is_flat or (geometry["type"] == "Point" and len(points) > PAIR):
        found.notes.append(f"coordinates, of which only two are taken: {text_of_value(points)}")
    if any(isinstance(each, str) for each in numbers):
        found.notes.append(f"coordinates, which should be numbers: {text_of_value(points)}")
    found.notes += [
        f"geometry, {name}: {text_of_value(each)}"
        for name, each in geometry.items()
        if name not in {"type", "coordinates"}
    ]


def flat(properties: Mapping[str, object], before: str = "") -> dict[str, Sequence[str]]:
    """Return properties as texts by their names, those within others with dots between."""
    found: dict[str, Sequence[str]] = {}
    for name, value in properties.items():
        path = f"{before}{name}"
        if isinstance(value, dict):
            found |= flat(value, f"{path}.")
        elif isinstance(value, list):
            found[path] = [text_of_value(each) for each in value if each is not None]
        elif value is not None and value != "":
            found[path] = [text_of_value(value)]
    return {name: value for name, value in found.items() if value}


def positions_of(geometry: object) -> Positions:
    """Return the latitudes and longitudes of points, as typed; empty for any other geometry."""
    if not isinstance(geometry, dict):
        return []
    coordinates = geometry.get("coordinates")
    points = [coordinates] if geometry.get("type") == "Point" else coordinates
    if geometry.get("type") not in ("Point", "MultiPoint") or not isinstance(points, list):
        return []
    found: list[tuple[str, str]] = []
    for point in points:
        if not isinstance(point, list) or len(point) < PAIR:
            return []
        found.append((text_of_value(point[1]), text_of_value(point[0])))
    return found


def text_of_value(value: object) -> str:
    """Return a value as text: what is no text as JSON, numbers without an exponent."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    return msgspec.json.encode(value).decode()
