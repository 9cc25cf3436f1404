"""validate_content: documents become settings and a Timeline, or every problem at once."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from generator.errors import ContentError, Problem, Severity, SourceLocation
from generator.model.chronology import Span, in_order, span_of
from generator.model.document import Kind, LoadedContent
from generator.model.event import Event
from generator.model.place import Place
from generator.model.settings import SiteSettings
from generator.model.static_page import StaticPage
from generator.model.timeline import Timeline
from generator.validate.entries import Entry, read_entries
from generator.validate.meaning import doubts
from generator.validate.media import missing_media
from generator.validate.reader import Invalid
from generator.validate.references import (
    broken_order,
    duplicate_ids,
    places_in_circles,
    self_references,
    unknown_references,
)
from generator.validate.withheld import withheld_names


def validate_content(
    content: LoadedContent, today: date
) -> tuple[SiteSettings, Timeline, tuple[Problem, ...]]:
    """Return the settings, the timeline and the warnings; raise ContentError with all problems.

    `today` is what "in the future" is measured against.
    """
    entries, references, problems = read_entries(content.documents)
    problems.extend(content.problems)
    problems.extend(duplicate_ids(entries))
    settings = settings_of(entries)
    known: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    for entry in entries:
        known[entry.kind].add(entry.id)
    known[Kind.CATEGORY] = category_ids(entries)
    # A file that could not be read is reported itself; what refers to it is not wrong.
    unread = {PurePosixPath(problem.location.path).stem for problem in content.problems}
    for ids in known.values():
        ids.update(unread)
    problems.extend(unknown_references(references, known))
    timeline = assemble(content, entries, settings or SiteSettings(title=""))
    problems.extend(missing_media(timeline.events, content.media, timeline.locate))
    problems.extend(withheld_names(timeline))
    problems.extend(order_problems(timeline, entries))
    if settings is None or any(each.kind.severity is Severity.PROBLEM for each in problems):
        raise ContentError(problems)
    ordered = sort_events(timeline)
    return settings, ordered, tuple(problems) + tuple(doubts(ordered, today))


def settings_of(entries: Iterable[Entry]) -> SiteSettings | None:
    """Return the site's settings, None when they are missing or have problems."""
    found = [entry.noun for entry in entries if entry.kind is Kind.SITE]
    return found[0] if found and isinstance(found[0], SiteSettings) else None


def category_ids(entries: Iterable[Entry]) -> set[str]:
    """Return the categories' ids as typed, so that one wrong colour does not hide them all."""
    for entry in entries:
        if entry.kind is Kind.SITE and hasattr(entry.node, "entries"):
            pair = entry.node.entries.get("categories")
            if pair is not None and hasattr(pair[1], "entries"):
                return set(pair[1].entries)
    return set()


def assemble(content: LoadedContent, entries: Iterable[Entry], settings: SiteSettings) -> Timeline:
    """Return the timeline of all entries without problems, its events not yet in order."""
    by_kind: dict[Kind, dict[str, Any]] = {kind: {} for kind in Kind}
    entry_of: dict[tuple[Kind, str], Entry] = {}
    for entry in entries:
        entry_of.setdefault((entry.kind, entry.id), entry)
        if not isinstance(entry.noun, Invalid):
            by_kind[entry.kind].setdefault(entry.id, entry.noun)

    def locate(kind: Kind, id_: str, field: str) -> SourceLocation:
        return entry_of[kind, id_].locate(field)

    events: dict[str, Event] = by_kind[Kind.EVENT]
    places: dict[str, Place] = by_kind[Kind.PLACE]
    return Timeline(
        events=tuple(events.values()),
        zones={event.id: zone_of(event, places, settings) for event in events.values()},
        sources=by_kind[Kind.SOURCE],
        people=by_kind[Kind.PERSON],
        places=places,
        figures=by_kind[Kind.FIGURE],
        pages=pages_in_order(by_kind[Kind.PAGE].values()),
        media=content.media,
        locate=locate,
    )


def zone_of(event: Event, places: Mapping[str, Place], settings: SiteSettings) -> str:
    """Return the event's time zone: its own, else its first place's, else the site's."""
    if event.timezone:
        return event.timezone
    zones = [places[id_].timezone for id_ in event.places[:1] if id_ in places]
    return next(filter(None, zones), settings.timezone)


def pages_in_order(pages: Iterable[StaticPage]) -> tuple[StaticPage, ...]:
    """Return the static pages as the navigation has them, those outside it last."""
    return tuple(sorted(pages, key=lambda page: (page.nav is None, page.nav or 0, page.id)))


def spans_of(timeline: Timeline) -> dict[str, Span]:
    """Return each event's span by its id."""
    return {event.id: span_of(event, timeline.zones[event.id]) for event in timeline.events}


def order_problems(timeline: Timeline, entries: Iterable[Entry]) -> list[Problem]:
    """Return the problems of events and places that point at one another in a wrong way."""
    events = {entry.id: entry for entry in entries if entry.kind is Kind.EVENT}
    places = {entry.id: entry for entry in entries if entry.kind is Kind.PLACE}
    return [
        *self_references(timeline.events, events),
        *broken_order(known_order(timeline.events), spans_of(timeline), events),
        *places_in_circles(timeline.places, places),
    ]


def known_order(events: Iterable[Event]) -> list[Event]:
    """Return the events with `after` cut down to events without problems."""
    listed = list(events)
    ids = {event.id for event in listed}
    return [
        replace(event, after=tuple(id_ for id_ in event.after if id_ in ids))
        if event.after
        else event
        for event in listed
    ]


def sort_events(timeline: Timeline) -> Timeline:
    """Return the timeline with its events in chronological order."""
    return replace(timeline, events=in_order(timeline.events, spans_of(timeline)))
