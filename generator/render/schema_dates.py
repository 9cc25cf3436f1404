"""Dates in structured data: only those that are known, as far as they are known (ISO 8601)."""

from functools import lru_cache

from generator.model.partial_date import (
    Certainty,
    DateForm,
    DatePoint,
    PartialDate,
    html_datetime,
)
from generator.model.published import Moment


@lru_cache(maxsize=20_000)
def iso_date(partial: PartialDate | None) -> str:
    """Return a date as `2022`, `2022-03` or `2022-03-05`, nothing where it is more or in doubt."""
    if partial is None or partial.form is not DateForm.SINGLE:
        return ""
    return iso_point(partial.points[0])


def iso_point(point: object) -> str:
    """Return one date, nothing where it is open, unknown, in doubt or has no such form."""
    if not isinstance(point, DatePoint) or point.certainty is not Certainty.STATED:
        return ""
    return html_datetime(point) or ""


def ends_of(when: Moment) -> tuple[str, str]:
    """Return when an event began and ended, each nothing where not known.

    A time is told with its offset, and only where it is the time and not about it.
    """
    date = when.date
    if date.form is DateForm.INTERVAL:
        return iso_point(date.points[0]), iso_point(date.points[1])
    start = iso_date(date)
    time, shift = when.time, when.utc_offset
    if start and "T" not in start and time and shift is not None and not time.is_approximate:
        sign = "-" if shift < 0 else "+"
        start += f"T{time}{sign}{abs(shift) // 60:02d}:{abs(shift) % 60:02d}"
    return start, ""
