"""What every field type can do."""

import re
import unicodedata
from itertools import groupby
from typing import Protocol

from generator.model.document import Mapping, Node, Scalar, Sequence
from generator.problem_kinds import fields as kinds
from generator.validate.reader import INVALID, Invalid, Reader


class FieldType(Protocol):
    """Parses one field's node into the value that the model holds."""

    @property
    def description(self) -> str:
        """The value's form, in a few words, for the documentation."""

    def parse(self, node: Node, name: str, reader: Reader) -> object:
        """Return the value, or report a problem and return INVALID."""


# As many as a text may have that is put into a normal form (Unicode Standard Annex 15, section 13).
MOST_MARKS = 30
# They are neither letters nor spaces.
PILED = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1},}}")

NODE_NAMES = {Scalar: "text", Sequence: "a list", Mapping: "fields"}


def wrong_type(node: Node, name: str, reader: Reader, expected: str, remedy: str = "") -> Invalid:
    """Report that the node is of another sort than expected; return INVALID."""
    found = NODE_NAMES[type(node)]
    if isinstance(node, Scalar):
        found = f'"{shortened(node.value)}"'
    return reader.report(
        kinds.WRONG_TYPE,
        node,
        name,
        f"{found} where {expected} should be; write {remedy or expected}",
    )


def read_text(node: Node, name: str, reader: Reader, expected: str) -> str | Invalid:
    """Return a scalar's text without white space around it, or report and return INVALID."""
    if not isinstance(node, Scalar):
        return wrong_type(node, name, reader, expected)
    text = node.value.strip()
    if not text:
        return reader.report(kinds.EMPTY_VALUE, node, name, f"nothing here; write {expected}")
    if not text.isascii() and (marks := most_marks(text)) > MOST_MARKS:
        message = f"{marks:,} marks on one letter; at most {MOST_MARKS}; delete the others"
        return reader.report(kinds.PILED_MARKS, node, name, message)
    return text


def most_marks(text: str) -> int:
    """Return how many marks stand on one letter at most; 0 where they are not too many."""
    return max(
        (
            len(list(run))
            for piled in PILED.finditer(text)
            for is_mark, run in groupby(piled[0], is_combining)
            if is_mark
        ),
        default=0,
    )


def is_combining(character: str) -> bool:
    """Return whether a character is put on the letter before it."""
    return unicodedata.combining(character) > 0


def shortened(text: str, limit: int = 60) -> str:
    """Return the text's first line, cut with an ellipsis where it is long."""
    line = text.partition("\n")[0]
    return line if len(line) <= limit else line[: limit - 1] + "…"


__all__ = ["INVALID", "FieldType", "Invalid", "Reader", "read_text", "shortened", "wrong_type"]
