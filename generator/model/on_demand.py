"""OnDemand: a mapping whose values are made when they are first asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

Value = TypeVar("Value")


class OnDemand(Mapping[str, Value]):
    """A value for each id, each made once; the ids keep their order."""

    def __init__(self, ids: Iterable[str], make: Callable[[str], Value]) -> None:
        """Take the ids, and what makes their values."""
        self._ids = dict.fromkeys(ids)
        self._make = make
        self._made: dict[str, Value] = {}

    def __getitem__(self, id_: str) -> Value:
        """Return the id's value; raise KeyError for an id that is none of these."""
        if id_ not in self._made:
            if id_ not in self._ids:
                raise KeyError(id_)
            self._made[id_] = self._make(id_)
        return self._made[id_]

    def __contains__(self, id_: object) -> bool:
        """Return whether it is one of the ids; no value is made for that."""
        return id_ in self._ids

    def __iter__(self) -> Iterator[str]:
        """Yield the ids in order."""
        return iter(self._ids)

    def __len__(self) -> int:
        """Return how many ids there are."""
        return len(self._ids)
