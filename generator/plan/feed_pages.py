"""Feeds of what is new: of the whole site, of corrections, of each category, place and person."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.change import by_age, sound_day
from generator.model.event import Correction
from generator.model.feed import FeedEntry, FeedLink, FeedPage, FeedsPage
from generator.model.outline import EventOutline
from generator.model.page import Page
from generator.plan import urls
from generator.plan.calendar_pages import calendar_entries, calendar_page
from generator.plan.changes import beginning_of, buried_change, is_followable
from generator.plan.gate import Publication

ENTRIES_A_FEED = 50
ENTRIES_A_TERM_FEED = 20
ATOM, JSON_FEED, CALENDAR = "application/atom+xml", "application/feed+json", "text/calendar"
PLURALS = {"category": "categories", "place": "places", "person": "people"}


class Change(NamedTuple):
    """One change: its day, the event's place in time for a tie, the event, which correction.

    `first` is the event's first path.
    """

    day: int
    place: int
    event: str
    first: str
    correction: int = -1


def feed_pages(publication: Publication) -> Iterator[Page]:
    """Yield the feeds and the page that lists them, unless the site cannot have any."""
    since = beginning_of(publication.settings)
    if since is None or not is_followable(publication):
        return
    changes = changes_of(publication, since)
    yield from both_feeds("changes", newest(changes), urls.HOME)
    corrections = newest(corrections_of(publication, since))
    yield from both_feeds("corrections", corrections, urls.CORRECTIONS)
    by_term = changes_by_term(publication, sorted(changes, reverse=True))
    for (kind, id_), found in by_term.items():
        alternate = urls.entry_path(PLURALS[kind], id_)
        yield feed_page(urls.feed_path(alternate), kind, found, alternate, id_)
    entries = calendar_entries(publication, since)
    yield calendar_page(publication, entries)
    yield feeds_page(publication, len(entries))


def newest(changes: Iterable[Change]) -> list[Change]:
    """Return the newest changes, as many as a feed holds."""
    return sorted(changes, reverse=True)[:ENTRIES_A_FEED]


def changes_of(publication: Publication, since: int) -> list[Change]:
    """Return the last change of each event and tombstone; unstated, that the site began."""
    found = [
        Change(since if event.changed is None else event.changed, place, event.id, first_of(event))
        for place, event in enumerate(publication.outlines.values())
    ]
    found.extend(
        Change(buried_change(publication, id_) or since, len(found), id_, first)
        for id_, first in buried(publication)
    )
    return found


def corrections_of(publication: Publication, since: int) -> Iterator[Change]:
    """Yield each correction of each event and tombstone, by its number from the oldest on."""
    for place, event in enumerate(publication.outlines.values()):
        days = sorted(sound_day(day) or since for day in event.corrections)
        for number, day in enumerate(days):
            yield Change(day, place, event.id, first_of(event), number)
    for id_, first in buried(publication):
        known = by_age(publication.tombstone(id_).corrections, since)
        for number, each in enumerate(known):
            day = sound_day(each.date.earliest) or since
            yield Change(day, len(publication.outlines), id_, first, number)


def first_of(event: EventOutline) -> str:
    """Return the path at which the event was first."""
    return urls.first_path(event.id, event.aliases)


def buried(publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the id of each retracted event, and the path at which it was first."""
    for id_ in publication.tombstones:
        yield id_, urls.first_path(id_, publication.tombstone(id_).aliases)


def changes_by_term(
    publication: Publication, changes: Iterable[Change]
) -> dict[tuple[str, str], list[Change]]:
    """Return the newest changes of each category, place and person."""
    found: dict[tuple[str, str], list[Change]] = {
        ("category", id_): [] for id_ in publication.categories
    }
    for change in changes:
        event = publication.outlines.get(change.event)
        for term in terms_of(event) if event else ():
            held = found.get(term)
            if held is None:
                found[term] = [change]
            elif len(held) < ENTRIES_A_TERM_FEED:
                held.append(change)
    return found


def terms_of(event: EventOutline) -> list[tuple[str, str]]:
    """Return the kind and id of each term of the event that has a feed."""
    terms = [("category", event.category)]
    terms += [("place", id_) for id_ in event.places]
    terms += [("person", id_) for id_ in event.people]
    return terms


