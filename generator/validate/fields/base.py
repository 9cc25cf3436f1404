"""What every field type can do."""

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
    return text


def shortened(text: str, limit: int = 60) -> str:
    """Return the text's first line, cut with an ellipsis where it is long."""
    line = text.partition("\n")[0]
    return line if len(line) <= limit else line[: limit - 1] + "…"


__all__ = ["INVALID", "FieldType", "Invalid", "Reader", "read_text", "shortened", "wrong_type"]
