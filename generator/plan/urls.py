"""Paths in the site: where each noun's page is. Nobody else makes a URL."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

HOME = "/"
NOT_FOUND = "/404.html"
HEADERS = "/_headers"
REDIRECTS = "/_redirects"
CORRECTIONS = "/corrections/"
DATA = "/data/"
SEARCH = "/search/"
MAP = "/map/"
BASEMAP = "/map/base.svg"
DARK_BASEMAP = "/map/base-dark.svg"
EVENTS_DATA = "/data/events.json"
ROBOTS = "/robots.txt"
MANIFEST = "/manifest.webmanifest"
SITEMAP = "/sitemap.xml"
FEEDS = "/feeds/"
CHANGES_FEED = "/feeds/changes.xml"
CHANGES_JSON = "/feeds/changes.json"
CORRECTIONS_FEED = "/feeds/corrections.xml"
CORRECTIONS_JSON = "/feeds/corrections.json"
CALENDAR = "/feeds/calendar.ics"
GEOJSON = "/data/events.geojson"
ANNOTATIONS = "/data/annotations.json"
DATABASE = "/data/timeline.sqlite"
DATA_PACKAGE = "/data/datapackage.json"
CATEGORY_STYLES = "/static/css/categories.css"

EVENT_ADDRESS = re.compile(r"/events/[a-z0-9]+(?:-[a-z0-9]+)*/")
IN_NO_PICTURE_PATH = re.compile(r"[^\w/.-]+")
FOLDER_BY_KIND = {
    "events": "/events/",
    "categories": "/categories/",
    "places": "/places/",
    "people": "/people/",
    "tags": "/tags/",
    "sources": "/sources/",
    "figures": "/figures/",
}


def index_path(kind: str) -> str:
    """Return the path of the index of all events, categories, places and so on."""
    return FOLDER_BY_KIND[kind]


def entry_path(kind: str, id_: str) -> str:
    """Return the permanent path of one event, category, place and so on; `kind` is plural."""
    return f"{FOLDER_BY_KIND[kind]}{id_}/"


def card_path(event: str = "") -> str:
    """Return the path of an event's share card, or of the site's own."""
    return f"{entry_path('events', event)}card.png" if event else "/card.png"


def record_path(event: str) -> str:
    """Return the path of an event as data."""
    return f"{entry_path('events', event)}event.json"


def quotes_path(event: str) -> str:
    """Return the folder of the pages of an event's quotes, numbered from 1."""
    return f"{entry_path('events', event)}quotes/"


def embed_path(event: str) -> str:
    """Return the path of the page that other sites show of an event in a frame."""
    return f"/embed/{event}/"


def oembed_path(event: str) -> str:
    """Return the path of an event's oEmbed answer."""
    return f"{embed_path(event)}oembed.json"


def prose_path(id_: str) -> str:
    """Return the path of a static page."""
    return f"/{id_}/"


def table_path(table: str, ending: str) -> str:
    """Return the path of a table of the open data, in the form that the ending names."""
    return f"{DATA}tables/{table}.{ending}"


def feed_path(path: str) -> str:
    """Return the path of the feed of the term whose page is at `path`."""
    return f"{path}feed.xml"


def sitemap_path(number: int) -> str:
    """Return the path of one part, from 1, of a sitemap that is too long for one file."""
    return f"/sitemap-{number}.xml"


def permanent_id(path: str, base_url: str, since: int) -> str:
    """Return the id of what is at `path` for all time, as a tag URI (RFC 4151).

    It is made of the host, the day number `since` on which the site began, and the path, of an
    event its first one. No title, date or count of anything is in it.
    """
    return f"{id_prefix(base_url, since)}{path}"


def first_path(event: str, aliases: Iterable[str]) -> str:
    """Return the path at which an event was first, which its permanent ids are made of.

    That is the first of its old addresses, from the oldest on, that is an event's. An event that
    took another one in names its own among them, before the other's. No two events share one,
    since no two pages have one address.
    """
    paths = map(alias_path, aliases)
    return next(filter(EVENT_ADDRESS.fullmatch, paths), entry_path("events", event))


@lru_cache(maxsize=1)
def id_prefix(base_url: str, since: int) -> str:
    """Return what all ids of a site begin with."""
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    if not host.isascii():
        host = host.encode("idna").decode()
    return f"tag:{host},{date.fromordinal(since).isoformat()}:{parts.path.rstrip('/')}"


def annotations_path(source: str) -> str:
    """Return the path of the annotations of all that is quoted of a source."""
    return f"{entry_path('sources', source)}annotations.json"


def search_path(name: str) -> str:
    """Return the path of one file of the search index."""
    return f"{SEARCH}{name}.js"


def claims_path(figure: str, ending: str) -> str:
    """Return the path of the file of a figure's claims; `ending` is `csv` or `json`."""
    return f"{entry_path('figures', figure)}claims.{ending}"


def period_path(year: int, month: int | None = None) -> str:
    """Return the path of a year or month; years have four digits, more where needed."""
    folder = f"/{'-' if year < 0 else ''}{abs(year):04d}/"
    return folder if month is None else f"{folder}{month:02d}/"


def alias_path(alias: str) -> str:
    """Return where an old address's page goes: a folder's, unless it names a file.

    Servers look for a file under the name that codes such as `%20` stand for.
    """
    path = unquote(alias)
    is_file = path.endswith("/") or "." in path.rpartition("/")[2]
    return path if is_file else f"{path}/"


def asked_path(path: str) -> str:
    """Return a path as browsers ask for it (URL Standard, path percent-encode set)."""
    return quote(path, safe="/!$&'()+,;=@[]~")


def numbered_path(path: str, number: int) -> str:
    """Return the path of one page of a long list; the first is the list's own."""
    return path if number == 1 else f"{path}page/{number}/"


def picture_path(file: str, key: str, width: int, form: str) -> str:
    """Return where the site has a picture of an image; `key` stands for what it is made from."""
    folder, _, name = file.rpartition("/")
    # A space or comma in an address would end it within a list of pictures.
    stem = IN_NO_PICTURE_PATH.sub("-", name.rpartition(".")[0] or name)
    folder = IN_NO_PICTURE_PATH.sub("-", folder)
    size = "" if form in {"svg", "gif"} else f"-{width}"
    ending = "jpg" if form == "jpeg" else form
    return f"/media/{folder}{'/' if folder else ''}{stem}{size}.{key[:8]}.{ending}"


def static_path(name: str, digest: str) -> str:
    """Return where the site has a static file of the templates.

    Styles and scripts change, so that their content's hash is in their name; fonts and
    pictures are named by the styles and keep theirs.
    """
    stem, _, ending = name.rpartition(".")
    if ending in {"css", "js"}:
        return f"/static/{stem}.{digest[:8]}.{ending}"
    return f"/static/{name}"
