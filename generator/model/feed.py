"""Feeds, the calendar, the sitemap: what programs read to learn what is new and what changed."""

from msgspec import Struct

from generator.model.event import Correction
from generator.model.published import EventLink, PublishedCategory


class FeedLink(Struct, frozen=True, kw_only=True, gc=False):
    """A feed's kind (`changes`, `corrections`, `calendar` or a term's), where it is, its type.

    `label` is the term's name.
    """

    kind: str
    path: str
    media_type: str
    label: str = ""


class FeedEntry(Struct, frozen=True, kw_only=True, gc=False):
    """One change: an event as it is now, one correction of it, or that it was retracted.

    `id` is permanent. `updated` and `published` are day numbers. `event` is None when it was
    retracted. `card` is the id of the event whose card is shown, empty where only corrections are.
    """

    id: str
    path: str
    updated: int
    published: int | None = None
    event: EventLink | None = None
    category: PublishedCategory | None = None
    card: str = ""
    corrections: tuple[Correction, ...] = ()


class FeedPage(Struct, frozen=True, kw_only=True, gc=False):
    """One feed (Atom, RFC 4287, or JSON Feed 1.1); `alternate` is the page for people.

    `kind` is `changes`, `corrections`, `category`, `place` or `person`; `label` the term's name.
    """

    id: str
    kind: str
    alternate: str
    updated: int
    entries: tuple[FeedEntry, ...]
    label: str = ""


class FeedsPage(Struct, frozen=True, kw_only=True, gc=False):
    """Which feeds there are; `in_calendar` events stand in the calendar, `left_out` do not."""

    feeds: tuple[FeedLink, ...]
    categories: tuple[FeedLink, ...]
    in_calendar: int
    left_out: int


class CalendarEntry(Struct, frozen=True, kw_only=True, gc=False):
    """An event whose days are known, first and last; `changed` is when its entry was."""

    uid: str
    event: EventLink
    category: str
    first: int
    last: int
    changed: int
    corrections: int = 0


class CalendarPage(Struct, frozen=True, kw_only=True, gc=False):
    """Every event whose days are known (RFC 5545); `left_out` counts the others."""

    entries: tuple[CalendarEntry, ...]
    left_out: int


class SitemapPage(Struct, frozen=True, kw_only=True, gc=False):
    """The addresses of pages, each with the day of its last change, None where not known."""

    pages: tuple[tuple[str, int | None], ...]
