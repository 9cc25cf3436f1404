"""Markdown of too many signs for its reader: what is allowed, and what is told."""

import pytest

from generator.validate.fields.tangles import tangle_in

ROW = "| one | two | three |\n"
TABLE = ROW + "|---|---|---|\n"
DEFINITION = "[name{0}]: https://example.org/{0}\n"
PROSE = "Words of an account, invented for this test, and some more of them.\n"


def empty_table(columns: str, lines: str, line: int) -> str:
    return (
        f"a table of {columns} columns and {lines} lines (from line {line} of the text), most of "
        "whose cells are not there; at most 1,000 cells may be left out"
    )


ALLOWED = {
    "nothing": "",
    "a table of two thousand rows": TABLE + ROW * 2_000,
    "a table whose rows end early": TABLE + "| one\n" * 100,
    "a table without signs at its edges": "a|b\n-|-\n" + "a|b\n" * 4_000,
    "tables in a quotation": ("> a|b|c\n> -|-|-\n> a|b|c\n>\n" * 200),
    "a table in a list": "- a|b\n  -|-\n  a|b\n",
    "code with signs of tables": "    a || b\n" * 300,
    "prose with a line like that below a table's head": PROSE * 30 + "--- | ---\n" + PROSE * 30,
    "lists in lists": "".join(" " * (4 * depth) + "- x\n" for depth in range(18)),
    "twenty quotations in one another": "> " * 20 + "x",
    "a rule of many dashes": "- " * 60 + "\n\n" + "-" * 300,
    "a list of four thousand points": "- x\n" * 4_000,
    "ten thousand lines": "x\n" * 9_999,
    "a thousand headings": "# x\n\n" * 1_000,
    "a thousand rules": "x\n\n---\n\n" * 1_000,
    "nine hundred definitions in a block": "".join(map(DEFINITION.format, range(900))),
    "nine hundred definitions apart": "".join(f"{DEFINITION.format(n)}\n" for n in range(900)),
    "definitions between paragraphs": "".join(
        f"{PROSE}\n{DEFINITION.format(n)}\n" for n in range(200)
    ),
    "an address of two thousand characters": f"[a]: https://example.org/{'a' * 1_980}",
    "a long text without spaces": "[a]" + "語" * 5_000,
}

TANGLED = {
    "columns times rows": (
        "|" * 2_000 + "\n" + "-|" * 1_999 + "-\n" + "|\n" * 2_000,
        empty_table("2,001", "2,003", 1),
    ),
    "columns times rows of a short text": (
        f"{PROSE}\n" + "a|" * 100 + "\n" + "-|" * 100 + "\n" + "|\n" * 100,
        empty_table("101", "103", 3),
    ),
    "columns times rows after returns": (
        "|" * 100 + "\r" + "-|" * 99 + "-\r" + "|\r" * 100,
        empty_table("101", "103", 1),
    ),
    "columns times rows in a quotation in a list": (
        "- > " + "|" * 100 + "\n  > " + "-|" * 99 + "-\n" + "  > |\n" * 100,
        empty_table("101", "103", 1),
    ),
    "many tables that are half empty": (
        "a|b|c|d|e|f\n-|-|-|-|-|-\nx\nx\nx\nx\n\n" * 1_000,
        empty_table("6", "6", 435),
    ),
    "signs of tables": ("a|b|c\n" * 5_001, '10,002 times "|"; at most 10,000'),
    "lines": ("x\n" * 10_000, "10,001 lines; at most 10,000"),
    "lists in a line": (
        f"{PROSE}\n" + "1. " * 21 + "x",
        "21 lists and quotations in one another (line 3 of the text); at most 20",
    ),
    "quotations in a line": (
        ">" * 21 + "x",
        "21 lists and quotations in one another (line 1 of the text); at most 20",
    ),
    "lists and quotations": (
        ("> - " * 10 + "x\n\n") * 1_001,
        "20,020 signs of lists and quotations; at most 20,000",
    ),
    "headings, rules and underlines": (
        "# x\n" * 400 + "x\n---\n" * 400 + "***\n" * 201,
        "1,001 headings and lines of - = * _ alone; at most 1,000",
    ),
    "definitions between lines": (
        "".join(f"{DEFINITION.format(n)}x\n" for n in range(201)),
        "201 definitions of links that do not stand line under line; at most 200",
    ),
    "definitions of two lines": (
        "[a]:\nhttps://example.org\n" * 201,
        "201 definitions of links that do not stand line under line; at most 200",
    ),
    "a long address": (
        PROSE * 20 + "\n" + f"[a]: https://example.org/{'a' * 1_981}",
        "an address of more than 2,000 characters (line 22 of the text); shorten it",
    ),
}


@pytest.mark.parametrize("what", ALLOWED)
def test_what_authors_write_is_allowed(what: str) -> None:
    assert tangle_in(ALLOWED[what]) == ""


@pytest.mark.parametrize("what", TANGLED)
def test_what_would_take_minutes_is_told_with_what_is_allowed(what: str) -> None:
    text, message = TANGLED[what]
    assert tangle_in(text) == message
