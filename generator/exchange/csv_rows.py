"""Tables of other programs: CSV with whatever separator, each row with its line."""

import csv
import io
import re

from generator.errors import UsageError

DELIMITERS = ",;\t|"
EXCEL_LINE = re.compile(r"sep=([,;\t|:])\r?\n", re.IGNORECASE)
# Other libraries in the same process may have allowed more.
LONGEST_CELL = 131_072
Row = tuple[int, list[str]]


def csv_rows(text: str, delimiter: str = "") -> tuple[list[str], list[Row]]:
    """Return the names in the first row, and each other row with the line that it begins on.

    Without a delimiter it is the one that Excel's first line names (`sep=;`), or that the first row
    has most of. Raises UsageError with the line of what is no CSV, such as a quote that nobody
    closes.
    """
    begins = 1
    if named := EXCEL_LINE.match(text):
        delimiter, text, begins = delimiter or named[1], text[named.end() :], 2
    before = begins - 1
    first = text.lstrip().partition("\n")[0]
    chosen = delimiter or max(DELIMITERS, key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=chosen, strict=True)
    found: list[Row] = []
    allowed = csv.field_size_limit(LONGEST_CELL)
    try:
        for row in rows:
            found.append((begins, [cell.strip() for cell in row]))
            begins = before + rows.line_num + 1
    except csv.Error as error:
        raise UsageError(f"line {before + rows.line_num}: this is no CSV: {error}") from error
    finally:
        csv.field_size_limit(allowed)
    filled = [row for row in found if any(row[1])]
    if not filled:
        raise UsageError("the file has no rows")
    return filled[0][1], filled[1:]


def named_cells(header: list[str], row: list[str]) -> dict[str, str]:
    """Return a row's cells by their columns' names.

    A column without a name, or of a name that one before it has, goes by its number too, and so
    do cells beyond the columns.
    """
    names = [
        f"{name or 'column'} {at}" if not name or name in header[: at - 1] else name
        for at, name in enumerate(header, 1)
    ]
    cells = dict(zip(names, row, strict=False))
    over = {f"cell {at}": cell for at, cell in enumerate(row, 1) if at > len(header)}
    return {name: cell for name, cell in (cells | over).items() if cell}
