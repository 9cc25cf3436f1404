"""Outlines: what of an event decides where it is listed; made at the gate, without its words."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from generator.model.event import Event
from generator.model.outline import EventOutline
from generator.plan import urls

MARKDOWN_LINK = re.compile(r"\]\(\s*<?(/[^\s)>#?]*)")
DEFINED_LINK = re.compile(r"^\s{0,3}\[[^\]]+\]:\s*<?(/[^\s>#?]*)", re.MULTILINE)


def outline_of(event: Event, withheld: AbstractSet[str]) -> EventOutline:
    """Return the event's outline; `withheld` are the people whom it must not name."""
    return EventOutline(
        id=event.id,
        path=urls.entry_path("events", event.id),
        date=event.date,
        category=event.category,
        places=event.places,
        people=tuple(id_ for id_ in named_in(event) if id_ not in withheld),
        tags=event.tags,
        sources=sources_of(event),
        media=tuple(medium.file for medium in event.media),
        corrections=tuple(each.date.earliest for each in event.corrections),
        aliases=event.aliases,
        links=links_in(event),
    )


def sources_of(event: Event) -> tuple[tuple[str, int, int], ...]:
    """Return each source of the event with how many quotes and claims rest on it."""
    quotes = [quote.source for quote in event.quotes]
    claims = [claim.source for claim in event.claims]
    return tuple(
        (id_, quotes.count(id_), claims.count(id_)) for id_ in dict.fromkeys(quotes + claims)
    )


def named_in(event: Event) -> Mapping[str, None]:
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
    """Return the site paths that the event's Markdown leads to, with their fields."""
    summary, body = event.summary, event.body
    if "](" not in body and "]:" not in body and "](" not in summary and "]:" not in summary:
        return ()
    fields = (("summary", summary), ("body", body))
    return tuple((field, path) for field, text in fields for path in site_paths(text))


def site_paths(text: str) -> Iterator[str]:
    """Yield each site path that a Markdown text leads to."""
    for match in (*MARKDOWN_LINK.finditer(text), *DEFINED_LINK.finditer(text)):
        yield match[1].removesuffix("index.html")
