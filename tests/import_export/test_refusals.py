"""What cannot be read is refused at its line, or its slide, with what to do; nothing is written."""

from pathlib import Path

import pytest

from generator.cli import main

EVENT = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20200203\r\nSUMMARY:A\r\nEND:VEVENT\r\n"
CALENDAR = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{EVENT}"
CALENDARS = {
    "cut within a line": (
        f"{CALENDAR}BEGIN:VEVENT\r\nUID:2\r\nSUMM",
        "line 11",
        "ends within the VEVENT that begins on line 9",
    ),
    "cut within an event": (
        f"{CALENDAR}BEGIN:VEVENT\r\nUID:2\r\n",
        "line 10",
        "ends within the VEVENT that begins on line 9",
    ),
    "cut after an event": (CALENDAR, "line 8", "ends within the VCALENDAR that begins on line 1"),
    "ended twice": (
        f"{CALENDAR}END:VEVENT\r\nEND:VCALENDAR\r\n",
        "line 9",
        "VCALENDAR, which began on line 1, is to end",
    ),
    "words in between": (
        f"{CALENDAR}what\r\n folded\r\nEND:VCALENDAR\r\n",
        "line 9",
        '"whatfolded" is no property',
    ),
    "words behind": (
        f"{CALENDAR}END:VCALENDAR\r\nwhat\r\n",
        "line 10",
        "words outside of BEGIN:VCALENDAR",
    ),
    "no calendar": (
        "BEGIN:VEVENT\r\nEND:VEVENT\r\n",
        "line 1",
        "BEGIN:VEVENT outside of a VCALENDAR",
    ),
    "nothing": ("", "line 1", "it has no VCALENDAR"),
}
DEEP = "<div>" * 5000
SLIDE = '{"start_date": {"year": "2020"}, "text": {"headline": "A"}}'
TIMELINES = {
    "half a character": (
        f'{{"events": [\n{SLIDE},\n{{"group": "a \\ud800 b"}}]}}',
        "line 3, column 14: \\ud800 is half",
        "write the character itself",
    ),
    "the other half": (
        f'{{"events": [\n{SLIDE},\n{{"group": "\\ud83d\\ude00 \\uDC00"}}]}}',
        "line 3, column 25: \\uDC00 is half",
        "or delete it",
    ),
    "no number": (
        '{"events": [\n{"group": NaN}]}',
        "line 2, column 11: this is no JSON",
        "export the file again",
    ),
    "two texts": (
        '{"events": [\n{"group": "a" "b"}]}',
        "line 2, column 15: this is no JSON",
        "export the file again",
    ),
    "cut": (
        f'{{"events": [\n{SLIDE},\n',
        "line 3, column 1: this is no JSON",
        "export the file again",
    ),
    "a key twice": (
        f'{{"events": [\n{SLIDE},\n{{"group": "a",\n "group": "b"}}]}}',
        'line 4, column 2: the key "group"',
        "take one of the two out",
    ),
    "deep lists": (
        f'{{"events": [\n{"[" * 5000}{"]" * 5000}]}}',
        "line 2, column 499: lists or objects",
        "take some out",
    ),
    "a deep slide": (
        f'{{"events": [\n{SLIDE},\n{SLIDE[:-3]}", "text": "{DEEP}"}}}}]}}',
        "event 2: its HTML is nested too deep",
        "take elements out",
    ),
    "a deep era": (
        f'{{"events": [], "eras": [{SLIDE[:-3]}", "text": "{DEEP}"}}}}]}}',
        "era 1: its HTML is nested too deep",
        "take elements out",
    ),
}
SHEETS = {
    "words behind a quote": (
        'Year,Headline\n2020,a\n2021,"b\nc" d\n',
        "line 3, in a row that goes on to line 4: this is no CSV",
        'twice ("")',
    ),
    "a quote left open": (
        'Year,Headline\n2020,a\n2021,"b\n2022,c\n2023,d\n',
        "line 3, in a row that goes on to line 5: this is no CSV",
        "close it",
    ),
    "a long cell": (
        f"Year,Headline\n2020,a\n2021,{'b' * 140_000}\n",
        "line 3: this is no CSV",
        "longer than 131,072 characters",
    ),
    "a zero byte": (
        "Year,Headline\n2020,a\n2021,b\0\n",
        "line 3: a zero byte",
        "in another encoding",
    ),
    "a deep text": (
        f"Year,Headline,Text\n2020,a,b\n2021,b,{DEEP}\n",
        "line 3: its HTML is nested too deep",
        "take elements out",
    ),
}
CASES = [
    pytest.param(format_, f"file.{ending}", *case, id=f"{ending}: {name}")
    for format_, ending, cases in (
        ("ical", "ics", CALENDARS),
        ("timelinejs", "json", TIMELINES),
        ("timelinejs", "csv", SHEETS),
    )
    for name, case in cases.items()
]


@pytest.mark.parametrize(("format_", "name", "text", "place", "said"), CASES)
def test_what_cannot_be_read_is_refused_where_it_stands(  # noqa: PLR0917 - a case of the table
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    format_: str,
    name: str,
    text: str,
    place: str,
    said: str,
) -> None:
    project, file = tmp_path / "project", tmp_path / name
    assert main(["init", str(project), "--quiet"]) == 0
    before = sorted(project.rglob("*"))
    file.write_bytes(text.encode())
    command = ["import", format_, str(file), "--project", str(project), "--category", "events"]
    assert main(command) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"{file}: {place}")
    assert said in told
    assert told.endswith("nothing was written\n")
    assert sorted(project.rglob("*")) == before


def test_a_calendar_that_is_folded_in_every_way_is_read(tmp_path: Path) -> None:
    project, file = tmp_path / "project", tmp_path / "file.ics"
    assert main(["init", str(project), "--quiet"]) == 0
    folded = CALENDAR.replace("SUMMARY:A", "SUM\r\n MARY:A\r\n\t long\r\n  title")
    file.write_bytes(f"{folded}begin:vevent\nEND:VEVENT\nEND:VCALENDAR\r\n\r\n".encode())
    command = ["import", "ical", str(file), "--project", str(project), "--category", "events"]
    assert main(command) == 1
    assert (project / "content/events/imported/a-long-title.yaml").is_file()
    assert "event 2" in (project / "import-unfinished.yaml").read_text("utf-8")
