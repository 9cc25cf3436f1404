"""Change: on which day an entry last changed in substance, as its editors state it."""

from collections.abc import Iterable
from datetime import date

from generator.model.event import Correction
from generator.model.partial_date import PartialDate

LAST_DAY = date.max.toordinal()


def sound_day(day: int | None) -> int | None:
    """Return the day number if it is a day of the years 1 to 9999, which alone feeds can state."""
    return day if day is not None and 1 <= day <= LAST_DAY else None


def last_change(
    published: PartialDate | None, updated: PartialDate | None, corrections: Iterable[Correction]
) -> int | None:
    """Return the latest day number of what is stated, None where nothing is.

    Of a date that is no day, its first day counts, so that nothing is said to be newer than it
    is. When the event happened and when others reported it says nothing of the entry.
    """
    stated = (published, updated, *(each.date for each in corrections))
    days = (sound_day(each.earliest) for each in stated if each is not None)
    return max((day for day in days if day is not None), default=None)


def by_age(corrections: Iterable[Correction], since: int) -> list[Correction]:
    """Return corrections from the oldest on, so that a new one changes no other's number.

    `since` is the day number for those of which no day is known.
    """
    return sorted(corrections, key=lambda each: sound_day(each.date.earliest) or since)
