"""A calendar becomes drafts: days, moments and whose clock they are of; the rest is reported."""

from pathlib import Path

import pytest

from tests.import_export.imported import Taken, take

EVENTS = {
    "all-day": "DTSTART;VALUE=DATE:20200203\nSUMMARY:One day",
    "days": "DTSTART;VALUE=DATE:20200203\nDTEND;VALUE=DATE:20200206\nSUMMARY:Three days",
    "one": "DTSTART;VALUE=DATE:20200207\nDTEND;VALUE=DATE:20200208\nSUMMARY:Only one",
    "zoned": "DTSTART;TZID=Europe/Kyiv:20200203T040500\nDTEND;TZID=Europe/Kyiv:20200203T060000\n"
    "SUMMARY:In Kyiv",
    "utc": "DTSTART:20200203T040500Z\nDURATION:PT1H\nSUMMARY:Universal",
    "floating": "DTSTART:20200203T040500\nSUMMARY:Floating",
    "windows": "DTSTART;TZID=GTB Standard Time:20200203T040500\nSUMMARY:Windows zone",
    "over": "DTSTART:20200203T230000Z\nDTEND:20200204T010000Z\nSUMMARY:Over midnight",
    "weekly": "DTSTART;VALUE=DATE:20200203\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Every week",
    "told": "DTSTART;VALUE=DATE:20200203\nSUMMARY;LANGUAGE=en:Told\\, at length\n"
    "LOCATION:The ford\\; north\nCATEGORIES:Water,Mud\nURL:https://news.example/1\n"
    "DESCRIPTION:1. One * [x]\\n2. Two\\n\\nThree <b>\n"
    "STATUS:CANCELLED\nX-OWN:kept\nATTENDEE;CN=Ada;ROLE=CHAIR:mailto:ada@invented.example",
    "undated": "SUMMARY:No date",
    "unreadable": "DTSTART;VALUE=DATE:2020-99-99\nSUMMARY:No such date",
    "untitled": "DTSTART;VALUE=DATE:20200209",
}


def calendar(events: dict[str, str], more: str = "") -> str:
    """Return a calendar of these events."""
    parts = [
        f"BEGIN:VEVENT\nUID:{uid}@invented\n{each}\nEND:VEVENT" for uid, each in events.items()
    ]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Invented//EN", more, *parts]
    return "\r\n".join("\n".join([*filter(None, lines), "END:VCALENDAR", ""]).split("\n"))


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    todo = "X-WR-CALNAME:Invented\nBEGIN:VTODO\nUID:t\nSUMMARY:To do\nEND:VTODO"
    return take(tmp_path_factory.mktemp("ical"), "ical", calendar(EVENTS, todo))


def test_days_end_on_the_day_before_the_calendars_end(taken: Taken) -> None:
    dates = {each.title: each.date.text for each in taken.events.values()}
    assert dates["One day"] == "2020-02-03"
    assert dates["Three days"] == "2020-02-03/2020-02-05"
    assert dates["Only one"] == "2020-02-07"


def test_a_time_keeps_its_clock(taken: Taken) -> None:
    found = {each.title: each for each in taken.events.values()}
    kyiv, windows = found["In Kyiv"], found["Windows zone"]
    assert (str(kyiv.time), kyiv.timezone) == ("04:05", "Europe/Kyiv")
    assert (str(windows.time), windows.timezone) == ("04:05", "Europe/Bucharest")
    assert found["Universal"].date.text == "2020-02-03T04:05:00+00:00"
    assert (str(found["Floating"].time), found["Floating"].timezone) == ("04:05", "")
    assert found["Over midnight"].date.text == "2020-02-03/2020-02-04"
    assert found["Over midnight"].time is None


def test_texts_are_words_and_places_are_places(taken: Taken) -> None:
    told = next(each for each in taken.events.values() if each.title == "Told, at length")
    assert told.category == "water"
    assert told.body == "1\\. One \\* \\[x\\]  \n2\\. Two\n\nThree &lt;b\\>"
    assert len(told.places) == 1
    place = taken.root / f"content/places/imported/{told.places[0]}.yaml"
    assert "The ford; north" in place.read_text(encoding="utf-8")


