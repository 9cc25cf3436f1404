"""TimelineJS's spreadsheet, as messy as people save it, loses no row."""

import pytest

from generator.errors import UsageError
from generator.exchange.timelinejs_csv import read_timelinejs_csv

HEADER = "Year;Month;Day;Time;End Year;Headline;Text;Media;Type;Group\r\n"


def test_rows_keep_their_precision_and_all_their_cells() -> None:
    rows = (
        "1066;;;;;A year;;;;\r\n;;;;;;;;;\r\n"
        '2020;2;9;04:05;;"A ""day""";=1+1;https://media.example/1.jpg;;Water;extra\r\n'
        "2020;2;9;4:05 PM;;Late\r\n;;;;;No date\r\n1900;;;;1950;An era;;;era\r\n"
        "2000;;;;2001;Years\r\n"
    )
    events, notes = read_timelinejs_csv((HEADER + rows).encode("utf-8-sig"))
    assert [(each.title, each.date, each.time) for each in events] == [
        ("A year", "1066", ""),
        ('A "day"', "2020-02-09", "04:05"),
        ("Late", "2020-02-09", "16:05"),
        ("No date", "", ""),
        ("An era", "1900/1950", ""),
        ("Years", "2000/2001", ""),
    ]
    assert events[1].where == "line 4"
    assert events[1].body == "=1+1"
    assert events[1].notes == ['media: {"url":"https://media.example/1.jpg"}', "cell 11: extra"]
    assert events[1].links == ["https://media.example/1.jpg"]
    assert events[2].notes == []
    assert events[4].tags == ["era"]
    assert notes == []


@pytest.mark.parametrize(
    ("typed", "time", "notes"),
    [
        ("4:05:06 PM", "16:05", ['start_date: {"second":"06"}']),
        ("1605", "16:05", []),
        ("12:05 a.m.", "00:05", []),
        ("4.05", "04:05", []),
        ("late", "", ["time: late"]),
        ("25:00", "", ["time: 25:00"]),
    ],
)
def test_times_are_read_as_the_library_reads_them(typed: str, time: str, notes: list[str]) -> None:
    (found,), _ = read_timelinejs_csv((HEADER + f"2020;2;9;{typed};;A").encode())
    assert (found.time, found.notes) == (time, notes)


def test_an_older_sheet_has_each_date_in_one_cell() -> None:
    header = "Start Date,End Date,Headline,Media Caption,Type,Tag\n"
    rows = "2/9/2020 16:05,,A,,,Water\n-44,1936-02,B,C,,\n2020-02-09,,D,,title,\nspring,,E,,,\n"
    events, notes = read_timelinejs_csv((header + rows).encode())
    assert [(each.title, each.date, each.time, each.group) for each in events] == [
        ("A", "2020-02-09", "16:05", "Water"),
        ("B", "-0043/1936-02", "", ""),
        ("E", "", "", ""),
    ]
    assert events[1].media[0].caption == "C"
    assert 'start_date cannot be read: {"text":"spring"}' in events[2].notes
    assert len(notes) == 1


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"Year,Headline\n2020,\xff\n"])
def test_what_is_no_such_sheet_is_refused(data: bytes) -> None:
    with pytest.raises(UsageError):
        read_timelinejs_csv(data)


def test_a_column_that_stands_twice_loses_nothing() -> None:
    events, _ = read_timelinejs_csv(b"Year,Headline,Text,headline\n2020,first,t,second\n")
    assert events[0].title == "first"
    assert any("second" in note for note in events[0].notes)
