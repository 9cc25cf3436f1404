"""The bytes of one content file as text, or the problem that keeps it from being text."""

import re

from generator.problem import Problem, SourceLocation
from generator.problem_kinds.files import CONTROL_CHARACTER, NOT_UTF_8

# What YAML refuses, and the three characters that its older version takes for line
# breaks while editors do not: with them line numbers would be wrong.
_REFUSED_CHARACTER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_MOST_REPORTED = 10


def decode(content: bytes, path: str) -> str | Problem:
    """Return the text without its byte order mark, or why it is not readable text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "file is saved as UTF-16; save it as UTF-8"
        return Problem(NOT_UTF_8, SourceLocation(path), "", message)
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        readable = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        message = f"byte 0x{content[error.start]:02X} is not UTF-8; save the file as UTF-8"
        return Problem(NOT_UTF_8, location_at(readable, len(readable), path), "", message)


def refused_characters(text: str, path: str, first_line: int = 1) -> list[Problem]:
    """Return a problem for each of the first ten characters that no content may hold."""
    problems: list[Problem] = []
    for found in _REFUSED_CHARACTER.finditer(text):
        location = location_at(text, found.start(), path, first_line)
        message = f"character U+{ord(found[0]):04X} is not allowed in text; delete it"
        problems.append(Problem(CONTROL_CHARACTER, location, "", message))
        if len(problems) == _MOST_REPORTED:
            break
    return problems


def location_at(text: str, index: int, path: str, first_line: int = 1) -> SourceLocation:
    """Return the line and column of the character at `index`."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    line_start = before.rfind("\n") + 1
    return SourceLocation(path, before.count("\n") + first_line, len(before) - line_start + 1)
