"""Whatever a file holds, it is read or refused with a reason: no reader fails otherwise."""

from collections.abc import Callable
from contextlib import suppress

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.errors import UsageError
from generator.exchange.geojson_features import read_geojson
from generator.exchange.ical_events import read_ical
from generator.exchange.mapped import read_csv
from generator.exchange.mapping import TableMap, table_map
from generator.exchange.timelinejs import read_timelinejs
from generator.exchange.timelinejs_csv import read_timelinejs_csv
from generator.load.yaml_nodes import parse_yaml

MAPPING = """
fields:
  title: a
  date: {column: b, format: ["%d.%m.%Y %H:%M:%S", "%B %Y"]}
  until: b
  tags: {column: c, separator: " "}
  places: {column: c, lat: a, lon: b, precision: exact}
  body: {column: c, form: html}
"""
TABLE = table_map(parse_yaml(MAPPING, "map.yaml")[0], "map.yaml")
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
KEYS = """
events start_date end_date text media verbatim year month day hour minute date time headline
unique_id group type features geometry coordinates properties id crs a b c
"""
NAMES = st.sampled_from(KEYS.split())
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=6)
)
EVENTS = st.fixed_dictionaries(
    {},
    optional={
        "start_date": st.dictionaries(NAMES, SCALARS, max_size=5) | JSON,
        "end_date": st.dictionaries(NAMES, SCALARS, max_size=5) | JSON,
        "verbatim": st.dictionaries(NAMES, SCALARS, max_size=5) | JSON,
        "text": st.dictionaries(NAMES, SCALARS, max_size=5) | JSON,
    },
)
FEATURES = st.fixed_dictionaries(
    {},
    optional={
        "id": JSON,
        "properties": st.dictionaries(NAMES, JSON, max_size=5) | JSON,
        "geometry": st.fixed_dictionaries(
            {"type": st.sampled_from(["Point", "MultiPoint", "Polygon"]), "coordinates": JSON}
        ),
    },
)
PROPERTIES = """
DTSTART DTSTART;VALUE=DATE DTSTART;TZID=Europe/Kyiv DTEND DURATION SUMMARY RRULE X-EDTF UID
CATEGORIES LOCATION URL DESCRIPTION BEGIN END
"""
TIMES = """
20200203 20200203T040500Z 00010101 99991231 PT1H P99999D -P1D 2020 FREQ=WEEKLY VEVENT VALARM
20200203T040500/PT1H 2020-02-03 99991231T235959Z
"""
CALENDAR_NAMES = st.sampled_from(PROPERTIES.split())
CALENDAR_VALUES = st.text(max_size=12) | st.sampled_from(TIMES.split())
OFTEN = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def read(reader: Callable[[bytes], object], data: bytes) -> None:
    """Read what may be refused."""
    with suppress(UsageError):
        reader(data)


def with_table(reader: Callable[[bytes, TableMap], object]) -> Callable[[bytes], object]:
    """Return a reader with the mapping."""
    return lambda data: reader(data, TABLE)


READERS = [
    read_timelinejs,
    read_timelinejs_csv,
    read_ical,
    with_table(read_csv),
    with_table(read_geojson),
]


@pytest.mark.parametrize("reader", READERS)
@OFTEN
@given(data=st.binary(max_size=200))
@example(data=b"[" * 100_000)
@example(data=b'{"a":' * 100_000)
@example(data=b"\xff\xfe\x00")
def test_no_bytes_break_a_reader(reader: Callable[[bytes], object], data: bytes) -> None:
    read(reader, data)


@OFTEN
@given(events=st.lists(EVENTS | JSON, max_size=3))
def test_no_timeline_loses_an_event(events: list[object]) -> None:
    found, _ = read_timelinejs(msgspec.json.encode({"events": events}))
    assert len(found) == len(events)


@OFTEN
@given(features=st.lists(FEATURES | JSON, max_size=3))
def test_no_collection_loses_a_feature(features: list[object]) -> None:
    whole = {"type": "FeatureCollection", "features": features}
    found, _ = read_geojson(msgspec.json.encode(whole), TABLE)
    assert len(found) == len(features)


@OFTEN
@given(rows=st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=5), max_size=4))
def test_no_table_loses_a_row(rows: list[list[str]]) -> None:
    filled = [row for row in rows if any(cell.replace("\0", "").strip() for cell in row)]
    quoted = [",".join('"' + each.replace('"', '""') + '"' for each in row) for row in filled]
    data = "\r\n".join(["a,b,c", *quoted]).replace("\0", "").encode()
    found, _ = read_csv(data, TABLE)
    assert len(found) == len(filled)


@OFTEN
@given(lines=st.lists(st.tuples(CALENDAR_NAMES, CALENDAR_VALUES), max_size=8))
def test_no_calendar_breaks_the_reader(lines: list[tuple[str, str]]) -> None:
    inner = "".join(f"{name}:{value}\r\n" for name, value in lines)
    text = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{inner}END:VEVENT\r\nEND:VCALENDAR\r\n"
    read(read_ical, text.encode())
