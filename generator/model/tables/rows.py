"""Rows: what of an event stands in which table, and how nouns are named there."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import Enum

from generator.model.event import Correction
from generator.model.published import (
    PublishedClaim,
    PublishedEvent,
    PublishedPerson,
    PublishedPlace,
    PublishedQuote,
    PublishedRelation,
    PublishedTag,
)
from generator.model.published_media import PublishedMedia

EVENT = "The event; also the last part of its address."
NUMBER = "Its place among those of the event, from 1."


def names(kind: type[Enum]) -> tuple[str, ...]:
    """Return the names of a fixed set of values, as they are written in data."""
    return tuple(each.name.lower() for each in kind)


def values(kind: type[Enum]) -> tuple[str, ...]:
    """Return a fixed set of values."""
    return tuple(each.value for each in kind)


def id_of(path: str | None) -> str | None:
    """Return the id of a noun, which is the last part of its page's path; None without any."""
    return path.rsplit("/", 2)[1] if path else None


def person_id(person: PublishedPerson | None) -> str | None:
    """Return the id of a person; None where there is none, or the name is withheld."""
    return id_of(person.path) if person else None


def exact(value: Decimal | None) -> int | float | None:
    """Return a number as JSON has it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def quotes_of(event: PublishedEvent) -> Iterable[tuple[PublishedEvent, int, PublishedQuote]]:
    """Return the event's quotes, numbered."""
    return ((event, index, quote) for index, quote in enumerate(event.quotes, 1))


def claims_of(event: PublishedEvent) -> Iterator[tuple[PublishedEvent, int, PublishedClaim]]:
    """Yield the event's own claims, those of one figure together, numbered."""
    own = (claim for comparison in event.comparisons for claim in comparison.claims)
    return ((event, index, claim) for index, claim in enumerate(own, 1))


def corrections_of(event: PublishedEvent) -> Iterator[tuple[str, str | None, int, Correction]]:
    """Yield the event's corrections, numbered: path, id, number, correction."""
    return ((event.path, event.id, n, each) for n, each in enumerate(event.corrections, 1))


def places_of(event: PublishedEvent) -> Iterator[tuple[PublishedEvent, int, PublishedPlace]]:
    """Yield the event's places, numbered."""
    return ((event, index, place) for index, place in enumerate(event.places, 1))


def people_of(event: PublishedEvent) -> Iterator[tuple[PublishedEvent, PublishedPerson]]:
    """Yield the people of the event who may be named."""
    return ((event, person) for person in event.people if person.path)


def tags_of(event: PublishedEvent) -> Iterator[tuple[PublishedEvent, PublishedTag]]:
    """Yield the event's tags."""
    return ((event, tag) for tag in event.tags)


def relations_of(event: PublishedEvent) -> Iterator[tuple[PublishedEvent, PublishedRelation]]:
    """Yield the relations that the event itself states."""
    return ((event, each) for each in event.relations if not each.is_reverse)


def media_of(event: PublishedEvent) -> Iterator[tuple[PublishedEvent, int, PublishedMedia]]:
    """Yield the event's images, numbered."""
    return ((event, index, each) for index, each in enumerate(event.media, 1))


def disputes_of(event: PublishedEvent) -> Iterator[tuple[PublishedEvent, int, PublishedPerson]]:
    """Yield who disputes which of the event's claims, as far as they may be named."""
    for _, index, claim in claims_of(event):
        yield from ((event, index, person) for person in claim.disputed_by if person.path)
