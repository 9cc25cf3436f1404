"""BuildReport: what a build did to the site."""

from msgspec import Struct

from generator.problem import Problem


class BuildReport(Struct, frozen=True, kw_only=True, gc=False):
    """How many files were written, found unchanged and pruned, and what was doubted."""

    written: int
    unchanged: int
    pruned: int
    warnings: tuple[Problem, ...] = ()
