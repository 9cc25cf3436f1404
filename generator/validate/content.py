"""validate_content: what files say becomes settings and a Timeline, or every problem at once."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

import msgspec
from msgspec.structs import replace

from generator.errors import ContentError
from generator.model.asset import OwnFile
from generator.model.chronology import in_order, span_of
from generator.model.cleared import NOTHING_CLEARED, Cleared
from generator.model.document import Kind
from generator.model.entry import Content, Entry, Reference
from generator.model.event import Event
from generator.model.outline import EventOutline
from generator.model.place import Place
from generator.model.settings import SiteSettings
from generator.model.timeline import Timeline
from generator.problem import Problem, Severity, SourceLocation
from generator.problem_kinds.files import NOT_A_FILE, SYMLINK_OUTSIDE
from generator.validate.acknowledged import reasons_in, weighed
from generator.validate.arrangement import pages_in_order, zone_of
from generator.validate.locations import Locations, Reopen
from generator.validate.media import media_faults
from generator.validate.references import (
    bounded,
    broken_order,
    duplicate_ids,
    places_in_circles,
    self_references,
    unknown_references,
)
from generator.validate.verified import quotes_not_found
from generator.validate.withheld import withheld_in_files, withheld_names

REFERENCES = msgspec.msgpack.Decoder(tuple[Reference, ...])


def validate_content(
    content: Content,
    reopen: Reopen,
    own_files: Iterable[OwnFile] = (),
    cleared: Cleared = NOTHING_CLEARED,
) -> tuple[SiteSettings, Timeline, tuple[Problem, ...]]:
    """Return the settings, the timeline and the warnings; raise ContentError with all problems.

    Warnings that are acknowledged are among those returned, not among those raised. Whether it is
    likely to be true is for `doubts` to ask. `reopen` reads a file anew to say where in it a
    field stands. `own_files` are published beside the content. In events that are `cleared` no name
    is looked for again.
    """
    entries = [entry for file in content.files for entry in file.entries]
    locations = Locations(entries, reopen)
    problems = [problem for file in content.files for problem in file.problems]
    problems.extend(content.problems)
    problems.extend(bounded(duplicate_ids(entries, locations)))
    problems.extend(references_to_nothing(content, entries))
    settings = settings_of(entries)
    known = settings or SiteSettings(title="")
    timeline = assemble(content, entries, known, locations)
    problems.extend(media_faults(timeline.events, content.media, locations))
    problems.extend(withheld_names(timeline, known, cleared))
    problems.extend(withheld_in_files(timeline, own_files))
    problems.extend(unread_entries(own_files))
    problems.extend(quotes_not_found(timeline.events, timeline))
    events = {event.id: event for event in timeline.events}
    problems.extend(self_references(timeline.events, locations))
    problems.extend(places_in_circles(timeline.places, locations))
    spans = {event.id: span_of(event, timeline.zones[event.id]) for event in timeline.events}
    problems.extend(broken_order(events, spans, locations))
    if settings is None or any(each.kind.severity is Severity.PROBLEM for each in problems):
        raise ContentError(weighed(problems, timeline.acknowledged).told)
    return settings, replace(timeline, events=in_order(timeline.events, spans)), tuple(problems)


def unread_entries(files: Iterable[OwnFile]) -> Iterator[Problem]:
    """Yield a problem for each of the project's own files that is somewhere else, or no file."""
    for file in files:
        if file.is_outside:
            message = "link leads out of templates/; replace it with a copy, or remove it"
            yield Problem(SYMLINK_OUTSIDE, SourceLocation(file.path), "", message)
        elif not file.is_file:
            message = "pipe, socket, device, or link that leads nowhere; replace or remove it"
            yield Problem(NOT_A_FILE, SourceLocation(file.path), "", message)


def readable_timeline(content: Content, reopen: Reopen) -> Timeline:
    """Return the timeline of the entries that have no problem of their own; nothing is raised."""
    entries = [entry for file in content.files for entry in file.entries]
    settings = settings_of(entries) or SiteSettings(title="")
    return assemble(content, entries, settings, Locations(entries, reopen))


def references_to_nothing(content: Content, entries: Iterable[Entry]) -> list[Problem]:
    """Return a problem for each reference to an entry that is nowhere."""
    known: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    for entry in entries:
        known[entry.kind].add(entry.id)
    known[Kind.CATEGORY] = {id_ for file in content.files for id_ in file.categories}
    # A file that could not be read is reported itself; what refers to it is not wrong.
    unread = {PurePosixPath(problem.location.path).stem for problem in content.problems}
    unread.update(PurePosixPath(file.path).stem for file in content.files if not file.is_whole)
    for ids in known.values():
        ids.update(unread)
    names = {f"{kind}:{id_}" for kind, ids in known.items() for id_ in ids}
    if names.issuperset(set().union(*(file.wants for file in content.files))):
        return []
    references = (
        reference
        for file in content.files
        if not names.issuperset(file.wants)
        for reference in REFERENCES.decode(file.references)
    )
    return list(bounded(unknown_references(references, known)))


def settings_of(entries: Iterable[Entry]) -> SiteSettings | None:
    """Return the site's settings, None when they are missing or have problems."""
    found = [entry.noun for entry in entries if entry.kind is Kind.SITE]
    return found[0] if found and isinstance(found[0], SiteSettings) else None


def assemble(
    content: Content, entries: Iterable[Entry], settings: SiteSettings, locations: Locations
) -> Timeline:
    """Return the timeline of all entries without problems, its events not yet in order."""
    by_kind: dict[Kind, dict[str, Any]] = {kind: {} for kind in Kind}
    outlines: dict[str, EventOutline] = {}
    digests: dict[str, tuple[bytes, ...]] = {}
    for entry in entries:
        if entry.noun is not None:
            if entry.outline is not None and entry.id not in outlines:
                outlines[entry.id] = entry.outline
                digests[entry.id] = entry.digests
            by_kind[entry.kind].setdefault(entry.id, entry.noun)
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
        outlines=outlines,
        digests=digests,
        lock=content.lock,
        acknowledged=reasons_in(entries),
        locate=locations,
    )
