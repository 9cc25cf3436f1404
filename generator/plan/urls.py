"""Paths in the site: where each noun's page is. Nobody else makes a URL."""

HOME = "/"
NOT_FOUND = "/404.html"
HEADERS = "/_headers"
REDIRECTS = "/_redirects"
CORRECTIONS = "/corrections/"
DATA = "/data/"
EVENTS_DATA = "/data/events.json"
CATEGORY_STYLES = "/static/css/categories.css"

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


def prose_path(id_: str) -> str:
    """Return the path of a static page."""
    return f"/{id_}/"


def annotations_path(source: str) -> str:
    """Return the path of the annotations that say where a source's quotes stand in it."""
    return f"{entry_path('sources', source)}annotations.json"


def period_path(year: int, month: int | None = None) -> str:
    """Return the path of a year or month; years have four digits, more where needed."""
    folder = f"/{'-' if year < 0 else ''}{abs(year):04d}/"
    return folder if month is None else f"{folder}{month:02d}/"


def alias_path(alias: str) -> str:
    """Return where an old address's page goes: a folder's, unless it names a file."""
    is_file = alias.endswith("/") or "." in alias.rpartition("/")[2]
    return alias if is_file else f"{alias}/"


def numbered_path(path: str, number: int) -> str:
    """Return the path of one page of a long list; the first is the list's own."""
    return path if number == 1 else f"{path}page/{number}/"


def media_path(file: str) -> str:
    """Return where the site has a media file."""
    return f"/media/{file}"


def static_path(name: str, digest: str) -> str:
    """Return where the site has a static file of the templates.

    Styles and scripts change, so that their content's hash is in their name; fonts and
    pictures are named by the styles and keep theirs.
    """
    stem, _, ending = name.rpartition(".")
    if ending in {"css", "js"}:
        return f"/static/{stem}.{digest[:8]}.{ending}"
    return f"/static/{name}"
