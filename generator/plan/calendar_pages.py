"""The calendar: every event whose days are known; a calendar knows no other dates."""

from datetime import MAXYEAR
from typing import TypeAlias

from generator.model.feed import CalendarEntry, CalendarPage
from generator.model.page import Page
from generator.model.partial_date import (
    Bound,
    Certainty,
    DateForm,
    DatePoint,
    PartialDate,
    Precision,
)
from generator.plan import urls
from generator.plan.changes import beginning_of
from generator.plan.gate import Publication

CALENDAR_TEMPLATE = "machine/calendar.ics"
# An event’s id and first path, its first and its last day, when its entry changed, how many
# corrections it has.
Dated: TypeAlias = tuple[str, str, int, int, int, int]


def calendar_page(publication: Publication, entries: tuple[Dated, ...]) -> Page:
    """Return the page of the calendar."""
    return Page(
        path=urls.CALENDAR,
        template=CALENDAR_TEMPLATE,
        make=calendar_content,
        about=(entries, len(publication.outlines) - len(entries)),
    )


def calendar_entries(publication: Publication, since: int) -> tuple[Dated, ...]:
    """Return the events whose days are known; what states no change is as old as the site."""
    found = ((event, known_days(event.date)) for event in publication.outlines.values())
    return tuple(
        (
            event.id,
            urls.first_path(event.id, event.aliases),
            *days,
            event.changed or since,
            len(event.corrections),
        )
        for event, days in found
        if days is not None
    )


def known_days(partial: PartialDate) -> tuple[int, int] | None:
    """Return the first and last day of a date, None unless both are stated, and without doubt."""
    if partial.form is DateForm.ONE_OF or partial.earliest is None or partial.latest is None:
        return None
    for point in partial.points:
        if not is_known_day(point):
            return None
    return partial.earliest, partial.latest


def is_known_day(point: DatePoint | Bound) -> bool:
    """Return whether a date is one day, and without doubt; calendars have four-digit years."""
    return (
        isinstance(point, DatePoint)
        and point.precision >= Precision.DAY
        and point.certainty is Certainty.STATED
        and not point.is_masked
        and 1 <= point.year <= MAXYEAR
    )


def calendar_content(
    publication: Publication, events: tuple[Dated, ...], left_out: int
) -> CalendarPage:
    """Return what the calendar tells."""
    base_url = publication.settings.permanent_url
    since = beginning_of(publication.settings) or 1
    return CalendarPage(
        entries=tuple(
            CalendarEntry(
                uid=urls.permanent_id(path, base_url, since),
                event=publication.link(id_),
                category=publication.category_of(id_).category.label,
                first=first,
                last=last,
                changed=changed,
                corrections=corrections,
            )
            for id_, path, first, last, changed, corrections in events
        ),
        left_out=left_out,
    )
