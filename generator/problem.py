"""Problem: what is wrong with the content, and where."""

from enum import StrEnum

from msgspec import Struct

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

    `entry` is the entry that a warning is about, `event:some-id`.
    """

    kind: ProblemKind
    location: SourceLocation
    field: str
    message: str
    entry: str = ""

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
        return f"{at.path}:{at.line}:{at.column}: {field}{self.message} [{self.kind.code}]"
