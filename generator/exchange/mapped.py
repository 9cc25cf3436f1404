"""Records of other programs as fields of events, by a mapping; what it does not name is noted."""

import re
from collections.abc import Mapping, Sequence

from generator.errors import UsageError
from generator.exchange.csv_rows import csv_rows, named_cells
from generator.exchange.date_formats import dated
from generator.exchange.found import Found, FoundPlace, found_at
from generator.exchange.html_losses import note_left_out
from generator.exchange.html_text import markdown_of, markdown_of_text
from generator.exchange.mapping import LINES, FieldMap, Source, TableMap
from generator.exchange.texts import text_of

# A record: what stands under each name, several values where the format knows lists.
Values = Mapping[str, Sequence[str]]
Positions = Sequence[tuple[str, str]]
ATTRIBUTES = {"category": "group"}
# What many programs write behind the seconds, and EDTF has no room for.
FRACTION = re.compile(r"(?<=T\d\d:\d\d:\d\d)\.(\d{1,9})(?=Z?$|[+-])")
DECIMAL_COMMA = re.compile(r"-?\d{1,3},\d+")


def read_csv(data: bytes, table: TableMap) -> tuple[list[Found], list[str]]:
    """Return the rows' events in order; raise UsageError for columns that are not there."""
    header, rows = csv_rows(text_of(data, table.encoding), table.delimiter)
    twice = next((name for name in header if name and header.count(name) > 1), None)
    if twice is not None:
        raise UsageError(f'line 1: two columns are called "{twice}"; rename one')
    refuse_missing(table, header)
    found: list[Found] = []
    for line, row in rows:
        cells = {name: [unguarded(cell, table)] for name, cell in named_cells(header, row).items()}
        where = f"line {line}"
        found.append(found_at(where, found_of, cells, table, where))
    return found, []


def unguarded(cell: str, table: TableMap) -> str:
    """Return a cell's text without the apostrophe that keeps a spreadsheet from running it."""
    return cell.removeprefix("'") if table.is_guarded else cell


def refuse_missing(table: TableMap, header: Sequence[str]) -> None:
    """Raise UsageError where the mapping names a column that the table does not have."""
    for field, each in table.fields.items():
        for name in (each.source.column, each.about, each.lat, each.lon, each.precision.column):
            if name and name not in header:
                raise UsageError(
                    f'{field}: there is no column "{name}"; there are {", ".join(header)}'
                )


def found_of(
    values: Values, table: TableMap, where: str, positions: Positions | None = None
) -> Found:
    """Return a record's event; `positions` are its places' latitudes and longitudes, as typed."""
    found = Found(where)
    fields = table.fields
    for name in LINES:
        if name in fields:
            text = " ".join("; ".join(taken(values, fields[name].source)).split())
            if name == "link":
                found.links.append(text)
            else:
                setattr(found, ATTRIBUTES.get(name, name), text)
    if "time" in fields and "true" in values.get(fields["time"].about, ()):
        found.time += "~"
    add_dates(found, values, fields)
    add_prose(found, values, fields)
    if "tags" in fields:
        found.tags = listed(values, fields["tags"])
    if "places" in fields:
        add_places(found, values, fields["places"], positions)
    used = names_used(fields)
    found.notes += [
        f"{name}: {' | '.join(each)}" for name, each in values.items() if name not in used
    ]
    if "link" in fields and found.links[0]:
        found.notes.append(f"link: {found.links[0]}")
    return found


def names_used(fields: Mapping[str, FieldMap]) -> set[str]:
    """Return the names of all columns that the mapping takes something from."""
    maps = fields.values()
    plain = {each.source.column for each in maps} | {each.precision.column for each in maps}
    beside = {name for each in maps for name in (each.about, each.lat, each.lon)}
    return plain | beside


def taken(values: Values, source: Source) -> list[str]:
    """Return what a source gives: the constant, or the column's values, translated."""
    if source.constant:
        return [source.constant]
    return [source.values.get(each, each) for each in values.get(source.column, ()) if each]


def listed(values: Values, field: FieldMap) -> list[str]:
    """Return a field's values, split where it has a separator, each once."""
    found = taken(values, field.source)
    if field.separator:
        found = [part for each in found for part in each.split(field.separator.strip() or None)]
        found = [field.source.values.get(part.strip(), part.strip()) for part in found]
    return list(dict.fromkeys(each for each in found if each))


def add_dates(found: Found, values: Values, fields: Mapping[str, FieldMap]) -> None:
    """Add the date, or the interval from it to `until`, exactly as precise as it is typed."""
    ends: list[str] = []
    for name in ("date", "until"):
        text = "; ".join(taken(values, fields[name].source)) if name in fields else ""
        edtf, time = FRACTION.sub("", text), ""
        if any(map(int, FRACTION.findall(text))):
            found.notes.append(f"{name}, of which the fraction of a second is left out: {text}")
        if text and fields[name].formats:
            edtf, time = dated(text, list(fields[name].formats))
            if not edtf:
                found.notes.append(f"{name}, which fits no format of the mapping: {text}")
        if time and name == "date" and not found.time:
            found.time = time
        elif time:
            found.notes.append(f"time of {name}: {time}")
        ends.append(edtf)
    start, end = ends
    found.date = f"{start}/{end}" if start and end and end != start else start
    if found.time and ("/" in found.date or "T" in found.date):
        if f"T{found.time}" not in found.date:
            found.notes.append(f"time, for which its date has no room: {found.time}")
        found.time = ""
    if end and not start:
        found.notes.append(f"until: {end}")


def add_prose(found: Found, values: Values, fields: Mapping[str, FieldMap]) -> None:
    """Add summary and body, with notes on what of HTML is left out."""
    for name in ("summary", "body"):
        if name in fields:
            setattr(found, name, prose(values, fields[name]))
            if fields[name].form == "html":
                note_left_out(found, name, "\n\n".join(taken(values, fields[name].source)))


def prose(values: Values, field: FieldMap) -> str:
    """Return a text as Markdown; of a plain one its paragraphs, with no sign taken for a mark."""
    text = "\n\n".join(taken(values, field.source))
    if field.form == "markdown":
        return text
    if field.form == "html":
        return markdown_of(text)
    return markdown_of_text(text)


def degrees(text: str) -> str:
    """Return degrees with a point where they are written with a comma, which is no thousand."""
    return text.replace(",", ".") if DECIMAL_COMMA.fullmatch(text) else text


def add_places(found: Found, values: Values, field: FieldMap, positions: Positions | None) -> None:
    """Add the places by name, with their coordinates where each has its own."""
    names = listed(values, field)
    if positions is None:
        pair = [degrees(" ".join(values.get(name, ()))) for name in (field.lat, field.lon)]
        positions = [(pair[0], pair[1])] if any(pair) else []
    if positions and not names:
        names = [f"Place at {lat}, {lon}" for lat, lon in positions]
    if positions and len(positions) != len(names):
        found.notes.append(f"coordinates of other than {len(names)} places: {list(positions)}")
        positions = []
    precision = "; ".join(dict.fromkeys(taken(values, field.precision)))
    if positions and not precision:
        raise UsageError(
            f"{found.where}: has coordinates; say in the mapping how precise they are, "
            "places: {precision: exact, settlement, district, region or country}"
        )
    pairs = positions or [("", "")] * len(names)
    found.places = [
        FoundPlace(name, lat, lon, precision if lat else "")
        for name, (lat, lon) in zip(names, pairs, strict=True)
    ]
