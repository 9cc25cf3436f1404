"""Published nouns: what the gate let through, with every reference resolved.

Only `plan/gate.py` makes these; pages, feeds and data are made from nothing else.
"""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from generator.model.claim import ClaimStatus, Qualifier
from generator.model.clock import WallTime
from generator.model.event import Correction, PartOfDay, Relation
from generator.model.partial_date import PartialDate
from generator.model.person import PersonKind, Vulnerability
from generator.model.place import PlacePrecision
from generator.model.published_media import PublishedMedia
from generator.model.quote import Translation
from generator.model.settings import Category
from generator.model.source import Source
from generator.model.verification import Difference, Passage


class PublishedPerson(Struct, frozen=True, kw_only=True, gc=False):
    """A person; `name` is empty and `path` None when the name is withheld."""

    name: str
    path: str | None
    kind: PersonKind
    role: str = ""
    affiliation: str = ""
    status: Vulnerability | None = None

    @property
    def is_withheld(self) -> bool:
        """Whether the reader is told that the name is withheld, instead of the name."""
        return not self.name


class PublishedPlace(Struct, frozen=True, kw_only=True, gc=False):
    """A place, its coordinates rounded to its precision; `within` from near to far."""

    name: str
    path: str
    precision: PlacePrecision
    lat: float | None = None
    lon: float | None = None
    country: str = ""
    within: "tuple[PublishedPlace, ...]" = ()


class PublishedSource(Struct, frozen=True, kw_only=True, gc=False):
    """A source and its page; a restricted source's addresses are empty.

    `day_out` is the day by which it was out, None where nobody knows.
    """

    source: Source
    path: str
    day_out: int | None = None


class PublishedCategory(Struct, frozen=True, kw_only=True, gc=False):
    """A category and its page."""

    category: Category
    path: str


class PublishedTag(Struct, frozen=True, kw_only=True, gc=False):
    """A tag and its page."""

    term: str
    path: str


class EventLink(Struct, frozen=True, kw_only=True, gc=False):
    """A pointer to an event's page."""

    title: str
    path: str
    when: "Moment"


class Moment(Struct, frozen=True, kw_only=True, gc=False):
    """When an event happened: its date, perhaps a local time or part of the day, its zone.

    `utc_offset` is the zone's offset in minutes at `time`; None without a time.
    """

    date: PartialDate
    time: WallTime | None = None
    part_of_day: PartOfDay | None = None
    timezone: str = ""
    utc_offset: int | None = None


class StandingKind(StrEnum):
    """How far a quote was checked."""

    VERIFIED = "verified"
    DRIFTED = "drifted"
    UNCHECKED = "unchecked"
    NO_COPY = "no-copy"


class QuoteStanding(Struct, frozen=True, kw_only=True, gc=False):
    """How far a quote was checked against its source, on which day, and against which copy.

    `taken` is the day of the copy that has the words, `absent` that of the newest copy if it has
    them no more; `checked_at` and `taken_at` are the moments in UTC. `capture` is the copy's
    SHA-256. `passages` are where the words stand, `words_url` leads to them in the live source,
    `annotation` to their record as data; all are empty where readers cannot reach the source.
    """

    kind: StandingKind
    digest: str = ""
    checked: PartialDate | None = None
    taken: PartialDate | None = None
    absent: PartialDate | None = None
    differences: tuple[Difference, ...] = ()
    checked_at: str = ""
    taken_at: str = ""
    capture: str = ""
    passages: tuple[Passage, ...] = ()
    words_url: str = ""
    annotation: str = ""


