"""Event: one dated happening, and what supports it."""

from enum import StrEnum

from msgspec import Struct

from generator.model.claim import Claim
from generator.model.clock import Timestamp, WallTime
from generator.model.media import Media
from generator.model.partial_date import PartialDate
from generator.model.quote import Quote


class Status(StrEnum):
    """Where an event stands in its publication."""

    PUBLISHED = "published"
    DRAFT = "draft"
    RETRACTED = "retracted"


class PartOfDay(StrEnum):
    """A part of a day, in local time; a night is the one that begins on the day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class CorrectionKind(StrEnum):
    """Why a published event was changed."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    RETRACTION = "retraction"


class Relation(StrEnum):
    """How an event relates to another."""

    UPDATE_TO = "update-to"
    DENIES = "denies"
    PART_OF = "part-of"
    SEE_ALSO = "see-also"


class Correction(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """One public correction: when, of what kind, in words, and the words before and after."""

    date: PartialDate
    kind: CorrectionKind
    text: str
    was: str = ""
    now: str = ""


class RelatedEvent(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A pointer to another event, by id."""

    event: str
    relation: Relation


class Event(Struct, frozen=True, kw_only=True, array_like=True, tag=True, gc=False):
    """One dated happening; everything it points to is named by id.

    `places`, `people`, `after` and `related` hold ids; `tags` holds terms.
    """

    id: str
    title: str
    date: PartialDate
    category: str
    time: WallTime | None = None
    part_of_day: PartOfDay | None = None
    timezone: str = ""
    after: tuple[str, ...] = ()
    status: Status = Status.PUBLISHED
    embargo: Timestamp | None = None
    summary: str = ""
    body: str = ""
    places: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    media: tuple[Media, ...] = ()
    related: tuple[RelatedEvent, ...] = ()
    content_note: str = ""
    reported: PartialDate | None = None
    published: PartialDate | None = None
    updated: PartialDate | None = None
    corrections: tuple[Correction, ...] = ()
    aliases: tuple[str, ...] = ()