def both_feeds(kind: str, changes: list[Change], alternate: str) -> Iterator[Page]:
    """Yield a feed of the whole site in both formats."""
    for each in site_feeds():
        if each.kind == kind:
            yield feed_page(each.path, kind, changes, alternate)


def feed_page(
    path: str, kind: str, changes: Iterable[Change], alternate: str, term: str = ""
) -> Page:
    """Return the page of one feed."""
    listed = tuple((each.event, each.first, each.day, each.correction) for each in changes)
    return Page(
        path=path,
        template="machine/feed.json" if path.endswith(".json") else "machine/feed.xml",
        make=feed_content,
        about=(path, kind, listed, alternate, term),
        section=PLURALS.get(kind, kind),
    )


def feed_content(  # noqa: PLR0913, PLR0917 - the fields of the page that it makes
    publication: Publication,
    path: str,
    kind: str,
    changes: tuple[tuple[str, str, int, int], ...],
    alternate: str,
    term: str,
) -> FeedPage:
    """Return what a feed tells."""
    entries = tuple(entry_of(publication, *change) for change in changes)
    since = beginning_of(publication.settings) or 1
    return FeedPage(
        id=urls.permanent_id(path, publication.settings.permanent_url, since),
        kind=kind,
        alternate=alternate,
        updated=max((each.updated for each in entries), default=since),
        entries=entries,
        label=label_of(publication, kind, term),
    )


def label_of(publication: Publication, kind: str, term: str) -> str:
    """Return what the term of a feed is called, nothing for feeds of the whole site."""
    match kind:
        case "category":
            return publication.categories[term].category.label
        case "place":
            return publication.place(term).name
        case "person":
            return publication.person(term).name
        case _:
            return ""


def entry_of(
    publication: Publication, id_: str, first: str, day: int, correction: int
) -> FeedEntry:
    """Return the entry of a change: the event as it is now, or one correction of it."""
    settings = publication.settings
    since = beginning_of(settings) or 1
    outline = publication.outlines.get(id_)
    corrections: tuple[Correction, ...] = ()
    if outline is None:
        corrections = publication.tombstone(id_).corrections
    elif outline.corrections:
        corrections = publication.event(id_).corrections
    own = first
    if correction >= 0:
        own = f"{first}corrections/{correction + 1}"
        corrections = (by_age(corrections, since)[correction],)
    return FeedEntry(
        id=urls.permanent_id(own, settings.permanent_url, since),
        path=urls.entry_path("events", id_),
        updated=day,
        published=outline.published if outline and correction < 0 else None,
        event=publication.link(id_) if outline else None,
        category=publication.category_of(id_) if outline else None,
        card=id_ if outline and correction < 0 else "",
        corrections=corrections,
    )


def site_feeds() -> tuple[FeedLink, ...]:
    """Return the feeds of the whole site."""
    return (
        FeedLink(kind="changes", path=urls.CHANGES_FEED, media_type=ATOM),
        FeedLink(kind="changes", path=urls.CHANGES_JSON, media_type=JSON_FEED),
        FeedLink(kind="corrections", path=urls.CORRECTIONS_FEED, media_type=ATOM),
        FeedLink(kind="corrections", path=urls.CORRECTIONS_JSON, media_type=JSON_FEED),
        FeedLink(kind="calendar", path=urls.CALENDAR, media_type=CALENDAR),
    )


def feeds_page(publication: Publication, count: int) -> Page:
    """Return the page that tells people which feeds there are; `count` events have known days."""
    return Page(
        path=urls.FEEDS,
        template="pages/feeds.html",
        make=feeds_content,
        about=(count, len(publication.outlines) - count),
        section="feeds",
    )


def feeds_content(publication: Publication, in_calendar: int, left_out: int) -> FeedsPage:
    """Return what the page of feeds shows."""
    return FeedsPage(
        feeds=site_feeds(),
        categories=tuple(
            FeedLink(
                kind="category",
                path=urls.feed_path(each.path),
                media_type=ATOM,
                label=each.category.label,
            )
            for each in publication.categories.values()
        ),
        in_calendar=in_calendar,
        left_out=left_out,
    )
