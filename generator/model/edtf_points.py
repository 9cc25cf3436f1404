"""parse_point: one simple date of EDTF, with its calendar bounds."""

import re
from datetime import MINYEAR
from typing import NoReturn

from generator.model.edtf_calendar import (
    DECEMBER,
    MONTH_NAMES,
    DateError,
    day_number,
    days_in_month,
)
from generator.model.partial_date import Certainty, DatePoint, Precision

CERTAINTIES = {sign.value: sign for sign in Certainty}
POINT = re.compile(
    r"((?!-0000)-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)",
)
MASKED = re.compile(
    r"(?:(-?[0-9]{3})X|(-?[0-9]{2})XX"
    r"|((?!-0000)-?[0-9]{4})-(?:XX(-XX)?|([0-9]{2})-(?:XX|([0-3])X)))([?~%]?)"
)
LONG_YEAR = re.compile(r"Y(-?[1-9][0-9]{4,15})([?~%]?)")
MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
# Stricter than datetime.fromisoformat(), which takes +0200, and +14:60 as +15:00.
TIME_OF_DAY = re.compile(
    r"T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}(?:Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?"
)
# Months of the northern seasons: spring begins in March; winter ends in the next year.
SEASON_BEGINS = {21: 3, 22: 6, 23: 9, 24: 12}
SEASONS = range(21, 25)
SEASONS_OF_LEVEL_2 = range(25, 42)


def parse_point(part: str, text: str, offset: int) -> DatePoint:
    """Return one simple date; `text` is the whole date that it stands in, at `offset`."""
    match = POINT.fullmatch(part)
    if match is None:
        return parse_rare(part, text, offset)
    year_text, month_text, day_text, sign = match.groups()
    year = int(year_text)
    certainty = CERTAINTIES[sign]
    if month_text is None:
        first, last = day_number(year, 1, 1), day_number(year, 12, 31)
        return DatePoint(part, Precision.YEAR, certainty, first, last, year)
    month = int(month_text)
    if month in SEASON_BEGINS and day_text is None:
        return season(part, year, month, certainty)
    where = (offset + len(year_text) + 1, 2)
    check_month(month, text, where, has_day=day_text is not None)
    length = days_in_month(year, month)
    if day_text is None:
        first = day_number(year, month, 1)
        last = first + length - 1
        return DatePoint(part, Precision.MONTH, certainty, first, last, year, month)
    day = int(day_text)
    check_day(day, (year, month), text, (where[0] + 3, 2))
    number = day_number(year, month, day)
    return DatePoint(part, Precision.DAY, certainty, number, number, year, month, day)


def check_month(month: int, text: str, where: tuple[int, int], *, has_day: bool) -> None:
    """Raise DateError for a month that does not exist; a season with a day is none either."""
    if 1 <= month <= DECEMBER:
        return
    if month in SEASONS and has_day:
        message = f'season {month} with a day in "{text}"; a season has no days'
        raise DateError("date-season", message, *where)
    if month in SEASONS_OF_LEVEL_2 and not has_day:
        message = f'season {month} in "{text}" is of level 2; write 21 to 24'
        raise DateError("date-level", message, *where)
    if month < SEASONS.start or has_day:
        message = f'month {month:02d} in "{text}"; months run 01 to 12'
        raise DateError("date-month", message, *where)
    message = f'season {month} in "{text}"; seasons are 21 to 24'
    raise DateError("date-season", message, *where)


def check_day(day: int, year_month: tuple[int, int], text: str, where: tuple[int, int]) -> None:
    """Raise DateError for a day that the month does not have."""
    year, month = year_month
    length = days_in_month(year, month)
    if not 1 <= day <= length:
        name = f"{MONTH_NAMES[month - 1]} {'-' if year < 0 else ''}{abs(year):04d}"
        message = f'day {day:02d} in "{text}"; {name} has days 01 to {length}'
        raise DateError("date-day", message, *where)


