"""The examples: another subject with a look of its own, built and opened."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.tools.required import ROOT

EXAMPLE = ROOT / "examples/product-history"


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the history of the invented lamp; return the site's folder."""
    site = tmp_path_factory.mktemp("lamps") / "site"
    command = [sys.executable, "build.py", "--project", str(EXAMPLE), "--output", str(site)]
    subprocess.run(command, cwd=ROOT, check=True)
    return site


def test_nothing_of_the_example_speaks_of_the_first_timeline(lamps: Path) -> None:
    # The map says where its drawing is from, whatever it shows.
    pages = [page.read_text("utf-8") for page in lamps.rglob("*.html") if page.parent.name != "map"]
    assert pages
    assert [
        word for word in ("Ukrain", "Russia", "Kyiv") if any(word in page for page in pages)
    ] == []


def test_the_example_says_that_it_is_invented(lamps: Path) -> None:
    assert "Everything on this site is invented." in (lamps / "about/index.html").read_text("utf-8")


def test_a_project_s_template_takes_the_place_of_the_shipped_one(lamps: Path) -> None:
    assert "No lamp at this address" in (lamps / "404.html").read_text("utf-8")


@pytest.mark.browser
def test_a_project_s_tokens_colour_the_shipped_styles(browser: Browser, lamps: Path) -> None:
    with browser.new_context(color_scheme="light") as context:
        page = context.new_page()
        page.goto((lamps / "index.html").as_uri())
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(253, 248, 238)"
