"""Spans: the time that many dates cover together."""

from collections.abc import Iterable

from generator.model.partial_date import Bound, DateForm, DatePoint, PartialDate

DAY_LENGTH = len("2022-03-05")


def span_of(dates: Iterable[PartialDate]) -> str:
    """Return the time that the dates cover (EDTF), its ends as they were typed; empty without any.

    Of several dates that begin, or end, on the same day the finest is said. The end is open where
    that of an interval is; the beginning only where nothing is known to be before such a one.
    """
    points: set[DatePoint] = set()
    unbegun: set[DatePoint] = set()
    closes = False
    for each in dates:
        found = [point for point in each.points if isinstance(point, DatePoint)]
        points.update(found)
        if each.form is DateForm.INTERVAL:
            if each.points[0] is Bound.OPEN:
                unbegun.update(found)
            else:
                closes |= each.points[1] is Bound.OPEN
    if not points:
        return ""
    first = min(points, key=lambda point: (point.earliest, -point.precision, point.text))
    last = max(points, key=lambda point: (point.latest, point.precision, point.text))
    start = Bound.OPEN.value if first in unbegun else day_text(first)
    end = Bound.OPEN.value if closes else day_text(last)
    return start if start == end and not closes else f"{start}/{end}"


def day_text(point: DatePoint) -> str:
    """Return a date as it was typed, without a time of day: an interval has none (EDTF)."""
    return point.text if point.moment is None else point.text[:DAY_LENGTH]
