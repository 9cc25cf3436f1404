"""Date words: how certain and how exact a date is, said in the site's language.

Every date is made as HTML; its text is the same without the tags, so the two cannot differ.
Messages name what is put into them, so that a language can order its words as it must.
"""

from datetime import UTC, datetime, time
from typing import TypeGuard

from babel.dates import format_time
from babel.lists import format_list
from markupsafe import Markup
from msgspec.structs import replace

from generator.model.clock import Timestamp
from generator.model.edtf import parse_edtf
from generator.model.partial_date import (
    Bound,
    Certainty,
    DateForm,
    DatePoint,
    PartialDate,
    Precision,
    html_datetime,
)
from generator.render.catalogues import Interface
from generator.render.date_patterns import DatePatterns, Day, without_thin_spaces, year_number
from generator.render.offsets import offset_text
from generator.render.phrases import element, phrase, plain

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
INTERVAL_SKELETONS = {
    Precision.DAY: "yMMMd",
    Precision.MONTH: "yMMMM",
    Precision.YEAR: "y",
}


class DateWords:
    """Says dates in one language; every date is worded once."""

    def __init__(self, interface: Interface) -> None:
        """Take the language; begin with nothing worded."""
        self.interface = interface
        self.gettext = interface.translations.gettext
        self.patterns = DatePatterns(interface.locale)
        self.worded: dict[str, Markup] = {}

    def html(self, partial: PartialDate) -> Markup:
        """Return the date in words, in `<time>` elements where HTML can hold it."""
        words = self.worded.get(partial.text)
        if words is None:
            words = self.worded[partial.text] = self.make(partial)
        return words

    def text(self, partial: PartialDate) -> str:
        """Return the date in words."""
        return plain(self.html(partial))

    def instant_html(self, moment: Timestamp | PartialDate) -> Markup:
        """Return a moment's day in UTC, or a date, in words."""
        if isinstance(moment, PartialDate):
            return self.html(moment)
        day = moment.instant.astimezone(UTC).date()
        return self.html(parse_edtf(day.isoformat()))

    def make(self, partial: PartialDate) -> Markup:
        """Word a date."""
        match partial.form:
            case DateForm.SINGLE:
                return self.point(partial.points[0])
            case DateForm.INTERVAL:
                return self.interval(*partial.points)
            case DateForm.ONE_OF:
                return self.one_of(partial)

    def point(self, point: DatePoint | Bound) -> Markup:
        """Word one date with its doubt; a bound says nothing."""
        if isinstance(point, Bound):
            return Markup("")
        return self.hedged(self.stated(point), point.certainty, is_phrase=point.is_masked)

    def hedged(self, date: Markup, certainty: Certainty, *, is_phrase: bool = False) -> Markup:
        """Add the doubt to a worded date; "about" goes before a plain date, not a phrase."""
        doubt = certainty
        if certainty in {Certainty.APPROXIMATE, Certainty.BOTH} and not is_phrase:
            date = phrase(self.gettext("about %(date)s"), date=date)
            doubt = Certainty.UNCERTAIN if certainty is Certainty.BOTH else Certainty.STATED
        if doubt is Certainty.STATED:
            return date
        return phrase(self.gettext("%(date)s (%(doubt)s)"), date=date, doubt=self.doubt(doubt))

    def doubt(self, certainty: Certainty) -> str:
        """Return the words for the doubt alone, empty when there is none."""
        match certainty:
            case Certainty.STATED:
                return ""
            case Certainty.UNCERTAIN:
                return self.gettext("date uncertain")
            case Certainty.APPROXIMATE:
                return self.gettext("date approximate")
            case Certainty.BOTH:
                return self.gettext("date approximate and uncertain")

    def stated(self, point: DatePoint) -> Markup:
        """Word one date without its doubt."""
        if point.precision is Precision.DAYS:
            return self.some_days(point)
        return marked(self.words_of(point), point)

    def words_of(self, point: DatePoint) -> str:
        """Return the words for one date, by how exact it is."""
        if point.precision in {Precision.CENTURY, Precision.DECADE}:
            return self.years(point)
        if point.month is None:
            return self.in_a_year(point)
        day = day_of(point)
        if point.day is None:
            month = self.dated(self.patterns.month(day), point)
            if not point.is_masked:
                return month
            return self.gettext("a day in %(month)s") % {"month": month}
        date = self.dated(self.patterns.full(day), point)
        if point.moment is None:
            return date
        return self.gettext("%(date)s, %(time)s") % {
            "date": date,
            "time": self.clock_with_offset(point.moment),
        }

    def in_a_year(self, point: DatePoint) -> str:
        """Return the words for a year, for a season of it, or for some month or day of it."""
        if point.season is not None:
            return self.season(point.season, point.year)
        year = self.year(point.year)
        if not point.is_masked:
            return year
        if point.precision is Precision.MONTH:
            return self.gettext("a month in %(year)s") % {"year": year}
        return self.gettext("a day in %(year)s") % {"year": year}

    def dated(self, text: str, point: DatePoint) -> str:
        """Add the era to a date before year 1."""
        return text if point.year > 0 else self.gettext("%(date)s BC") % {"date": text}

    def years(self, point: DatePoint) -> str:
        """Return the words for a decade or a century."""
        if point.year < 1:
            last = point.year + (9 if point.precision is Precision.DECADE else 99)
            return self.gettext("%(start)s – %(end)s") % {
                "start": self.year(point.year),
                "end": self.year(last),
            }
        if point.precision is Precision.DECADE:
            return self.gettext("the %(year)ss") % {"year": point.year}
        return self.gettext("the %(year)ss (century)") % {"year": point.year}

    def year(self, year: int) -> str:
        """Return a year with its era where that is not ours."""
        if year > 0:
            return str(year)
        return self.gettext("%(date)s BC") % {"date": year_number(year)}

    def season(self, season: int, year: int) -> str:
        """Return the words for a season."""
        messages = {
            SPRING: self.gettext("spring %(year)s"),
            SUMMER: self.gettext("summer %(year)s"),
            AUTUMN: self.gettext("autumn %(year)s"),
            WINTER: self.gettext("winter %(year)s"),
        }
        return messages[season] % {"year": self.year(year)}

    def some_days(self, point: DatePoint) -> Markup:
        """Word a day of which only the first digit is known."""
        month = day_of(point)
        tens = int(point.text.rstrip("?~%")[-2])
        first = 10 * tens or 1
        last = first + point.latest - point.earliest
        start, end = month._replace(day=first), month._replace(day=last)
        parts = self.patterns.interval("yMMMd", start, end) if point.year > 0 else None
        begins, _, ends = parts or (self.patterns.full(start), "", self.patterns.full(end))
        message = self.gettext("between %(first)s and %(last)s")
        words = message % {"first": begins, "last": self.dated(ends, point)}
        return marked(words, point)

    def interval(self, start: DatePoint | Bound, end: DatePoint | Bound) -> Markup:
        """Word an interval, open or unknown ends included."""
        if isinstance(start, DatePoint) and isinstance(end, DatePoint):
            return self.closed(start, end)
        if isinstance(start, DatePoint):
            message = (
                self.gettext("from %(date)s")
                if end is Bound.OPEN
                else self.gettext("from %(date)s, end unknown")
            )
            return phrase(message, date=self.point(start))
        message = (
            self.gettext("until %(date)s")
            if start is Bound.OPEN
            else self.gettext("until %(date)s, start unknown")
        )
        return phrase(message, date=self.point(end))

    def closed(self, start: DatePoint, end: DatePoint) -> Markup:
        """Word an interval between two dates; what both share is said once."""
        if start == end:
            return self.point(start)
        skeleton = INTERVAL_SKELETONS.get(start.precision)
        parts = None
        if skeleton and is_whole(start) and is_whole(end) and start.precision is end.precision:
            parts = self.patterns.interval(skeleton, day_of(start), day_of(end))
        if parts is None:
            message = self.gettext("%(start)s – %(end)s")
            return phrase(message, start=self.point(start), end=self.point(end))
        begins, between, ends = parts
        return marked(begins, start) + between + marked(ends, end)

    def one_of(self, partial: PartialDate) -> Markup:
        """Word a set of which one date is the right one; its points are ranges' two ends."""
        ranges = list(zip(partial.points[::2], partial.points[1::2], strict=True))
        locale = self.interface.locale
        days = [start for start, end in ranges if start == end and is_day(start)]
        months = {(point.year, point.month) for point in days}
        if len(days) == len(ranges) and len(months) == 1:
            first = days[0]
            numbers = format_list([str(point.day) for point in days], "or", locale)
            words = self.dated(self.patterns.full(day_of(first), numbers), first)
        else:
            members = [plain(self.interval(start, end)) for start, end in ranges]
            words = format_list(members, "or", locale)
        if any(start != end for start, end in ranges):
            # A range alone would read as an interval, which the event filled.
            words = self.gettext("%(date)s (one of these dates)") % {"date": words}
        return element("span", "data-edtf", partial.text, words)

    def clock(self, wall: time) -> str:
        """Return a time of day as the locale writes it."""
        return without_thin_spaces(format_time(wall, "short", locale=self.interface.locale))

    def clock_with_offset(self, moment: datetime) -> str:
        """Return the time of day of a typed moment, and how far its clock is from UTC."""
        wall, offset = self.clock(moment.time()), moment.utcoffset()
        if offset is None:
            return wall
        minutes = round(offset.total_seconds() / 60)
        message = self.gettext("%(time)s (%(offset)s)")
        return message % {"time": wall, "offset": offset_text(minutes)}


