"""Scales of charts: where numbers and days stand, and which of them the axes name."""

from datetime import date, timedelta
from math import ceil, floor, log10

from msgspec import Struct

STEPS = (1, 2, 5, 10)
ROWS, COLUMNS = 4, 5
# From here on the smallest of the numbers would not be seen beside the greatest.
APART = 1000
MOST_POWERS = 8
DAY_STEPS = (1, 2, 7, 14)
MONTH_STEPS = (1, 2, 3, 6)
YEAR = 12


class NumberScale(Struct, frozen=True):
    """An axis of numbers; where they lie far apart each tick is `times` the last, else that is 0.

    An axis of powers may begin with zero: as far below its first power as that is below the next.
    """

    ticks: tuple[float, ...]
    times: int = 0

    def share(self, number: float) -> float:
        """Return how far up the axis a number stands, 0 at its foot and 1 at its top."""
        low, rows = self.ticks[0], len(self.ticks) - 1
        if not self.times:
            return (number - low) / (self.ticks[-1] - low)
        below = int(low == 0)
        first = self.ticks[below]
        if number < first:
            return below * number / first / rows
        return (below + log10(number / first) / log10(self.times)) / rows

    def has(self, number: float) -> bool:
        """Return whether a number stands on the axis."""
        return self.ticks[0] <= number <= self.ticks[-1]


def number_scale(numbers: list[float]) -> NumberScale:
    """Return an axis that begins at zero; one of powers of ten where they are far apart."""
    least, most = min(numbers), max(numbers)
    above = min((number for number in numbers if number > 0), default=most)
    if least >= 0 and most >= above * APART and most > 0:
        foot, top = floor(log10(above)), ceil(log10(most))
        # So many powers as can be told apart; the top is on the axis whichever are named.
        by = ceil((top - foot) / MOST_POWERS)
        ticks = tuple(10.0**power for power in range(foot, top + by, by))
        return NumberScale((0.0, *ticks) if least == 0 else ticks, 10**by)
    least, most = min(0.0, least), max(0.0, most)
    step = nice_step((most - least) / ROWS)
    first, last = floor(least / step), max(ceil(most / step), 1)
    return NumberScale(tuple(number * step for number in range(first, last + 1)))


def nice_step(least: float) -> float:
    """Return the smallest of 1, 2, 5 times a power of ten that is no less; 1 for nothing."""
    if least <= 0:
        return 1.0
    power = 10.0 ** floor(log10(least))
    return next(step * power for step in STEPS if step * power >= least * (1 - 1e-9))


def day_ticks(first: int, last: int) -> list[tuple[int, str]]:
    """Return the days that an axis of days names, each with what of it: `MMMd`, `yMMM` or `y`."""
    if not 1 <= first <= last <= date.max.toordinal() - 1:
        return []
    for step in DAY_STEPS:
        if (last - first) // step < COLUMNS:
            return [(day, "MMMd") for day in range(first, last + 1, step)]
    return month_ticks(date.fromordinal(first), date.fromordinal(last))


def month_ticks(first: date, last: date) -> list[tuple[int, str]]:
    """Return first days of months or years within the span."""
    begin = first.year * YEAR + first.month - 1 + (first.day > 1)
    end = last.year * YEAR + last.month - 1
    step = next((step for step in MONTH_STEPS if (end - begin) // step < COLUMNS), 0)
    skeleton = "yMMM"
    if not step:
        step = YEAR * ceil(nice_step((end - begin) / YEAR / COLUMNS))
        skeleton = "y"
    months = range(-(-begin // step) * step, end + 1, step)
    found = [(date(month // YEAR, month % YEAR + 1, 1).toordinal(), skeleton) for month in months]
    return found or [((first + timedelta(0)).toordinal(), "MMMd"), (last.toordinal(), "MMMd")]
