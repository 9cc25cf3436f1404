"""Fragments: what lists are made of, taken from a shelf one by one as they are asked for."""

from collections.abc import Set as AbstractSet
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
        found = super().get(key)
        if found is None and key not in self.stale:
            found = self.shelf.get(key)
            if found is not None:
                self[key] = found
        return default if found is None else found

    def __reduce__(self) -> tuple[type[dict[str, Fragment]], tuple[dict[str, Fragment]]]:
        """Return all of them as a dictionary: other machines do not have the shelf."""
        kept = {id_: each for id_, each in self.shelf.load().items() if id_ not in self.stale}
        return dict, ({**kept, **self},)


class MendedFragments(KeptFragments[Fragment]):
    """Kept fragments of which those that are damaged are rendered anew too."""

    def get(self, key: str, default: Fragment | None = None) -> Fragment | None:  # type: ignore[override] # as above
        """Return a fragment, the default where there is none, or none that is whole."""
        try:
            return super().get(key, default)
        except DamagedMemoryError:
            return default
