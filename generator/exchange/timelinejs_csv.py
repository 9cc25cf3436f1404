"""TimelineJS's spreadsheet as CSV: each row becomes what its JSON would say."""

import re

from generator.errors import UsageError
from generator.exchange.csv_rows import csv_rows, named_cells
from generator.exchange.found import Found
from generator.exchange.texts import text_of
from generator.exchange.timelinejs import event_of

COLUMNS = ("year", "month", "day")
CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
PLACED = {*COLUMNS, *(f"end {name}" for name in COLUMNS), "headline", "text", "group"}


def read_timelinejs_csv(data: bytes) -> tuple[list[Found], list[str]]:
    """Return the rows' events in order, and notes on rows for the title and for eras."""
    names, rows = csv_rows(text_of(data))
    header = [name.casefold() for name in names]
    if not {"year", "headline"} <= set(header):
        raise UsageError('the first row has no columns "Year" and "Headline"')
    events: list[Found] = []
    notes: list[str] = []
    for line, row in rows:
        given = named_cells(header, row)
        if given.get("type", "").casefold() in {"title", "era"}:
            notes.append(f"line {line}: {given}")
        else:
            events.append(event_of_row(given, line))
    return events, notes


def event_of_row(given: dict[str, str], line: int) -> Found:
    """Return a row's event; what has no place stays under its column's name."""
    start = {name: given[name] for name in COLUMNS if name in given}
    clock = CLOCK.fullmatch(given.get("time", ""))
    placed = PLACED | ({"time"} if clock else set())
    if clock:
        start |= {"hour": clock[1], "minute": clock[2]}
    event: dict[str, object] = {
        "start_date": start,
        "end_date": {name: given[f"end {name}"] for name in COLUMNS if f"end {name}" in given},
        "text": {"headline": given.get("headline", ""), "text": given.get("text", "")},
        "group": given.get("group", ""),
    }
    event |= {name: cell for name, cell in given.items() if name not in placed}
    found = event_of(event, line)
    found.where = f"line {line}"
    return found
