"""parse_edtf: an EDTF text becomes a PartialDate.

Supported are level 0 and level 1 of EDTF (ISO 8601-2:2019) and, of level 2, the masked day
(`2022-03-2X`) and the one-of set (`[a,b,c..d]`).
"""

from generator.model.edtf_calendar import DateError
from generator.model.edtf_points import parse_point, refuse
from generator.model.partial_date import (
    Bound,
    Certainty,
    DateForm,
    DatePoint,
    PartialDate,
)

__all__ = ["DateError", "parse_edtf"]


def parse_edtf(text: str) -> PartialDate:
    """Return the date that the text means; raise DateError where it means none."""
    if "/" in text:
        return parse_interval(text)
    if text[:1] == "[":
        return parse_one_of(text)
    point = parse_point(text, text, 0)
    return PartialDate(
        text,
        DateForm.SINGLE,
        (point,),
        point.earliest,
        point.latest,
        point.precision,
        point.certainty,
    )


def parse_interval(text: str) -> PartialDate:
    """Return an interval (level 0, and level 1's open and unknown ends).

    The beginning may not lie wholly after the end: `2022-03/2022` is in order.
    """
    first, _, last = text.partition("/")
    if "/" in last:
        refuse(text, text, 0)
    start = parse_end(first, text, 0)
    end = parse_end(last, text, len(first) + 1)
    points = [point for point in (start, end) if isinstance(point, DatePoint)]
    if not points:
        message = f'no known end in "{text}"; give at least one of the two dates'
        raise DateError("date-syntax", message, 0, len(text))
    for point in points:
        if point.moment is not None:
            message = f'time of day in the interval "{text}"; an interval has dates only'
            raise DateError("date-time", message, text.index(point.text), len(point.text))
    if isinstance(start, DatePoint) and isinstance(end, DatePoint) and start.earliest > end.latest:
        message = f'the end of "{text}" is before its beginning; swap the two'
        raise DateError("date-order", message, 0, len(text))
    return PartialDate(
        text,
        DateForm.INTERVAL,
        (start, end),
        start.earliest if isinstance(start, DatePoint) else None,
        end.latest if isinstance(end, DatePoint) else None,
        min(point.precision for point in points),
        combined(points),
    )


def parse_end(part: str, text: str, offset: int) -> DatePoint | Bound:
    """Return one end of an interval."""
    if part == "..":
        return Bound.OPEN
    if not part:
        return Bound.UNKNOWN
    return parse_point(part, text, offset)


def parse_one_of(text: str) -> PartialDate:
    """Return a set of which one member is the date (level 2); a range's days are all members."""
    if text[-1] != "]":
        message = f'"{text}" is not closed; write [2022-03-02,2022-03-03]'
        raise DateError("date-syntax", message, 0, len(text))
    spans: list[tuple[DatePoint | Bound, DatePoint | Bound]] = []
    offset = 1
    for member in text[1:-1].split(","):
        first, dots, last = member.partition("..")
        start = parse_member(first, text, offset, Bound.OPEN if dots else None)
        end = parse_member(last, text, offset + len(first) + 2, Bound.OPEN) if dots else start
        check_range(start, end, text, (offset, len(member)))
        spans.append((start, end))
        offset += len(member) + 1
    return set_of(text, spans)


def parse_member(part: str, text: str, offset: int, empty: Bound | None) -> DatePoint | Bound:
    """Return a member of a set, or `empty` for the open side of a range."""
    if not part and empty is not None:
        return empty
    point = parse_point(part, text, offset)
    if point.moment is not None:
        message = f'time of day in the set "{text}"; a set has dates only'
        raise DateError("date-time", message, offset, len(part))
    return point


def check_range(
    start: DatePoint | Bound, end: DatePoint | Bound, text: str, part: tuple[int, int]
) -> None:
    """Raise DateError for a range without any date, or whose end is before its beginning."""
    if isinstance(start, Bound) and isinstance(end, Bound):
        message = f'no date in a range of "{text}"; give one of its ends'
        raise DateError("date-syntax", message, *part)
    if isinstance(start, DatePoint) and isinstance(end, DatePoint) and start.earliest > end.latest:
        message = f'a range of "{text}" ends before it begins; swap its two dates'
        raise DateError("date-order", message, *part)


def set_of(text: str, spans: list[tuple[DatePoint | Bound, DatePoint | Bound]]) -> PartialDate:
    """Return the set; its points are each range's two ends, a single date standing as both."""
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    known = [point for point in (*starts, *ends) if isinstance(point, DatePoint)]
    is_open = Bound.OPEN in starts, Bound.OPEN in ends
    order = sorted(spans, key=lambda span: bound_order(span[0]))
    return PartialDate(
        text,
        DateForm.ONE_OF,
        tuple(point for span in order for point in span),
        None if is_open[0] else min(point.earliest for point in known),
        None if is_open[1] else max(point.latest for point in known),
        min(point.precision for point in known),
        combined(known),
    )


def bound_order(point: DatePoint | Bound) -> float:
    """Return what members are sorted by: an open beginning comes first."""
    return point.earliest if isinstance(point, DatePoint) else float("-inf")


def combined(points: list[DatePoint]) -> Certainty:
    """Return the qualifiers of all points taken together."""
    signs = {point.certainty for point in points} - {Certainty.STATED}
    if not signs:
        return Certainty.STATED
    return signs.pop() if len(signs) == 1 else Certainty.BOTH
