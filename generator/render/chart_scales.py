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
    """An axis of numbers from `low` to `high`; `is_log` when each step is ten times the last."""

    low: float
    high: float
    ticks: tuple[float, ...]
    is_log: bool = False

    def share(self, number: float) -> float:
        """Return how far up the axis a number stands, 0 at its foot and 1 at its top."""
        if self.is_log:
            foot, top = log10(self.low), log10(self.high)
            return (log10(number) - foot) / (top - foot)
        return (number - self.low) / (self.high - self.low)


def number_scale(numbers: list[float]) -> NumberScale:
    """Return an axis that begins at zero; one of powers of ten where they are far apart."""
    least, most = min(numbers), max(numbers)
    if least > 0 and most / least >= APART:
        foot, top = floor(log10(least)), ceil(log10(most))
        # So many powers as can be told apart; the top is on the axis whichever are named.
        by = ceil((top - foot) / MOST_POWERS)
        ticks = tuple(10.0**power for power in range(foot, top + by, by))
        return NumberScale(ticks[0], ticks[-1], ticks, is_log=True)
    least, most = min(0.0, least), max(0.0, most)
    step = nice_step((most - least) / ROWS)
    first, last = floor(least / step), max(ceil(most / step), 1)
    ticks = tuple(number * step for number in range(first, last + 1))
    return NumberScale(ticks[0], ticks[-1], ticks)


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
