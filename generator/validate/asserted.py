"""Asserted: what a published event, and what it rests on, tell readers of what happened.

What is told in prose, shown in pictures or listed by tags may be improved without a word.
"""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from msgspec.structs import replace

from generator.model.chronology import moment_of, span_of
from generator.model.document import Kind
from generator.model.event import Event
from generator.model.person import Person
from generator.model.place import Place, outwards
from generator.model.revision import Support
from generator.model.source import Source

Name = tuple[Kind, str]
# However one of these becomes another, readers are told; the fields of a group together.
HELD = (("title",), ("date", "time", "part_of_day"), ("quotes",), ("claims",), ("related",))
# Who is put in is told. Who is left out need not be: it may be for their safety.
NO_MORE = ("places", "people")
# What was not said before may be added, and what was said left out, but nothing put in its place.
NO_OTHER = ("reported", "published")
SUPPORTING = {
    Kind.FIGURE: ("title", "unit", "counts", "cumulative"),
    Kind.PERSON: ("name",),
    Kind.SOURCE: ("title", "publisher", "kind"),
    Kind.PLACE: ("name",),
    Kind.CATEGORY: ("label",),
}
SUPPORTING_ONCE_SAID = {
    Kind.PERSON: ("role", "affiliation"),
    Kind.SOURCE: ("author", "published", "url"),
    Kind.PLACE: ("country", "within"),
}


def changed_fields(old: Event, event: Event) -> Iterator[str]:
    """Yield what an event asserts otherwise than before; in a list the first new item."""
    for group in HELD:
        changed = [each for each in group if told(old, each) != told(event, each)]
        if changed:
            yield place_of(changed[0], old, event)
    for field in NO_MORE:
        if not set(getattr(event, field)) <= set(getattr(old, field)):
            yield place_of(field, old, event)
    for field in NO_OTHER:
        if is_other(getattr(old, field), getattr(event, field)):
            yield field


def told(event: Event, field: str) -> object:
    """Return what readers see of a field: of quotes all but the decisions to show them."""
    if field == "quotes":
        return tuple(replace(quote, publish_decision=None) for quote in event.quotes)
    value: object = getattr(event, field)
    return value


def is_other(before: object, now: object) -> bool:
    """Return whether something was said, and something else is."""
    return bool(before) and bool(now) and before != now


def place_of(part: str, old: Event, event: Event) -> str:
    """Return the part that changed; in a list the first item that was not there (`quotes[0]`)."""
    before, now = told(old, part), told(event, part)
    if isinstance(before, tuple) and isinstance(now, tuple):
        for number, item in enumerate(now):
            if item not in before:
                return f"{part}[{number}]"
    return part


def supports_of(event: Event, known: Mapping[str, Place]) -> set[Name]:
    """Return what an event rests on, with the known places around its places."""
    found = {(Kind.SOURCE, claim.source) for claim in event.claims}
    found |= {(Kind.SOURCE, quote.source) for quote in event.quotes}
    found |= {(Kind.FIGURE, claim.figure) for claim in event.claims}
    found |= {(Kind.PERSON, claim.claimant) for claim in event.claims}
    found |= {(Kind.PERSON, other) for claim in event.claims for other in claim.disputed_by}
    found |= {(Kind.PERSON, quote.speaker) for quote in event.quotes if quote.speaker}
    found |= {(Kind.PERSON, person) for person in event.people}
    found |= {(Kind.PLACE, place) for each in event.places for place in outwards(each, known)}
    return found | {(Kind.CATEGORY, event.category)}


def changed_support(kind: Kind, before: Support, now: Support) -> Iterator[str]:
    """Yield the fields of what events rest on that are other than before."""
    if is_unnamed(before) or is_unnamed(now):
        return
    for field in SUPPORTING[kind]:
        if getattr(before, field) != getattr(now, field):
            yield field
    for field in SUPPORTING_ONCE_SAID.get(kind, ()):
        if is_other(said(before, field), said(now, field)):
            yield field
    if isinstance(before, Place) and isinstance(now, Place) and is_moved(before, now):
        yield "lat"


def is_unnamed(support: Support) -> bool:
    """Return whether readers are not told the name; nobody has to say that it is withheld."""
    return isinstance(support, Person) and support.is_withheld


def said(support: Support, field: str) -> object:
    """Return what readers see of a field, of addresses no more than what they lead to."""
    value: object = getattr(support, field)
    if isinstance(support, Source) and field == "url":
        address = urlsplit("" if support.restricted else support.url)
        host = address.netloc.lower().removeprefix("www.")
        return host and (host, address.path.rstrip("/"), address.query)
    return value


def is_moved(before: Place, now: Place) -> bool:
    """Return whether a place lies elsewhere, as far as both of its precisions tell."""
    decimals = min(before.precision.decimals, now.precision.decimals)
    points = [
        (round(each.lat, decimals), round(each.lon, decimals))
        for each in (before, now)
        if each.lat is not None and each.lon is not None
    ]
    return len(set(points)) > 1


def is_moved_in_time(old: Event, event: Event, zones: tuple[str, str]) -> bool:
    """Return whether what is said of an event's date means another moment in its zone of now.

    `zones` are the time zone before and the one now.
    """
    said_before, said_now = ((e.date, e.time, e.part_of_day) for e in (old, event))
    is_timed = event.time or event.part_of_day or moment_of(event.date)
    if not is_timed or said_before != said_now:
        return False
    return span_of(event, zones[0]) != span_of(event, zones[1])
