"""What can go wrong, and where.

VerbatimError
├── UsageError       the command was given something it cannot take      exit status 2
├── ContentError     the content has problems; it carries all of them    exit status 1
├── TemplateError    a template cannot be rendered; names file and line  exit status 1
└── MachineError     disk, permissions; says what was left intact        exit status 3
"""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct


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
    """One fault in the content: where, in which field, what was found and what to do."""

    kind: ProblemKind
    location: SourceLocation
    field: str
    message: str

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Problems are reported by place, then code, then message."""
        at = self.location
        return (at.path, at.line, at.column, self.kind.code, self.message)

    def __str__(self) -> str:
        """Return `path:line:column: field: message [code]` on one line."""
        at = self.location
        field = f"{self.field}: " if self.field else ""
        return f"{at.path}:{at.line}:{at.column}: {field}{self.message} [{self.kind.code}]"


class VerbatimError(Exception):
    """The root of every error that Verbatim raises on purpose."""


class UsageError(VerbatimError):
    """The command line, or the folder it names, cannot be used."""


class ContentError(VerbatimError):
    """The content has problems; `problems` holds all of them, sorted by place."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Take the problems in any order; warnings found in the same run may be among them."""
        self.problems = tuple(sorted(problems, key=lambda problem: problem.sort_key))
        super().__init__("\n".join(map(str, self.problems)))


class TemplateError(VerbatimError):
    """A template is missing, does not parse, or asks for a name that does not exist."""


class MachineError(VerbatimError):
    """The machine failed: disk full, no permission; the message says what was left intact."""
