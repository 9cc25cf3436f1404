"""The calendar: every event whose days are known; a calendar knows no other dates."""

from collections.abc import Iterator
from datetime import MAXYEAR

from generator.model.feed import CalendarEntry, CalendarPage
from generator.model.outline import EventOutline
from generator.model.page import Page
from generator.model.partial_date import Certainty, DateForm, DatePoint, PartialDate, Precision
from generator.plan import urls
from generator.plan.gate import Publication

CALENDAR_TEMPLATE = "machine/calendar.ics"


def calendar_page(publication: Publication, since: int) -> Page:
    """Return the page of the calendar; what states no change is as old as the site, `since`."""
    entries = tuple(
        (event.id, *days, event.changed or since, len(event.corrections))
        for event, days in dated(publication)
    )
    return Page(
        path=urls.CALENDAR,
        template=CALENDAR_TEMPLATE,
        make=calendar_content,
        about=(entries, len(publication.outlines) - len(entries), since),
    )


def dated(publication: Publication) -> Iterator[tuple[EventOutline, tuple[int, int]]]:
    """Yield the events whose days are known, with the first and the last of them."""
    for event in publication.outlines.values():
        days = known_days(event.date)
        if days is not None:
            yield event, days


def known_days(partial: PartialDate) -> tuple[int, int] | None:
    """Return the first and last day of a date, None unless both are stated, and without doubt."""
    if partial.form is DateForm.ONE_OF or partial.earliest is None or partial.latest is None:
        return None
    is_known = all(map(is_known_day, partial.points))
    return (partial.earliest, partial.latest) if is_known else None


def is_known_day(point: object) -> bool:
    """Return whether a date is one day, and without doubt; calendars have four-digit years."""
    return (
        isinstance(point, DatePoint)
        and point.precision >= Precision.DAY
        and point.certainty is Certainty.STATED
        and not point.is_masked
        and 1 <= point.year <= MAXYEAR
    )


def calendar_content(
    publication: Publication,
    events: tuple[tuple[str, int, int, int, int], ...],
    left_out: int,
    since: int,
) -> CalendarPage:
    """Return what the calendar tells."""
    base_url = publication.settings.base_url
    return CalendarPage(
        entries=tuple(
            CalendarEntry(
                uid=urls.permanent_id(urls.entry_path("events", id_), base_url, since),
                event=publication.link(id_),
                category=publication.category_of(id_).category.label,
                first=first,
                last=last,
                changed=changed,
                corrections=corrections,
            )
            for id_, first, last, changed, corrections in events
        ),
        left_out=left_out,
    )
