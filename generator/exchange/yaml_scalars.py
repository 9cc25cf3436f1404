"""One value as YAML text, in the plainest style that says exactly it."""

import re

WIDTH = 100
# What means itself without quotes: no sign that YAML could take for its own.
PLAIN = re.compile(r"[^\W_](?:[^\n\t:#]|:(?=\S)|(?<=\S)#)*")
FLOW_SIGNS = re.compile(r"[,\[\]{}\"]|:(?=[,\[\]{}\"?])")
# YAML 1.1 takes these words, and some numbers, for something else than text.
OTHER_THAN_TEXT = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null)|[0-9][0-9_]*:[0-9:.]*|0[xob].*"
    r"|[0-9][0-9_]*(?:[.][0-9_]*)?(?:e[-+]?[0-9]+)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[Tt ].*"
)
# Dates, times and numbers are written as an author would type them.
AS_TYPED = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}|[0-9]{2}:[0-9]{2}|0|[1-9][0-9]*(?:[.][0-9]+)?")
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)


def inline(text: str, *, in_flow: bool = False) -> str:
    """Return the text on one line: without quotes where nobody could misread it."""
    if is_plain(text) and not (in_flow and FLOW_SIGNS.search(text)):
        return text
    return quoted(text)


def is_plain(text: str) -> bool:
    """Return whether the text means itself without quotes."""
    if AS_TYPED.fullmatch(text):
        return True
    if text.endswith(" ") or UNPRINTABLE.search(text) or OTHER_THAN_TEXT.fullmatch(text):
        return False
    return PLAIN.fullmatch(text) is not None


def quoted(text: str) -> str:
    """Return the text in double quotes, or in single ones where that needs no escapes."""
    if UNPRINTABLE.search(text) or not re.search(r'["\\]', text):
        return '"' + UNPRINTABLE.sub(escaped, re.sub(r'["\\]', escaped, text)) + '"'
    return "'" + text.replace("'", "''") + "'"


def escaped(found: re.Match[str]) -> str:
    """Return a character's escape in double quotes."""
    return ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}"


def block(text: str, indent: int) -> list[str] | None:
    """Return the text as a block scalar: its header, its lines; None where it needs quotes."""
    body = text.rstrip("\n")
    lines = body.split("\n")
    is_odd = UNPRINTABLE.search(text.replace("\n", "").replace("\t", ""))
    if is_odd or not body or body[0].isspace() or any(line.isspace() for line in lines):
        return None
    ends = len(text) - len(body)
    if ends > 1:  # blank lines at the end would run into those behind the value
        return None
    chomp = "" if ends else "-"
    space = " " * indent
    if len(lines) > 1 or body[-1].isspace():
        return [f"|{chomp}", *(space + line if line else "" for line in lines)]
    return [f">{chomp}", *(space + line for line in folded(body, WIDTH - indent))]


def folded(text: str, width: int) -> list[str]:
    """Return the lines of one paragraph, broken where a single space stands between words."""
    lines: list[str] = []
    line = ""
    for word in re.split(r"(?<=\S) (?=\S)", text):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]
