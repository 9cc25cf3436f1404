"""Pages of categories, places, people and tags, each with its events, and their indexes."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.model.alphabet import filed
from generator.model.listing import Pagination
from generator.model.map_page import Locator
from generator.model.outline import EventOutline
from generator.model.page import IndexEntry, Page, Term, TermPage
from generator.model.published import (
    PublishedCategory,
    PublishedClaim,
    PublishedPerson,
    PublishedPlace,
    PublishedTag,
)
from generator.plan import urls
from generator.plan.changes import is_followable, latest_change
from generator.plan.days import day_groups
from generator.plan.gate import Publication
from generator.plan.index_pages import index_pages
from generator.plan.map_pages import SiteMap
from generator.plan.pagination import EVENTS_A_PAGE, paginate

PLURALS = {"category": "categories", "place": "places", "person": "people", "tag": "tags"}
Bearers = dict[str, list[str]]


class Listed(NamedTuple):
    """One term that has a page, and the ids of the events that bear it, in time."""

    id: str
    term: Term
    events: list[str]


def term_pages(publication: Publication, site_map: SiteMap) -> Iterator[Page]:
    """Yield every term's pages and the four indexes."""
    events = publication.outlines.values()
    categories = dict.fromkeys(publication.categories)
    inside = places_inside(publication)
    for kind, bearers in (
        ("category", collected(events, lambda event: (event.category,), categories)),
        ("place", collected(events, lambda event: event.places, dict.fromkeys(inside))),
        ("person", collected(events, lambda event: event.people)),
        ("tag", collected(events, lambda event: event.tags)),
    ):
        listed = [Listed(id_, term_of(publication, kind, id_), bearers[id_]) for id_ in bearers]
        if kind != "category":
            listed.sort(key=by_label)
        for each in listed:
            places = inside.get(each.id, ()) if kind == "place" else ()
            locator = site_map.locator((each.id,)) if kind == "place" else None
            yield from pages_of(publication, kind, each, places, locator)
        yield from index_pages(PLURALS[kind], list(map(index_entry, listed)))


def collected(
    events: Iterable[EventOutline],
    terms_of: Callable[[EventOutline], Iterable[str]],
    first: Iterable[str] = (),
) -> Bearers:
    """Return the ids of the events that bear each term; those of `first` are there in any case."""
    found: Bearers = {term: [] for term in first}
    for event in events:
        for term in terms_of(event):
            if term in found:
                found[term].append(event.id)
            else:
                found[term] = [event.id]
    return found


def places_inside(publication: Publication) -> dict[str, tuple[str, ...]]:
    """Return, by place, the places directly within it, where events happened in or below them."""
    found: dict[str, set[str]] = {}
    borne = {place for event in publication.outlines.values() for place in event.places}
    for place in borne:
        chain = (place, *publication.around(place))
        for inner, outer in pairwise(chain):
            found.setdefault(outer, set()).add(inner)
    return {
        outer: tuple(sorted(inner, key=lambda id_: (*filed(publication.place(id_).name), id_)))
        for outer, inner in found.items()
    }


def pages_of(
    publication: Publication,
    kind: str,
    listed: Listed,
    inside: tuple[str, ...],
    locator: Locator | None,
) -> Iterator[Page]:
    """Yield the pages of one term; `inside` are the places within a place, which has a map."""
    count = len(listed.events)
    for path, pagination, chunk in paginate(path_of(listed.term), listed.events, EVENTS_A_PAGE):
        yield Page(
            path=path,
            template=f"pages/{kind}.html",
            make=term_content,
            about=(kind, listed.id, tuple(chunk), inside, count, pagination, locator),
            section=PLURALS[kind],
            changed=latest_change(publication, chunk),
        )


def term_content(  # noqa: PLR0913, PLR0917 - the fields of the page that it makes
    publication: Publication,
    kind: str,
    id_: str,
    events: tuple[str, ...],
    inside: tuple[str, ...],
    count: int,
    pagination: Pagination,
    locator: Locator | None = None,
) -> TermPage:
    """Return what one page of a term shows."""
    term = term_of(publication, kind, id_)
    is_person = isinstance(term, PublishedPerson)
    has_feed = kind == "category" or (kind != "tag" and count > 0)
    return TermPage(
        kind=kind,
        term=term,
        days=day_groups(publication.listed(events)),
        pagination=pagination,
        event_count=count,
        inside=tuple(map(publication.place, inside)),
        claims=tuple(claims_by(publication, id_, events)) if is_person else (),
        feed=urls.feed_path(path_of(term)) if has_feed and is_followable(publication) else "",
        locator=locator,
    )


def claims_by(
    publication: Publication, claimant: str, events: Iterable[str]
) -> Iterator[PublishedClaim]:
    """Yield the person's claims on these events."""
    person = publication.person(claimant)
    for id_ in events:
        for claim in publication.claims_of(id_):
            if claim.claimant is person:
                yield claim


def term_of(publication: Publication, kind: str, id_: str) -> Term:
    """Return the term of that kind and id."""
    if kind == "category":
        return publication.categories[id_]
    if kind == "place":
        return publication.place(id_)
    return publication.person(id_) if kind == "person" else publication.tag(id_)


def path_of(term: Term) -> str:
    """Return a term's path; terms without one, the withheld, are in no outline."""
    if term.path is None:
        message = "a withheld person has no page"
        raise ValueError(message)
    return term.path


def by_label(listed: Listed) -> tuple[str, str, str]:
    """Return what an index is sorted by."""
    return (*filed(label_of(listed.term)), path_of(listed.term))


def label_of(term: Term) -> str:
    """Return what a term is called."""
    match term:
        case PublishedCategory(category=category):
            return category.label
        case PublishedTag(term=tag):
            return tag
        case PublishedPlace() | PublishedPerson():
            return term.name


def index_entry(listed: Listed) -> IndexEntry:
    """Return the term's line of an index."""
    term = listed.term
    return IndexEntry(
        label=label_of(term),
        path=path_of(term),
        count=len(listed.events),
        note=note_of(term),
        category=term if isinstance(term, PublishedCategory) else None,
    )


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
