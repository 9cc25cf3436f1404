"""What is exported and imported again is what it was, as far as the format can say it.

Each test names the fields that its format carries. All others, quotes and claims among them, are
in no import: it takes nobody's words without their source.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.model.event import Event, Status
from generator.plan.calendar_pages import known_days
from tests.import_export.sites import (
    LINES,
    PROSE,
    TEXTS,
    Entry,
    events,
    events_of,
    moment_of,
    read_as,
    write_project,
)
from tests.tools.required import ROOT

MAPPINGS = ROOT / "docs/mappings"
PLACES = (
    {"id": "ford", "name": "The ford", "lat": "50.12", "lon": "30.5"},
    {"id": "mill", "name": "=Mill; old", "lat": "-1", "lon": "0", "precision": "region"},
    {"id": "nowhere", "name": "Nowhere known"},
)
SOME_PLACES = st.lists(st.sampled_from([str(each["id"]) for each in PLACES]), unique=True)
TAGS = st.lists(st.sampled_from(["mud", "rain-2", "snow"]), unique=True)
RISKY = TEXTS | st.sampled_from(["=1+1", "'quoted'", "-\n\n- a", "@x", "+1", '"a", b'])

# An example is a site exported and imported: too slow for making a failing one simpler.
QUICKLY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


def again(folder: Path, form: str, entries: Sequence[Entry]) -> tuple[dict[str, Event], ...]:
    """Return events as they were, and as they are when exported and imported."""
    first = write_project(folder / "first", entries, PLACES)
    file = folder / "exchanged"
    export = ["export", form, "--project", str(first), "--output", str(file), "--quiet"]
    assert main(export) == 0
    mapping = ["--mapping", str(MAPPINGS / "verbatim-csv.yaml")] if form == "csv" else []
    return events_of(first), imported(folder, form, file, mapping)


def imported(folder: Path, form: str, file: Path, mapping: Sequence[str]) -> dict[str, Event]:
    """Return the events that a file has for a project with the same places."""
    second = write_project(folder / "second", (), PLACES)
    command = ["import", form, str(file), "--project", str(second), "--category", "talk", "--quiet"]
    assert main([*command, *mapping]) == 0
    return events_of(second)


def file_of_the_site(folder: Path, entries: Sequence[Entry], name: str) -> Path:
    """Return a file of the site that is built of events."""
    first = write_project(folder / "first", entries, PLACES)
    assert main(["build", "--project", str(first), "--quiet"]) == 0
    return first / "site" / name


@QUICKLY
@given(entries=events({"summary": LINES, "body": TEXTS}))
def test_timelinejs_carries_id_title_moment_category_summary_and_body(
    entries: list[Entry],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        was, now = again(Path(folder), "timelinejs", entries)
    assert was.keys() == now.keys()
    for id_, event in was.items():
        found = now[id_]
        assert found.status is Status.DRAFT
        assert (found.title, found.category) == (event.title, event.category)
        assert moment_of(found) == moment_of(event)
        assert PROSE.inline_html(found.summary) == PROSE.inline_html(event.summary)
        assert read_as(found.body) == read_as(event.body)


CSV_FIELDS = {
    "summary": LINES,
    "body": RISKY,
    "tags": TAGS,
    "places": SOME_PLACES,
    "content_note": LINES,
}


@QUICKLY
@given(entries=events(CSV_FIELDS))
def test_csv_carries_all_that_needs_no_source(entries: list[Entry]) -> None:
    """Of an event that is its id, title, moment, category, texts, tags and places."""
    with tempfile.TemporaryDirectory() as folder:
        was, now = again(Path(folder), "csv", entries)
    assert was.keys() == now.keys()
    for id_, event in was.items():
        found = now[id_]
        assert (found.title, found.category) == (event.title, event.category)
        assert moment_of(found) == moment_of(event)
        assert (found.summary, found.body) == (event.summary.strip(), event.body.strip())
        assert (found.tags, found.places) == (event.tags, event.places)
        assert found.content_note == event.content_note


@QUICKLY
@given(entries=events({"summary": LINES, "places": SOME_PLACES, "content_note": LINES}))
def test_geojson_carries_id_title_moment_category_summary_places_and_note(
    entries: list[Entry],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = file_of_the_site(Path(folder), entries, "data/events.geojson")
        mapping = ["--mapping", str(MAPPINGS / "verbatim-geojson.yaml")]
        now = imported(Path(folder), "geojson", file, mapping)
        was = events_of(Path(folder) / "first")
    assert was.keys() == now.keys()
    for id_, event in was.items():
        found = now[id_]
        assert (found.title, found.category) == (event.title, event.category)
        assert moment_of(found) == moment_of(event)
        assert (found.summary, found.content_note) == (event.summary, event.content_note)
        assert found.places == event.places


@QUICKLY
@given(entries=events({"summary": LINES}))
def test_ical_carries_id_title_days_and_category_of_days_that_are_known(
    entries: list[Entry],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = file_of_the_site(Path(folder), entries, "feeds/calendar.ics")
        now = imported(Path(folder), "ical", file, ())
        was = events_of(Path(folder) / "first")
    dated = {id_: event for id_, event in was.items() if known_days(event.date)}
    assert now.keys() == dated.keys()
    for id_, event in dated.items():
        found = now[id_]
        assert (found.title, found.category) == (event.title, event.category)
        assert found.date.text == event.date.text
