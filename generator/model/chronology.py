"""Chronology: the span of time that an event can have happened in, and the order of events.

The order is: by the earliest day, the less precise date first; then by the earliest instant,
the less precise first; then as `after` says; then by id.
"""

import heapq
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import cache, lru_cache
from math import inf
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.model.clock import WallTime
from generator.model.event import Event, PartOfDay
from generator.model.partial_date import DatePoint, PartialDate

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

MINUTES_OF_DAY = 1440
LAST_MINUTE = MINUTES_OF_DAY - 1
# Hours of local time; a night is the one that begins on the day.
HOURS: dict[PartOfDay, tuple[int, int]] = {
    PartOfDay.MORNING: (6, 12),
    PartOfDay.AFTERNOON: (12, 18),
    PartOfDay.EVENING: (18, 24),
    PartOfDay.NIGHT: (21, 30),
}
PART_FINENESS, TIME_FINENESS = 1, 2


class Span(Struct, frozen=True, gc=False):
    """When an event can have happened: local days, and minutes of UTC counted from 0001-01-01.

    `first_day` and `last_day` are day numbers, infinite where the date is open. Both ends are
    within the span. `fineness` is 0 for days, 1 for a part of the day, 2 for a time.
    """

    first_day: float
    last_day: float
    earliest: float
    latest: float
    fineness: int

    @property
    def sort_key(self) -> tuple[float, float, float, int]:
        """What the order goes by before `after` and the id."""
        return (self.first_day, -self.last_day, self.earliest, self.fineness)


@cache
def zone_info(zone: str) -> "ZoneInfo":
    """Return the rules of a time zone."""
    # Many sites know no time of day, and never need them.
    import zoneinfo  # noqa: PLC0415 - see above

    # Only the database that is installed with Verbatim decides what the time was somewhere,
    # so that every machine builds the same bytes.
    zoneinfo.reset_tzpath(to=())
    return zoneinfo.ZoneInfo(zone)


@lru_cache(maxsize=65536)
def utc_offset(zone: str, day: int, minutes: int) -> int:
    """Return the zone's offset from UTC in minutes at a local time; 0 outside years 1 to 9999."""
    if not 1 < day < date.max.toordinal() - 1:
        return 0
    hour, minute = divmod(minutes, 60)
    days, hour = divmod(hour, 24)
    local = datetime.combine(date.fromordinal(day + days), time(hour, minute), zone_info(zone))
    offset = local.utcoffset()
    return 0 if offset is None else round(offset.total_seconds() / 60)


def span_of(event: Event, zone: str) -> Span:
    """Return the event's span; `zone` is the time zone that its local times are in."""
    return span_of_moment(event.date, event.time, event.part_of_day, zone)


@lru_cache(maxsize=65536)
def span_of_moment(
    partial: PartialDate, wall: WallTime | None, part_of_day: PartOfDay | None, zone: str
) -> Span:
    """Return the span of a date with a time or part of the day in a zone."""
    first, last = day_bounds(partial)
    start, end, fineness = 0, LAST_MINUTE, 0
    moment = moment_of(partial)
    if wall is not None:
        start = end = wall.minutes
        fineness = TIME_FINENESS
    elif part_of_day is not None:
        first_hour, end_hour = HOURS[part_of_day]
        start, end = 60 * first_hour, 60 * end_hour - 1
        fineness = PART_FINENESS
    elif moment is not None:
        start = end = moment.hour * 60 + moment.minute
        fineness = TIME_FINENESS
        offset = moment.utcoffset()
        if offset is not None:
            instant = first * MINUTES_OF_DAY + start - round(offset.total_seconds() / 60)
            return Span(first, last, instant, instant, fineness)
    earliest = instant_of(first, start, zone)
    return Span(first, last, earliest, instant_of(last, end, zone), fineness)


def moment_of(partial: PartialDate) -> datetime | None:
    """Return the time of day typed within a single date, None when there is none."""
    point = partial.points[0]
    return point.moment if len(partial.points) == 1 and isinstance(point, DatePoint) else None


def day_bounds(partial: PartialDate) -> tuple[float, float]:
    """Return the first and last day for sorting; an event of unknown start stands at its end."""
    first: float | None = partial.earliest
    last: float | None = partial.latest
    if first is None:
        first = last if last is not None else -inf
    return (first, inf if last is None else last)


def instant_of(day: float, minutes: int, zone: str) -> float:
    """Return the minutes of UTC at a local time; infinite for an open day."""
    if day in (inf, -inf):
        return day
    return int(day) * MINUTES_OF_DAY + minutes - utc_offset(zone, int(day), minutes)


def in_order(events: Sequence[Event], spans: Mapping[str, Span]) -> tuple[Event, ...]:
    """Return the events in chronological order; `after` must be free of contradictions.

    An event that came after another cannot be earlier than it, so its own place moves behind.
    """
    by_id = {event.id: event for event in events}
    keys = {event.id: (*spans[event.id].sort_key, event.id) for event in events}
    later: dict[str, list[str]] = {}
    waiting: dict[str, int] = {}
    for event in events:
        earlier = [other for other in event.after if other in by_id]
        waiting[event.id] = len(earlier)
        for other in earlier:
            later.setdefault(other, []).append(event.id)
    if not later:
        return tuple(sorted(events, key=lambda event: keys[event.id]))
    ready = [keys[id_] for id_, count in waiting.items() if count == 0]
    heapq.heapify(ready)
    ordered: list[Event] = []
    while ready:
        key = heapq.heappop(ready)
        ordered.append(by_id[key[-1]])
        for id_ in later.get(key[-1], ()):
            waiting[id_] -= 1
            if waiting[id_] == 0:
                heapq.heappush(ready, keys[id_])
    return tuple(ordered)
