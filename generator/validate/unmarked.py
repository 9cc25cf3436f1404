"""Unmarked changes: what was published is other now, and no correction tells readers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.model.document import Kind
from generator.model.event import Event, Status
from generator.model.place import Place
from generator.model.revision import Revision
from generator.model.settings import Category
from generator.model.timeline import Locate
from generator.problem import Problem, SourceLocation
from generator.problem_kinds import history as kinds
from generator.validate.arrangement import zone_of
from generator.validate.asserted import (
    Name,
    changed_fields,
    changed_support,
    is_moved_in_time,
    supports_of,
)
from generator.validate.permanent import changed_ids
from generator.validate.telling import Words

MOST_NAMED = 3
SITE = (Kind.SITE, "site")
Pair = tuple[Event, Event]


def unmarked_changes(before: Revision, now: Revision, locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each change of what was published that readers are not told of.

    `before` is what was published in the earlier revision. `locate` finds the fields of what the
    content says now.
    """
    changes = Changes(before, now, locate)
    yield from map(not_compared, before.unread)
    yield from changed_ids(before, now, changes.heir, locate)
    for old in (*before.shown.values(), *before.buried.values()):
        event = changes.heir(old)
        if event is None:
            yield changes.gone(old)
        else:
            yield from changes.of_corrections(old, event)
            yield from changes.of_event(old, event)
    yield from changes.of_supports()


def not_compared(problem: Problem) -> Problem:
    """Return the warning that a file had a problem in the earlier revision, and which."""
    at = problem.location
    message = (
        f'in the earlier revision line {at.line} had a problem, "{problem.message}"; what the file '
        "told readers then is not compared"
    )
    return Problem(kinds.NOT_COMPARED, SourceLocation(at.path), "", message)


