# ruff: noqa: INP001 - settings that Pelican reads by their path, not a module
"""The made-up timeline, built by Pelican: events as articles, people as authors, places as text.

Pelican without plugins lists articles by category, tag, author and period. It has no taxonomy of
one's own making: there are no pages of places, sources and figures.
"""

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

SITENAME = "Made-up timeline"
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
ARTICLE_PATHS = ["events"]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME = "theme"
THEME_STATIC_DIR = "static"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
SLUGIFY_SOURCE = "basename"
ARTICLE_ORDER_BY = "date"
DEFAULT_PAGINATION = 50
PAGINATED_TEMPLATES = {
    "archives": 200,
    "author": 50,
    "category": 50,
    "period_archives": 50,
    "tag": 50,
}
PAGINATION_PATTERNS = (
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
DIRECT_TEMPLATES = ["index", "archives", "categories", "tags", "authors", "events_data"]
INDEX_SAVE_AS = "index.html"
ARCHIVES_SAVE_AS = "events/index.html"
ARCHIVES_URL = "events/"
CATEGORIES_SAVE_AS = "categories/index.html"
TAGS_SAVE_AS = "tags/index.html"
AUTHORS_SAVE_AS = "people/index.html"
EVENTS_DATA_SAVE_AS = "data/events.json"
ARTICLE_URL, ARTICLE_SAVE_AS = "events/{slug}/", "events/{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "categories/{slug}/", "categories/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "tags/{slug}/", "tags/{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "people/{slug}/", "people/{slug}/index.html"
YEAR_ARCHIVE_URL, YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/", "{date:%Y}/index.html"
MONTH_ARCHIVE_URL, MONTH_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/", "{date:%Y}/{date:%m}/index.html"
SHARED = json.loads(Path(__file__).with_name("shared.json").read_text())


def day_text(iso: str) -> str:
    """Return an ISO date as a reader has it."""
    day = date.fromisoformat(iso)
    return f"{day:%B} {day.day}, {day.year}"


JINJA_FILTERS = {
    "day": lru_cache(maxsize=None)(day_text),
    "loads": lru_cache(maxsize=None)(json.loads),
    "grouped": "{:,}".format,
}
