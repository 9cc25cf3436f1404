"""Where in a text JSON is refused that a quick reader says no place of."""

import re
from collections.abc import Iterator

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:]')
HALF = re.compile(
    r"(?<!\\)(?:\\\\)*(\\u[dD](?:[89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|[c-fC-F][0-9a-fA-F]{2}))"
)
PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
OFFSET = re.compile(r"\(byte (\d+)\)")
# Deeper than anybody writes, and less deep than a reader bears.
DEEPEST = 500


def place_in(text: str, index: int) -> str:
    """Return the line and the column of an index, in words."""
    line = text.count("\n", 0, index) + 1
    return f"line {line}, column {index - text.rfind(chr(10), 0, index)}"


def place_of_byte(text: str, message: str) -> str:
    """Return the place of the byte that a message names, empty where it names none."""
    named = OFFSET.search(message)
    if named is None:
        return ""
    return place_in(text, len(text.encode()[: int(named[1])].decode(errors="ignore")))


def half_character(text: str) -> tuple[str, str] | None:
    """Return half of a character that stands by itself, as it is typed, and its place."""
    found = HALF.search(PAIR.sub(lambda pair: "." * len(pair[0]), text))
    return None if found is None else (found[1], place_in(text, found.start(1)))


def too_deep(text: str) -> str:
    """Return the place at which brackets stand deeper within one another than is read."""
    depth = 0
    for token in TOKEN.finditer(text):
        depth += (token[0] in "{[") - (token[0] in "}]")
        if depth > DEEPEST:
            return place_in(text, token.start())
    return place_in(text, len(text))


def repeated_keys(text: str) -> Iterator[tuple[str, str]]:
    """Yield each key, as it is typed, that stands in one object before, with its place."""
    opened: list[set[str]] = []
    last: re.Match[str] | None = None
    for token in TOKEN.finditer(text):
        if token[0] in "{[":
            opened.append(set())
        elif token[0] in "}]" and opened:
            opened.pop()
        elif token[0] == ":" and last is not None and opened:
            if last[0] in opened[-1]:
                yield last[0], place_in(text, last.start())
            opened[-1].add(last[0])
        last = token if token[0].startswith('"') else None
