"""Dates of a TimelineJS slide as an event's date and time, no more precise than they are given."""

import re
from collections.abc import Mapping

from generator.exchange.found import Found
from generator.exchange.timelinejs_dates import edtf_year, is_same, slide_dates
from generator.exchange.timelinejs_values import (
    mapping_in,
    number_of,
    string_of,
    words_of,
)
from generator.model.edtf import DateError, parse_edtf
from generator.model.partial_date import PartialDate

PARTS = ("year", "month", "day")
CLOCK = ("hour", "minute")
MONTHS, DAYS, HOURS, MINUTES = 12, 31, 23, 59
LONGEST_PLAIN_YEAR = 9999
# What stands before a year that is not quite known, in the words of Latin and of English.
ABOUT = re.compile(r"^(?:circa|ca?\.?|about|around|approx\.|approximately)\s*")


def add_dates(found: Found, event: Mapping[str, object]) -> None:
    """Add the event's date, exactly as precise as it is given, and its time."""
    start, end = mapping_in(found, event, "start_date"), mapping_in(found, event, "end_date")
    typed = mapping_in(found, event, "verbatim")
    for name, date in (("start_date", start), ("end_date", end)):
        note_rest(found, name, date)
    if add_typed(found, typed, start, end):
        return
    shown = words_of(event.get("display_date") or start.get("display_date") or "")
    found.date = edtf_of(start)
    found.date += doubt_in(shown, found.date) if found.date and not end else ""
    until = edtf_of(end)
    if found.date and until and until != found.date:
        found.date = f"{found.date}/{until}"
    elif end and not until:
        found.notes.append(f"end_date cannot be read: {words_of(end)}")
    add_time(found, start)
    if any(end.get(name) for name in CLOCK):
        found.notes.append(f"time of end_date: {words_of(end)}")
    if not found.date:
        found.notes.append(f"start_date cannot be read: {words_of(event.get('start_date'))}")


def doubt_in(shown: str, year: str) -> str:
    """Return the mark of a year that is shown as “c. 1915” or “1915?”, empty where it is not."""
    words = shown.strip().casefold()
    if ABOUT.sub("", words) == year and words != year:
        return "~"
    return "?" if words == f"{year}?" else ""


def note_rest(found: Found, name: str, date: Mapping[str, object]) -> None:
    """Note what an event's date has no room for."""
    rest = {key: value for key, value in date.items() if key not in {*PARTS, *CLOCK} and value}
    if rest:
        found.notes.append(f"{name}: {words_of(rest)}")
    year = number_of(date.get("year"))
    if year is not None and is_long(edtf_year(year)) and any(date.get(each) for each in PARTS[1:]):
        found.notes.append(f"{name}, of which only so long a year is taken: {words_of(date)}")


def add_time(found: Found, start: Mapping[str, object]) -> None:
    """Add the time of a day; one that cannot be read, or of no single day, is noted."""
    hour, minute = (number_of(start.get(name)) for name in CLOCK)
    is_day = re.fullmatch(r"-?\d{4}-\d\d-\d\d", found.date)
    if is_day and hour in range(HOURS + 1) and minute in range(MINUTES + 1):
        found.time = f"{hour:02d}:{minute:02d}"
    elif any(start.get(name) not in (None, "") for name in CLOCK):
        found.notes.append(f"time of start_date: {words_of(start)}")


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
    year, month, day = (number_of(date.get(name)) for name in PARTS)
    given = [name for name in PARTS if date.get(name) not in (None, "")]
    if year is None or given != list(PARTS[: len(given)]):
        return ""
    counted = edtf_year(year)
    if is_long(counted):
        return f"Y{counted}"
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


def is_long(year: int) -> bool:
    """Return whether EDTF writes a year with its letter, and nothing more exact than it."""
    return abs(year) > LONGEST_PLAIN_YEAR
