"""What must be true of other programs' timelines, whatever is in the file."""

import json
from collections.abc import Callable
from contextlib import suppress

from hypothesis import strategies as st

from generator.errors import UsageError
from generator.exchange.drafts import draft_text, fields_of, place_text, wished_id
from generator.exchange.found import Found
from generator.exchange.geojson_features import read_geojson
from generator.exchange.ical_events import read_ical
from generator.exchange.mapped import read_csv
from generator.exchange.mapping import TableMap, table_map
from generator.exchange.timelinejs import read_timelinejs
from generator.exchange.timelinejs_csv import read_timelinejs_csv
from generator.load.yaml_nodes import parse_yaml
from generator.model.document import Mapping, Scalar
from tests.fuzz.texts import DATE_SIGNS, FORMULAS, PROSE_SIGNS, structures, woven

MAPPING = """
apostrophes: remove
fields:
  title: {column: title}
  date: {column: date, format: ["%Y-%m-%d", "%d %B %Y", "%d.%m.%Y %H:%M", "%Y"]}
  summary: {column: note}
  body: {column: body, form: html}
  places: {column: place, lat: lat, lon: lon}
  tags: {column: tags, separator: ";"}
"""
COLUMNS = ["title", "date", "note", "body", "place", "lat", "lon", "tags"]
SLIDES = ["events", "start_date", "end_date", "text", "headline", "year", "month", "day", "hour"]
SLIDES += ["minute", "display_date", "format", "media", "url", "caption", "group", "unique_id"]
FEATURES = ["type", "features", "properties", "geometry", "coordinates", *COLUMNS]
ROWS = ["Year", "Month", "Day", "Time", "End Year", "Headline", "Text", "Group", "Type", "Media"]
ICAL = [
    *(
        "BEGIN:VEVENT\r\n",
        "END:VEVENT\r\n",
        "SUMMARY:",
        "DTSTART:",
        "DTSTART;VALUE=DATE:",
        "DTEND:",
    ),
    *("DTSTART;TZID=Europe/Kyiv:", "DURATION:P1D", "DURATION:-P1W", "RRULE:FREQ=SECONDLY", "UID:"),
    *(
        "DESCRIPTION:",
        "LOCATION:",
        "X-EDTF:2022-03-2X",
        "CATEGORIES:a,b",
        "GEO:1;2",
        "URL:http://a/",
    ),
    *(
        "\r\n",
        "\r\n ",
        "\\n",
        "\\,",
        ";",
        ":",
        "20220302",
        "20220302T103000Z",
        "20221302",
        "99999999",
    ),
    *("BEGIN:VALARM\r\n", "END:VALARM\r\n", "BEGIN:VTIMEZONE\r\n", "END:VTIMEZONE\r\n", "=", '"'),
]
CELLS = st.one_of(woven(PROSE_SIGNS, 6), woven(DATE_SIGNS, 4), st.sampled_from(FORMULAS))
Reader = Callable[[bytes], tuple[list[Found], list[str]]]


def table() -> TableMap:
    """Return a mapping of columns such as an editor writes."""
    root, problems = parse_yaml(MAPPING, "map.yaml")
    assert problems == []
    return table_map(root, "map.yaml")


TABLE = table()


def json_bytes(keys: list[str], around: Callable[[object], object]) -> st.SearchStrategy[bytes]:
    """Return files of JSON whose outermost form is right more often than not."""
    inner = structures(keys, CELLS)
    whole = st.one_of(inner, st.lists(inner, max_size=4).map(around))
    return whole.map(lambda value: json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))


def csv_bytes(columns: list[str]) -> st.SearchStrategy[bytes]:
    """Return files of CSV, some with quotes that do not close or rows of another length."""
    cells = st.one_of(CELLS, CELLS.map(lambda cell: '"' + cell.replace('"', '""') + '"'))
    rows = st.lists(st.lists(cells, max_size=len(columns) + 1).map(",".join), max_size=5)
    return rows.map(lambda found: "\n".join([",".join(columns), *found]).encode("utf-8", "replace"))


def ical_bytes() -> st.SearchStrategy[bytes]:
    """Return calendars, some of them whole."""
    begin, end = "BEGIN:VCALENDAR\r\n", "\r\nEND:VCALENDAR\r\n"
    event = woven(ICAL, 12).map(lambda text: f"BEGIN:VEVENT\r\n{text}\r\nEND:VEVENT")
    whole = st.lists(event, max_size=3).map(lambda all_: begin + "\r\n".join(all_) + end)
    return st.one_of(whole, woven(ICAL, 20).map(lambda text: begin + text + end)).map(
        lambda text: text.encode("utf-8", "replace")
    )


def imported(data: bytes, read: Reader) -> None:
    """What a reader finds can be written as a draft that says the same, or is refused there."""
    try:
        found, notes = read(data)
    except UsageError:
        return
    assert all(isinstance(note, str) for note in notes)
    for event in found:
        assert event.where
        assert wished_id(event)
        check_draft(event)
        for place in event.places:
            parse_yaml(place_text("content/places/x.yaml", place), "x.yaml")


def check_draft(event: Found) -> None:
    """The text of a draft is YAML that says what was found; what YAML cannot say is a problem."""
    fields = fields_of(event, "talk", [])
    node, problems = parse_yaml(draft_text("content/events/x.yaml", fields, event), "x.yaml")
    if problems:
        return
    assert isinstance(node, Mapping)
    assert node.entries.keys() == fields.keys()
    for name, value in fields.items():
        _, said = node.entries[name]
        if isinstance(value, str):
            assert isinstance(said, Scalar)
            assert said.value.rstrip("\n") == value.rstrip("\n"), name


def check_timelinejs(data: bytes) -> None:
    """TimelineJS's JSON."""
    imported(data, read_timelinejs)


def check_timelinejs_csv(data: bytes) -> None:
    """TimelineJS's spreadsheet."""
    imported(data, read_timelinejs_csv)


def check_csv(data: bytes) -> None:
    """Any table, by a mapping."""
    imported(data, lambda given: read_csv(given, TABLE))


def check_geojson(data: bytes) -> None:
    """GeoJSON, by a mapping."""
    imported(data, lambda given: read_geojson(given, TABLE))


def check_ical(data: bytes) -> None:
    """A calendar."""
    imported(data, read_ical)


def check_mapping(text: str) -> None:
    """A mapping is read, or refused."""
    node, problems = parse_yaml(text, "map.yaml")
    if problems:
        return
    with suppress(UsageError):
        table_map(node, "map.yaml")