def certain(partial: PartialDate) -> PartialDate:
    """Return the date without its doubt, which is then said elsewhere."""
    points = tuple(
        replace(point, certainty=Certainty.STATED, text=point.text.rstrip("?~%"))
        if isinstance(point, DatePoint)
        else point
        for point in partial.points
    )
    text = partial.text.replace("?", "").replace("~", "").replace("%", "")
    return replace(partial, points=points, certainty=Certainty.STATED, text=text)


def is_whole(point: DatePoint) -> bool:
    """Return whether nothing of the date is masked or in doubt, and it is of our era."""
    is_stated = point.certainty is Certainty.STATED and point.moment is None
    return is_stated and not point.is_masked and point.season is None and point.year > 0


def is_day(point: DatePoint | Bound) -> TypeGuard[DatePoint]:
    """Return whether the date is one day that nobody doubts."""
    return isinstance(point, DatePoint) and point.day is not None and is_whole(point)


def day_of(point: DatePoint) -> Day:
    """Return the day that a date begins with, within its year."""
    return Day(point.year, point.month or 1, point.day or 1)


def marked(words: str, point: DatePoint) -> Markup:
    """Put words for a date into `<time>`, or `<span>` where HTML has no form for the date."""
    machine = html_datetime(point)
    if machine:
        return element("time", "datetime", machine, words)
    return element("span", "data-edtf", point.text, words)
