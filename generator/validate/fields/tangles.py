"""Tangles: Markdown of so many signs that reading it takes the square of their number, or more.

Every limit is far above what prose has, and together they hold the work for one text below a
second.
"""

import re
from collections.abc import Iterator

MOST_LINES = 10_000
MOST_SIGNS = {
    "[": 1_000,
    "*": 4_000,
    "\\": 4_000,
    "_": 4_000,
    "`": 4_000,
    "#": 1_000,
    "<": 4_000,
    "|": 10_000,
}
MOST_BREAKS = 4_000
# Lines at which a paragraph is taken apart, and what follows read anew.
MOST_PARTINGS = 1_000
MOST_DEFINITIONS = 200
DEEPEST = 20
MOST_MARKERS = 20_000
MOST_EMPTY_CELLS = 1_000
LONGEST_ADDRESS = 2_000
# Shorter texts are tangled only where lists, quotations or tables are.
SHORT = min(MOST_SIGNS.values())
# Nothing that has been matched is given back (`*+`), so that each takes time by the text's length.
MARKER = r"(?:>[ \t]*+|(?:[*+-]|[0-9]{1,9}\.)[ \t]++)"
MARKERS = re.compile(rf"^[ \t]*+(?![-*_ \t]*$)({MARKER}++)", re.MULTILINE)
MARKED = re.compile(MARKER)
LEAD = r"(?:[>+=*_ \t-]|[0-9]{1,9}\.[ \t])*+"
PARTING = re.compile(rf"^(?=[^\n]*[#=*_-]){LEAD}(?:#|$)", re.MULTILINE)
DEFINITION = re.compile(rf"^{LEAD}\[[^\[\]]{{0,1000}}\]:", re.MULTILINE)
# Definitions of a line each, one under the other, are read at once.
ONE_LINE = r"^ {0,3}\[[^\[\]\n]{0,1000}\]: *[^\s]+ *(?:\"[^\n\"]*\" *)?$"
DEFINITIONS = re.compile(rf"{ONE_LINE}(?:\n+{ONE_LINE})+", re.MULTILINE)
LONG_ADDRESS = re.compile(rf"[ \t]*(?:\n[> \t]*)?[^\s]{{{LONGEST_ADDRESS + 1}}}")
EMPTY_LINE = re.compile(r"\n[ \t]*\n")
# The line below a table's head, wherever it stands.
SEPARATOR = re.compile(r"^(?=[^|\n]*\|)[-+*:|>.0-9 \t]+$", re.MULTILINE)


def tangle_in(text: str) -> str:
    """Return what a text has too much of, and how much is allowed; empty where it has not."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if "|" in lines and (message := empty_cells_in(lines)):
        return message
    if message := depth_in(lines):
        return message
    return "" if len(lines) <= SHORT else signs_in(lines)


def signs_in(text: str) -> str:
    """Return which signs a text has too many of."""
    if (number := text.count("\n") + 1) > MOST_LINES:
        return f"{number:,} lines; at most {MOST_LINES:,}"
    for sign, most in MOST_SIGNS.items():
        if (number := text.count(sign)) > most:
            return f'{number:,} times "{sign}"; at most {most:,}'
    if (number := text.count("  \n")) > MOST_BREAKS:
        return f"{number:,} line breaks by two spaces; at most {MOST_BREAKS:,}"
    if (number := len(PARTING.findall(text))) > MOST_PARTINGS:
        return f"{number:,} headings and lines of - = * _ alone; at most {MOST_PARTINGS:,}"
    return definitions_in(text) if "]:" in text else ""


def definitions_in(text: str) -> str:
    """Return what is too much in a text's definitions of links."""
    for found in DEFINITION.finditer(text):
        if LONG_ADDRESS.match(text, found.end()):
            where = f"line {text.count(chr(10), 0, found.end()) + 1} of the text"
            return f"an address of more than {LONGEST_ADDRESS:,} characters ({where}); shorten it"
    number = len(DEFINITION.findall(DEFINITIONS.sub("[]:", text)))
    if number > MOST_DEFINITIONS:
        what = "definitions of links that do not stand line under line"
        return f"{number:,} {what}; at most {MOST_DEFINITIONS}"
    return ""


def depth_in(text: str) -> str:
    """Return where lists and quotations stand too deep in one another, or too many."""
    number = 0
    for found in MARKERS.finditer(text):
        depth = len(MARKED.findall(found[1]))
        number += depth
        if depth > DEEPEST:
            where = f"line {text.count(chr(10), 0, found.start(1)) + 1} of the text"
            what = "lists and quotations in one another"
            return f"{depth:,} {what} ({where}); at most {DEEPEST}"
    if number > MOST_MARKERS:
        return f"{number:,} signs of lists and quotations; at most {MOST_MARKERS:,}"
    return ""


def empty_cells_in(text: str) -> str:
    """Return the table whose rows would be filled up with too many cells, to its columns."""
    empty = 0
    for line, block in blocks_of(text):
        columns = max((found[0].count("|") for found in SEPARATOR.finditer(block)), default=-1) + 1
        rows = block.count("\n") + 1
        # A row without a sign at its ends has one cell more than signs.
        empty += max(0, columns * rows - 2 * block.count("|"))
        if empty > MOST_EMPTY_CELLS:
            return (
                f"a table of {columns:,} columns and {rows:,} lines (from line {line} of the "
                f"text), most of whose cells are not there; at most {MOST_EMPTY_CELLS:,} cells "
                "may be left out"
            )
    return ""


def blocks_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the parts between empty lines that hold a `|`, each with its first line's number."""
    begin, line = 0, 1
    for gap in [*EMPTY_LINE.finditer(text), None]:
        block = text[begin : gap.start() if gap else len(text)]
        if "|" in block:
            yield line, block
        if gap:
            line += text.count("\n", begin, gap.end())
            begin = gap.end()
