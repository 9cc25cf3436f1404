"""Problem: what is wrong with the content, and where."""

import unicodedata
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import force_setattr

# Whoever has more in one file than this has one mistake many times.
MOST_PROBLEMS = 200


class Severity(StrEnum):
    """How much a problem weighs: a problem stops the build, a warning does not."""

    PROBLEM = "problem"
    WARNING = "warning"


class ProblemKind(Struct, frozen=True, array_like=True, gc=False):
    """One way in which content can be wrong; `code` is stable and documented."""

    code: str
    title: str
    meaning: str
    remedy: str
    severity: Severity = Severity.PROBLEM


class SourceLocation(Struct, frozen=True, array_like=True, order=True, gc=False):
    """A place in a content file: its path from the project's root, line and column from 1.

    `length` is how many characters of that line the problem covers, for the caret.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 1


class Problem(Struct, frozen=True, array_like=True, gc=False):
    """One fault in the content: where, in which field, what was found and what to do.

    `entry` is the entry that a warning is about, `event:some-id`. Nothing that was typed can hide,
    reorder or command what a terminal shows: the field and the message are made `visible`.
    """

    kind: ProblemKind
    location: SourceLocation
    field: str
    message: str
    entry: str = ""

    def __post_init__(self) -> None:
        """Make the field and the message visible."""
        force_setattr(self, "field", visible(self.field))
        force_setattr(self, "message", visible(self.message))

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Problems are reported by place, then code, then message."""
        at = self.location
        return (at.path, at.line, at.column, self.kind.code, self.message)

    @property
    def line(self) -> str:
        """The problem on one line, a warning marked as such."""
        return f"warning: {self}" if self.kind.severity is Severity.WARNING else str(self)

    def __str__(self) -> str:
        """Return `path:line:column: field: message [code]` on one line."""
        at = self.location
        field = f"{self.field}: " if self.field else ""
        return f"{visible(at.path)}:{at.line}:{at.column}: {field}{self.message} [{self.kind.code}]"


# They shape the letters beside them, and do nothing else.
JOINERS = "\u200c\u200d"


def visible(text: str) -> str:
    """Return the text with `[U+001B]` for each character that would act unseen, breaks among them.

    These are controls, formats but for joiners, separators, surrogates and what is no character
    (Unicode, table 4-4).
    """
    if text.isprintable():
        return text
    return "".join(map(visible_character, text))


def visible_character(character: str) -> str:
    """Return the character, or its number in brackets where it would act unseen."""
    is_seen = character.isprintable() or character in JOINERS
    if is_seen or unicodedata.category(character) in {"Zs", "Co"}:
        return character
    return f"[U+{ord(character):04X}]"
