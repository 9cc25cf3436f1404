"""Reports: what a build did to the site, what a check found, what is being done meanwhile."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from generator.model.safety import SafetyNote
from generator.problem import Problem

# Whoever wants to know is told what is being done now.
Announce = Callable[[str], None]
# Files of the site, each with its SHA-256, empty where it is not known.
NoteFiles = Callable[[Mapping[str, str]], None]


class BuildReport(Struct, frozen=True, kw_only=True, gc=False):
    """How many files were written, found unchanged and pruned, and what was doubted.

    `acknowledged` are the codes of the warnings that are acknowledged. `uncommitted` are the
    paths of files of which git, asked for their history, has not what they say now.
    """

    written: int
    unchanged: int
    pruned: int
    warnings: tuple[Problem, ...] = ()
    acknowledged: tuple[str, ...] = ()
    uncommitted: tuple[str, ...] = ()


class CheckReport(Struct, frozen=True, gc=False):
    """What was doubted, how many passages are quoted, and how many of them are verified.

    `acknowledged` are the warnings that entries acknowledge, each with the reason. `safety` are
    the notes of all that can do harm.
    """

    warnings: tuple[Problem, ...]
    acknowledged: tuple[tuple[Problem, str], ...]
    quotes: int
    verified: int
    safety: tuple[SafetyNote, ...] = ()
