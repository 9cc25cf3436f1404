"""What can go wrong.

VerbatimError
├── UsageError       the command was given something it cannot take      exit status 2
├── ContentError     the content has problems; it carries all of them    exit status 1
├── TemplateError    a template cannot be rendered; names file and line  exit status 1
├── CaptureError     a source cannot be captured, a stored copy not trusted  exit status 1
├── EndlessSearchError  a quote's pieces stand in too many places of its source
├── PictureError     an image cannot be made fit for readers             exit status 1
└── MachineError     disk, permissions; says what was left intact        exit status 3
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # A build that has nothing to do never needs to know what a problem is.
    from generator.problem import Problem


class VerbatimError(Exception):
    """The root of every error that Verbatim raises on purpose."""


class UsageError(VerbatimError):
    """The command line, or the folder it names, cannot be used."""


class ContentError(VerbatimError):
    """The content has problems; `problems` holds all of them, sorted by place."""

    def __init__(self, problems: "Sequence[Problem]") -> None:
        """Take the problems in any order; warnings found in the same run may be among them."""
        self.problems = tuple(sorted(problems, key=lambda problem: problem.sort_key))
        super().__init__("\n".join(map(str, self.problems)))


class TemplateError(VerbatimError):
    """A template is missing, does not parse, or asks for a name that does not exist."""


class CaptureError(VerbatimError):
    """A source cannot be captured, or a stored copy of it cannot be trusted."""


class EndlessSearchError(VerbatimError):
    """A quote's pieces stand in so many places of its source that nobody would look at them."""


class PictureError(VerbatimError):
    """An image cannot be read or made; the message says what is wrong with it."""


class MachineError(VerbatimError):
    """The machine failed: disk full, no permission; the message says what was left intact."""
