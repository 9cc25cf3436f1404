"""A geometry whose type is no text stopped the import; found by fuzzing."""

import json

from generator.exchange.geojson_features import read_geojson
from generator.exchange.mapping import FieldMap, Source, TableMap

TABLE = TableMap({name: FieldMap(Source(column=name)) for name in ("title", "date")})


def test_a_geometry_whose_type_is_a_list_is_noted() -> None:
    feature = {"type": "Feature", "properties": {"title": "A"}, "geometry": {"type": ["Point"]}}
    (found,), _ = read_geojson(json.dumps(feature).encode(), TABLE)
    assert found.notes == ['geometry: {"type":["Point"]}']
