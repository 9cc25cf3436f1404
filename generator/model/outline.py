"""EventOutline: an event without its words: which lists it stands on, what it has, where it leads.

Planning a site needs no more of an event than this.
"""

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct

from generator.model.change import last_change, sound_day
from generator.model.event import Event
from generator.model.partial_date import DatePoint, PartialDate

MARKDOWN_LINK = re.compile(r"\]\(\s*<?(/[^\s)>#?]*)")
# Bytes in a unit of an event's weight.
WEIGHT = 512
# With a host of its own: in Markdown, in HTML, or by itself.
ADDRESS = re.compile(r"(?:\bhttps?:)?//[^\s<>\"'()\[\]]+", re.IGNORECASE)
DEFINED_LINK = re.compile(r"^\s{0,3}\[[^\]]+\]:\s*<?(/[^\s>#?]*)", re.MULTILINE)


class EventOutline(Struct, frozen=True, array_like=True, gc=False):
    """Everything by id; nothing here is said to readers as it stands.

    `year` and `month` are those that its date begins in, the month None where it is not known.
    `people` are all whom it names, speakers, claimants and disputants included. `sources` stand
    in order of use, each once, with the number of quotes and of claims that rest on it.
    `corrections` are the days of its corrections, None where a date is open. `links` are the
    site paths and addresses that its Markdown leads to: (field, path). `published` and `changed`
    are the days on which the entry first stood here and last changed, None where not stated.
    `weight` is how long its words are, in units of `WEIGHT` bytes.
    """

    id: str
    date: PartialDate
    year: int
    month: int | None
    category: str
    places: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[tuple[str, int, int], ...] = ()
    media: tuple[str, ...] = ()
    corrections: tuple[int | None, ...] = ()
    aliases: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    quote_count: int = 0
    published: int | None = None
    changed: int | None = None
    weight: int = 1


def outline_of(event: Event) -> EventOutline:
    """Return the event's outline."""
    year, month = beginning_of(event.date)
    return EventOutline(
        id=event.id,
        date=event.date,
        year=year,
        month=month,
        category=event.category,
        places=event.places,
        people=tuple(named_in(event)),
        tags=event.tags,
        sources=sources_of(event),
        media=tuple(medium.file for medium in event.media),
        corrections=tuple(each.date.earliest for each in event.corrections),
        aliases=event.aliases,
        links=links_in(event),
        quote_count=len(event.quotes),
        published=sound_day(event.published.earliest) if event.published else None,
        changed=last_change(event.published, event.updated, event.corrections),
        weight=weight_of(event),
    )


def weight_of(event: Event) -> int:
    """Return how long the event's words are; coarse, so that few edits change it."""
    words = [event.title, event.summary, event.body]
    for quote in event.quotes:
        words += (quote.text, quote.translation.text if quote.translation else "")
    return len("".join(words).encode()) // WEIGHT + 1


def beginning_of(partial: PartialDate) -> tuple[int, int | None]:
    """Return the year, and the month where it is known, in which a date begins.

    A date of unknown beginning belongs to its end.
    """
    for point in partial.points:
        if isinstance(point, DatePoint):
            return (point.year, point.month)
    message = f"a date without any known day: {partial.text}"
    raise ValueError(message)


def sources_of(event: Event) -> tuple[tuple[str, int, int], ...]:
    """Return each source of the event with how many quotes and claims rest on it."""
    quotes = [quote.source for quote in event.quotes]
    claims = [claim.source for claim in event.claims]
    return tuple(
        (id_, quotes.count(id_), claims.count(id_)) for id_ in dict.fromkeys(quotes + claims)
    )


def named_in(event: Event) -> dict[str, None]:
    """Return everyone whom the event names, each once: people, speakers, claimants, disputants."""
    named = dict.fromkeys(event.people)
    for quote in event.quotes:
        if quote.speaker:
            named[quote.speaker] = None
    # Claims of one figure stand together on the page, in the order of the figures' first claims.
    by_figure: dict[str, list[str]] = {}
    for claim in event.claims:
        by_figure.setdefault(claim.figure, []).extend((claim.claimant, *claim.disputed_by))
    for people in by_figure.values():
        named.update(dict.fromkeys(people))
    return named


def links_in(event: Event) -> tuple[tuple[str, str], ...]:
    """Return the site paths and addresses that the event's Markdown has, with their fields."""
    summary, body = event.summary, event.body
    if "/" not in body and "/" not in summary:
        return ()
    fields = (("summary", summary), ("body", body))
    return tuple((field, path) for field, text in fields for path in site_paths(text))


def site_paths(text: str) -> Iterator[str]:
    """Yield each site path that a Markdown text leads to, and each address that it has."""
    text = unescape(text) if "&" in text else text
    for match in (*MARKDOWN_LINK.finditer(text), *DEFINED_LINK.finditer(text)):
        if not match[1].startswith("//"):
            yield match[1].removesuffix("index.html")
    for match in ADDRESS.finditer(text):
        yield match[0]