def test_the_html_of_other_calendars_is_read_as_such_and_reported_as_it_was(
    tmp_path: Path,
) -> None:
    text = '<b>Doors</b> at six<br><a href="https://x.example/a">Tickets</a>\\nBring<s>x</s> 2 < 3'
    taken = take(
        tmp_path,
        "ical",
        calendar({"a": f"DTSTART;VALUE=DATE:20200203\nSUMMARY:A\nDESCRIPTION:{text}"}),
    )
    (event,) = taken.events.values()
    assert event.body == ("**Doors** at six  \n[Tickets](https://x.example/a)  \nBringx 2 &lt; 3")
    assert "DESCRIPTION, which is read as HTML: <b>Doors</b> at six<br>" in taken.report
    assert "DESCRIPTION, which leaves out: <s>x</s>" in taken.report


def test_what_has_no_place_stands_in_the_report(taken: Taken) -> None:
    for words in (
        "RRULE, of which only the first time is taken: FREQ=WEEKLY;COUNT=3",
        "UID: weekly@invented",
        "STATUS: CANCELLED",
        "X-OWN: kept",
        "ATTENDEE: mailto:ada@invented.example (CN=Ada; ROLE=CHAIR)",
        "SUMMARY, beside its value: LANGUAGE=en",
        "CATEGORIES: Mud",
        "VTODO: BEGIN:VTODO",
        "X-WR-CALNAME: Invented",
        "until 2020-02-03 06:00:00+02:00",
        "the time is of no zone",
        "event 13: content/events/imported/event-13.yaml",
    ):
        assert words in taken.report


def test_events_without_a_date_are_left_to_be_finished(taken: Taken) -> None:
    assert taken.status == 1
    assert [each["title"] for each in taken.rest] == ["No date", "No such date"]
    assert len(taken.events) == len(EVENTS) - 2
    assert "DTSTART, which cannot be read" in taken.report


def test_nobody_is_told_that_a_calendar_in_another_encoding_was_read_wrongly(
    tmp_path: Path,
) -> None:
    text = calendar({"a": "DTSTART;VALUE=DATE:20200203\nSUMMARY:Ä"})
    assert [
        each.title for each in take(tmp_path / "a", "ical", text.encode("utf-16")).events.values()
    ] == ["Ä"]
    assert take(tmp_path / "b", "ical", text.encode("latin-1")).status == 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "this is no iCalendar"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nnonsense\nEND:VEVENT\nEND:VCALENDAR\n", "nonsense"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "this is no iCalendar"),
        ("not a calendar\n", "line 1: this is no iCalendar"),
    ],
)
def test_what_is_no_calendar_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: str, said: str
) -> None:
    taken = take(tmp_path, "ical", data)
    assert said in capsys.readouterr().err + taken.report
    assert taken.events == {}


def test_what_stands_twice_or_backwards_is_in_the_report(tmp_path: Path) -> None:
    text = calendar(
        {
            "a": "DTSTART:20200203T100000\nSUMMARY:One\nSUMMARY:Two\nDESCRIPTION:d\nDESCRIPTION:e\n"
            "LOCATION:Here\nLOCATION:There\nDTEND;VALUE=DATE:20200204\nDTEND;VALUE=DATE:20200209",
            "b": "DTSTART;VALUE=DATE:20200203\nDTEND;VALUE=DATE:20200101\nSUMMARY:Backwards",
            "c": "DTSTART;TZID=Nowhere/Zone:20200203T100000\nSUMMARY:Far",
        }
    )
    taken = take(tmp_path, "ical", text)
    assert {each.title for each in taken.events.values()} == {"One", "Backwards", "Far"}
    for said in ("SUMMARY", "DESCRIPTION", "LOCATION", "DTEND"):
        assert f"{said}, which stands there more than once: " in taken.report
    assert "an end before the beginning: 2020-01-01" in taken.report
    assert 'a zone that nobody knows, "Nowhere/Zone"' in taken.report
    assert "vText" not in taken.report
