"""What is not read by people: not found, headers, robots, the manifest, styles, the sitemap."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from generator.model.feed import SitemapPage
from generator.model.page import Page, PlainPage
from generator.model.settings import SiteSettings
from generator.plan import urls
from generator.plan.gate import Publication

# A sitemap has at most so many addresses and bytes; what is more is an index of several
# (sitemaps.org).
ADDRESSES_A_SITEMAP = 50_000
BYTES_A_SITEMAP = 52_428_800
# What stands around all addresses, and around each.
FRAME, AROUND = 200, len("<url><loc></loc><lastmod>2022-03-02</lastmod></url>\n")
# What no search engine should send a reader to.
UNLISTED = {"pages/redirect.html", "pages/tombstone.html"}


def machine_pages() -> Iterator[Page]:
    """Yield the page for addresses not found, and the files that only programs read."""
    for path, template in (
        (urls.NOT_FOUND, "pages/not_found.html"),
        (urls.HEADERS, "machine/_headers"),
        (urls.CATEGORY_STYLES, "machine/categories.css"),
        (urls.ROBOTS, "machine/robots.txt"),
        (urls.MANIFEST, "machine/manifest.webmanifest"),
    ):
        yield Page(path=path, template=template, make=plain_content)


def plain_content(_: Publication) -> PlainPage:
    """Return a page that shows nothing but the site itself."""
    return PlainPage()


def sitemap_pages(
    pages: Sequence[Page],
    settings: SiteSettings,
    most: int = ADDRESSES_A_SITEMAP,
    longest: int = BYTES_A_SITEMAP,
) -> Iterator[Page]:
    """Yield the sitemap of the pages, if the site knows its address.

    It is in parts where it has more than `most` addresses or `longest` bytes.
    """
    if not settings.base_url:
        return
    listed = [
        (page.path, page.changed)
        for page in pages
        if page.template.startswith("pages/") and page.template not in UNLISTED
    ]
    ends = ends_of_parts([path for path, _ in listed], settings.base_url, most, longest)
    if len(ends) == 1:
        yield sitemap_page(urls.SITEMAP, listed)
        return
    parts = []
    for number, (start, end) in enumerate(pairwise((0, *ends)), 1):
        part = listed[start:end]
        changes = [day for _, day in part if day is not None]
        parts.append((urls.sitemap_path(number), max(changes, default=None)))
        yield sitemap_page(urls.sitemap_path(number), part)
    yield sitemap_page(urls.SITEMAP, parts, "machine/sitemap_index.xml")


def ends_of_parts(paths: Sequence[str], base_url: str, most: int, longest: int) -> list[int]:
    """Return where each part of a sitemap ends, so that none is longer than it may be."""
    ends = []
    home, start, size = len(escape(base_url.rstrip("/")).encode()), 0, FRAME
    for number, path in enumerate(paths):
        more = home + len(path.encode()) + AROUND
        if number - start == most or (size + more > longest and number > start):
            ends.append(number)
            start, size = number, FRAME
        size += more
    return [*ends, len(paths)]


def sitemap_page(
    path: str, listed: Sequence[tuple[str, int | None]], template: str = "machine/sitemap.xml"
) -> Page:
    """Return a sitemap, or an index of several."""
    return Page(path=path, template=template, make=sitemap_content, about=(tuple(listed),))


def sitemap_content(_: Publication, pages: tuple[tuple[str, int | None], ...]) -> SitemapPage:
    """Return what a sitemap lists."""
    return SitemapPage(pages=pages)
