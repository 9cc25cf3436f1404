"""Dates as TimelineJS 3 has them: a beginning and an end, each of year, month and day.

Its year -1 is the year before the year 1, which EDTF calls 0000.
"""

from collections.abc import Mapping
from datetime import date

from generator.model.partial_date import DatePoint, PartialDate, Precision

# The Gregorian calendar begins anew every 400 years.
DAYS_A_CYCLE, YEARS_A_CYCLE = 146_097, 400
Parts = dict[str, int]


def slide_dates(partial: PartialDate) -> tuple[Parts, Parts]:
    """Return where a slide of the date begins, and where it ends; the end may be empty.

    Where one end of an interval is open or unknown, the slide stands at the other.
    """
    known = [point for point in partial.points if isinstance(point, DatePoint)]
    start = parts_of(known[0], known[0].earliest)
    end = parts_of(known[-1], known[-1].latest)
    return start, {} if end == start else end


def parts_of(point: DatePoint, day: int) -> Parts:
    """Return one of the point's days, as precise as the point is."""
    cycle, within = divmod(day - 1, DAYS_A_CYCLE)
    found = date.fromordinal(within + 1)
    parts = {"year": counted_year(found.year + cycle * YEARS_A_CYCLE)}
    if point.precision >= Precision.SEASON:
        parts["month"] = found.month
    if point.precision >= Precision.DAYS:
        parts["day"] = found.day
    if point.moment is not None:
        parts |= {"hour": point.moment.hour, "minute": point.moment.minute}
    return parts


def counted_year(year: int) -> int:
    """Return an EDTF year as TimelineJS counts it."""
    return year if year >= 1 else year - 1


def edtf_year(year: int) -> int:
    """Return a year of TimelineJS as EDTF counts it; its year 0 stays what it is."""
    return year if year >= 0 else year + 1


def is_same(given: Mapping[str, object], parts: Parts) -> bool:
    """Return whether a date that was read says no other day than the parts."""
    days = {name: given[name] for name in ("year", "month", "day") if given.get(name)}
    own = {name: parts[name] for name in ("year", "month", "day") if name in parts}
    return {name: str(value).strip() for name, value in days.items()} == {
        name: str(value) for name, value in own.items()
    }
