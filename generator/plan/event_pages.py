"""The events' own pages, the tombstones of retracted ones, and the index of all."""

from collections.abc import Iterator

from generator.model.history import Change
from generator.model.listing import Pagination
from generator.model.map_page import Locator
from generator.model.page import EventPage, IndexEntry, IndexPage, Page, TombstonePage
from generator.plan import urls
from generator.plan.changes import latest_change
from generator.plan.gate import Publication
from generator.plan.histories import Histories
from generator.plan.map_pages import SiteMap
from generator.plan.pagination import LINES_A_PAGE, paginate
from generator.plan.reading_on import Day, Neighbourhood, Shared, reading_on
from generator.plan.sharing_pages import sharing_of

EVENT_TEMPLATE = "pages/event.html"


def event_pages(publication: Publication, site_map: SiteMap, told: Histories) -> Iterator[Page]:
    """Yield each event's page with its neighbours in time, the tombstones, and the index.

    `told` are the histories that the pages tell.
    """
    ids = list(publication.outlines)
    near = Neighbourhood(publication.outlines)
    for before, id_, after in zip([None, *ids], ids, [*ids[1:], None], strict=False):
        yield Page(
            path=urls.entry_path("events", id_),
            template=EVENT_TEMPLATE,
            make=event_content,
            about=(
                id_,
                before,
                after,
                near.that_day(id_),
                near.also_about(id_),
                site_map.locator(publication.outlines[id_].places),
                told.get(id_, ()),
            ),
            section="events",
            changed=publication.outlines[id_].changed,
        )
    for id_ in publication.tombstones:
        yield Page(
            path=urls.entry_path("events", id_),
            template="pages/tombstone.html",
            make=tombstone_content,
            about=(id_,),
            section="events",
        )
    if ids:
        yield from index_of_events(publication, ids)


def index_of_events(publication: Publication, ids: list[str]) -> Iterator[Page]:
    """Yield the pages of the index of all events."""
    for path, pagination, chunk in paginate(urls.index_path("events"), ids, LINES_A_PAGE):
        yield Page(
            path=path,
            template="pages/index.html",
            make=index_content,
            about=(tuple(chunk), len(ids), pagination),
            section="events",
            changed=latest_change(publication, chunk),
        )


def event_content(  # noqa: PLR0913, PLR0917 - what of other events the page shows, each for itself
    publication: Publication,
    id_: str,
    before: str | None,
    after: str | None,
    day: Day | None,
    shared: tuple[Shared, ...],
    locator: Locator | None = None,
    history: tuple[Change, ...] = (),
) -> EventPage:
    """Return what an event's page shows."""
    event = publication.event(id_)
    return EventPage(
        event=event,
        record=urls.record_path(id_),
        sharing=sharing_of(id_, publication.settings),
        reading_on=reading_on(publication, event, day, shared),
        previous=publication.link(before) if before is not None else None,
        next=publication.link(after) if after is not None else None,
        locator=locator,
        history=history,
    )


def tombstone_content(publication: Publication, id_: str) -> TombstonePage:
    """Return what a retracted event's page shows."""
    return TombstonePage(tombstone=publication.tombstone(id_))


def index_content(
    publication: Publication, ids: tuple[str, ...], count: int, pagination: Pagination
) -> IndexPage:
    """Return what one page of the index of events shows."""
    links = ((publication.link(id_), publication.category_of(id_)) for id_ in ids)
    entries = tuple(
        IndexEntry(label=link.title, path=link.path, count=0, when=link, category=category)
        for link, category in links
    )
    return IndexPage(kind="events", entries=entries, entry_count=count, pagination=pagination)
