"""Timeline: everything that the content says, checked, with events in chronological order."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from generator.model.acknowledgement import Acknowledgement
from generator.model.claim import Figure
from generator.model.document import Kind
from generator.model.event import Event
from generator.model.media import Original
from generator.model.outline import EventOutline
from generator.model.person import Person
from generator.model.place import Place
from generator.model.quote_lock import QuoteLock
from generator.model.source import Source
from generator.model.static_page import StaticPage
from generator.problem import SourceLocation

Value = TypeVar("Value")
Locate = Callable[[Kind, str, str], SourceLocation]


class Timeline(Struct, frozen=True, kw_only=True, gc=False):
    """All events in order, everything they refer to by id, and the static pages.

    `zones` is each event's time zone by its id. `media` are the originals of images by their
    path below `content/media/`. `outlines` and `digests` are each event's, as `Entry` has them.
    `lock` says which quotes were verified, by `quote_digest`. `acknowledged` is what entries
    acknowledge, by their names (`event:some-id`).
    `locate` returns where a field of an entry was typed, for problems that show only later.
    """

    events: Sequence[Event]
    zones: Mapping[str, str]
    sources: Mapping[str, Source]
    people: Mapping[str, Person]
    places: Mapping[str, Place]
    figures: Mapping[str, Figure]
    pages: tuple[StaticPage, ...]
    media: Mapping[str, Original]
    outlines: Mapping[str, EventOutline]
    digests: Mapping[str, tuple[bytes, ...]]
    lock: QuoteLock
    acknowledged: Mapping[str, tuple[Acknowledgement, ...]]
    locate: Locate

    def by_id(self) -> Mapping[str, Event]:
        """Return the events by their ids, in order."""
        return {event.id: event for event in self.events}

    def mapped(self, ids: Iterable[str], make: Callable[[str], Value]) -> Mapping[str, Value]:
        """Return what is made of each id; a timeline may leave that until it is asked for."""
        return {id_: make(id_) for id_ in ids}
