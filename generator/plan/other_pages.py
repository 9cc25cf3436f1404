"""Corrections, data, static pages, redirects, and what the web server needs."""

from collections.abc import Iterator

from generator.model.page import (
    CorrectionEntry,
    CorrectionsPage,
    DataFile,
    DataPage,
    EventsDataPage,
    Page,
    PlainPage,
    ProsePage,
    RedirectPage,
)
from generator.model.publication import Publication
from generator.plan import urls
from generator.plan.pagination import LINES_A_PAGE, paginate


def correction_pages(publication: Publication) -> Iterator[Page]:
    """Yield the pages of all corrections, the newest first."""
    entries = [
        CorrectionEntry(correction=correction, path=event.path, title=event.title)
        for event in publication.events
        for correction in event.corrections
    ]
    entries.extend(
        CorrectionEntry(correction=correction, path=tombstone.path)
        for tombstone in publication.tombstones
        for correction in tombstone.corrections
    )
    entries.sort(key=lambda entry: (-(entry.correction.date.earliest or 0), entry.path))
    for path, pagination, chunk in paginate(urls.CORRECTIONS, entries, LINES_A_PAGE):
        content = CorrectionsPage(entries=tuple(chunk), pagination=pagination)
        yield Page(
            path=path,
            template="pages/corrections.html",
            content=content,
            section="corrections",
        )


def data_pages(publication: Publication) -> Iterator[Page]:
    """Yield the data index and the files that it lists."""
    events_file = DataFile(
        kind="events",
        path=urls.EVENTS_DATA,
        media_type="application/json",
        record_count=len(publication.events),
    )
    yield Page(
        path=urls.DATA,
        template="pages/data.html",
        content=DataPage(files=(events_file,)),
        section="data",
    )
    yield Page(
        path=urls.EVENTS_DATA,
        template="machine/events.json",
        content=EventsDataPage(events=publication.events),
    )


def prose_pages(publication: Publication) -> Iterator[Page]:
    """Yield the static pages."""
    for page in publication.pages:
        yield Page(
            path=urls.prose_path(page.id),
            template="pages/prose.html",
            content=ProsePage(page=page),
            section=page.id,
        )


def redirect_pages(publication: Publication) -> Iterator[Page]:
    """Yield a page for each old address, which leads to the event's."""
    for event in publication.addressed:
        for alias in event.aliases:
            yield Page(
                path=urls.alias_path(alias),
                template="pages/redirect.html",
                content=RedirectPage(target=event.path),
            )


def machine_pages() -> Iterator[Page]:
    """Yield what is not read by people: not found, headers, the categories' styles."""
    yield Page(path=urls.NOT_FOUND, template="pages/not_found.html", content=PlainPage())
    yield Page(path=urls.HEADERS, template="machine/_headers", content=PlainPage())
    yield Page(path=urls.CATEGORY_STYLES, template="machine/categories.css", content=PlainPage())
