"""iCalendar (RFC 5545) as fields of events: whole days, moments, and what stands beside them."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar
from icalendar.error import BrokenCalendarProperty

from generator.errors import UsageError
from generator.exchange.found import Found, FoundPlace, found_at
from generator.exchange.html_losses import note_left_out
from generator.exchange.html_text import markdown_of, markdown_of_text
from generator.exchange.ical_lines import AGAIN, refuse_broken
from generator.exchange.texts import text_of
from generator.model.edtf import DateError, parse_edtf

# A component of a calendar; what a property is depends on its name, which types cannot say.
Component: TypeAlias = Any
OWN_UID = re.compile(r"tag:[^:]+:.*/events/([a-z0-9]+(?:-[a-z0-9]+)*)/")
PLACED = {"SUMMARY", "DTSTART", "DTEND", "DURATION", "DESCRIPTION", "LOCATION", "UID", "X-EDTF"}
ONCE = (*sorted(PLACED), "URL")
REPEATING = {"RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
# Parameters that are a value's form, or whose clock it is.
UNDERSTOOD = {"VALUE", "TZID"}
DAY = timedelta(days=1)
# What the editors of calendars write; other signs between brackets are words.
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
TAG = re.compile(r"<(a|b|div|em|i|ol|p|span|strong|u|ul)(?:\s[^<>]*)?>", re.IGNORECASE)
LINE_OF_WORDS = re.compile(r"(?<!<br>)\n(?=[^<\s])", re.IGNORECASE)


def read_ical(data: bytes) -> tuple[list[Found], list[str]]:
    """Return the calendar's events in order, and notes on all else that it holds.

    Raises UsageError with the line of what is no iCalendar.
    """
    text = text_of(data)
    refuse_broken(text)
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, IndexError) as error:
        raise UsageError(f"line 1: this is no iCalendar: {error}; {AGAIN}") from error
    events: list[Found] = []
    notes: list[str] = []
    for calendar in calendars:
        notes += [
            f"{name}: {said_whole(value)}"
            for name, value in calendar.property_items(recursive=False)
        ][1:-1]
        for component in calendar.subcomponents:
            if component.name == "VEVENT":
                number = len(events) + 1
                events.append(found_at(f"event {number}", event_of, component, number))
            else:
                notes.append(f"{component.name}: {' '.join(component.to_ical().decode().split())}")
    return events, notes


def event_of(component: Component, number: int) -> Found:
    """Return one of the calendar's events."""
    surplus = [*taken_once(component)]
    uid = str(component.get("UID", ""))
    own = OWN_UID.fullmatch(uid)
    found = Found(f"event {number}", id=own[1] if own else "", title=one_line(component, "SUMMARY"))
    found.notes += surplus
    if uid and not own:
        found.notes.append(f"UID: {uid}")
    add_description(found, str(component.get("DESCRIPTION", "")), is_own=own is not None)
    location = one_line(component, "LOCATION")
    found.places = [FoundPlace(location)] if location else []
    groups = [stated(each, "cats") or [each] for each in several(component, "CATEGORIES")]
    categories = [str(each) for group in groups for each in group]
    found.group = categories[0] if categories else ""
    found.notes += [f"CATEGORIES: {each}" for each in categories[1:]]
    found.links = [str(component.get("URL", ""))]
    add_dates(found, component)
    for name, value in component.property_items(recursive=False):
        if name in REPEATING:
            found.notes.append(
                f"{name}, of which only the first time is taken: {said_whole(value)}"
            )
        elif name not in PLACED | {"BEGIN", "END", "CATEGORIES"}:
            found.notes.append(f"{name}: {said_whole(value)}")
        elif name in PLACED and (beside := parameters(value, UNDERSTOOD)):
            found.notes.append(f"{name}, beside its value: {beside}")
    found.notes += [f"{name}, which cannot be read: {why}" for name, why in component.errors]
    for each in component.subcomponents:
        found.notes.append(f"{each.name}: {' '.join(each.to_ical().decode().split())}")
    return found


def taken_once(component: Component) -> Iterator[str]:
    """Leave the first of each property that an event may have once; yield a note of every other."""
    for name in ONCE:
        first, *others = [*several(component, name)] or [None]
        if others:
            component[name] = first
        for each in others:
            yield f"{name}, which stands there more than once: {said(each)}"


def add_description(found: Found, text: str, *, is_own: bool) -> None:
    """Add a text as the body; in a calendar of Verbatim's it tells the time of day in words.

    By the standard it is plain, and other calendars write HTML: what has its tags is read as such,
    and stands in the report as it was.
    """
    if is_own and text:
        found.notes.append(f"DESCRIPTION: {text}")
    elif is_html(text):
        found.notes.append(f"DESCRIPTION, which is read as HTML: {text}")
        html = LINE_OF_WORDS.sub("<br>", text)
        found.body = markdown_of(html)
        note_left_out(found, "DESCRIPTION", html)
    else:
        found.body = markdown_of_text(text)


