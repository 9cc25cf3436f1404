"""Fragments: what lists are made of, taken from a shelf one by one as they are asked for."""

from collections.abc import Set as AbstractSet
from typing import TypeVar

from generator.memory.shelf import Shelf

Fragment = TypeVar("Fragment")


class KeptFragments(dict[str, Fragment]):
    """Fragments by their events; those of `stale` events are not taken, but rendered anew."""

    def __init__(self, shelf: Shelf[Fragment], stale: AbstractSet[str]) -> None:
        """Take the shelf; nothing is read yet."""
        super().__init__()
        self.shelf = shelf
        self.stale = stale

    def get(self, key: str, default: Fragment | None = None) -> Fragment | None:  # type: ignore[override] # nobody gives another default
        """Return a fragment, the default where there is none; raise DamagedMemoryError."""
        if key not in self:
            kept = None if key in self.stale else self.shelf.get(key)
            if kept is None:
                return default
            self[key] = kept
        return self[key]
