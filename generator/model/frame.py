"""Frame: what stands around every page of the site."""

from msgspec import Struct, field

from generator.model.feed import FeedLink
from generator.model.partial_date import PartialDate
from generator.model.published import PublishedCategory
from generator.model.settings import SiteSettings


class Section(Struct, frozen=True, kw_only=True, gc=False):
    """A part of the site in the navigation; `kind` as in IndexPage, `timeline`, or `page`.

    `title` is set for static pages; other sections are named by the templates.
    """

    kind: str
    path: str
    title: str = ""


class Frame(Struct, frozen=True, kw_only=True, gc=False):
    """What stands around every page: settings, navigation, the addresses of static files.

    `assets` maps a static file's name (`css/site.css`) to its path in the site. `feeds` are those
    of the whole site. `is_draft` when it shows what readers must not see yet. `as_of` is the day
    as of which the site is made, None for today's; then `unknown` are paths that Markdown leads to
    and that were not known, and `undated_count` events are left out since nobody knows when they
    were reported.
    """

    settings: SiteSettings
    sections: tuple[Section, ...]
    assets: dict[str, str] = field(default_factory=dict)
    categories: tuple[PublishedCategory, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    is_draft: bool = False
    as_of: PartialDate | None = None
    unknown: tuple[str, ...] = ()
    undated_count: int = 0