def is_html(text: str) -> bool:
    """Return whether a text breaks lines as HTML does, or has an element that it closes."""
    opened = {found[1].lower() for found in TAG.finditer(text)}
    lower = text.lower()
    return BREAK.search(text) is not None or any(f"</{name}>" in lower for name in opened)


def add_dates(found: Found, component: Component) -> None:
    """Add the days and the time; what a date of ours cannot say is noted."""
    start, end = moment(component, "DTSTART"), ending(component)
    if start is None:
        found.notes += [f"DTSTART: {said(each)}" for each in several(component, "DTSTART")]
        return
    first, last = day_of(start), day_of(end) if end is not None else day_of(start)
    if not isinstance(start, datetime) and end is not None:
        last = max(first, last - DAY)  # the end of whole days is the day after them
    if end is not None and day_of(end) < first:
        found.notes.append(f"an end before the beginning: {end.isoformat()}")
    typed = str(component.get("X-EDTF", ""))
    if typed and spans(typed, first, last):
        found.date = typed
        return
    found.date = first.isoformat() if last <= first else f"{first}/{last}"
    if typed:
        found.notes.append(f"X-EDTF, which is not what DTSTART says: {typed}")
    if isinstance(start, datetime):
        add_time(found, start, component, is_one_day=last <= first)
    if isinstance(end, datetime) and end != start:
        found.notes.append(f"until {end.isoformat(sep=' ')}")


def add_time(found: Found, start: datetime, component: Component, *, is_one_day: bool) -> None:
    """Add the time of day with whose clock it is: a zone's, an offset's, or nobody's."""
    clock = f"{start:%H:%M}"
    if start.second:
        found.notes.append(f"seconds of the time: {start:%H:%M:%S}")
    zone = zone_name(start, component)
    if not is_one_day:
        found.notes.append(f"time, which no interval has: {clock} {zone}".rstrip())
    elif zone:
        found.time, found.timezone = clock, zone
    elif start.tzinfo is not None:
        found.date = f"{start.replace(microsecond=0):%Y-%m-%dT%H:%M:%S}{start:%z}"
        found.date = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", found.date)
    else:
        found.time = clock
        named = component["DTSTART"].params.get("TZID", "")
        zone = f'a zone that nobody knows, "{named}"' if named else "no zone"
        found.notes.append(f"the time is of {zone}: it is taken for the place's or the site's")


def zone_name(start: datetime, component: Component) -> str:
    """Return the zone of a time as its name in the tz database, empty where it has none."""
    named = component["DTSTART"].params.get("TZID") or getattr(start.tzinfo, "key", "")
    for each in (str(named), str(getattr(start.tzinfo, "key", ""))):
        if "/" in each:
            try:
                return ZoneInfo(each).key
            except (ZoneInfoNotFoundError, ValueError):
                continue
    return ""


def spans(typed: str, first: date, last: date) -> bool:
    """Return whether an EDTF date is of these days."""
    try:
        found = parse_edtf(typed)
    except DateError:
        return False
    return (found.earliest, found.latest) == (first.toordinal(), last.toordinal())


def moment(component: Component, name: str) -> date | datetime | None:
    """Return a property's day or moment, None where there is none that can be read."""
    value = stated(component.get(name), "dt")
    return value if isinstance(value, date) else None


def stated(value: Component, name: str) -> Component:
    """Return what a property's value holds under a name, None where it cannot be read."""
    try:
        return getattr(value, name, None)
    except BrokenCalendarProperty:
        return None


def ending(component: Component) -> date | datetime | None:
    """Return when an event ends, by its end or by how long it takes."""
    end, start = moment(component, "DTEND"), moment(component, "DTSTART")
    length = stated(component.get("DURATION"), "dt")
    if end is None and start is not None and isinstance(length, timedelta):
        return start + length
    return end


def day_of(value: date | datetime) -> date:
    """Return the day of a day or a moment, by its own clock."""
    return value.date() if isinstance(value, datetime) else value


def several(component: Component, name: str) -> Iterator[Component]:
    """Yield a property's values, however often it stands there."""
    value = component.get(name)
    yield from value if isinstance(value, list) else [] if value is None else [value]


def one_line(component: Component, name: str) -> str:
    """Return a text of a property on one line."""
    return " ".join(str(component.get(name, "")).split())


def said(value: Component) -> str:
    """Return a property's value as the calendar has it."""
    text = value.to_ical() if hasattr(value, "to_ical") else value
    return text.decode() if isinstance(text, bytes) else str(text)


def said_whole(value: Component) -> str:
    """Return a property's value with its parameters, as the calendar has them."""
    beside = parameters(value, set())
    return f"{said(value)} ({beside})" if beside else said(value)


def parameters(value: Component, known: set[str]) -> str:
    """Return a property's parameters but those known, as the calendar has them."""
    own = getattr(value, "params", {})
    given = {name: each for name, each in own.items() if name not in known}
    return "; ".join(
        f"{name}={', '.join(map(str, each)) if isinstance(each, list) else each}"
        for name, each in given.items()
    )
