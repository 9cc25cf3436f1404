"""Changes: which events changed last, and when what a page tells did."""

from collections.abc import Iterable

from generator.model.change import sound_day
from generator.model.settings import SiteSettings
from generator.plan.gate import Publication


def latest_change(publication: Publication, events: Iterable[str]) -> int | None:
    """Return the day number of the last change of any of the events, None where none is stated."""
    outlines = publication.outlines
    days = {outlines[id_].changed for id_ in events}
    return max((day for day in days if day is not None), default=None)


def buried_change(publication: Publication, tombstone: str) -> int | None:
    """Return the day number of the last correction of a retracted event."""
    corrections = publication.tombstone(tombstone).corrections
    days = (sound_day(each.date.earliest) for each in corrections)
    return max((day for day in days if day is not None), default=None)


def beginning_of(settings: SiteSettings) -> int | None:
    """Return the day number on which the site began, None where ids cannot be made of it."""
    return sound_day(settings.since.earliest) if settings.since else None


def is_followable(publication: Publication) -> bool:
    """Return whether the site knows its address and its beginning, which feeds cannot do without.

    Their links are absolute, and their ids contain both, the address as the content states it.
    """
    settings = publication.settings
    is_known = settings.base_url and settings.permanent_url
    return bool(is_known) and beginning_of(settings) is not None
