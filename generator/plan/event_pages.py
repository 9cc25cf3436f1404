"""The events' own pages, the tombstones of retracted ones, and the index of all."""

from collections.abc import Iterator

from generator.model.page import EventPage, IndexEntry, Page, TombstonePage
from generator.model.publication import Publication
from generator.plan.index_pages import index_pages


def event_pages(publication: Publication) -> Iterator[Page]:
    """Yield each event's page with its neighbours in time, the tombstones, and the index."""
    events = publication.events
    links = [event.link for event in events]
    for index, event in enumerate(events):
        content = EventPage(
            event=event,
            previous=links[index - 1] if index else None,
            next=links[index + 1] if index + 1 < len(links) else None,
        )
        yield Page(path=event.path, template="pages/event.html", content=content, section="events")
    for tombstone in publication.tombstones:
        yield Page(
            path=tombstone.path,
            template="pages/tombstone.html",
            content=TombstonePage(tombstone=tombstone),
            section="events",
        )
    entries = [
        IndexEntry(label=event.title, path=event.path, count=0, when=link, category=event.category)
        for event, link in zip(events, links, strict=True)
    ]
    yield from index_pages("events", entries)
