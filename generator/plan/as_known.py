"""As it was known: what of the content had been reported by a day, and nothing else.

A day that is known only roughly counts from the last day that it can mean, so that nothing is
shown before it was known for certain. What bears no day at all is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time

from msgspec.structs import replace

from generator.model.event import Correction, Event, Status
from generator.model.partial_date import PartialDate
from generator.model.source import Source
from generator.model.timeline import Timeline


def known_events(timeline: Timeline, as_of: PartialDate | None) -> Sequence[Event]:
    """Return the events as they were known at the end of a day; all of them without a day."""
    if as_of is None or as_of.latest is None:
        return timeline.events
    return tuple(cut_events(timeline, as_of.latest))


def cut_events(timeline: Timeline, day: int) -> Iterator[Event]:
    """Yield each event that was reported by the day, without what came later."""
    for event in timeline.events:
        reported = day_reported(event, timeline.sources)
        if reported is not None and reported <= day:
            yield as_known(event, timeline.sources, day)


def as_known(event: Event, sources: Mapping[str, Source], day: int) -> Event:
    """Return the event without quotes, claims, corrections and dates of its own from later on."""
    return replace(
        event,
        quotes=tuple(each for each in event.quotes if is_out(sources[each.source], day)),
        claims=tuple(each for each in event.claims if is_out(sources[each.source], day)),
        corrections=tuple(each for each in event.corrections if is_made(each, day)),
        published=event.published if is_by(event.published, day) else None,
        updated=event.updated if is_by(event.updated, day) else None,
    )


def day_reported(event: Event, sources: Mapping[str, Source]) -> int | None:
    """Return the day by which the event was reported, None where that is not known.

    It is what the event states; else the first day on which one of its sources was out, though
    not before the event itself; else the day on which it was published here.
    """
    if event.reported is not None:
        return event.reported.latest
    used = [*(each.source for each in event.quotes), *(each.source for each in event.claims)]
    days = [day for id_ in used if (day := day_out(sources[id_])) is not None]
    if days:
        first = min(days)
        begun = event.date.earliest
        return first if begun is None else max(first, begun)
    return None if event.published is None else event.published.latest


def undated_count(timeline: Timeline) -> int:
    """Return how many published events do not let one know when they were reported."""
    return sum(
        event.status is Status.PUBLISHED
        and event.embargo is None
        and day_reported(event, timeline.sources) is None
        for event in timeline.events
    )


def day_out(source: Source) -> int | None:
    """Return the day by which a source was out: published, or at least read by an editor."""
    for partial in (source.published, source.accessed):
        if partial is not None and partial.latest is not None:
            return partial.latest
    return None


def is_out(source: Source, day: int) -> bool:
    """Return whether a source was out by the day."""
    out = day_out(source)
    return out is not None and out <= day


def is_made(correction: Correction, day: int) -> bool:
    """Return whether a correction had been made by the day."""
    return is_by(correction.date, day)


def is_by(partial: PartialDate | None, day: int) -> bool:
    """Return whether a date certainly is no later than the day."""
    return partial is not None and partial.latest is not None and partial.latest <= day


def end_of(as_of: PartialDate | None, now: datetime) -> datetime:
    """Return the moment at which embargoes are looked at: the day's end, now at the latest."""
    if as_of is None or as_of.latest is None:
        return now
    return min(now, datetime.combine(date.fromordinal(as_of.latest), time.max, UTC))
