"""Moment words: when an event happened, with its local time or part of the day."""

from datetime import date, time

from babel.core import get_global
from markupsafe import Markup, escape

from generator.model.event import PartOfDay
from generator.model.partial_date import (
    Certainty,
    DateForm,
    DatePoint,
    PartialDate,
    Precision,
    html_datetime,
)
from generator.model.published import Moment
from generator.render.date_words import DateWords, certain, day_of
from generator.render.names import Names
from generator.render.offsets import offset_digits, offset_text
from generator.render.phrases import element, phrase, plain

Key = tuple[str, str, str, str, int | None]


class MomentWords:
    """Says moments in one language; every moment is worded once."""

    def __init__(self, dates: DateWords, names: Names) -> None:
        """Take the words for dates and for parts of the day."""
        self.dates = dates
        self.names = names
        self.gettext = dates.gettext
        self.worded: dict[Key, tuple[Markup, Markup]] = {}

    def html(self, moment: Moment) -> Markup:
        """Return date and time: "3 March 2022, 02:00 Kyiv time (UTC+2)"."""
        return self.both(moment)[0]

    def text(self, moment: Moment) -> str:
        """Return date and time in words."""
        return plain(self.html(moment))

    def time_html(self, moment: Moment) -> Markup:
        """Return what a heading with the day leaves to say: the time, the doubt of the date."""
        return self.both(moment)[1]

    def both(self, moment: Moment) -> tuple[Markup, Markup]:
        """Return the whole, and what a heading with the day leaves to say."""
        key = key_of(moment)
        words = self.worded.get(key)
        if words is None:
            words = self.worded[key] = (self.whole(moment), self.beside_heading(moment))
        return words

    def whole(self, moment: Moment) -> Markup:
        """Word date and time together."""
        if not (moment.time or moment.part_of_day):
            return self.dates.html(moment.date)
        date_ = certain(moment.date)
        if moment.part_of_day is PartOfDay.NIGHT:
            words = self.night(date_)
        elif moment.part_of_day:
            part = self.names.label(moment.part_of_day)
            message = self.gettext("%(date)s, %(part)s")
            words = phrase(message, date=self.dates.html(date_), part=part)
        else:
            message = self.gettext("%(date)s, %(time)s")
            text = message % {"date": self.day_text(date_), "time": self.clock(moment)}
            words = self.in_zone(moment, text)
        is_night = moment.part_of_day is PartOfDay.NIGHT
        return self.dates.hedged(words, moment.date.certainty, is_phrase=is_night)

    def beside_heading(self, moment: Moment) -> Markup:
        """Word what a heading with the day leaves to say."""
        if single_day(moment.date) is None:
            return self.whole(moment)
        if moment.part_of_day is PartOfDay.NIGHT:
            words = self.night(certain(moment.date))
        elif moment.part_of_day:
            words = phrase("%(part)s", part=self.names.label(moment.part_of_day))
        elif moment.time:
            words = self.in_zone(moment, self.clock(moment))
        else:
            return escape(self.dates.doubt(moment.date.certainty))
        return self.dates.hedged(words, moment.date.certainty, is_phrase=True)

    def clock(self, moment: Moment) -> str:
        """Return the time of day, hedged when it is not exact."""
        wall = moment.time
        if wall is None:
            return ""
        text = self.dates.clock(time(wall.hour, wall.minute))
        return self.gettext("about %(time)s") % {"time": text} if wall.is_approximate else text

    def day_text(self, partial: PartialDate) -> str:
        """Return the date in words, without a time that was typed within it."""
        point = single_day(partial)
        if point is None:
            return self.dates.text(partial)
        return self.dates.dated(self.dates.patterns.full(day_of(point)), point)

    def in_zone(self, moment: Moment, text: str) -> Markup:
        """Put a worded time into `<time>` and say whose clock it is."""
        machine = machine_time(moment)
        words = phrase("%(text)s", text=text)
        if machine:
            words = element("time", "datetime", machine, text)
        city, offset = self.city(moment.timezone), offset_text(moment.utc_offset)
        if city and offset:
            message = self.gettext("%(time)s %(city)s time (%(offset)s)")
            return phrase(message, time=words, city=city, offset=offset)
        if city:
            return phrase(self.gettext("%(time)s %(city)s time"), time=words, city=city)
        if offset:
            return phrase(self.gettext("%(time)s (%(offset)s)"), time=words, offset=offset)
        return words

    def night(self, partial: PartialDate) -> Markup:
        """Word a night, which begins on the day and ends on the next."""
        point = single_day(partial)
        if point is None or not 1 <= point.year <= date.max.year - 1:
            message = self.gettext("%(date)s, %(part)s")
            part = self.names.label(PartOfDay.NIGHT)
            return phrase(message, date=self.dates.html(partial), part=part)
        days = self.dates.closed(point, day_after(point))
        return phrase(self.gettext("night of %(days)s"), days=days)

    def city(self, zone: str) -> str:
        """Return the city that a time zone is named after, empty when it is none."""
        if "/" not in zone or zone.startswith("Etc/"):
            return ""
        # Locales know some zones by the names that these had before.
        older = [old for old, new in get_global("zone_aliases").items() if new == zone]
        for name in (zone, *sorted(older)):
            city = self.dates.interface.locale.time_zones.get(name, {}).get("city")
            if city:
                return str(city)
        return zone.rpartition("/")[2].replace("_", " ")


def key_of(moment: Moment) -> Key:
    """Return what two moments must share to be worded alike."""
    wall = moment.time
    clock = f"{wall}{'~' if wall.is_approximate else ''}" if wall else ""
    part = moment.part_of_day.value if moment.part_of_day else ""
    return (moment.date.text, clock, part, moment.timezone, moment.utc_offset)


def single_day(partial: PartialDate) -> DatePoint | None:
    """Return the one day that the date is, None when it is more or less than that."""
    point = partial.points[0]
    if partial.form is not DateForm.SINGLE or not isinstance(point, DatePoint):
        return None
    is_day = point.precision >= Precision.DAY and point.day is not None
    return point if is_day and not point.is_masked else None


def day_after(point: DatePoint) -> DatePoint:
    """Return the day that follows, in Python's years."""
    next_ = date.fromordinal(point.earliest + 1)
    return DatePoint(
        text=next_.isoformat(),
        precision=Precision.DAY,
        certainty=Certainty.STATED,
        earliest=point.earliest + 1,
        latest=point.earliest + 1,
        year=next_.year,
        month=next_.month,
        day=next_.day,
    )


def machine_time(moment: Moment) -> str:
    """Return the moment in HTML's form, empty when its date is no single day."""
    point = single_day(moment.date)
    if point is None or moment.time is None:
        return ""
    if point.moment is not None:
        return html_datetime(point) or ""
    wall = f"{moment.time.hour:02d}:{moment.time.minute:02d}"
    day = html_datetime(point)
    return f"{day}T{wall}{offset_digits(moment.utc_offset)}" if day else ""
