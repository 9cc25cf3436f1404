"""Audit: how a copy of a site compares with the manifest of the site."""

from msgspec import Struct

from generator.model.ingredients import Ingredients


class Audit(Struct, frozen=True, kw_only=True):
    """The paths of files that differ, are missing, or are in the copy alone.

    `answers` are paths with what the server said instead of sending the file, `unasked` those that
    servers mostly do not send. `is_complete` says whether files that the copy has besides could be
    seen, `is_alone` whether there was no other manifest than the copy's own. `made_from` is what
    the manifest says that the site was made from, `copy_made_from` what the copy's own says; None
    where one is silent.
    """

    checked: int
    differing: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    unasked: tuple[str, ...] = ()
    is_complete: bool = True
    is_alone: bool = False
    made_from: Ingredients | None = None
    copy_made_from: Ingredients | None = None

    @property
    def is_true(self) -> bool:
        """Whether the copy is what the manifest says, as far as it could be seen."""
        return not (self.differing or self.missing or self.unknown or self.answers)
