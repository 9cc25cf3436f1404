"""What a page weighs over the wire: compressed, with its styles, scripts and preloaded fonts."""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from benchmarks.made_up import made_up_events
from benchmarks.sites.verbatim import write_site
from generator.cli import main
from tests.site_quality.pages import html_pages

EVENTS = 600
PAGE, HOME, SCRIPT = 150_000, 100_000, 15_000
LINKED = re.compile(r'<link rel="(?:stylesheet|preload)" href="([^"]+)"|<script src="([^"]+)"')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site of made-up events, most of them in a few months; return its folder."""
    folder = tmp_path_factory.mktemp("weight")
    write_site(made_up_events(EVENTS), folder)
    arguments = ["build", "--quiet", "--project", str(folder), "--output", str(folder / "site")]
    assert main(arguments) == 0
    return folder / "site"


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
