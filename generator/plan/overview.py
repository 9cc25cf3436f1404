"""Overviews: the events of a time counted by day, or by month or year where days are too many."""

from collections.abc import Callable, Sequence
from datetime import date

from generator.model.listing import Period
from generator.model.outline import EventOutline
from generator.model.overview import Bar, Overview
from generator.plan import urls
from generator.plan.days import heading_key

FEWEST_BARS, MOST_DAYS, MOST_MONTHS = 2, 62, 120
# As many years without events keep their places; more of them are one break.
MOST_YEARS_BETWEEN = 9
LEVELS = 8
PathOf = Callable[[int], str]


def overview_of_days(events: Sequence[EventOutline], path_of: PathOf) -> Overview | None:
    """Return the days from the first to the last that have events, the days between as gaps.

    `path_of` gives the page on which the event of that index stands. Events of no single day are
    counted apart. None when there are too few or too many days, or years outside 1 to 9999.
    """
    found: dict[int, list[int]] = {}
    for index, event in enumerate(events):
        day = event.date.earliest
        if day is not None and day == event.date.latest:
            found.setdefault(day, []).append(index)
    days = sorted(found)
    if not days or not FEWEST_BARS <= days[-1] - days[0] + 1 <= MOST_DAYS or days[0] < 1:
        return None
    most = max(map(len, found.values()))
    bars: list[Bar] = []
    for number in range(days[0], min(days[-1], date.max.toordinal()) + 1):
        that = date.fromordinal(number)
        opens = month_of(that) if not bars or that.day == 1 else None
        there = found.get(number, [])
        first = events[there[0]] if there else None
        bars.append(
            Bar(
                count=len(there),
                level=level(len(there), most),
                path=f"{path_of(there[0])}#{heading_key(first.date)}" if first else "",
                number=that.day,
                opens=opens,
                date=first.date if first else None,
            )
        )
    return Overview(bars=tuple(bars), elsewhere=len(events) - sum(map(len, found.values())))


def overview_of_months(years: Sequence[Period]) -> Overview | None:
    """Return the months from the first to the last that have events; None when too few or many."""
    known = {(month.year, month.month): month for year in years for month in year.months}
    if not known:
        return None
    places = [year * 12 + (month or 1) - 1 for year, month in known]
    first, last = min(places), max(places)
    if not FEWEST_BARS <= last - first + 1 <= MOST_MONTHS:
        return None
    most = max(month.count for month in known.values())
    bars: list[Bar] = []
    for place in range(first, last + 1):
        year, month = divmod(place, 12)
        period = known.get((year, month + 1))
        opens = None
        if not bars or month == 0:
            opens = Period(year=year, path=urls.period_path(year), count=0)
        count = period.count if period else 0
        path = period.path if period else ""
        bars.append(
            Bar(
                count=count,
                level=level(count, most),
                path=path,
                number=month + 1,
                opens=opens,
                period=period,
            )
        )
    total = sum(year.count for year in years)
    return Overview(bars=tuple(bars), elsewhere=total - sum(bar.count for bar in bars))


def overview_of_years(years: Sequence[Period]) -> Overview | None:
    """Return the years that have events, with breaks between; None where it is one year."""
    if len(years) < FEWEST_BARS:
        return None
    most = max(year.count for year in years)
    bars: list[Bar] = []
    for year in years:
        between = range(bars[-1].number + 1 if bars else year.year, year.year)
        if len(between) > MOST_YEARS_BETWEEN:
            bars.append(Bar(number=year.year - 1, is_break=True))
        else:
            bars += [Bar(number=number, period=year_of(number)) for number in between]
        bars.append(
            Bar(
                count=year.count,
                level=level(year.count, most),
                path=year.path,
                number=year.year,
                period=year,
            )
        )
    return Overview(bars=tuple(bars), is_of_years=True)


def level(count: int, most: int) -> int:
    """Return how high a bar stands: 0 for nothing, 8 for the most."""
    return -(-count * LEVELS // most)


def year_of(number: int) -> Period:
    """Return a year without events, to be named by."""
    return Period(year=number, path=urls.period_path(number), count=0)


def month_of(day: date) -> Period:
    """Return the month of a day, to be named by."""
    return Period(
        year=day.year, month=day.month, path=urls.period_path(day.year, day.month), count=0
    )
