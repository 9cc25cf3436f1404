"""TimelineJS's spreadsheet as CSV: each row becomes what its JSON would say."""

import re

from generator.errors import UsageError
from generator.exchange.csv_rows import csv_rows, named_cells
from generator.exchange.found import Found, found_at
from generator.exchange.texts import text_of
from generator.exchange.timelinejs import ERA, era_of, event_of

PARTS = ("year", "month", "day")
# As the library's parseTime: 16:05, 4:05:06 PM, 4.05, 1605.
CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d{2}))?(?:[:.](?P<second>\d{1,2}(?:[.,:]\d+)?))?"
    r"\s*(?P<half>[ap]\.?m\.?)?",
    re.IGNORECASE,
)
NOON, LAST_HOUR = 12, 23
# The dates of older sheets, each in one cell, with or without a time.
OLD_DATES = tuple(
    re.compile(pattern + r"(?:[ T]+(?P<time>\d.*))?")
    for pattern in (
        r"(?P<year>-?\d+)",
        r"(?P<year>-?\d+)-(?P<month>\d+)",
        r"(?P<year>-?\d+)-(?P<month>\d+)-(?P<day>\d+)",
        r"(?P<month>\d+)/(?P<year>\d+)",
        r"(?P<month>\d+)/(?P<day>\d+)/(?P<year>\d+)",
    )
)
MEDIA = {
    "media": "url",
    "media credit": "credit",
    "media caption": "caption",
    "media thumbnail": "thumbnail",
    "alt text": "alt",
}


def read_timelinejs_csv(data: bytes) -> tuple[list[Found], list[str]]:
    """Return the rows' events in order, and notes on rows for the title and for eras."""
    names, rows = csv_rows(text_of(data))
    header = [name.casefold() for name in names]
    if "headline" not in header or not {"year", "start date"} & set(header):
        raise UsageError('the first row has no columns "Year", or "Start Date", and "Headline"')
    events: list[Found] = []
    notes: list[str] = []
    for line, row in rows:
        given = named_cells(header, row)
        if given.get("type", "").casefold() == "title":
            notes.append(f"line {line}: {given}")
        else:
            where = f"line {line}"
            events.append(found_at(where, event_of_row, given, where))
    return events, notes


def event_of_row(given: dict[str, str], where: str) -> Found:
    """Return a row's event; what has no place stays under its column's name."""
    rest = dict(given)
    is_era = rest.get("type", "").casefold() == ERA
    if is_era:
        del rest["type"]
    media = {name: rest.pop(column) for column, name in MEDIA.items() if column in rest}
    event: dict[str, object] = {
        "start_date": date_in(rest, ""),
        "end_date": date_in(rest, "end "),
        "text": {"headline": rest.pop("headline", ""), "text": rest.pop("text", "")},
        "group": rest.pop("group", "") or rest.pop("tag", ""),
        "media": media,
        "display_date": rest.pop("display date", ""),
    }
    event |= rest
    return era_of(event, where) if is_era else event_of(event, where)


def date_in(rest: dict[str, str], before: str) -> dict[str, str]:
    """Take a date out of a row's cells and return its parts; a time that is none stays there."""
    date = {name: rest.pop(before + name) for name in PARTS if before + name in rest}
    old = f"{before or 'start '}date"
    if not date and old in rest:
        return old_date(rest.pop(old))
    clock = clock_of(rest.get(f"{before}time", ""))
    if clock:
        del rest[f"{before}time"]
    return date | clock


def old_date(text: str) -> dict[str, str]:
    """Return the parts of a date that stands in one cell; one that cannot be read stays whole."""
    for pattern in OLD_DATES:
        found = pattern.fullmatch(text)
        if found is not None:
            date = {name: found[name] for name in PARTS if found.groupdict().get(name)}
            clock = clock_of(found["time"] or "")
            return date | (clock or ({"time": found["time"]} if found["time"] else {}))
    return {"text": text}


def clock_of(text: str) -> dict[str, str]:
    """Return the parts of a time of day, empty for no time."""
    found = CLOCK.fullmatch(text)
    if found is None:
        return {}
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % NOON + (NOON if found["half"][0] in "pP" else 0) if hour <= NOON else hour
    parts = {"hour": str(hour), "minute": found["minute"], "second": found["second"]}
    return {name: value for name, value in parts.items() if value} if hour <= LAST_HOUR else {}
