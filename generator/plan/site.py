"""plan_pages: every page of the site, and where it will be."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import datetime

from generator.errors import ContentError
from generator.model.asset import Asset, StaticFile
from generator.model.frame import Frame, Section
from generator.model.history import Versions
from generator.model.media import Picture
from generator.model.page import Page, Plan
from generator.model.partial_date import PartialDate
from generator.model.settings import SiteSettings
from generator.model.timeline import Timeline
from generator.plan import urls
from generator.plan.collisions import broken_links, colliding_pages, lost_links
from generator.plan.data_pages import data_pages
from generator.plan.deciding import decided
from generator.plan.event_pages import event_pages
from generator.plan.feed_pages import feed_pages, site_feeds
from generator.plan.gate import Publication
from generator.plan.histories import Histories, histories
from generator.plan.machine_pages import machine_pages, sitemap_pages
from generator.plan.map_pages import SiteMap
from generator.plan.other_pages import (
    correction_pages,
    prose_pages,
    redirect_pages,
)
from generator.plan.pictures import pictures_of
from generator.plan.search_pages import search_pages
from generator.plan.sharing_pages import sharing_pages
from generator.plan.source_pages import figure_pages, source_pages
from generator.plan.term_pages import term_pages
from generator.plan.timeline_pages import timeline_pages

SECTIONS = ("events", "categories", "places", "people", "tags", "figures", "sources")


def plan_pages(  # noqa: PLR0913 - what there is, and each decision of the gate by its name
    settings: SiteSettings,
    timeline: Timeline,
    static_files: Iterable[StaticFile],
    now: datetime,
    *,
    drafts: bool,
    as_of: PartialDate | None = None,
    versions: Versions | None = None,
) -> tuple[Plan, Publication]:
    """Return everything that the site will hold, and what its pages are made from.

    Raises ContentError where paths collide or links lead nowhere. `now` decides which embargoes
    have ended; `drafts` lets an editor see what is held back; `as_of` is the day as of which the
    site is made: links to what was not known then are plain words. `versions` of events are
    told of on their pages.
    """
    decisions = decided(timeline, now, drafts=drafts, as_of=as_of)
    publication = Publication(settings, timeline, decisions)
    told = histories(publication, timeline.people.values(), versions or {}, now)
    pages = tuple(all_pages(publication, told, is_followed=not drafts and as_of is None))
    static = {
        each.name: Asset(each.origin, urls.static_path(each.name, each.digest), each.digest)
        for each in static_files
    }
    assets = tuple(static.values())
    pictures = pictures_on(publication)
    problems = colliding_pages(pages, (*assets, *pictures), publication, timeline.locate)
    lost = sorted(lost_links(pages, (*assets, *pictures), publication))
    if as_of is None:
        problems.extend(broken_links(lost, timeline.locate))
    if problems:
        raise ContentError(problems)
    publication.unknown = frozenset(path for *_, path in lost)
    frame = frame_of(publication, pages, static, is_draft=drafts)
    needs = frozenset(publication.needs)
    return Plan(frame, pages, assets, pictures, needs), publication


def all_pages(publication: Publication, told: Histories, *, is_followed: bool) -> Iterator[Page]:
    """Yield every page of the site, in the order in which they are written.

    What shows drafts is for editors, what is made as of a day of the past does not change:
    neither has what invites others to follow it.
    """
    pages = list(readers_pages(publication, told))
    if is_followed:
        pages.extend(feed_pages(publication))
        pages.extend(sitemap_pages(pages, publication.settings))
        pages.extend(sharing_pages(publication))
    yield from pages
    yield from machine_pages()


def readers_pages(publication: Publication, told: Histories) -> Iterator[Page]:
    """Yield the pages that people read, and the data that they can take."""
    site_map = SiteMap(publication)
    yield from timeline_pages(publication)
    yield from event_pages(publication, site_map, told)
    yield from term_pages(publication, site_map)
    yield from site_map.pages()
    yield from source_pages(publication)
    yield from figure_pages(publication)
    yield from correction_pages(publication)
    yield from data_pages(publication)
    yield from search_pages(publication)
    yield from prose_pages(publication)
    yield from redirect_pages(publication)


def pictures_on(publication: Publication) -> tuple[Picture, ...]:
    """Return the pictures of all images of published events, those of one original together.

    Each path is there once: two files with the same pixels can lead to one.
    """
    pictures = {
        picture.path: picture
        for file, original in publication.media.items()
        for picture in pictures_of(file, original)
    }
    return tuple(pictures.values())


def sections_of(publication: Publication, paths: AbstractSet[str]) -> list[Section]:
    """Return the navigation of a site that has these paths."""
    sections = [Section(kind="timeline", path=urls.HOME)]
    if urls.SEARCH in paths:
        sections.append(Section(kind="search", path=urls.SEARCH))
    if urls.MAP in paths:
        sections.append(Section(kind="map", path=urls.MAP))
    sections.extend(
        Section(kind=kind, path=urls.index_path(kind))
        for kind in SECTIONS
        if urls.index_path(kind) in paths
    )
    sections.append(Section(kind="corrections", path=urls.CORRECTIONS))
    sections.append(Section(kind="data", path=urls.DATA))
    sections.extend(
        Section(kind="page", path=urls.prose_path(page.id), title=page.title)
        for page in publication.pages
        if page.nav is not None
    )
    return sections


def frame_of(
    publication: Publication, pages: Iterable[Page], static: dict[str, Asset], *, is_draft: bool
) -> Frame:
    """Return what stands around every page."""
    paths = {page.path for page in pages}
    addresses = {name: asset.path for name, asset in static.items()}
    return Frame(
        settings=publication.settings,
        sections=tuple(sections_of(publication, paths)),
        assets={**addresses, "css/categories.css": urls.CATEGORY_STYLES},
        categories=tuple(publication.categories.values()),
        feeds=tuple(each for each in site_feeds() if each.path in paths),
        is_draft=is_draft,
        as_of=publication.as_of,
        unknown=tuple(sorted(publication.unknown)),
        undated_count=publication.undated_count,
    )
