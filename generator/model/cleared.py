"""Cleared: the events that were found to hold none of the names that are withheld."""

from collections.abc import Iterable
from hashlib import sha256

from msgspec import Struct

from generator.model.event import Status
from generator.model.timeline import Timeline


class Cleared(Struct, frozen=True, array_like=True, gc=False):
    """What was looked for, as a digest of all names, and the digests of the events without it."""

    names: bytes
    events: frozenset[bytes]

    def of(self, names: bytes) -> frozenset[bytes]:
        """Return the digests of the events that hold none of these very names."""
        return self.events if self.names == names else frozenset()


NOTHING_CLEARED = Cleared(b"", frozenset())


def cleared_in(timeline: Timeline) -> Cleared:
    """Return what is cleared of a timeline in which no name was found."""
    digests = timeline.digests
    shown = (event.id for event in timeline.events if event.status is not Status.DRAFT)
    return Cleared(names_looked_for(timeline), frozenset(digests[id_][0] for id_ in shown))


def names_looked_for(timeline: Timeline) -> bytes:
    """Return a digest of the names that are withheld."""
    return digest_of(each.name for each in timeline.people.values() if each.is_secret)


def digest_of(names: Iterable[str]) -> bytes:
    """Return a digest of names, in whatever order."""
    return sha256("\0".join(sorted(names)).encode()).digest()
