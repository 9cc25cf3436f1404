"""TimelineJS 3's JSON as fields of events, with notes on all that has no place in them."""

import html
import re
from collections.abc import Mapping

import msgspec

from generator.errors import UsageError
from generator.exchange.found import Found
from generator.exchange.html_text import markdown_of, marked_parts, plain_text
from generator.exchange.texts import json_of
from generator.exchange.timelinejs_dates import edtf_year, is_same, slide_dates
from generator.model.edtf import DateError, parse_edtf
from generator.model.partial_date import PartialDate

NUMBER = re.compile(r"[+-]?\d{1,6}")
KNOWN = {"start_date", "end_date", "text", "group", "unique_id", "verbatim"}
OF_DATE = {"year", "month", "day", "hour", "minute"}
MONTHS, DAYS, HOURS, MINUTES = 12, 31, 23, 59
LONGEST_YEAR = 9999
SUMMARY, BODY = "verbatim-summary", "verbatim-body"


def read_timelinejs(data: bytes) -> tuple[list[Found], list[str]]:
    """Return the events of a timeline in order, and notes on the timeline itself."""
    timeline = json_of(data)
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
    found.id = string_of(event.get("unique_id"))
    found.title = plain_text(string_of(text.get("headline")))
    # TimelineJS shows a group's text as HTML twice over.
    found.group = html.unescape(plain_text(string_of(event.get("group"))))
    if mapping_of(event.get("verbatim")):
        add_own_text(found, string_of(text.get("text")))
    else:
        found.body = markdown_of(string_of(text.get("text")))
    add_dates(found, event)
    found.links = [string_of(mapping_of(event.get("media")).get("url"))]
    found.notes += [
        f"{name}: {words_of(value)}"
        for name, value in event.items()
        if name not in KNOWN and value not in (None, "", {})
    ]
    return found


def add_own_text(found: Found, text: str) -> None:
    """Add summary and body of an event that Verbatim exported.

    What else its text says, its quotes and claims, is no prose of the event: it is noted.
    """
    parts, rest = marked_parts(text, (SUMMARY, BODY))
    found.summary, found.body = parts.get(SUMMARY, ""), parts.get(BODY, "")
    found.notes += [f"text: {rest}"] if rest else []


def add_dates(found: Found, event: Mapping[str, object]) -> None:
    """Add the event's date, exactly as precise as it is given, and its time."""
    start, end = mapping_of(event.get("start_date")), mapping_of(event.get("end_date"))
    if add_typed(found, mapping_of(event.get("verbatim")), start, end):
        return
    found.date = edtf_of(start)
    until = edtf_of(end)
    if found.date and until and until != found.date:
        found.date = f"{found.date}/{until}"
    elif end and not until:
        found.notes.append(f"end_date cannot be read: {words_of(end)}")
    hour, minute = number_of(start.get("hour")), number_of(start.get("minute"))
    is_day = re.fullmatch(r"-?\d{4}-\d\d-\d\d", found.date)
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


def add_typed(
    found: Found,
    typed: Mapping[str, object],
    start: Mapping[str, object],
    end: Mapping[str, object],
) -> bool:
    """Add the moment as Verbatim exported it; return False where the slide says another by now."""
    if not typed:
        return False
    try:
        date = parse_edtf(string_of(typed.get("date")))
    except DateError:
        date = None
    time = string_of(typed.get("time"))
    if date is None or not is_typed(date, time, start, end):
        found.notes.append(f"verbatim, which is not what start_date says: {words_of(typed)}")
        return False
    found.date, found.time = date.text, time
    found.part_of_day = string_of(typed.get("part_of_day"))
    found.timezone = string_of(typed.get("timezone"))
    return True


def is_typed(
    date: PartialDate, time: str, start: Mapping[str, object], end: Mapping[str, object]
) -> bool:
    """Return whether a slide of these dates still says the date and time that were typed."""
    first, last = slide_dates(date)
    hour, minute = (number_of(start.get(name)) or 0 for name in ("hour", "minute"))
    typed = time.rstrip("~") or f"{first.get('hour', 0):02d}:{first.get('minute', 0):02d}"
    return is_same(start, first) and is_same(end, last) and typed == f"{hour:02d}:{minute:02d}"


def edtf_of(date: Mapping[str, object]) -> str:
    """Return a date of year, month and day in EDTF, empty where a part is no number."""
    year, month, day = (number_of(date.get(name)) for name in ("year", "month", "day"))
    given = [name for name in ("year", "month", "day") if date.get(name) not in (None, "")]
    if (
        year is None
        or abs(year) > LONGEST_YEAR
        or given not in (["year"], ["year", "month"], ["year", "month", "day"])
    ):
        return ""
    counted = edtf_year(year)
    text = f"{'-' if counted < 0 else ''}{abs(counted):04d}"
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
    return int(text) if text.isascii() and NUMBER.fullmatch(text) else None


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
