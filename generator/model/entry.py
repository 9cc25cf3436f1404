"""Entries: what one content file says, read field by field, not yet compared with others."""

from typing import TypeAlias

import msgspec
from msgspec import Raw, Struct

from generator.model.acknowledgement import Acknowledgement
from generator.model.claim import Figure
from generator.model.document import Kind
from generator.model.event import Event
from generator.model.media import Original
from generator.model.outline import EventOutline
from generator.model.person import Person
from generator.model.place import Place
from generator.model.quote_lock import NO_LOCK, QuoteLock
from generator.model.settings import SiteSettings
from generator.model.source import Source
from generator.model.static_page import StaticPage
from generator.problem import Problem, SourceLocation

Noun: TypeAlias = Event | Source | Person | Place | Figure | StaticPage | SiteSettings


class Reference(Struct, frozen=True, array_like=True, gc=False):
    """A field that names another entry: its kind and id, and where that was typed."""

    kind: Kind
    id: str
    field: str
    location: SourceLocation


class Entry(Struct, frozen=True, array_like=True, gc=False):
    """One entry of a file: its noun, None when it has problems.

    `id` is empty when the entry has none that can be used. `index` is its place in a file that
    holds a list, None in a file that holds one entry. `outline` and `digests` are an
    event's; the digests are of all that it says, of what a link to it shows, and of all but its
    words. What is `acknowledged` stands here and in no noun, so that no page can show it.
    """

    kind: Kind
    id: str
    noun: Noun | None
    path: str
    index: int | None = None
    outline: EventOutline | None = None
    digests: tuple[bytes, ...] = ()
    acknowledged: tuple[Acknowledgement, ...] = ()

    @property
    def name(self) -> str:
        """What the entry is called where entries of all kinds are: `event:some-id`."""
        return f"{self.kind}:{self.id}"


NO_REFERENCES = Raw(msgspec.msgpack.encode(()))


class ContentFile(Struct, frozen=True, array_like=True, gc=False):
    """All that one file says; a pure function of its path and its bytes.

    `wants` are the entries that it refers to, each once, as `kind:id`; `references` says where,
    encoded, since most builds never ask.
    `categories` are the categories' ids as typed, so that one wrong colour does not hide them.
    `is_whole` is false when the file could not be read to its end.
    """

    path: str
    kind: Kind
    entries: tuple[Entry, ...] = ()
    wants: tuple[str, ...] = ()
    references: Raw = NO_REFERENCES
    problems: tuple[Problem, ...] = ()
    categories: tuple[str, ...] = ()
    is_whole: bool = True


class Content(Struct, frozen=True, gc=False):
    """All that stands under `content/`: its files in order, its media, what was out of place.

    `media` maps each file's path below `content/media/` to what it holds. `lock`
    says which quotes were verified.
    """

    files: tuple[ContentFile, ...]
    media: dict[str, Original]
    problems: tuple[Problem, ...] = ()
    lock: QuoteLock = NO_LOCK
