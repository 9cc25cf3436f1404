"""Pages of categories, places, people and tags, each with its events, and their indexes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from generator.model.page import IndexEntry, Page, Term, TermPage
from generator.model.publication import Publication
from generator.model.published import (
    PublishedCategory,
    PublishedClaim,
    PublishedEvent,
    PublishedPerson,
    PublishedPlace,
    PublishedTag,
)
from generator.plan.days import day_groups
from generator.plan.index_pages import index_pages
from generator.plan.pagination import EVENTS_A_PAGE, paginate

ClaimsByEvent = dict[str, list[PublishedClaim]]
PLURALS = {"category": "categories", "place": "places", "person": "people", "tag": "tags"}


@dataclass(slots=True)
class Bearers:
    """The events that bear one term, in time."""

    term: Term
    events: list[PublishedEvent] = field(default_factory=list)


def term_pages(publication: Publication) -> Iterator[Page]:
    """Yield every term's pages and the four indexes."""
    people = people_in(publication)
    claims = claims_by_person(publication)
    inside = places_inside(publication)
    for kind, bearers in (
        ("category", collected(publication, categories_of, publication.categories)),
        ("place", places_with_events(publication)),
        ("person", people),
        ("tag", collected(publication, lambda event: event.tags)),
    ):
        for each in bearers:
            path = path_of(each.term)
            page = partial(
                TermPage,
                kind=kind,
                term=each.term,
                event_count=len(each.events),
                inside=tuple(inside.get(path, ())) if kind == "place" else (),
            )
            yield from pages_of(each, page, claims.get(path, {}))
        yield from index_pages(PLURALS[kind], index_entries(bearers))


def path_of(term: Term) -> str:
    """Return a term's path; terms without one, the withheld, are never collected."""
    if term.path is None:
        message = "a withheld person has no page"
        raise ValueError(message)
    return term.path


def pages_of(
    bearers: Bearers, content: Callable[..., TermPage], claims: ClaimsByEvent
) -> Iterator[Page]:
    """Yield the pages of one term, each with the claims of the events on it."""
    path = path_of(bearers.term)
    for page_path, pagination, chunk in paginate(path, bearers.events, EVENTS_A_PAGE):
        made = content(
            days=day_groups(chunk),
            pagination=pagination,
            claims=tuple(claim for event in chunk for claim in claims.get(event.path, ())),
        )
        yield Page(
            path=page_path,
            template=f"pages/{made.kind}.html",
            content=made,
            section=PLURALS[made.kind],
        )


def collected(
    publication: Publication,
    terms_of: Callable[[PublishedEvent], Iterable[Term]],
    first: Iterable[Term] = (),
) -> list[Bearers]:
    """Return the terms that events bear; those of `first` come first, borne or not."""
    found: dict[str, Bearers] = {path_of(term): Bearers(term) for term in first}
    for event in publication.events:
        for term in terms_of(event):
            if term.path is not None:
                found.setdefault(term.path, Bearers(term)).events.append(event)
    return list(found.values()) if first else sorted(found.values(), key=by_label)


def by_label(bearers: Bearers) -> tuple[str, str]:
    """Return what an index is sorted by."""
    return (label_of(bearers.term).casefold(), path_of(bearers.term))


def label_of(term: Term) -> str:
    """Return what a term is called."""
    match term:
        case PublishedCategory(category=category):
            return category.label
        case PublishedTag(term=tag):
            return tag
        case PublishedPlace() | PublishedPerson():
            return term.name


def categories_of(event: PublishedEvent) -> tuple[PublishedCategory]:
    """Return the event's one category."""
    return (event.category,)


def people_of(event: PublishedEvent) -> Iterable[PublishedPerson]:
    """Return everyone whom the event names, each once: people, speakers, claimants, disputants."""
    named = list(event.people)
    named.extend(quote.speaker for quote in event.quotes if quote.speaker)
    for comparison in event.comparisons:
        for claim in comparison.claims:
            named.extend((claim.claimant, *claim.disputed_by))
    return {person.path: person for person in named if person.path}.values()


def people_in(publication: Publication) -> list[Bearers]:
    """Return the people who may be named, with the events that name them."""
    return collected(publication, people_of)


def claims_by_person(publication: Publication) -> dict[str, ClaimsByEvent]:
    """Return each claimant's claims by the claimant's page and the event's."""
    found: dict[str, ClaimsByEvent] = {}
    for claims in publication.claims.values():
        for claim in claims:
            if claim.claimant.path:
                by_event = found.setdefault(claim.claimant.path, {})
                by_event.setdefault(claim.event.path, []).append(claim)
    return found


def places_with_events(publication: Publication) -> list[Bearers]:
    """Return the places of events and the places around them."""
    found = {each.term.path: each for each in collected(publication, lambda event: event.places)}
    for event in publication.events:
        for place in event.places:
            for around in place.within:
                found.setdefault(around.path, Bearers(around))
    return sorted(found.values(), key=by_label)


def places_inside(publication: Publication) -> dict[str, list[PublishedPlace]]:
    """Return, by a place's page, the places directly within it."""
    found: dict[str, dict[str, PublishedPlace]] = {}
    for event in publication.events:
        for place in event.places:
            for inner, outer in zip((place, *place.within), place.within, strict=False):
                found.setdefault(outer.path, {})[inner.path] = inner
    return {
        path: sorted(inner.values(), key=lambda each: each.name) for path, inner in found.items()
    }


def index_entries(bearers: Iterable[Bearers]) -> list[IndexEntry]:
    """Return the lines of an index."""
    return [
        IndexEntry(
            label=label_of(each.term),
            path=path_of(each.term),
            count=len(each.events),
            note=note_of(each.term),
            category=each.term if isinstance(each.term, PublishedCategory) else None,
        )
        for each in bearers
    ]


def note_of(term: Term) -> str:
    """Return what is said of a term beside its name."""
    match term:
        case PublishedCategory(category=category):
            return category.description
        case PublishedPerson():
            return term.role or term.affiliation
        case PublishedPlace():
            return ", ".join(place.name for place in term.within)
        case PublishedTag():
            return ""
