"""Headings: the day, month or other date that events stand under."""

from msgspec import Struct

from generator.model.listing import Period
from generator.model.partial_date import DateForm, DatePoint, PartialDate, Precision, html_datetime
from generator.render.date_patterns import Day
from generator.render.date_words import DateWords, certain, day_of
from generator.render.moment_words import single_day


class DayHeading(Struct, frozen=True):
    """A heading in parts and as a whole.

    `weekday`, `day` and `month_year` are empty when the date is no single day. `iso` is the
    date for a `<time>` element, empty when HTML has no form for it.
    """

    weekday: str
    day: str
    month_year: str
    text: str
    iso: str


class Headings:
    """Words headings in one language."""

    def __init__(self, dates: DateWords) -> None:
        """Take the words for dates."""
        self.dates = dates
        self.gettext = dates.gettext
        self.patterns = dates.patterns

    def day_heading(self, partial: PartialDate) -> DayHeading:
        """Return the heading over the events of a date; its doubt is said at each event."""
        date = certain(partial)
        point = single_day(date)
        if point is None:
            return DayHeading("", "", "", self.imprecise(date), iso_of(date))
        day = day_of(point)
        weekday = self.patterns.weekday(day)
        full = self.dates.dated(self.patterns.full(day), point)
        return DayHeading(
            weekday=weekday,
            day=self.patterns.written(self.patterns.day_alone, day),
            month_year=self.dates.dated(
                self.patterns.written(self.patterns.rest_of_long, day), point
            ),
            text=self.gettext("%(weekday)s %(date)s") % {"weekday": weekday, "date": full},
            iso=(html_datetime(point) or "").partition("T")[0],
        )

    def imprecise(self, partial: PartialDate) -> str:
        """Return the date, and what a bare month or year leaves open."""
        text = self.dates.text(partial)
        point = partial.points[0]
        if partial.form is not DateForm.SINGLE or not isinstance(point, DatePoint):
            return text
        if point.is_masked:
            return text
        if point.precision is Precision.MONTH:
            return self.gettext("%(date)s, day not stated") % {"date": text}
        if point.precision is Precision.YEAR:
            return self.gettext("%(date)s, month not stated") % {"date": text}
        return text

    def period_text(self, period: Period) -> str:
        """Return "March 2022" or "2022"."""
        day = Day(period.year, period.month or 1)
        written = self.patterns.month if period.month else self.year
        text = written(day)
        return text if period.year > 0 else self.gettext("%(date)s BC") % {"date": text}

    def year(self, day: Day) -> str:
        """Return "2022"."""
        return self.patterns.written("y", day)

    def month_short(self, period: Period) -> str:
        """Return "Mar"; a year's own number for a year."""
        day = Day(period.year, period.month or 1)
        return self.patterns.short_month(day) if period.month else self.period_text(period)


def iso_of(partial: PartialDate) -> str:
    """Return a single date in HTML's form, empty when there is none."""
    point = partial.points[0]
    if partial.form is not DateForm.SINGLE or not isinstance(point, DatePoint):
        return ""
    return html_datetime(point) or ""
