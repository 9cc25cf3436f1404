"""What is not read by people: not found, headers, robots, the manifest, styles, the sitemap."""

from collections.abc import Iterator, Sequence

from generator.model.feed import SitemapPage
from generator.model.page import Page, PlainPage
from generator.model.settings import SiteSettings
from generator.plan import urls
from generator.plan.gate import Publication

# A sitemap has at most so many addresses; what is longer is an index of several (sitemaps.org).
ADDRESSES_A_SITEMAP = 50_000
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
    pages: Sequence[Page], settings: SiteSettings, most: int = ADDRESSES_A_SITEMAP
) -> Iterator[Page]:
    """Yield the sitemap of the pages, in parts of at most `most`, if the site knows its address."""
    if not settings.base_url:
        return
    listed = [
        (page.path, page.changed)
        for page in pages
        if page.template.startswith("pages/") and page.template not in UNLISTED
    ]
    if len(listed) <= most:
        yield sitemap_page(urls.SITEMAP, listed)
        return
    parts = []
    for number, start in enumerate(range(0, len(listed), most), 1):
        part = listed[start : start + most]
        changes = [day for _, day in part if day is not None]
        parts.append((urls.sitemap_path(number), max(changes, default=None)))
        yield sitemap_page(urls.sitemap_path(number), part)
    yield sitemap_page(urls.SITEMAP, parts, "machine/sitemap_index.xml")


def sitemap_page(
    path: str, listed: Sequence[tuple[str, int | None]], template: str = "machine/sitemap.xml"
) -> Page:
    """Return a sitemap, or an index of several."""
    return Page(path=path, template=template, make=sitemap_content, about=(tuple(listed),))


def sitemap_content(_: Publication, pages: tuple[tuple[str, int | None], ...]) -> SitemapPage:
    """Return what a sitemap lists."""
    return SitemapPage(pages=pages)