class Changes:
    """Compares what was published with what is."""

    def __init__(self, before: Revision, now: Revision, locate: Locate) -> None:
        """Take both, and where fields stand now."""
        self.before, self.now, self.locate = before, now, locate
        events = (*now.shown.values(), *now.buried.values())
        self.heirs = by_alias(events)
        self.held_heirs = by_alias(now.held_back.values())
        self.places = places_of(before), places_of(now)
        self.words = Words(before, now)

    def heir(self, old: Event) -> Event | None:
        """Return what stands at the event's address now, or where that address leads."""
        return self.now.event(old.id) or self.heirs.get(address(old))

    def gone(self, old: Event) -> Problem:
        """Return the problem of an event whose page was published and is not there now."""
        where, field = SourceLocation(self.before.paths[old.id]), ""
        held = self.now.held_back.get(old.id) or self.held_heirs.get(address(old))
        if held is not None:
            field = "status" if held.status is Status.DRAFT else "embargo"
            where = self.locate(Kind.EVENT, held.id, field)
        message = (
            f'"{old.id}" was published and is not any more; set status: retracted with a '
            "correction that says why, or name its old address in the aliases of the published "
            "event that took its place"
        )
        return Problem(kinds.PUBLISHED_GONE, where, field, message)

    def of_corrections(self, old: Event, event: Event) -> Iterator[Problem]:
        """Yield a problem for each correction that is not there as it was."""
        for correction in old.corrections:
            if correction not in event.corrections:
                message = (
                    f'the correction of {correction.date.text}, "{correction.text}", is not there '
                    "as it was published; put it back, and add a further one for what is wrong"
                )
                where = self.locate(Kind.EVENT, event.id, "corrections")
                yield Problem(kinds.CORRECTION_CHANGED, where, "corrections", message)

    def of_event(self, old: Event, event: Event) -> Iterator[Problem]:
        """Yield a problem for each asserted field that is other than it was, and not told of."""
        was_shown, is_shown = old.id in self.before.shown, event.id in self.now.shown
        if was_shown != is_shown:
            if not self.words.is_corrected(old, event):
                change = "was retracted" if was_shown else "is no longer retracted"
                message = f'"{old.id}" {change}; add a correction that says so, and why'
                yield self.unmarked((Kind.EVENT, event.id), "status", message, [(old, event)])
        elif is_shown and not self.words.is_told(old, event):
            for field in self.fields_of_event(old, event):
                message = (
                    f"{field} of a published event changed; say so in corrections, or set "
                    "updated to a later day when nothing was wrong"
                )
                yield self.unmarked((Kind.EVENT, event.id), field, message, [(old, event)])

    def fields_of_event(self, old: Event, event: Event) -> Iterator[str]:
        """Yield the fields by which an event tells something else than before."""
        yield from changed_fields(old, event)
        if self.mover(old, event) == (Kind.EVENT, event.id):
            yield "timezone"
        labels = [
            support.label if isinstance(support, Category) else None
            for support in (
                self.before.supports.get((Kind.CATEGORY, old.category)),
                self.now.supports.get((Kind.CATEGORY, event.category)),
            )
        ]
        if old.category != event.category and labels[0] != labels[1]:
            yield "category"
        if self.words.is_taken_back(old, event):
            yield "updated"

    def mover(self, old: Event, event: Event) -> Name | None:
        """Return whose time zone moved an event to another moment; mostly nothing did."""
        zone_before = zone_of(old, self.places[0], self.before.settings)
        zone_now = zone_of(event, self.places[1], self.now.settings)
        if not is_moved_in_time(old, event, (zone_before, zone_now)):
            return None
        first = event.places[:1]
        if old.timezone != event.timezone or old.places[:1] != first:
            return (Kind.EVENT, event.id)
        zones = {places[each].timezone for places in self.places for each in first}
        return (Kind.PLACE, first[0]) if len(zones) > 1 else SITE

    def of_supports(self) -> Iterator[Problem]:
        """Yield a problem for each thing that published events rest on, changed untold."""
        resting: defaultdict[Name, list[Pair]] = defaultdict(list)
        moved: defaultdict[Name, list[Pair]] = defaultdict(list)
        for old in self.before.shown.values():
            event = self.heir(old)
            if event is not None and event.id in self.now.shown:
                was, rests = supports_of(old, self.places[0]), supports_of(event, self.places[1])
                for name in was & rests:
                    resting[name].append((old, event))
                if mover := self.mover(old, event):
                    moved[mover].append((old, event))
        for name, pairs in resting.items():
            before, now = self.before.supports.get(name), self.now.supports.get(name)
            if before is not None and now is not None:
                for field in list(changed_support(name[0], before, now))[:1]:
                    yield from self.of_support(name, field, pairs)
        for name, pairs in moved.items():
            if name[0] is not Kind.EVENT:
                yield from self.of_support(name, "timezone", pairs)

    def of_support(self, name: Name, field: str, pairs: list[Pair]) -> Iterator[Problem]:
        """Yield a problem unless one of the events that rest on what changed says so."""
        if any(self.words.is_told(*pair) for pair in pairs):
            return
        ids = sorted({event.id for _, event in pairs})
        more = f" and {len(ids) - MOST_NAMED} more" if len(ids) > MOST_NAMED else ""
        message = (
            f"{field} of what published events rest on changed; say so in "
            "corrections, or set updated to a later day, of one of them at least: "
            f"{', '.join(ids[:MOST_NAMED])}{more}"
        )
        if name[0] is Kind.CATEGORY:
            name, field = SITE, f"categories.{name[1]}.{field}"
        yield self.unmarked(name, field, message, pairs)

    def unmarked(self, name: Name, field: str, message: str, pairs: list[Pair]) -> Problem:
        """Return the problem of a field that changed without a word that counts."""
        refused = next(filter(None, (self.words.refusal(*pair) for pair in pairs)), "")
        where = self.locate(*name, field)
        return Problem(kinds.UNMARKED_CHANGE, where, field, message + refused)


def places_of(revision: Revision) -> dict[str, Place]:
    """Return the places by their ids."""
    return {id_: each for (_, id_), each in revision.supports.items() if isinstance(each, Place)}


def by_alias(events: Iterable[Event]) -> dict[str, Event]:
    """Return the events by the old addresses that lead to them."""
    return {alias.strip("/"): event for event in events for alias in event.aliases}


def address(event: Event) -> str:
    """Return the event's address as an alias names it, without the slashes around it."""
    return f"events/{event.id}"
