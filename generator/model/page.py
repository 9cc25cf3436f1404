"""Page: one planned output, with all that its template may show; OutputFile: rendered."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias

from msgspec import Struct

from generator.model.annotation import Annotation
from generator.model.asset import Asset
from generator.model.event import Correction
from generator.model.feed import CalendarPage, FeedPage, FeedsPage, SitemapPage
from generator.model.frame import Frame
from generator.model.history import Change
from generator.model.listing import DayGroup, Pagination, Period
from generator.model.map_page import BasemapPage, Locator, MapPage
from generator.model.media import Picture
from generator.model.open_data import DataFile, DataPage, RecordFile
from generator.model.overview import Overview
from generator.model.published import (
    EventLink,
    PublishedCategory,
    PublishedClaim,
    PublishedEvent,
    PublishedFigure,
    PublishedPerson,
    PublishedPlace,
    PublishedQuote,
    PublishedSource,
    PublishedTag,
    SourceHealth,
    Tombstone,
)
from generator.model.reading_on import NOTHING, ReadingOn
from generator.model.search import SearchFile, SearchPage
from generator.model.sharing import NOT_SHARED, CardPage, EmbedPage, QuotePage, Sharing
from generator.model.static_page import StaticPage


class TimelinePage(Struct, frozen=True, kw_only=True, gc=False):
    """The home page: the newest month, or everything when it is few; `listed` are its events."""

    days: tuple[DayGroup, ...]
    periods: tuple[Period, ...]
    event_count: int
    source_count: int
    quote_count: int
    newest: Period | None = None
    is_complete: bool = True
    listed: tuple[EventLink, ...] = ()
    overview: Overview | None = None


class PeriodPage(Struct, frozen=True, kw_only=True, gc=False):
    """One year or month; `previous` and `next` are the neighbouring periods with events."""

    period: Period
    days: tuple[DayGroup, ...]
    pagination: Pagination
    year: Period
    previous: Period | None = None
    next: Period | None = None
    overview: Overview | None = None


class EventPage(Struct, frozen=True, kw_only=True, gc=False):
    """One event, its neighbours in time, where it was, and what else there is to read.

    `record` is the path of the event as data. `history` is what git records of the entry, the
    oldest first; empty unless it was asked for.
    """

    event: PublishedEvent
    record: str
    previous: EventLink | None = None
    next: EventLink | None = None
    reading_on: ReadingOn = NOTHING
    sharing: Sharing = NOT_SHARED
    locator: Locator | None = None
    history: tuple[Change, ...] = ()


class TombstonePage(Struct, frozen=True, kw_only=True, gc=False):
    """A retracted event's page."""

    tombstone: Tombstone


Term: TypeAlias = PublishedCategory | PublishedPlace | PublishedPerson | PublishedTag


class TermPage(Struct, frozen=True, kw_only=True, gc=False):
    """One category, place, person or tag, and the events that bear it.

    `kind` is `category`, `place`, `person` or `tag`. `inside` are the places within a place.
    `claims` are what a person claims on the events of the page. `feed` is the path of its feed.
    `locator` is a place's small map.
    """

    kind: str
    term: Term
    days: tuple[DayGroup, ...]
    pagination: Pagination
    event_count: int
    inside: tuple[PublishedPlace, ...] = ()
    claims: tuple[PublishedClaim, ...] = ()
    feed: str = ""
    locator: Locator | None = None


class SourcePage(Struct, frozen=True, kw_only=True, gc=False):
    """One source and everything that rests on it, in time.

    `uses` are (event, its quotes, its claims, its content note).
    """

    source: PublishedSource
    uses: tuple[tuple[EventLink, tuple[PublishedQuote, ...], tuple[PublishedClaim, ...], str], ...]
    quote_count: int
    claim_count: int
    event_count: int
    health: SourceHealth
    pagination: Pagination


class AnnotationsPage(Struct, frozen=True, kw_only=True, gc=False):
    """Where all that is quoted of one source stands in it, as data."""

    path: str
    annotations: tuple[Annotation, ...]


