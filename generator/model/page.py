"""Page: one planned output, with all that its template may show; OutputFile: rendered."""

from dataclasses import dataclass, field
from typing import TypeAlias

from generator.model.asset import Asset
from generator.model.event import Correction
from generator.model.listing import DayGroup, Pagination, Period
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
    Tombstone,
)
from generator.model.settings import SiteSettings
from generator.model.static_page import StaticPage


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """The home page: the newest month, or everything when it is few."""

    days: tuple[DayGroup, ...]
    periods: tuple[Period, ...]
    event_count: int
    source_count: int
    quote_count: int
    newest: Period | None = None
    is_complete: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodPage:
    """One year or month; `previous` and `next` are the neighbouring periods with events."""

    period: Period
    days: tuple[DayGroup, ...]
    pagination: Pagination
    year: Period
    previous: Period | None = None
    next: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """One event, and its neighbours in time."""

    event: PublishedEvent
    previous: EventLink | None = None
    next: EventLink | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TombstonePage:
    """A retracted event's page."""

    tombstone: Tombstone


Term: TypeAlias = PublishedCategory | PublishedPlace | PublishedPerson | PublishedTag


@dataclass(frozen=True, slots=True, kw_only=True)
class TermPage:
    """One category, place, person or tag, and the events that bear it.

    `kind` is `category`, `place`, `person` or `tag`. `inside` are the places within a place.
    `claims` are what a person claims on the events of the page.
    """

    kind: str
    term: Term
    days: tuple[DayGroup, ...]
    pagination: Pagination
    event_count: int
    inside: tuple[PublishedPlace, ...] = ()
    claims: tuple[PublishedClaim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """One source and everything that rests on it: (event, its quotes, its claims) in time."""

    source: PublishedSource
    uses: tuple[tuple[EventLink, tuple[PublishedQuote, ...], tuple[PublishedClaim, ...]], ...]
    quote_count: int
    claim_count: int
    event_count: int
    pagination: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePage:
    """One figure and every claim of it, in time."""

    figure: PublishedFigure
    claims: tuple[PublishedClaim, ...]
    claim_count: int
    claimant_count: int
    pagination: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """One line of an index page: what it names, its page, how many events (or claims) it has."""

    label: str
    path: str
    count: int
    note: str = ""
    when: "EventLink | None" = None
    category: PublishedCategory | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """All categories, places, people, tags, sources, figures or events.

    `kind` is the plural: `categories`, `places`, `people`, `tags`, `sources`, `figures`,
    `events`.
    """

    kind: str
    entries: tuple[IndexEntry, ...]
    entry_count: int
    pagination: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionEntry:
    """One public correction and the event it was made to; `title` is empty when retracted."""

    correction: Correction
    path: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsPage:
    """Every correction, the newest first."""

    entries: tuple[CorrectionEntry, ...]
    pagination: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file of open data: where it is, its media type, how many records it holds."""

    kind: str
    path: str
    media_type: str
    record_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """What of the site can be had as data."""

    files: tuple[DataFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsDataPage:
    """The file of all events as data."""

    events: tuple[PublishedEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A static page."""

    page: StaticPage


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectPage:
    """An old path that leads to a page."""

    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """A page that shows nothing but the site itself: not found, headers, robots."""


PageContent: TypeAlias = (
    TimelinePage
    | PeriodPage
    | EventPage
    | TombstonePage
    | TermPage
    | SourcePage
    | FigurePage
    | IndexPage
    | CorrectionsPage
    | DataPage
    | EventsDataPage
    | ProsePage
    | RedirectPage
    | PlainPage
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One planned output.

    `path` starts with `/` and ends with `/` when it is a page of its own folder. `section`
    is the kind of the navigation entry that it belongs to.
    """

    path: str
    template: str
    content: PageContent
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the site in the navigation; `kind` as in IndexPage, `timeline`, or `page`.

    `title` is set for static pages; other sections are named by the templates.
    """

    kind: str
    path: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around every page: settings, navigation, the addresses of static files.

    `assets` maps a static file's name (`css/site.css`) to its path in the site.
    """

    settings: SiteSettings
    sections: tuple[Section, ...]
    assets: dict[str, str] = field(default_factory=dict)
    categories: tuple[PublishedCategory, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the site will hold."""

    frame: Frame
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A rendered page ready to write: its path in the site and its bytes."""

    path: str
    content: bytes
