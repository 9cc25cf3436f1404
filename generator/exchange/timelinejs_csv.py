"""TimelineJS's spreadsheet as CSV: each row becomes what its JSON would say."""

import csv
import io
import re

from generator.errors import UsageError
from generator.exchange.found import Found
from generator.exchange.timelinejs import event_of

COLUMNS = ("year", "month", "day")
CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
PLACED = {*COLUMNS, *(f"end {name}" for name in COLUMNS), "headline", "text", "group"}


def read_timelinejs_csv(data: bytes) -> tuple[list[Found], list[str]]:
    """Return the rows' events in order, and notes on rows for the title and for eras."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("the file is not in UTF-8; save it as UTF-8 and try again") from error
    first = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    try:
        header = [name.strip().casefold() for name in next(rows, [])]
        if not {"year", "headline"} <= set(header):
            raise UsageError('the first row has no columns "Year" and "Headline"')
        return events_of(header, [(rows.line_num, row) for row in rows])
    except csv.Error as error:
        raise UsageError(f"line {rows.line_num} is no CSV: {error}") from error


def events_of(
    header: list[str], rows: list[tuple[int, list[str]]]
) -> tuple[list[Found], list[str]]:
    """Return the events of rows, each with the line that it ends on, and notes."""
    events: list[Found] = []
    notes: list[str] = []
    for line, row in rows:
        cells = [cell.strip() for cell in row]
        named = dict(zip(header, cells, strict=False))
        over = {f"cell {at}": cell for at, cell in enumerate(cells, 1) if at > len(header)}
        given = {name: cell for name, cell in (named | over).items() if cell}
        if given.get("type", "").casefold() in {"title", "era"}:
            notes.append(f"line {line}: {given}")
        elif given:
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