class FigurePage(Struct, frozen=True, kw_only=True, gc=False):
    """One figure and every claim of it, in time."""

    figure: PublishedFigure
    claims: tuple[PublishedClaim, ...]
    claim_count: int
    claimant_count: int
    pagination: Pagination


class ClaimsFilePage(Struct, frozen=True, kw_only=True, gc=False):
    """A file of every claim of one figure, in time."""

    claims: tuple[PublishedClaim, ...]


class IndexEntry(Struct, frozen=True, kw_only=True, gc=False):
    """One line of an index page: what it names, its page, how many events (or claims) it has."""

    label: str
    path: str
    count: int
    note: str = ""
    when: "EventLink | None" = None
    category: PublishedCategory | None = None


class IndexPage(Struct, frozen=True, kw_only=True, gc=False):
    """All categories, places, people, tags, sources, figures or events.

    `kind` is the plural: `categories`, `places`, `people`, `tags`, `sources`, `figures`,
    `events`.
    """

    kind: str
    entries: tuple[IndexEntry, ...]
    entry_count: int
    pagination: Pagination


class CorrectionEntry(Struct, frozen=True, kw_only=True, gc=False):
    """One public correction and the event it was made to; `title` is empty when retracted."""

    correction: Correction
    path: str
    title: str = ""


class CorrectionsPage(Struct, frozen=True, kw_only=True, gc=False):
    """Every correction, the newest first."""

    entries: tuple[CorrectionEntry, ...]
    pagination: Pagination


class ProsePage(Struct, frozen=True, kw_only=True, gc=False):
    """A static page."""

    page: StaticPage


class RedirectPage(Struct, frozen=True, kw_only=True, gc=False):
    """An old path that leads to a page."""

    target: str


class RedirectsPage(Struct, frozen=True, kw_only=True, gc=False):
    """Every old path with the path that it leads to, for hosts that redirect."""

    redirects: tuple[tuple[str, str], ...]


class PlainPage(Struct, frozen=True, kw_only=True, gc=False):
    """A page that shows nothing but the site itself: not found, headers, robots."""


PageContent: TypeAlias = (
    TimelinePage
    | PeriodPage
    | EventPage
    | TombstonePage
    | TermPage
    | SourcePage
    | AnnotationsPage
    | FigurePage
    | ClaimsFilePage
    | IndexPage
    | CorrectionsPage
    | DataFile
    | RecordFile
    | MapPage
    | BasemapPage
    | DataPage
    | ProsePage
    | RedirectPage
    | CardPage
    | EmbedPage
    | QuotePage
    | RedirectsPage
    | FeedPage
    | FeedsPage
    | CalendarPage
    | SitemapPage
    | SearchPage
    | SearchFile
    | PlainPage
)


class Published(Protocol):
    """What may be published, by id; each page's `make` knows how to ask it for more."""

    def event(self, id_: str) -> PublishedEvent:
        """Return the event with everything that it refers to."""


class Page(Struct, frozen=True, kw_only=True, gc=False):
    """One planned output.

    `path` starts with `/` and ends with `/` when it is a page of its own folder. `make` makes
    what its template shows, when it is rendered: from what is published, and from `about`,
    which says what the page is about in ids, numbers and paths. `section` is the kind of the
    navigation entry that it belongs to. `changed` is the day number of the last change of what it
    tells, None where not known.
    """

    path: str
    template: str
    make: Callable[..., PageContent]
    about: tuple[object, ...] = ()
    section: str = ""
    changed: int | None = None


class Plan(Struct, frozen=True, gc=False):
    """Everything that the site will hold: pages, files that are copied, pictures.

    `needs` names the words that planning itself looked at, as `Publication.needs` does for a page.
    """

    frame: Frame
    pages: Sequence[Page]
    assets: tuple[Asset, ...]
    pictures: tuple[Picture, ...] = ()
    needs: frozenset[str] = frozenset()


class OutputFile(Struct, frozen=True, gc=False):
    """A rendered page ready to write: its path in the site and its bytes."""

    path: str
    content: bytes
