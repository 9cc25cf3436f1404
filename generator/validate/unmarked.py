"""Unmarked changes: what was published is other now, and no correction tells readers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.model.document import Kind
from generator.model.event import Event, Status
from generator.model.partial_date import PartialDate
from generator.model.person import Person
from generator.model.revision import Revision, Support
from generator.model.timeline import Locate
from generator.problem import Problem, SourceLocation
from generator.problem_kinds import history as kinds
from generator.validate.permanent import changed_ids

# What an event asserts; other fields may be improved without a word.
ASSERTED = {
    "title": ("title",),
    "date": ("date", "time", "part_of_day", "timezone"),
    "quotes": ("quotes",),
    "claims": ("claims",),
}
# What is asserted through an event that rests on it; these have no corrections of their own.
SUPPORTING = {
    Kind.FIGURE: ("title", "unit", "counts", "cumulative"),
    Kind.PERSON: ("name",),
    Kind.SOURCE: ("title", "publisher"),
}
MOST_NAMED = 3


def unmarked_changes(before: Revision, now: Revision, locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each change of what was published that readers are not told of.

    `before` is what was published in the earlier revision. `locate` finds the fields of what the
    content says now.
    """
    changes = Changes(before, now, locate)
    yield from changed_ids(before, now, changes.heir, locate)
    for old in (*before.shown.values(), *before.buried.values()):
        event = changes.heir(old)
        if event is None:
            yield changes.gone(old)
        else:
            yield from changes.of_corrections(old, event)
            yield from changes.of_event(old, event)
    yield from changes.of_supports()


class Changes:
    """Compares what was published with what is."""

    def __init__(self, before: Revision, now: Revision, locate: Locate) -> None:
        """Take both, and where fields stand now."""
        self.before, self.now, self.locate = before, now, locate
        events = (*now.shown.values(), *now.buried.values())
        self.heirs = by_alias(events)
        self.held_heirs = by_alias(now.held_back.values())

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
            if not self.is_corrected(old, event):
                change = "was retracted" if was_shown else "is no longer retracted"
                message = f'"{old.id}" {change}; add a correction that says so, and why'
                yield self.unmarked(Kind.EVENT, event.id, "status", message)
        elif is_shown and not self.is_told(old, event):
            for field, parts in ASSERTED.items():
                changed = [part for part in parts if getattr(old, part) != getattr(event, part)]
                if changed:
                    message = (
                        f"{field} of a published event changed; say so in corrections, or set "
                        "updated to a later day when nothing was wrong"
                    )
                    at = place_of(changed[0], old, event)
                    yield self.unmarked(Kind.EVENT, event.id, at, message)

    def is_corrected(self, old: Event, event: Event) -> bool:
        """Return whether a correction was added; an event that took another in had its own."""
        known = (*old.corrections, *self.itself(old, event).corrections)
        return any(correction not in known for correction in event.corrections)

    def is_told(self, old: Event, event: Event) -> bool:
        """Return whether readers are told that the event changed."""
        return self.is_corrected(old, event) or is_later(event, self.itself(old, event))

    def itself(self, old: Event, event: Event) -> Event:
        """Return the event of now as it was: the old one, if it had another id or none."""
        return self.before.event(event.id) or old

    def of_supports(self) -> Iterator[Problem]:
        """Yield a problem for each name on which published events rest, changed untold."""
        resting: defaultdict[tuple[Kind, str], list[tuple[Event, Event]]] = defaultdict(list)
        for old in self.before.shown.values():
            event = self.heir(old)
            if event is not None and event.id in self.now.shown:
                for name in supports_of(old) & supports_of(event):
                    resting[name].append((old, event))
        for name, pairs in resting.items():
            before, now = self.before.supports.get(name), self.now.supports.get(name)
            if before is None or now is None or is_unnamed(before) or is_unnamed(now):
                continue
            changed = [each for each in SUPPORTING[name[0]] if differ(before, now, each)]
            if changed and not any(self.is_told(*pair) for pair in pairs):
                ids = sorted({event.id for _, event in pairs})
                more = f" and {len(ids) - MOST_NAMED} more" if len(ids) > MOST_NAMED else ""
                message = (
                    f"{changed[0]} of what published events rest on changed; say so in "
                    "corrections, or set updated to a later day, of one of them at least: "
                    f"{', '.join(ids[:MOST_NAMED])}{more}"
                )
                yield self.unmarked(*name, changed[0], message)

    def unmarked(self, kind: Kind, id_: str, field: str, message: str) -> Problem:
        """Return the problem of a field that changed without a word."""
        return Problem(kinds.UNMARKED_CHANGE, self.locate(kind, id_, field), field, message)


def place_of(part: str, old: Event, event: Event) -> str:
    """Return the part that changed; in a list the first item that was not there (`quotes[0]`)."""
    before, now = getattr(old, part), getattr(event, part)
    if isinstance(before, tuple):
        for number, item in enumerate(now):
            if item not in before:
                return f"{part}[{number}]"
    return part


def by_alias(events: Iterable[Event]) -> dict[str, Event]:
    """Return the events by the old addresses that lead to them."""
    return {alias.strip("/"): event for event in events for alias in event.aliases}


def address(event: Event) -> str:
    """Return the event's address as an alias names it, without the slashes around it."""
    return f"events/{event.id}"


def supports_of(event: Event) -> set[tuple[Kind, str]]:
    """Return what an event's claims and quotes rest on."""
    found = {(Kind.SOURCE, claim.source) for claim in event.claims}
    found |= {(Kind.SOURCE, quote.source) for quote in event.quotes}
    found |= {(Kind.FIGURE, claim.figure) for claim in event.claims}
    found |= {(Kind.PERSON, claim.claimant) for claim in event.claims}
    return found | {(Kind.PERSON, quote.speaker) for quote in event.quotes if quote.speaker}


def is_unnamed(support: Support) -> bool:
    """Return whether readers are not told the name; nobody has to say that it is withheld."""
    return isinstance(support, Person) and support.is_withheld


def differ(before: Support, now: Support, field: str) -> bool:
    """Return whether a field of both is not the same."""
    return bool(getattr(before, field) != getattr(now, field))


def is_later(event: Event, old: Event) -> bool:
    """Return whether the event was updated after the old one was, and not before it was there."""
    first = None if event.updated is None else event.updated.earliest
    if first is None:
        return False
    updated, published = (last_day(each) for each in (old.updated, old.published))
    return (updated is None or first > updated) and (published is None or first >= published)


def last_day(date: PartialDate | None) -> int | None:
    """Return the last day that a date can mean."""
    return None if date is None else date.latest
