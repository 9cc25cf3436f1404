"""What is published as one table, a row an event, for spreadsheets."""

from collections.abc import Callable

from generator.model.partial_date import iso_day
from generator.model.published import PublishedEvent
from generator.model.tables.table import Cell

SEPARATOR = " | "
COLUMNS = (
    "id",
    "date",
    "earliest",
    "latest",
    "time",
    "part_of_day",
    "timezone",
    "title",
    "category",
    "summary",
    "body",
    "places",
    "people",
    "people_withheld",
    "tags",
    "content_note",
    "sources",
    "url",
)


def event_row(event: PublishedEvent, address: Callable[[str], str]) -> list[Cell]:
    """Return an event's cells, those without a value None; several values are joined.

    Nobody whose name is withheld is named: `people_withheld` counts them.
    """
    when = event.when
    about = "~" if when.time and when.time.is_approximate else ""
    cells: list[Cell] = [
        event.id,
        when.date.text,
        iso_day(when.date.earliest),
        iso_day(when.date.latest),
        f"{when.time}{about}" if when.time else None,
        when.part_of_day.value if when.part_of_day else None,
        when.timezone if when.time else None,
        event.title,
        event.category.category.id,
        event.summary,
        event.body,
        SEPARATOR.join(place.name for place in event.places),
        SEPARATOR.join(person.name for person in event.people if not person.is_withheld),
        sum(person.is_withheld for person in event.people),
        SEPARATOR.join(tag.term for tag in event.tags),
        event.content_note,
        SEPARATOR.join(f"{each.source.title}, {each.source.publisher}" for each in event.sources),
        address(event.path),
    ]
    # Nought is a value, an empty text is none.
    return [None if cell == "" else cell for cell in cells]
