"""Timeline: everything that the content says, checked, with events in chronological order."""

from collections.abc import Callable, Mapping

from msgspec import Struct

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

Locate = Callable[[Kind, str, str], SourceLocation]


class Timeline(Struct, frozen=True, kw_only=True, gc=False):
    """All events in order, everything they refer to by id, and the static pages.

    `zones` is each event's time zone by its id. `media` are the originals of images by their
    path below `content/media/`. `outlines` and `digests` are each event's, as `Entry` has them.
    `lock` says which quotes were verified, by `quote_digest`.
    `locate` returns where a field of an entry was typed, for problems that show only later.
    """

    events: tuple[Event, ...]
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
    locate: Locate
