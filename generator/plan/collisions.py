"""Collisions and broken links: what only shows once every path is known."""

import re
from collections.abc import Iterable, Iterator

from generator.errors import Problem
from generator.model.asset import Asset
from generator.model.document import Kind
from generator.model.page import Page, ProsePage, RedirectPage
from generator.model.publication import Publication
from generator.model.timeline import Timeline
from generator.plan.urls import alias_path
from generator.problem_kinds import links

MARKDOWN_LINK = re.compile(r"\]\(\s*<?(/[^\s)>#?]*)")
DEFINED_LINK = re.compile(r"^\s{0,3}\[[^\]]+\]:\s*<?(/[^\s>#?]*)", re.MULTILINE)


def colliding_pages(
    pages: Iterable[Page], publication: Publication, timeline: Timeline
) -> list[Problem]:
    """Return a problem for each page whose path another page has already.

    Paths that differ only in case are one file on many disks, so they collide too.
    """
    taken: dict[str, Page] = {}
    problems: list[Problem] = []
    for page in sorted(pages, key=lambda each: isinstance(each.content, RedirectPage | ProsePage)):
        key = file_key(page.path)
        other = taken.setdefault(key, page)
        if other is not page:
            problems.append(collision(page, other, publication, timeline))
    return problems


def file_key(path: str) -> str:
    """Return what two paths share when they would be one file: `/a`, `/a/`, `/A/index.html`."""
    return path.casefold().removesuffix("index.html").rstrip("/") or "/"


def collision(page: Page, other: Page, publication: Publication, timeline: Timeline) -> Problem:
    """Return the problem of a page that would take another's path."""
    if isinstance(page.content, ProsePage):
        location = timeline.locate(Kind.PAGE, page.content.page.id, "")
        message = f"the address {page.path} is the site's own; give the file another name"
        return Problem(links.RESERVED_PAGE, location, "", message)
    owner, index = [
        (event.id, index)
        for event in publication.addressed
        for index, alias in enumerate(event.aliases)
        if alias_path(alias) == page.path
    ][-1]
    field = f"aliases[{index}]"
    location = timeline.locate(Kind.EVENT, owner, field)
    message = f'"{page.path}" is the address of another page ({other.path}); change the alias'
    return Problem(links.PATH_COLLISION, location, field, message)


def broken_links(
    pages: Iterable[Page],
    assets: Iterable[Asset],
    publication: Publication,
    timeline: Timeline,
) -> list[Problem]:
    """Return a problem for each Markdown link to a path that the site will not have."""
    known = {page.path for page in pages} | {asset.path for asset in assets}
    problems: list[Problem] = []
    for kind, id_, field, text in markdown_texts(publication):
        for match in (*MARKDOWN_LINK.finditer(text), *DEFINED_LINK.finditer(text)):
            path = match[1].removesuffix("index.html")
            if path not in known:
                location = timeline.locate(kind, id_, field)
                message = f'no page at "{path}"; correct the link'
                problems.append(Problem(links.BROKEN_LINK, location, field, message))
    return problems


def markdown_texts(publication: Publication) -> Iterator[tuple[Kind, str, str, str]]:
    """Yield every Markdown text that is published: kind, id, field and text."""
    for event in publication.events:
        for field, text in (("summary", event.summary), ("body", event.body)):
            if "](" in text or "]:" in text:
                yield Kind.EVENT, event.id, field, text
    for page in publication.pages:
        yield Kind.PAGE, page.id, "", page.body
