"""A site of ten years: the way to its events is short, and it is seen where in time a page is."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.cli import main
from tests.site_quality.loopback import served
from tests.tools.required import ROOT
from tests.tools.waiting import eventually

pytestmark = [pytest.mark.browser, pytest.mark.tools]


def built(folder: Path, events: list[dict[str, str]]) -> Path:
    """Build a site in Ukrainian of these events; return its folder."""
    shutil.copytree(ROOT / "tests/sites/minimal", folder / "project")
    content = folder / "project/content"
    (content / "events/first.yaml").unlink()
    (content / "events/many.yaml").write_text(json.dumps(events))
    with (content / "site.yaml").open("a") as settings:
        settings.write("language: uk\n")
    arguments = ["--quiet", "--project", str(folder / "project"), "--output", str(folder / "site")]
    assert main(["build", *arguments]) == 0
    return folder / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with an event in each month of ten years."""
    dates = [f"{year}-{month:02}-03" for year in range(2015, 2025) for month in range(1, 13)]
    events = [
        {"id": f"e-{date}", "title": "Подія", "date": date, "category": "talk", "published": date}
        for date in dates
    ]
    return built(tmp_path_factory.mktemp("long"), events)


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """Open the home page."""
    with served(site) as root, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{root}/index.html")
        yield page


def test_the_strip_shows_the_month_that_the_page_shows(page: Page) -> None:
    here = page.locator(".overview [aria-current]")
    expect(here).to_have_count(1)
    expect(here).to_contain_text("грудень 2024")
    inside = """(here) => {
      const [own, strip] = [here, here.closest("ol")].map((each) => each.getBoundingClientRect());
      return own.left >= strip.left - 1 && own.right <= strip.right + 1;
    }"""
    eventually(lambda: here.evaluate(inside))


def test_two_links_skip_all_that_stands_before_the_events(page: Page) -> None:
    for _ in range(2):
        page.keyboard.press("Tab")
        expect(page.locator(".skip:focus")).to_be_in_viewport()
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.days') !== null")


def test_of_many_years_one_shows_its_months(page: Page) -> None:
    expect(page.locator(".periods a:visible")).to_have_count(10 + 12)


def test_a_citation_ends_with_one_full_stop(site: Path) -> None:
    html = (site / "events/e-2015-03-03/index.html").read_text(encoding="utf-8")
    cited = re.search(r"<p data-plain>(.*?)</p>", html, re.DOTALL)
    assert cited is not None
    assert cited[1].rstrip().endswith("3 березня 2015 р.")


def test_a_site_without_events_has_no_empty_lists(tmp_path: Path) -> None:
    html = (built(tmp_path, []) / "index.html").read_text(encoding="utf-8")
    assert "<nav" in html
    assert 'class="periods"' not in html
    assert 'class="overview"' not in html