def season(part: str, year: int, number: int, certainty: Certainty) -> DatePoint:
    """Return a season (level 1) of three months.

    21 is March to May, 22 June to August, 23 September to November, 24 December to February of
    the next year.
    """
    begin = SEASON_BEGINS[number]
    end_year, end_month = (year + 1, 2) if begin == DECEMBER else (year, begin + 2)
    return DatePoint(
        part,
        Precision.SEASON,
        certainty,
        day_number(year, begin, 1),
        day_number(end_year, end_month, days_in_month(end_year, end_month)),
        year,
        season=number,
    )


def parse_rare(part: str, text: str, offset: int) -> DatePoint:
    """Return a masked date, a long year or a moment; raise DateError for anything else."""
    masked = MASKED.fullmatch(part)
    if masked is not None:
        return parse_masked(part, masked, text, offset)
    long_year = LONG_YEAR.fullmatch(part)
    if long_year is not None:
        year = int(long_year[1])
        first, last = day_number(year, 1, 1), day_number(year, 12, 31)
        return DatePoint(part, Precision.YEAR, CERTAINTIES[long_year[2]], first, last, year)
    if MOMENT.fullmatch(part):
        return parse_moment(part, text, offset)
    return refuse(part, text, offset)


def parse_masked(part: str, match: re.Match[str], text: str, offset: int) -> DatePoint:
    """Return a date with X for digits that are not known (level 1, and level 2's masked day)."""
    decade, century, year_text, no_day, month_text, tens, sign = match.groups()
    certainty = CERTAINTIES[sign]
    if decade is not None or century is not None:
        return masked_years(part, decade, century, certainty)
    year = int(year_text)
    if month_text is None:
        precision = Precision.DAY if no_day else Precision.MONTH
        first, last = day_number(year, 1, 1), day_number(year, 12, 31)
        return DatePoint(part, precision, certainty, first, last, year, is_masked=True)
    month = int(month_text)
    where = (offset + len(year_text) + 1, 2)
    check_month(month, text, where, has_day=True)
    length = days_in_month(year, month)
    low, high, precision = 1, length, Precision.DAY
    if tens is not None:
        low, high = max(1, 10 * int(tens)), min(length, 10 * int(tens) + 9)
        precision = Precision.DAYS
        check_day(low, (year, month), text, (where[0] + 3, 2))
    first, last = day_number(year, month, low), day_number(year, month, high)
    return DatePoint(part, precision, certainty, first, last, year, month, is_masked=True)


def masked_years(
    part: str, decade: str | None, century: str | None, certainty: Certainty
) -> DatePoint:
    """Return a decade (`202X`) or a century (`20XX`); a negative one counts back from it."""
    digits, size = (decade, 10) if decade is not None else (century or "", 100)
    base = abs(int(digits)) * size
    low, high = (-base - size + 1, -base) if digits.startswith("-") else (base, base + size - 1)
    precision = Precision.DECADE if decade is not None else Precision.CENTURY
    first, last = day_number(low, 1, 1), day_number(high, 12, 31)
    return DatePoint(part, precision, certainty, first, last, low, is_masked=True)


def parse_moment(part: str, text: str, offset: int) -> DatePoint:
    """Return a date with a time of day (level 0)."""
    day = parse_point(part[:10], text, offset)
    if TIME_OF_DAY.fullmatch(part, len("2022-03-03")) is None:
        message = (
            f'no such time of day in "{text}"; hours run 00 to 23, minutes and seconds to 59, '
            "an offset is written +02:00"
        )
        raise DateError("date-time", message, offset + 11, len(part) - 11)
    if day.year < MINYEAR:
        message = f'time of day in the year 0000 in "{text}"; leave the time off'
        raise DateError("date-level", message, offset, len(part))
    return DatePoint(
        part,
        Precision.SECOND,
        Certainty.STATED,
        day.earliest,
        day.latest,
        day.year,
        day.month,
        day.day,
    )


def refuse(part: str, text: str, offset: int) -> NoReturn:
    """Raise DateError with the reason and, where it can be told, the right form."""
    # Most sites have no text to refuse.
    from generator.model.edtf_refusals import refuse_date  # noqa: PLC0415 - see above

    refuse_date(part, text, offset)
