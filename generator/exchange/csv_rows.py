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
        end = before + rows.line_num
        where = f"line {begins}" + (
            f", in a row that goes on to line {end}" if end > begins else ""
        )
        raise UsageError(f"{where}: this is no CSV: {reason(error)}") from error
    finally:
        csv.field_size_limit(allowed)
    filled = [row for row in found if any(row[1])]
    if not filled:
        raise UsageError("the file has no rows")
    return filled[0][1], filled[1:]


def reason(error: csv.Error) -> str:
    """Return what is wrong with a row, and what to do."""
    said = str(error)
    if "unexpected end of data" in said:
        return 'a quote opens a cell that nobody closes; close it, or write it twice ("")'
    if "expected after" in said:
        return (
            'words stand behind the quote that closes a cell; write a quote within one twice ("")'
        )
    if "field larger" in said:
        return (
            f"a cell is longer than {LONGEST_CELL:,} characters; see whether a quote before it is "
            "not closed, or shorten it"
        )
    return f"{said}; mend the row, or export the table again"


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
