"""Collisions and broken links: what only shows once every path is known."""

from collections.abc import Iterable, Iterator, Sequence
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from generator.model.asset import Asset
from generator.model.document import Kind
from generator.model.media import Picture
from generator.model.outline import site_paths
from generator.model.page import Page
from generator.model.timeline import Locate
from generator.plan.gate import Publication
from generator.plan.other_pages import addressed
from generator.plan.urls import alias_path
from generator.problem import Problem
from generator.problem_kinds import links

PROSE, REDIRECT = "pages/prose.html", "pages/redirect.html"
GIVING_WAY = {PROSE, REDIRECT}
# What the write stage adds to what is planned.
OWN_FILE = "/manifest.json"
COMPRESSED = {"br", "gz"}


def colliding_pages(
    pages: Sequence[Page],
    assets: Iterable[Asset | Picture],
    publication: Publication,
    locate: Locate,
) -> list[Problem]:
    """Return a problem for each page whose path another page or file has already.

    Paths that differ only in case are one file on many disks, so they collide too. So do a file
    and a folder, and a page that would have the name of a compressed copy.
    """
    taken: dict[str, Page] = {}
    problems: list[Problem] = []
    for page in sorted(pages, key=lambda each: each.template in GIVING_WAY):
        key = file_key(page.path)
        other = taken.setdefault(key, page)
        if other is not page:
            problems.append(collision(page, other.path, publication, locate))
    redirects = [page for page in pages if page.template == REDIRECT]
    if redirects and not problems:
        others = [page.path for page in pages if page.template != REDIRECT]
        others += [OWN_FILE, *(asset.path for asset in assets)]
        for page, path in in_the_way(redirects, others):
            problems.append(collision(page, path, publication, locate))
    return problems


def in_the_way(redirects: Iterable[Page], others: Iterable[str]) -> Iterator[tuple[Page, str]]:
    """Yield each redirect that cannot be where another path is, and that path."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}

    def note(path: str) -> None:
        files[file_of(path)] = path
        folders.update(dict.fromkeys(folders_of(file_of(path)), path))

    for path in others:
        note(path)
    for page in redirects:
        file = file_of(page.path)
        found = [files.get(each) for each in (file, uncompressed(file), *folders_of(file))]
        if other := next(filter(None, [*found, folders.get(file)]), None):
            yield page, other
        else:
            note(page.path)


def file_of(path: str) -> str:
    """Return the file that a path stands for, in small letters."""
    return path.casefold() + ("index.html" if path.endswith("/") else "")


def folders_of(path: str) -> list[str]:
    """Return the folders that a file is in, without the site's own."""
    parts = path.split("/")
    return ["/".join(parts[:end]) for end in range(2, len(parts))]


def uncompressed(path: str) -> str:
    """Return what a path would be a compressed copy of; empty when it would be none."""
    stem, _, ending = path.rpartition(".")
    return stem if ending in COMPRESSED else ""


def file_key(path: str) -> str:
    """Return what two paths share when they would be one file: `/a`, `/a/`, `/A/index.html`."""
    return path.casefold().removesuffix("index.html").rstrip("/") or "/"


def collision(page: Page, other: str, publication: Publication, locate: Locate) -> Problem:
    """Return the problem of a page that would take another's path."""
    if page.template == PROSE:
        location = locate(Kind.PAGE, page.section, "")
        message = f"the address {page.path} is the site's own; give the file another name"
        return Problem(links.RESERVED_PAGE, location, "", message)
    owner, index = [
        (id_, index)
        for id_, _, aliases in addressed(publication)
        for index, alias in enumerate(aliases)
        if alias_path(alias) == page.path
    ][-1]
    field = f"aliases[{index}]"
    location = locate(Kind.EVENT, owner, field)
    message = f'"{page.path}" is the address of another page ({other}); change the alias'
    return Problem(links.PATH_COLLISION, location, field, message)


def lost_links(
    pages: Iterable[Page], assets: Iterable[Asset | Picture], publication: Publication
) -> Iterator[tuple[Kind, str, str, str]]:
    """Yield each Markdown link to a path that the site will not have, as `markdown_links`.

    An address of the site itself, or of where it was, is such a link; one of another site is none.
    """
    known = {page.path for page in pages} | {asset.path for asset in assets} | {OWN_FILE}
    settings = publication.settings
    homes = {home_of(each) for each in (settings.base_url, settings.permanent_url) if each}
    for kind, id_, field, link in markdown_links(publication):
        paths = own_paths(link, homes) if "//" in link else [link]
        for path in paths:
            if path not in known and ("//" not in link or f"{path}/" not in known):
                yield kind, id_, field, path


def home_of(address: str) -> tuple[str, str]:
    """Return the host and the path that the addresses of a site begin with."""
    parts = urlsplit(address)
    return parts.hostname or "", f"{parts.path.rstrip('/')}/"


def own_paths(address: str, homes: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the site's path that an address leads to, as a browser would have it."""
    try:
        parts = urlsplit(address.rstrip(".,;:!?*_"))
        host = parts.hostname
    except ValueError:
        return
    path = normpath(f"/{unquote(parts.path).lstrip('/')}")
    if parts.path.endswith("/") and path != "/":
        path += "/"
    for home, beginning in homes:
        if host == home and f"{path.rstrip('/')}/".startswith(beginning):
            yield f"/{path[len(beginning) :]}".removesuffix("index.html")


def broken_links(lost: Iterable[tuple[Kind, str, str, str]], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each link that leads nowhere."""
    for kind, id_, field, path in lost:
        message = f'no page at "{path}"; correct the link'
        yield Problem(links.BROKEN_LINK, locate(kind, id_, field), field, message)


def markdown_links(publication: Publication) -> Iterator[tuple[Kind, str, str, str]]:
    """Yield every site path or address that published Markdown has: kind, id, field and path."""
    for event in publication.outlines.values():
        for field, path in event.links:
            yield Kind.EVENT, event.id, field, path
    for page in publication.pages:
        for path in site_paths(page.body):
            yield Kind.PAGE, page.id, "", path
