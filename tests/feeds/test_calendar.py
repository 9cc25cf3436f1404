"""The calendar is one that calendars read, and holds only events whose days are known."""

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from generator.model.edtf import parse_edtf
from generator.plan.calendar_pages import known_days
from generator.render.calendar import LONGEST_LINE, escaped, folded
from tests.tools.required import ROOT, require_tool

# A component of a calendar; what a property is depends on its name, which types cannot say.
Parsed: TypeAlias = Any


@pytest.fixture(scope="module")
def calendar(full_site: Path) -> Parsed:
    return Calendar.from_ical((full_site / "feeds/calendar.ics").read_bytes())


def events_of(calendar: Parsed) -> dict[str, Parsed]:
    return {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}


def test_icalendar_finds_nothing_wrong(calendar: Parsed) -> None:
    assert calendar.errors == []
    assert [event.errors for event in calendar.walk("VEVENT") if event.errors] == []
    assert len(events_of(calendar)) == 4


def test_days_are_whole_and_the_end_is_the_day_after(calendar: Parsed) -> None:
    rain = events_of(calendar)["It begins to rain"]
    assert (rain["DTSTART"].dt, rain["DTEND"].dt) == (date(2020, 2, 1), date(2020, 2, 4))
    assert str(rain["X-EDTF"]) == "2020-02-01/2020-02-03"


def test_a_known_time_is_told_in_words(calendar: Parsed) -> None:
    river = events_of(calendar)["The river leaves its bed"]
    assert (river["DTSTART"].dt, river["DTEND"].dt) == (date(2020, 2, 3), date(2020, 2, 4))
    assert "about 02:00" in str(river["DESCRIPTION"])


def test_an_event_says_when_its_entry_changed_and_how_often(calendar: Parsed) -> None:
    river = events_of(calendar)["The river leaves its bed"]
    assert river["DTSTAMP"].dt.isoformat() == "2020-02-12T00:00:00+00:00"
    assert river["SEQUENCE"] == 1
    assert str(river["UID"]) == "tag:timeline.example,2020-01-01:/flood/events/river/"


def test_how_many_events_are_left_out_is_said_in_the_file_and_on_the_page(
    calendar: Parsed, full_site: Path
) -> None:
    said = "9 events are left out, since their days are not known."
    assert str(calendar["X-WR-CALDESC"]) == escaped(said), "names that begin with X stay as typed"
    assert said in (full_site / "feeds/index.html").read_text(encoding="utf-8")


@pytest.mark.tools
def test_ical_js_reads_the_same_events(calendar: Parsed, full_site: Path) -> None:
    module = require_tool("ical.js").parent / "dist/ical.js"
    script = ROOT / "tests/feeds/ical_events.mjs"
    file = full_site / "feeds/calendar.ics"
    command = [str(require_tool("node")), str(script), str(module), str(file)]
    read = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    expected = [
        (str(each["UID"]), str(each["SUMMARY"]), str(each["DTSTART"].dt), str(each["DTEND"].dt))
        for each in calendar.walk("VEVENT")
    ]
    assert [(each["uid"], each["summary"], each["start"], each["end"]) for each in read] == expected
    assert all(each["isDate"] for each in read)


def test_every_line_ends_as_it_must_and_is_short_enough(full_site: Path) -> None:
    lines = (full_site / "feeds/calendar.ics").read_bytes().split(b"\r\n")
    assert lines[-1] == b""
    assert [line for line in lines if b"\n" in line or len(line) > LONGEST_LINE] == []


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=400))
def test_folding_splits_no_character_and_loses_none(text: str) -> None:
    pieces = folded(f"SUMMARY:{text}").split("\r\n ")
    assert "".join(pieces) == f"SUMMARY:{text}"
    assert len(pieces[0].encode()) <= LONGEST_LINE
    assert all(len(piece.encode()) < LONGEST_LINE for piece in pieces[1:])


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n,;\\")))
def test_a_calendar_gives_back_what_was_put_in(text: str) -> None:
    line = folded(f"SUMMARY:{escaped(text)}")
    event = Calendar.from_ical(f"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n")
    assert str(event.get("SUMMARY", "")) == text


@pytest.mark.parametrize(
    ("edtf", "is_known"),
    [
        ("2020-02-04", True),
        ("2020-02-04/2020-02-06", True),
        ("2020-02-04T05:00:00Z", True),
        ("2020-02-04?", False),
        ("2020-02-04~", False),
        ("2020-02", False),
        ("2020-02-XX", False),
        ("2020-02-1X", False),
        ("2020-02-04/..", False),
        ("2020-02-04/", False),
        ("2020-02-04/2020-03", False),
        ("2020-02-04~/2020-02-06", False),
        ("[2020-02-04,2020-02-06]", False),
        ("-0043-02-04", False),
    ],
)
def test_only_days_that_are_known_stand_in_the_calendar(edtf: str, is_known: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (known_days(parse_edtf(edtf)) is not None) == is_known
