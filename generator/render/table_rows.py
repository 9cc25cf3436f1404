"""Table rows: nouns as rows of a table, in CSV (RFC 4180) and in JSON."""

import csv
from collections.abc import Iterable
from typing import Any

import msgspec

from generator.model.tables.declared import TABLES
from generator.model.tables.table import Cell, Table

# A spreadsheet takes what begins so for a formula, and runs it. The apostrophe is among them so
# that what was put before a text can be told from what it begins with.
RISKY = frozenset("=+-@\t\r'")
Row = list[Cell]


class RowWriter:
    """Writes the rows of one table."""

    def __init__(self, table: Table) -> None:
        """Take the table."""
        self.rows_of = table.rows
        self.names = table.names
        self.values = tuple(column.value for column in table.columns)

    def rows(self, noun: Any) -> list[Row]:  # noqa: ANN401 - what the table is of
        """Return the noun's rows; what is empty is None."""
        return [self.row(each) for each in self.rows_of(noun)]

    def row(self, nouns: tuple[Any, ...]) -> Row:
        """Return the row of these nouns."""
        # Nought and no are values, an empty text is none.
        return [None if (cell := value(*nouns)) == "" else cell for value in self.values]

    def json(self, rows: Iterable[Row]) -> bytes:
        """Return rows as JSON objects, one a line, with commas between."""
        return b",\n".join(
            msgspec.json.encode(dict(zip(self.names, row, strict=True))) for row in rows
        )


def csv_text(rows: Iterable[Iterable[Cell]]) -> bytes:
    """Return rows as CSV (RFC 4180), texts that spreadsheets would run made harmless."""
    lines = Lines()
    writer = csv.writer(lines, lineterminator="\r\n")
    for row in rows:
        writer.writerow([safe(cell) for cell in row])
    return "".join(lines).encode()


class Lines(list[str]):
    """Lines that are written to a file that is none."""

    write = list.append


def safe(cell: Cell) -> Cell:
    """Return the value as CSV has it: an apostrophe before a text that could be a formula.

    One apostrophe at the beginning is therefore never part of the text itself.
    """
    if isinstance(cell, str):
        return f"'{cell}" if cell[0] in RISKY else cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell


WRITERS = {table.name: RowWriter(table) for table in TABLES}
