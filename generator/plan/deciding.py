"""Deciding: what of the content passes the gate, in ids. Nothing else decides it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from generator.model.chronology import day_bounds
from generator.model.decisions import ClaimRow, Decisions
from generator.model.event import Event
from generator.model.partial_date import PartialDate
from generator.model.timeline import Timeline
from generator.plan.as_known import end_of, known_events, undated_count
from generator.plan.passing import is_buried, is_held_back, is_shown
from generator.plan.relations import reverse_relations
from generator.plan.source_health import source_health


def decided(
    timeline: Timeline, now: datetime, *, drafts: bool, as_of: PartialDate | None = None
) -> Decisions:
    """Return what passes at the moment `now`; `drafts` lets an editor see all.

    With `as_of`, a day, nothing passes that had not been reported by its end.
    """
    events, now = known_events(timeline, as_of), end_of(as_of, now)
    shown = [event for event in events if is_shown(event, now, drafts=drafts)]
    held_back = (event.id for event in shown if drafts and is_held_back(event, now))
    return Decisions(
        events=tuple(event.id for event in timeline.events),
        shown=tuple(event.id for event in shown),
        held_back=frozenset(held_back),
        buried=tuple(event.id for event in events if is_buried(event, now)),
        reverse=reverse_relations(shown),
        claims=tuple(claim_rows(shown)),
        withheld=frozenset(each.id for each in timeline.people.values() if each.is_withheld),
        health=source_health(shown, timeline.lock),
        as_of=as_of,
        undated_count=0 if as_of is None else undated_count(timeline),
    )


def claim_rows(events: Iterable[Event]) -> Iterator[ClaimRow]:
    """Yield every claim of the events, in their order."""
    for event in events:
        for number, claim in enumerate(event.claims):
            days = day_bounds(claim.as_of or event.date)
            yield ClaimRow(event.id, number, claim.figure, claim.claimant, days)
