"""Periods: the years and months that have events."""

from collections.abc import Iterable

from generator.model.listing import Period
from generator.model.outline import EventOutline
from generator.plan import urls


def periods_of(events: Iterable[EventOutline]) -> tuple[Period, ...]:
    """Return the years that have events, ascending, each with its months that have any."""
    counts: dict[int, dict[int | None, int]] = {}
    for event in events:
        months = counts.setdefault(event.year, {})
        months[event.month] = months.get(event.month, 0) + 1
    return tuple(year_period(year, counts[year]) for year in sorted(counts))


def year_period(year: int, counts: dict[int | None, int]) -> Period:
    """Return a year with its months."""
    months = tuple(
        Period(year=year, month=month, path=urls.period_path(year, month), count=counts[month])
        for month in sorted(month for month in counts if month is not None)
    )
    return Period(year=year, path=urls.period_path(year), count=sum(counts.values()), months=months)
