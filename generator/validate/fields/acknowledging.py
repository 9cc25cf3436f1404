"""Acknowledging: the field in which an entry says that a warning of it is right as it stands."""

from msgspec import Struct

from generator.model.acknowledgement import Acknowledgement
from generator.model.document import Node
from generator.problem_kinds import fields as kinds
from generator.problem_kinds.every import ACKNOWLEDGEABLE, BY_CODE
from generator.validate.fields.base import Invalid, Reader, read_text, shortened
from generator.validate.fields.structure import Field, ListOf, Record
from generator.validate.fields.text import Prose
from generator.validate.suggestions import suggestion


class WarningCode(Struct, frozen=True):
    """The code of a warning."""

    description: str = "code of a [warning](problems.md)"

    def parse(self, node: Node, name: str, reader: Reader) -> str | Invalid:
        """Return the code; report one that nothing has, and one of a problem, which is no doubt."""
        text = read_text(node, name, reader, "the code of a warning")
        if isinstance(text, Invalid) or text in ACKNOWLEDGEABLE:
            return text
        if text in BY_CODE:
            message = (
                f'"{text}" cannot be acknowledged; mend what it tells of, or acknowledge one of '
                f"the warnings {', '.join(ACKNOWLEDGEABLE)}"
            )
        else:
            nearest = suggestion(text, ACKNOWLEDGEABLE)
            known = nearest or f"; warnings are {', '.join(ACKNOWLEDGEABLE)}"
            message = f'no warning has the code "{shortened(text)}"{known}'
        return reader.report(kinds.UNKNOWN_CHOICE, node, name, message)


ACKNOWLEDGEMENT = Record(
    "acknowledgement",
    Acknowledgement,
    (
        Field("problem", WarningCode(), "The code of the warning.", is_required=True),
        Field("reason", Prose(), "Why all is right as it stands.", is_required=True),
    ),
)
ACKNOWLEDGED = Field(
    "acknowledged", ListOf(ACKNOWLEDGEMENT), "[Warnings](warnings.md) right as they stand."
)
