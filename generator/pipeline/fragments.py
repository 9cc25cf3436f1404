"""Fragments: what lists are made of, taken from a shelf one by one as they are asked for."""

from collections.abc import Set as AbstractSet
from contextlib import suppress
from typing import TypeVar

from generator.memory.blobs import DamagedMemoryError
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

    def __reduce__(self) -> tuple[type[dict[str, Fragment]], tuple[dict[str, Fragment]]]:
        """Return all of them as a dictionary: other machines do not have the shelf."""
        kept = {id_: each for id_, each in self.shelf.load().items() if id_ not in self.stale}
        return dict, ({**kept, **self},)


class MendedFragments(KeptFragments[Fragment]):
    """Kept fragments of which those that are damaged are rendered anew too."""

    def get(self, key: str, default: Fragment | None = None) -> Fragment | None:  # type: ignore[override] # as above
        """Return a fragment, the default where there is none, or none that is whole."""
        with suppress(DamagedMemoryError):
            return super().get(key, default)
        return default
