"""What a page weighs over the wire: compressed, with its styles, scripts and preloaded fonts."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from benchmarks.made_up import WORDS, MadeUpEvent, made_up_events
from benchmarks.sites.verbatim import write_site
from generator.cli import main
from tests.site_quality.pages import html_pages

EVENTS, FULL_MONTH = 600, 90
PAGE, HOME, SCRIPT = 150_000, 100_000, 15_000
LINKED = re.compile(r'<link rel="(?:stylesheet|preload)" href="([^"]+)"|<script src="([^"]+)"')
KNOWN = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)
LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "абцдефґхиїклмнопйрстувжєізАБЦДЕФҐХИЇКЛМНОПЙРСТУВЖЄІЗ",
)


@pytest.fixture(scope="module", params=["en", "uk"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site whose home page has as much on it as one of 10,000 events; return its folder."""
    folder = tmp_path_factory.mktemp("weight")
    events = made_up_events(EVENTS)
    events[-FULL_MONTH:] = [
        replace(event, date=f"2024-12-{number % 31 + 1:02}", year=2024, month=12)
        for number, event in enumerate(events[-FULL_MONTH:])
    ]
    write_site([*map(cyrillic, events)] if request.param == "uk" else events, folder)
    settings = folder / "content/site.yaml"
    text = settings.read_text().replace("language: en", f"language: {request.param}")
    settings.write_text(text)
    arguments = ["build", "--quiet", "--project", str(folder), "--output", str(folder / "site")]
    assert main(arguments) == 0
    return folder / "site"


def cyrillic(event: MadeUpEvent) -> MadeUpEvent:
    """Return the event with its words in Cyrillic letters, which are as long and mean nothing."""
    quotes = tuple(replace(quote, text=in_cyrillic(quote.text)) for quote in event.quotes)
    title, summary, body = map(in_cyrillic, (event.title, event.summary, event.body))
    return replace(event, quotes=quotes, title=title, summary=summary, body=body)


def in_cyrillic(text: str) -> str:
    return KNOWN.sub(lambda found: found[0].translate(LETTERS), text)


@cache
def wire_size(path: Path) -> int:
    """Return how many bytes a server sends of a file; fonts are compressed already."""
    content = path.read_bytes()
    return len(content) if path.suffix == ".woff2" else len(gzip.compress(content, 6))


def linked(page: Path, site: Path) -> Iterator[Path]:
    """Yield the styles, scripts and fonts that a page asks for."""
    for found in LINKED.finditer(page.read_text(encoding="utf-8")):
        address = found[1] or found[2]
        # The page for what is not found may be shown at any address, and names files from the root.
        folder = site if address.startswith("/") else page.parent
        yield (folder / address.lstrip("/")).resolve()


def test_no_page_is_heavy(site: Path) -> None:
    sizes = {
        page: wire_size(page) + sum(map(wire_size, linked(page, site))) for page in html_pages(site)
    }
    assert len(sizes) > EVENTS
    heavy = {str(page.relative_to(site)): size for page, size in sizes.items() if size > PAGE}
    assert heavy == {}


def test_the_home_page_with_its_fonts_is_light(site: Path) -> None:
    home = site / "index.html"
    files = [home, *linked(home, site)]
    assert any(path.suffix == ".woff2" for path in files)
    assert sum(map(wire_size, files)) <= HOME


def test_no_page_has_much_script(site: Path) -> None:
    sizes = {
        page: sum(wire_size(path) for path in linked(page, site) if path.suffix == ".js")
        for page in html_pages(site)
    }
    much = {str(page.relative_to(site)): size for page, size in sizes.items() if size > SCRIPT}
    assert much == {}
