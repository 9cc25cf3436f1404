"""Date patterns: a locale's ways to write days, months and years, for any year.

Python's dates end at 9999 and have no year 0. A date outside is written with the year that
stands at the same place in the calendar's cycle of 400 years, which has the same weekdays,
and gets its own year's number at the end.
"""

import re
from datetime import date
from typing import NamedTuple

from babel import Locale
from babel.dates import format_date, format_skeleton

FIELD = re.compile(r"'[^']*'|y+|d+")
LEADING_DAY = re.compile(r"(d+\.?)\s+")
SEPARATOR = re.compile(r"[\s\u2009\u202f~～–—-]*$")
# Stand for the numbers of the year and the day while Babel writes the rest.
YEAR, DAY = "\ue000", "\ue001"
MARKS = {"y": YEAR, "d": DAY}


class Day(NamedTuple):
    """A day of any year; months and years are taken at their first day."""

    year: int
    month: int = 1
    day: int = 1


class DatePatterns:
    """Writes dates as one locale does, without the era."""

    def __init__(self, locale: Locale) -> None:
        """Read the locale's patterns once."""
        self.locale = locale
        # What a pattern says but for the numbers, by month and weekday, on which alone it depends.
        self.marked: dict[tuple[str, int, int], str] = {}
        self.long = locale.date_formats["long"].pattern
        self.months = locale.datetime_skeletons["yMMMM"].pattern
        leading = LEADING_DAY.match(self.long)
        self.day_alone = leading[1] if leading else "d"
        self.rest_of_long = self.long[leading.end() :] if leading else self.months

    def written(self, pattern: str, day: Day, number: str = "") -> str:
        """Return the day in a CLDR pattern; `number` stands in for the day's own number."""
        like = in_cycle(day)
        key = (pattern, like.month, like.weekday())
        marked = self.marked.get(key)
        if marked is None:
            fields = FIELD.sub(lambda field: MARKS.get(field[0][0], field[0]), pattern)
            marked = without_thin_spaces(format_date(like, fields, self.locale))
            self.marked[key] = marked
        return marked.replace(DAY, number or str(day.day)).replace(YEAR, year_number(day.year))

    def full(self, day: Day, number: str = "") -> str:
        """Return "3 March 2022"."""
        return self.written(self.long, day, number)

    def month(self, day: Day) -> str:
        """Return "March 2022"."""
        return self.written(self.months, day)

    def weekday(self, day: Day) -> str:
        """Return "Thursday"."""
        return self.written("EEEE", day)

    def short_month(self, day: Day) -> str:
        """Return "Mar"."""
        return without_thin_spaces(format_skeleton("MMM", in_cycle(day), locale=self.locale))

    def interval(self, skeleton: str, start: Day, end: Day) -> tuple[str, str, str] | None:
        """Return an interval's start, what stands between, and its end; None if unknown.

        What both ends share is written once: ("24 February", " – ", "3 March 2022").
        """
        difference = "yMd"[next(at for at in range(3) if start[at] != end[at])]
        patterns = self.locale.interval_formats.get(skeleton, {}).get(difference)
        if patterns is None or len(patterns) != 2:  # noqa: PLR2004 - an interval has two ends
            return None
        first, last = (re.sub(r"\bMMM\b", "MMMM", pattern) for pattern in patterns)
        between = SEPARATOR.search(first)
        cut = between.start() if between else len(first)
        return (
            self.written(first[:cut], start),
            without_thin_spaces(first[cut:]),
            self.written(last, end),
        )


def year_number(year: int) -> str:
    """Return the year's number in its era: astronomical year 0 is 1 BC."""
    return str(year if year > 0 else 1 - year)


def in_cycle(day: Day) -> date:
    """Return the day itself, or its like in 2000 to 2399 where Python has no such date."""
    year = day.year if 1 <= day.year <= date.max.year else 2000 + day.year % 400
    return date(year, day.month, day.day)


def without_thin_spaces(text: str) -> str:
    """Return the text with plain spaces, which every font has and every search finds."""
    return text.replace("\u2009", " ").replace("\u202f", " ")
