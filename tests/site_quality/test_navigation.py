"""The navigation: what is looked for first stands open, the rest behind one word."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from tests.tools.built import built_site

pytestmark = [pytest.mark.browser, pytest.mark.tools]

PHONE = ViewportSize(width=320, height=640)


def test_the_sections_behind_more_open_by_keyboard_and_close_with_escape(
    browser: Browser, addresses: dict[str, str]
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(addresses["events/*"])
        word, listed = page.locator(".more-sections summary"), page.locator(".more-sections ul")
        word.focus()
        page.keyboard.press("Enter")
        expect(listed).to_be_visible()
        page.keyboard.press("Escape")
        expect(listed).to_be_hidden()
        expect(word).to_be_focused()


def test_the_list_closes_when_the_reader_goes_on(
    browser: Browser, addresses: dict[str, str]
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(addresses["events/*"])
        page.locator(".more-sections summary").click()
        expect(page.locator(".more-sections ul")).to_be_visible()
        page.locator("main a").first.focus()
        expect(page.locator(".more-sections ul")).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_small_phone_every_section_can_be_reached(
    browser: Browser,
    addresses: dict[str, str],
    scripts: bool,  # noqa: FBT001 - pytest passes it by name
) -> None:
    with browser.new_context(viewport=PHONE, java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(addresses["events/*"])
        page.locator(".more-sections summary").click()
        expect(page.locator(".more-sections ul")).to_be_visible()
        for link in page.locator(".sections a").all():
            box = link.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= PHONE["width"]


def test_the_section_of_the_page_is_marked_where_it_can_be_seen(
    browser: Browser, addresses: dict[str, str]
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(addresses["events/*"])
        marked = page.locator(".more-sections summary")
        plain = page.locator(".sections > ul a").first
        colour = "(element) => getComputedStyle(element).borderBlockEndColor"
        assert marked.evaluate(colour) != plain.evaluate(colour)


@pytest.mark.parametrize("width", [390, 1280])
def test_of_many_years_only_the_last_shows_its_months(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    settings = "title: Invented\nlanguage: en\ncategories: {talk: {label: Talk}}\n"
    events = "".join(
        f"- {{id: e{year}, title: Made up, date: {year}-02-03, category: talk}}\n"
        for year in range(2018, 2023)
    )
    site = built_site(tmp_path, {"site.yaml": settings, "events/all.yaml": events})
    with browser.new_context(viewport=ViewportSize(width=width, height=800)) as context:
        page = context.new_page()
        page.goto((site / "index.html").as_uri())
        expect(page.locator(".periods > ul > li > b a:visible")).to_have_count(5)
        expect(page.locator(".periods ul ul a:visible")).to_have_count(1)
        expect(page.locator(".periods ul ul a").last).to_be_visible()
