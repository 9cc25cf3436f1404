"""The examples: another subject with a look of its own, built and opened."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

from generator.cli import main
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


PAPERS = re.compile(r"--paper: (#[0-9a-f]{6})")


@pytest.mark.parametrize(
    ("built", "styles"),
    [
        ("lamps", EXAMPLE / "templates/static/css/theme.css"),
        ("default_site", ROOT / "templates/static/css/site.css"),
    ],
)
def test_browsers_are_told_the_colour_of_the_page(
    request: pytest.FixtureRequest, built: str, styles: Path
) -> None:
    site: Path = request.getfixturevalue(built)
    light, dark = PAPERS.findall(styles.read_text("utf-8"))
    told = re.findall(
        r'<meta name="theme-color" content="(.*?)" media="\(prefers-color-scheme: (.*?)\)">',
        (site / "index.html").read_text("utf-8"),
    )
    assert told == [(light, "light"), (dark, "dark")]
    manifest = json.loads((site / "manifest.webmanifest").read_bytes())
    assert manifest["theme_color"] == manifest["background_color"] == light


def test_a_theme_whose_colour_is_not_said_is_not_painted_in_another(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(EXAMPLE, project, ignore=shutil.ignore_patterns("site", ".cache"))
    (project / "templates/partials/_paper.html").unlink()
    assert main(["build", "--quiet", "--project", str(project)]) == 0
    assert "theme-color" not in (project / "site/index.html").read_text("utf-8")
    manifest = json.loads((project / "site/manifest.webmanifest").read_bytes())
    assert not {"theme_color", "background_color"} & manifest.keys()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_theme_s_colours_are_not_printed(
    browser: Browser, lamps: Path, scheme: Literal["light", "dark"]
) -> None:
    with browser.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        page.emulate_media(media="print")
        page.goto((lamps / "index.html").as_uri())
        expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
        expect(page.locator("body")).to_have_css("color", "rgb(0, 0, 0)")


@pytest.mark.browser
def test_a_project_s_tokens_colour_the_shipped_styles(browser: Browser, lamps: Path) -> None:
    with browser.new_context(color_scheme="light") as context:
        page = context.new_page()
        page.goto((lamps / "index.html").as_uri())
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(253, 248, 238)"