class SourceHealth(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """How many of the words that rest on a source stand in its copies.

    `copies` are the copies that words were verified against, the newest first: (day, SHA-256).
    """

    verified: int = 0
    drifted: int = 0
    unverified: int = 0
    copies: tuple[tuple[PartialDate, str], ...] = ()

    @property
    def total(self) -> int:
        """How many there are."""
        return self.verified + self.drifted + self.unverified


class PublishedQuote(Struct, frozen=True, kw_only=True, gc=False):
    """A quote with its speaker and source; `anchor` is its id on the event's page."""

    anchor: str
    text: str
    source: PublishedSource
    standing: QuoteStanding
    speaker: PublishedPerson | None = None
    attribution: str = ""
    locator: str = ""
    language: str = ""
    translation: Translation | None = None
    translated_from: str = ""
    said: PartialDate | None = None
    context: str = ""
    in_captivity: bool = False


class PublishedFigure(Struct, frozen=True, kw_only=True, gc=False):
    """A figure and its page."""

    id: str
    title: str
    path: str
    unit: str = ""
    counts: str = ""
    cumulative: bool = False


class PublishedClaim(Struct, frozen=True, kw_only=True, gc=False):
    """One claimant's number; `event` is the event that reports it.

    `standing` is that of the words it rests on, None without any.
    """

    figure: PublishedFigure
    claimant: PublishedPerson
    source: PublishedSource
    event: EventLink
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    as_of: PartialDate | None = None
    status: ClaimStatus = ClaimStatus.UNVERIFIED
    disputed_by: tuple[PublishedPerson, ...] = ()
    quote: str = ""
    standing: QuoteStanding | None = None
    note: str = ""
    milestone: bool = False

    @property
    def is_milestone(self) -> bool:
        """Whether it is shown as a number that was reached: not where it was taken back."""
        is_standing = self.status not in {ClaimStatus.REFUTED, ClaimStatus.WITHDRAWN}
        return self.milestone and is_standing

    @property
    def has_number(self) -> bool:
        """Whether the source gives a number at all."""
        return not (self.value is None and self.low is None and self.high is None)


class Comparison(Struct, frozen=True, kw_only=True, gc=False):
    """One figure on one event: the event's own claims, then its rivals on other events.

    `more` counts the rival claims that are only on the figure's page.
    """

    figure: PublishedFigure
    claims: tuple[PublishedClaim, ...]
    rivals: tuple[PublishedClaim, ...] = ()
    more: int = 0

    @property
    def is_milestone(self) -> bool:
        """Whether the event is that a number of the figure was reported as reached."""
        return any(claim.is_milestone for claim in self.claims)

    @property
    def has_rivals(self) -> bool:
        """Whether there is more than one claim of the figure."""
        return len(self.claims) + len(self.rivals) + self.more > 1


class PublishedRelation(Struct, frozen=True, kw_only=True, gc=False):
    """A related event; `is_reverse` when the other event states the relation."""

    relation: Relation
    event: EventLink
    is_reverse: bool = False


class PublishedEvent(Struct, frozen=True, kw_only=True, gc=False):
    """An event as readers may see it, with everything it points to.

    `day_reported` is the day by which it was reported, None where nobody knows.
    """

    id: str
    path: str
    title: str
    when: Moment
    category: PublishedCategory
    summary: str = ""
    body: str = ""
    places: tuple[PublishedPlace, ...] = ()
    people: tuple[PublishedPerson, ...] = ()
    tags: tuple[PublishedTag, ...] = ()
    quotes: tuple[PublishedQuote, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    media: tuple[PublishedMedia, ...] = ()
    relations: tuple[PublishedRelation, ...] = ()
    sources: tuple[PublishedSource, ...] = ()
    content_note: str = ""
    reported: PartialDate | None = None
    day_reported: int | None = None
    published: PartialDate | None = None
    updated: PartialDate | None = None
    corrections: tuple[Correction, ...] = ()
    aliases: tuple[str, ...] = ()
    is_draft: bool = False

    @property
    def link(self) -> EventLink:
        """The pointer that other pages carry."""
        return EventLink(title=self.title, path=self.path, when=self.when)


class Tombstone(Struct, frozen=True, kw_only=True, gc=False):
    """A retracted event: its address stays, and says that and why it was retracted."""

    id: str
    path: str
    corrections: tuple[Correction, ...] = ()
    aliases: tuple[str, ...] = ()
