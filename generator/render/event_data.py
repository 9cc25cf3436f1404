"""Event data: what one event gives to every file of open data."""

import msgspec

from generator.model.open_data import EventData
from generator.model.published import PublishedEvent
from generator.model.tables.declared import EVENT_TABLES
from generator.model.tables.table import first_day
from generator.render.annotations import event_annotations
from generator.render.geojson import feature_record
from generator.render.records import event_record
from generator.render.table_rows import WRITERS, csv_text

EVENT_WRITERS = tuple(WRITERS[table.name] for table in EVENT_TABLES)


def event_data(event: PublishedEvent, base_url: str) -> EventData:
    """Return everything that is published of an event, in every form that it is had in."""
    rows = [writer.rows(event) for writer in EVENT_WRITERS]
    return EventData(
        record=msgspec.json.encode(event_record(event, base_url)),
        csv=tuple(csv_text(each) if each else b"" for each in rows),
        json=tuple(
            writer.json(each) if each else b""
            for writer, each in zip(EVENT_WRITERS, rows, strict=True)
        ),
        counts=tuple(map(len, rows)),
        feature=msgspec.json.encode(feature_record(event, base_url)),
        annotations=tuple(
            (digest, msgspec.json.encode(each))
            for digest, each in event_annotations(event, base_url)
        ),
        changed=last_change(event),
    )


def last_change(event: PublishedEvent) -> str:
    """Return the last day on which the event is said to have been published or changed."""
    dates = (event.published, event.updated, *(each.date for each in event.corrections))
    return max(filter(None, map(first_day, dates)), default="")
