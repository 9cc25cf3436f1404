"""BuildReport: what a build did to the site."""

from dataclasses import dataclass

from generator.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """How many files were written, found unchanged and pruned, and what was doubted."""

    written: int
    unchanged: int
    pruned: int
    warnings: tuple[Problem, ...] = ()
