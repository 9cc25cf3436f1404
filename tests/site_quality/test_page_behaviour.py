"""What a page does in Chromium: it complains of nothing, asks nobody, and needs no script."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site_quality.visit import Visit, visit

pytestmark = [pytest.mark.browser, pytest.mark.tools]


@pytest.fixture(scope="module")
def visits(browser: Browser, addresses: dict[str, str]) -> dict[str, Visit]:
    """Open one page of each kind, once; return what was seen, by kind."""
    return {kind: visit(browser, address) for kind, address in addresses.items()}


def test_no_page_makes_the_browser_complain(visits: dict[str, Visit]) -> None:
    assert {kind: seen.complaints for kind, seen in visits.items() if seen.complaints} == {}


def test_no_page_breaks_its_own_security_policy(visits: dict[str, Visit]) -> None:
    assert {kind: seen.broken_policy for kind, seen in visits.items() if seen.broken_policy} == {}


def test_no_page_asks_another_host_for_anything(visits: dict[str, Visit]) -> None:
    asked = {kind: seen.foreign_requests for kind, seen in visits.items()}
    assert {kind: requests for kind, requests in asked.items() if requests} == {}


def test_no_page_scrolls_sideways_at_320_pixels(visits: dict[str, Visit]) -> None:
    assert {kind: seen.overflow for kind, seen in visits.items() if seen.overflow} == {}


def test_every_page_has_the_same_links_without_scripts(
    browser: Browser, addresses: dict[str, str], visits: dict[str, Visit]
) -> None:
    without = {kind: visit(browser, at, scripts=False).links for kind, at in addresses.items()}
    assert without == {kind: seen.links for kind, seen in visits.items()}


def test_opened_from_disk_the_first_event_opens_and_back_returns(
    browser: Browser, default_site: Path
) -> None:
    home = (default_site / "index.html").as_uri()
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(home)
        page.locator("main a[href*='events/']").first.click()
        page.wait_for_url("**/events/**")
        expect(page.locator("main h1")).to_have_count(1)
        page.go_back()
        expect(page).to_have_url(home)
        expect(page.locator("main h1")).to_have_count(1)


def test_opened_from_disk_every_navigation_link_opens(browser: Browser, default_site: Path) -> None:
    home = (default_site / "index.html").as_uri()
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(home)
        count = page.locator("nav a[href]").count()
        assert count
        lost: list[str] = []
        for index in range(count):
            page.goto(home)
            link = page.locator("nav a[href]").nth(index)
            target = str(link.evaluate("(link) => link.href"))
            page.goto(target)
            if not shows_a_page(page):
                lost.append(target)
        assert lost == []


def shows_a_page(page: Page) -> bool:
    """Tell a page of the site from a browser's list of a folder's files."""
    return page.locator("main h1").count() == 1


def test_forced_colours_draw_no_line_between_the_bars_of_a_month(
    browser: Browser, addresses: dict[str, str]
) -> None:
    with browser.new_context(forced_colors="active") as context:
        page = context.new_page()
        page.goto(addresses["index"])
        bars = page.locator(".overview li:not(.opens)")
        assert bars.count() > 0
        colour = "(bar) => getComputedStyle(bar).borderInlineStartColor"
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert {each.evaluate(colour) for each in bars.all()} == {paper}


def test_forced_colours_mark_no_section_but_the_page_s_own(
    browser: Browser, addresses: dict[str, str]
) -> None:
    with browser.new_context(forced_colors="active") as context:
        page = context.new_page()
        page.goto(addresses["index"])
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        more, here = (
            page.locator(".more-sections summary"),
            page.locator(".sections [aria-current]"),
        )
        expect(more).to_have_css("border-block-end-color", paper)
        expect(here).not_to_have_css("border-block-end-color", paper)
