"""TimelineJS 3's JSON as fields of events, with notes on all that has no place in them."""

import re
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from generator.errors import UsageError
from generator.exchange.html_text import markdown_of, plain_text

NUMBER = re.compile(r"[+-]?\d+")
KNOWN = {"start_date", "end_date", "text", "group"}
OF_DATE = {"year", "month", "day", "hour", "minute"}
MONTHS, DAYS, HOURS, MINUTES = 12, 31, 23, 59
LONGEST_YEAR = 9999


class Found(Struct):
    """An event of another program: its place there, what is known, and notes for a person.

    `date` is empty where there is none that can be used.
    """

    where: str
    title: str = ""
    date: str = ""
    time: str = ""
    body: str = ""
    group: str = ""
    notes: list[str] = msgspec.field(default_factory=list)


def read_timelinejs(data: bytes) -> tuple[list[Found], list[str]]:
    """Return the events of a timeline in order, and notes on the timeline itself."""
    try:
        timeline = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"the file is no JSON: {error}") from error
    if not isinstance(timeline, dict) or not isinstance(timeline.get("events"), list):
        raise UsageError('the file is no TimelineJS timeline: it has no list "events"')
    notes = [f"{name}: {words_of(value)}" for name, value in timeline.items() if name != "events"]
    return [event_of(each, number) for number, each in enumerate(timeline["events"], 1)], notes


def event_of(event: object, number: int) -> Found:
    """Return one of the timeline's events."""
    found = Found(f"event {number}")
    if not isinstance(event, dict):
        found.notes.append(f"not an event: {words_of(event)}")
        return found
    text = mapping_of(event.get("text"))
    found.title = plain_text(string_of(text.get("headline")))
    found.body = markdown_of(string_of(text.get("text")))
    found.group = plain_text(string_of(event.get("group")))
    add_dates(found, event)
    found.notes += [
        f"{name}: {words_of(value)}"
        for name, value in event.items()
        if name not in KNOWN and value not in (None, "", {})
    ]
    return found


def add_dates(found: Found, event: Mapping[str, object]) -> None:
    """Add the event's date, exactly as precise as it is given, and its time."""
    start, end = mapping_of(event.get("start_date")), mapping_of(event.get("end_date"))
    found.date = edtf_of(start)
    until = edtf_of(end)
    if found.date and until and until != found.date:
        found.date = f"{found.date}/{until}"
    elif end and not until:
        found.notes.append(f"end_date cannot be read: {words_of(end)}")
    hour, minute = number_of(start.get("hour")), number_of(start.get("minute"))
    is_day = re.fullmatch(r"\d{4}-\d\d-\d\d", found.date)
    if is_day and hour in range(HOURS + 1) and minute in range(MINUTES + 1):
        found.time = f"{hour:02d}:{minute:02d}"
    elif hour is not None:
        found.notes.append(f"time of start_date: {words_of(start)}")
    for name, date in (("start_date", start), ("end_date", end)):
        rest = {key: value for key, value in date.items() if key not in OF_DATE and value}
        if name == "end_date":
            rest |= {key: date[key] for key in ("hour", "minute") if date.get(key)}
        if rest:
            found.notes.append(f"{name}: {words_of(rest)}")
    if not found.date:
        found.notes.append(f"start_date cannot be read: {words_of(event.get('start_date'))}")


def edtf_of(date: Mapping[str, object]) -> str:
    """Return a date of year, month and day in EDTF, empty where a part is no number."""
    year, month, day = (number_of(date.get(name)) for name in ("year", "month", "day"))
    given = [name for name in ("year", "month", "day") if date.get(name) not in (None, "")]
    if (
        year is None
        or abs(year) > LONGEST_YEAR
        or given
        not in (
            ["year"],
            ["year", "month"],
            ["year", "month", "day"],
        )
    ):
        return ""
    text = f"{'-' if year < 0 else ''}{abs(year):04d}"
    if "month" in given:
        if month not in range(1, MONTHS + 1):
            return ""
        text += f"-{month:02d}"
    if "day" in given:
        if day not in range(1, DAYS + 1):
            return ""
        text += f"-{day:02d}"
    return text


def number_of(value: object) -> int | None:
    """Return a whole number that is given as a number or as text."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    text = str(value).strip().removesuffix(".0")
    return (
        int(text)
        if NUMBER.fullmatch(text) and text.isascii() and len(text) < LONGEST_NUMBER
        else None
    )


LONGEST_NUMBER = 7


def mapping_of(value: object) -> Mapping[str, object]:
    """Return a mapping, empty for anything else."""
    return value if isinstance(value, dict) else {}


def string_of(value: object) -> str:
    """Return a text, empty for anything else."""
    return value if isinstance(value, str) else ""


def words_of(value: object) -> str:
    """Return a value as it stood in the file, on one line."""
    return (
        " ".join(value.split()) if isinstance(value, str) else msgspec.json.encode(value).decode()
    )
