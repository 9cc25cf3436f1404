"""Features become drafts with places as precise as a person says, wherever they are."""

import json
from pathlib import Path

import pytest

from tests.import_export.imported import Taken, take

MAPPING = """
fields:
  id: "@id"
  title: name
  date: when.day
  tags: topics
  places: {column: town, precision: {column: precise, values: {city: settlement}}}
"""
LINE = {"type": "LineString", "coordinates": [[30.5, 50.1], [30.6, 50.2]]}


def feature(geometry: object, **properties: object) -> dict[str, object]:
    """Return a feature that happened in 2020."""
    known = {"name": "One", "when": {"day": "2020"}, "precise": "city"}
    return {"type": "Feature", "geometry": geometry, "properties": known | properties}


def point(*coordinates: float) -> dict[str, object]:
    """Return a point."""
    return {"type": "Point", "coordinates": list(coordinates)}


def taken_of(root: Path, *features: object, **more: object) -> Taken:
    """Import a collection of these features."""
    whole = {"type": "FeatureCollection", "features": features, **more}
    return take(root, "geojson", json.dumps(whole), MAPPING)


def place_of(taken: Taken, event: str) -> str:
    """Return the text of an event's only place."""
    (id_,) = taken.events[event].places
    return (taken.root / f"content/places/imported/{id_}.yaml").read_text(encoding="utf-8")


def test_a_point_is_longitude_then_latitude(tmp_path: Path) -> None:
    taken = taken_of(tmp_path, feature(point(30.5, 50.123456789, 100), town="Ford") | {"id": "a-1"})
    assert taken.status == 0
    place = place_of(taken, "a-1")
    for line in ("name: Ford", "lat: 50.123456789", "lon: 30.5", "precision: settlement"):
        assert line in place
    assert "coordinates, of which only two are taken: [30.5,50.123456789,100]" in taken.report


def test_coordinates_as_text_are_taken_and_reported(tmp_path: Path) -> None:
    geometry = {"type": "Point", "coordinates": ["30.5", "50.1"], "bbox": [1, 2]}
    taken = taken_of(tmp_path, feature(geometry, town="Ford"))
    assert "lat: 50.1\n" in place_of(taken, "one")
    assert 'coordinates, which should be numbers: ["30.5","50.1"]' in taken.report
    assert "geometry, bbox: [1,2]" in taken.report


def test_a_point_without_a_name_is_called_by_where_it_is(tmp_path: Path) -> None:
    taken = taken_of(tmp_path, feature(point(-0.00001, 50)))
    assert "name: Place at 50, -0.00001\n" in place_of(taken, "one")


def test_several_points_belong_to_as_many_places(tmp_path: Path) -> None:
    geometry = {"type": "MultiPoint", "coordinates": [[30.5, 50.1], [31, 51]]}
    taken = taken_of(
        tmp_path,
        feature(geometry, name="Two", town=["Ford", "Mill"]),
        feature(geometry, name="Unequal", town=["Only"]),
    )
    assert taken.events["two"].places == ("ford", "mill")
    assert taken.events["unequal"].places == ("only",)
    assert "coordinates of other than 1 places" in taken.report


def test_other_geometries_and_none_stand_in_the_report(tmp_path: Path) -> None:
    taken = taken_of(
        tmp_path,
        feature(LINE, name="Line"),
        feature(None, name="Nowhere", town="Ford", topics=["mud", "rain"], more=[1, {"a": None}]),
        {"type": "Feature", "properties": None, "geometry": None},
        "nonsense",
        bbox=[1, 2, 3, 4],
    )
    assert json.dumps(LINE, separators=(",", ":")) in taken.report
    assert taken.events["line"].places == ()
    assert taken.events["nowhere"].tags == ("mud", "rain")
    assert taken.events["nowhere"].places == ("ford",)
    for words in ("bbox: [1,2,3,4]", 'more: 1 | {"a":null}', "not a feature: nonsense"):
        assert words in taken.report
    assert taken.status == 1
    assert len(taken.rest) == 2


def test_coordinates_that_are_nowhere_are_reported(tmp_path: Path) -> None:
    taken = taken_of(tmp_path, feature(point(200, 95), town="Nowhere"))
    assert taken.events["one"].places == ()
    assert "place Nowhere 95, 200, settlement: " in taken.report


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ('{"type":\n "FeatureCollection",,}', "line 2, column 22: this is no JSON"),
        ('{"type": "Point", "coordinates": [1, 2]}', "it has no FeatureCollection"),
        ("[]", "it has no FeatureCollection"),
        ('{"type": "FeatureCollection", "features": [], "crs": "EPSG:3857"}', "not of WGS 84"),
        ('{"features": [], "features": []}', 'the key "features" stands twice in one object'),
    ],
)
def test_what_is_no_geojson_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: str, said: str
) -> None:
    assert take(tmp_path, "geojson", data, MAPPING).status == 2
    assert said in capsys.readouterr().err


def test_a_mapping_is_needed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert take(tmp_path, "geojson", "{}").status == 2
    assert "import geojson needs --mapping" in capsys.readouterr().err
