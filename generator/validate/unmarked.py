"""Unmarked changes: what was published is other now, and no correction tells readers."""

from collections.abc import Iterable, Iterator

from generator.model.document import Kind
from generator.model.event import Event, Status
from generator.model.timeline import Timeline
from generator.problem import Problem, SourceLocation
from generator.problem_kinds import history as kinds

# What an event asserts; other fields may be improved without a word.
ASSERTED = {
    "title": ("title",),
    "date": ("date", "time", "part_of_day", "timezone"),
    "quotes": ("quotes",),
    "claims": ("claims",),
}


def unmarked_changes(before: Iterable[Event], timeline: Timeline) -> Iterator[Problem]:
    """Yield a problem for each change of an event that was published, and is not told of.

    `before` are the events of the earlier revision.
    """
    now = {event.id: event for event in timeline.events}
    aliases = {alias.strip("/") for event in timeline.events for alias in event.aliases}
    for old in before:
        if old.status is not Status.PUBLISHED:
            continue
        event = now.get(old.id)
        if event is None:
            if f"events/{old.id}" not in aliases:
                yield gone(old, SourceLocation("content/events"))
        elif event.status is Status.DRAFT:
            yield gone(old, timeline.locate(Kind.EVENT, event.id, "status"))
        elif not is_told(old, event):
            yield from changes(old, event, timeline)


def gone(old: Event, where: SourceLocation) -> Problem:
    """Return the problem of an event that was published and is not there now."""
    message = (
        f'"{old.id}" was published and is not any more; set status: retracted with a correction '
        "that says why, or name its old address in the aliases of the event that took its place"
    )
    return Problem(kinds.PUBLISHED_GONE, where, "", message)


def is_told(old: Event, event: Event) -> bool:
    """Return whether readers are told that the event changed."""
    return len(event.corrections) > len(old.corrections) or (
        event.updated is not None and event.updated != old.updated
    )


def changes(old: Event, event: Event, timeline: Timeline) -> Iterator[Problem]:
    """Yield a problem for each asserted field that is other than it was."""
    for field, parts in ASSERTED.items():
        if all(getattr(old, part) == getattr(event, part) for part in parts):
            continue
        at = next(part for part in parts if getattr(old, part) != getattr(event, part))
        message = (
            f"{field} of a published event changed; say so in corrections, or set updated when "
            "nothing was wrong"
        )
        yield Problem(kinds.UNMARKED_CHANGE, timeline.locate(Kind.EVENT, event.id, at), at, message)
