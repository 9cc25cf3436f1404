"""Corrections, static pages, redirects."""

from collections.abc import Iterator

from msgspec.structs import replace

from generator.model.change import sound_day
from generator.model.listing import Pagination
from generator.model.page import (
    CorrectionEntry,
    CorrectionsPage,
    Page,
    ProsePage,
    RedirectPage,
    RedirectsPage,
)
from generator.model.static_page import StaticPage
from generator.plan import urls
from generator.plan.gate import Publication
from generator.plan.pagination import LINES_A_PAGE, paginate
from generator.plan.unlinked import unlinked


def correction_pages(publication: Publication) -> Iterator[Page]:
    """Yield the pages of all corrections, the newest first."""
    entries = [
        (-(day or 0), urls.entry_path("events", event.id), event.id, index)
        for event in publication.outlines.values()
        for index, day in enumerate(event.corrections)
    ]
    for id_ in publication.tombstones:
        tombstone = publication.tombstone(id_)
        for index, each in enumerate(tombstone.corrections):
            entries.append((-(each.date.earliest or 0), tombstone.path, id_, index))
    entries.sort(key=lambda entry: entry[:2])
    for path, pagination, chunk in paginate(urls.CORRECTIONS, entries, LINES_A_PAGE):
        listed = tuple((id_, index) for _, _, id_, index in chunk)
        yield Page(
            path=path,
            template="pages/corrections.html",
            make=corrections_content,
            about=(listed, pagination),
            section="corrections",
            changed=sound_day(-chunk[0][0]) if chunk else None,
        )


def corrections_content(
    publication: Publication, corrections: tuple[tuple[str, int], ...], pagination: Pagination
) -> CorrectionsPage:
    """Return what one page of corrections shows; each is an event and its correction's index."""
    entries = tuple(correction_entry(publication, id_, index) for id_, index in corrections)
    return CorrectionsPage(entries=entries, pagination=pagination)


def correction_entry(publication: Publication, id_: str, index: int) -> CorrectionEntry:
    """Return a correction and the event that it was made to."""
    if id_ not in publication.outlines:
        tombstone = publication.tombstone(id_)
        return CorrectionEntry(correction=tombstone.corrections[index], path=tombstone.path)
    event = publication.event(id_)
    return CorrectionEntry(correction=event.corrections[index], path=event.path, title=event.title)


def prose_pages(publication: Publication) -> Iterator[Page]:
    """Yield the static pages."""
    for page in publication.pages:
        yield Page(
            path=urls.prose_path(page.id),
            template="pages/prose.html",
            make=prose_content,
            about=(page,),
            section=page.id,
        )


def prose_content(publication: Publication, page: StaticPage) -> ProsePage:
    """Return what a static page shows."""
    return ProsePage(page=replace(page, body=unlinked(page.body, publication.unknown)))


def redirect_pages(publication: Publication) -> Iterator[Page]:
    """Yield a page for each old address, which leads to the event's, and the list of all."""
    redirects = tuple(
        (urls.alias_path(alias), path)
        for _, path, aliases in addressed(publication)
        for alias in aliases
        # An event that took another one in names its own address, too.
        if urls.alias_path(alias) != path
    )
    for alias, path in redirects:
        yield Page(path=alias, template="pages/redirect.html", make=redirect_content, about=(path,))
    yield Page(
        path=urls.REDIRECTS,
        template="machine/_redirects",
        make=redirects_content,
        about=(redirects,),
    )


def addressed(publication: Publication) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield the id, the path and the old addresses of each event and tombstone."""
    for event in publication.outlines.values():
        yield event.id, urls.entry_path("events", event.id), event.aliases
    for id_ in publication.tombstones:
        tombstone = publication.tombstone(id_)
        yield id_, tombstone.path, tombstone.aliases


def redirect_content(_: Publication, target: str) -> RedirectPage:
    """Return what a redirect leads to."""
    return RedirectPage(target=target)


def redirects_content(_: Publication, redirects: tuple[tuple[str, str], ...]) -> RedirectsPage:
    """Return where old addresses lead."""
    asked = tuple((urls.asked_path(alias), path) for alias, path in redirects)
    return RedirectsPage(redirects=asked)
