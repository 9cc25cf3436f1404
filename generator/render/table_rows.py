"""Table rows: nouns as rows of a table, in CSV (RFC 4180) and in JSON."""

import csv
from collections.abc import Iterable
from typing import Any

import msgspec

from generator.model.tables.declared import TABLES
from generator.model.tables.table import Cell, Table

# A spreadsheet takes what begins so for a formula, and runs it: one in whatever width or height of
# the signs, another after white space or what nobody sees. The apostrophe is among them so that
# what was put before a text can be told from what it begins with.
SIGNS = "=+-@⁺⁼₊₌⩵⩶﬩﹢﹣﹦﹫＋－＝＠"
UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
RISKY = frozenset(f"{SIGNS}{UNSEEN}'{''.join(filter(str.isspace, map(chr, range(0x3001))))}")
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


class Lines(list[str]):
    """Lines that are written to a file that is none."""

    write = list.append


LINES = Lines()
LINE_WRITER = csv.writer(LINES, lineterminator="\r\n")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs; an apostrophe was put before what it would run."""
    return f"'{text}" if text and text[0] in RISKY else text


def csv_text(rows: Iterable[Iterable[Cell]]) -> bytes:
    """Return rows as CSV (RFC 4180), texts that spreadsheets would run made harmless.

    One apostrophe at the beginning of a text is therefore never part of the text itself.
    """
    # Making a writer costs as much as writing a row, so that one writes all; a call for each of
    # the many cells, as to `harmless`, would cost as much again.
    LINES.clear()
    LINE_WRITER.writerows(
        [
            (f"'{cell}" if cell[0] in RISKY else cell)
            if isinstance(cell, str)
            else FLAGS[cell]
            if cell is True or cell is False
            else cell
            for cell in row
        ]
        for row in rows
    )
    return "".join(LINES).encode()


FLAGS = {False: "false", True: "true"}
WRITERS = {table.name: RowWriter(table) for table in TABLES}
