"""PartialDate: a date that says no more than is known (EDTF, ISO 8601-2:2019)."""

from datetime import MAXYEAR, date, datetime
from enum import IntEnum, StrEnum
from functools import lru_cache

from msgspec import Struct


class Precision(IntEnum):
    """How finely a date is known; finer is greater."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    DAYS = 6  # some days of a month: `2022-03-2X`
    DAY = 7
    SECOND = 8


class Certainty(StrEnum):
    """The EDTF qualifier that a date carries, as the sign that stands for it."""

    STATED = ""
    UNCERTAIN = "?"
    APPROXIMATE = "~"
    BOTH = "%"


class DateForm(StrEnum):
    """How a PartialDate is made of its points."""

    SINGLE = "single"
    INTERVAL = "interval"
    ONE_OF = "one-of"


class Bound(StrEnum):
    """An interval's end that is no date: open (`..`) or unknown (empty)."""

    OPEN = ".."
    UNKNOWN = ""


class DatePoint(Struct, frozen=True, array_like=True, gc=False):
    """One simple date, such as `2022`, `2022-03-05~`, `202X`, `2022-03-XX` or `2022-21`.

    `earliest` and `latest` are day numbers of the proleptic Gregorian calendar, counted as
    `date.toordinal()` does (0001-01-01 is 1; earlier days are 0 and below), for any year.
    `month` and `day` are None where unstated or masked (X); `is_masked` tells the two apart.
    `season` is 21 to 24 (spring to winter).
    """

    text: str
    precision: Precision
    certainty: Certainty
    earliest: int
    latest: int
    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    is_masked: bool = False

    @property
    def moment(self) -> datetime | None:
        """The moment where a time of day was given; naive where no offset was typed."""
        # Made of the text, since a datetime that is remembered in MessagePack loses its offset.
        is_moment = self.precision is Precision.SECOND
        return datetime.fromisoformat(self.text) if is_moment else None


class PartialDate(Struct, frozen=True, array_like=True, tag=True, gc=False):
    """A date as typed, and the calendar days that it can mean.

    SINGLE has one DatePoint; INTERVAL has two ends, each a DatePoint or a Bound; ONE_OF has
    two for each member in calendar order: the ends of a range, or one date twice. `earliest`
    and `latest` are day numbers, None where open or unknown; they are never widened for
    uncertainty: the reader sees the word instead.
    """

    text: str
    form: DateForm
    points: tuple[DatePoint | Bound, ...]
    earliest: int | None
    latest: int | None
    precision: Precision
    certainty: Certainty


def html_datetime(point: DatePoint) -> str | None:
    """Return the point as the `datetime` of an HTML time element, None where HTML has no form.

    HTML knows years, months and days of the years 1 to 9999, and moments; what EDTF says
    beyond that is cut off (HTML, "Dates and times").
    """
    if not 1 <= point.year <= MAXYEAR or point.precision in {
        Precision.CENTURY,
        Precision.DECADE,
        Precision.SEASON,
    }:
        return None
    if point.moment is not None:
        return point.moment.isoformat(timespec="seconds")
    parts = [f"{point.year:04d}"]
    parts.extend(f"{part:02d}" for part in (point.month, point.day) if part is not None)
    return "-".join(parts)


@lru_cache(maxsize=20_000)
def iso_day(number: int | None) -> str | None:
    """Return a day number as a date; None where it is open or outside years 1 to 9999."""
    if number is None or not 1 <= number <= date.max.toordinal():
        return None
    return date.fromordinal(number).isoformat()
