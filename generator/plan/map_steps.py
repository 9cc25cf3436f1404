"""Steps of time on the map: the days, months or years that have events, as many as fit a strip."""

from collections.abc import Iterable, Mapping, Sequence

from generator.model.edtf import parse_edtf
from generator.model.outline import EventOutline
from generator.model.partial_date import DatePoint, PartialDate

MOST_STEPS = 240
MOST_OF_FOUR_DIGITS = 9999
Step = tuple[int, ...]  # year; month; day


def steps_of(events: Sequence[EventOutline]) -> tuple[tuple[PartialDate, ...], dict[str, int]]:
    """Return the steps in time, and the number of each event's own by its id.

    A step is no finer than the dates that it is made of: an event of March is no event of its
    first day. The finest unit is taken of which there are not too many.
    """
    begun = {event.id: beginning(event) for event in events}
    days = set(begun.values())
    steps = days
    for finest in (3, 2, 1):
        steps = {day[:finest] for day in days}
        if len(steps) <= MOST_STEPS:
            break
    ordered = sorted(steps)
    longest = max(map(len, ordered), default=0)
    numbers = {step: number for number, step in enumerate(ordered)}
    number_of = {day: numbers[day[:longest]] for day in days}
    return tuple(map(date_of, ordered)), {id_: number_of[day] for id_, day in begun.items()}


def beginning(event: EventOutline) -> Step:
    """Return the year, month and day that the event's date begins in, as far as it says."""
    for point in event.date.points:
        if isinstance(point, DatePoint):
            if point.month is None:
                break
            if point.day is None:
                return (point.year, point.month)
            return (point.year, point.month, point.day)
    return (event.year,)


def date_of(step: Step) -> PartialDate:
    """Return a step as a date."""
    year = step[0]
    if abs(year) > MOST_OF_FOUR_DIGITS:
        return parse_edtf(f"Y{year}")
    text = f"{'-' if year < 0 else ''}{abs(year):04d}"
    return parse_edtf("-".join([text, *(f"{part:02d}" for part in step[1:])]))


def counted(events: Iterable[str], step_of: Mapping[str, int]) -> tuple[tuple[int, int], ...]:
    """Return how many of the events are of each step that has any, in time."""
    counts: dict[int, int] = {}
    for id_ in events:
        step = step_of[id_]
        counts[step] = counts.get(step, 0) + 1
    return tuple(sorted(counts.items()))
