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
        ("Late", "2020-02-09", ""),
        ("No date", "", ""),
        ("Years", "2000/2001", ""),
    ]
    assert events[1].where == "line 4"
    assert events[1].body == "=1+1"
    assert events[1].notes == ["media: https://media.example/1.jpg", "cell 11: extra"]
    assert events[2].notes == ["time: 4:05 PM"]
    assert len(notes) == 1
    assert "An era" in notes[0]


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"Year,Headline\n2020,\xff\n"])
def test_what_is_no_such_sheet_is_refused(data: bytes) -> None:
    with pytest.raises(UsageError):
        read_timelinejs_csv(data)
