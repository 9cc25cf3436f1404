"""Telling: whether a page tells its readers that it changed, by a word dated as it can be.

The words of now cannot be older than what they are about, nor of a day that is yet to come.
"""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from generator.model.event import Correction, Event
from generator.model.partial_date import PartialDate
from generator.model.revision import Revision


class Words(Struct, frozen=True):
    """What published pages say of their own changes, in two revisions.

    An event that took another in had words of its own, which tell nothing new.
    """

    before: Revision
    now: Revision

    def is_told(self, old: Event, event: Event) -> bool:
        """Return whether readers are told that the event changed."""
        return self.is_corrected(old, event) or self.is_updated(old, event)

    def is_corrected(self, old: Event, event: Event) -> bool:
        """Return whether a correction was added."""
        return any(self.can_be(each.date, old) for each in self.added(old, event))

    def is_updated(self, old: Event, event: Event) -> bool:
        """Return whether the event was updated after the old one was, and not before that was."""
        was, published = self.itself(old, event).updated, self.itself(old, event).published
        first = None if event.updated is None else event.updated.earliest
        if event.updated is None or first is None or not self.can_be(event.updated, old):
            return False
        return self.is_later(event.updated, was) and (
            published is None or published.latest is None or first >= published.latest
        )

    def is_later(self, day: PartialDate, was: PartialDate | None) -> bool:
        """Return whether an `updated` is another word than was there, of a later day.

        An old one that ends nowhere, or had not come, cannot tell of what changed behind it.
        """
        if was is None:
            return True
        if days_of(day) == days_of(was):
            return False
        ends = was.earliest if was.latest is None else was.latest
        is_past = day.earliest is not None and ends is not None and day.earliest > ends
        return is_past or not self.has_come(was)

    def is_taken_back(self, old: Event, event: Event) -> bool:
        """Return whether the page said that it was updated on a later day than it says now."""
        was, now = old.updated, event.updated
        if was is None or was.earliest is None or not self.has_come(was):
            return False
        return now is None or (now.latest is not None and now.latest < was.earliest)

    def refusal(self, old: Event, event: Event) -> str:
        """Return why a word that was added does not count, empty where there is none."""
        for name, day in self.offered(old, event):
            if day.earliest is not None and day.earliest > self.now.day:
                return f"; {name} {day.text} does not count, that day is yet to come"
            if not self.can_be(day, old):
                least = date.fromordinal(self.least(old)).isoformat()
                return f"; {name} {day.text} does not count, what it would be of is of {least}"
        return ""

    def offered(self, old: Event, event: Event) -> Iterator[tuple[str, PartialDate]]:
        """Yield the days of the words that were added, each with what bears it."""
        for correction in self.added(old, event):
            yield "the correction of", correction.date
        if event.updated is not None and event.updated != self.itself(old, event).updated:
            yield "updated", event.updated

    def added(self, old: Event, event: Event) -> list[Correction]:
        """Return the corrections that were added."""
        known = (*old.corrections, *self.itself(old, event).corrections)
        return [each for each in event.corrections if each not in known]

    def itself(self, old: Event, event: Event) -> Event:
        """Return the event of now as it was: the old one, if it had another id or none."""
        return self.before.event(event.id) or old

    def can_be(self, day: PartialDate, old: Event) -> bool:
        """Return whether a word of that day can be about what the old event said."""
        has_come = day.earliest is None or day.earliest <= self.now.day
        return has_come and (day.latest is None or day.latest >= self.least(old))

    def least(self, old: Event) -> int:
        """Return the day number that what the old event said is of: the last that it knows.

        That is the day of its last word, or when its file was last committed.
        """
        dates = [old.published, old.updated, *(each.date for each in old.corrections)]
        days = [each.earliest for each in dates if each is not None and self.has_come(each)]
        return max([self.before.written.get(old.id, 1), *filter(None, days)])

    def has_come(self, day: PartialDate) -> bool:
        """Return whether a day had come when the earlier revision was committed."""
        return day.earliest is None or day.earliest <= self.before.day


def days_of(day: PartialDate) -> tuple[int | None, int | None]:
    """Return the first and the last day that a date can mean, however it is typed."""
    return day.earliest, day.latest
