"""What a reader does on an event's page: cite it, go on from it, leave closed what is closed."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Browser, Page, expect

from tests.site_quality.loopback import served
from tests.site_quality.test_accessibility import RULES, RUN_AXE, violation_text
from tests.site_quality.visit import visit
from tests.test_golden import build
from tests.tools.required import ROOT, require_tool
from tests.tools.waiting import eventually

pytestmark = [pytest.mark.browser, pytest.mark.tools]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build and serve the full test site; return its address."""
    site = tmp_path_factory.mktemp("event-page") / "site"
    build(ROOT / "tests/sites/full", site)
    with served(site) as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Open the fullest event's page."""
    with browser.new_context(accept_downloads=True) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(f"{address}/events/river/")
        yield page


def test_the_citation_is_copied_by_keyboard(page: Page) -> None:
    plain = page.locator(".cite [data-plain]")
    button = page.locator(".cite .tools button").first
    button.focus()
    page.keyboard.press("Enter")
    expected = f"{plain.inner_text()}\n"
    eventually(lambda: page.evaluate("navigator.clipboard.readText()") == expected)
    assert "https://timeline.example/flood/events/river/" in expected


def test_each_format_is_saved_as_a_file_that_its_programs_read(page: Page, tmp_path: Path) -> None:
    page.locator(".cite summary").first.click()
    saved: dict[str, str] = {}
    for button in page.get_by_role("button", name="Save as a file").all():
        with page.expect_download() as download:
            button.click()
        name = download.value.suggested_filename
        download.value.save_as(tmp_path / name)
        saved[name] = (tmp_path / name).read_bytes().decode()
    assert sorted(saved) == ["river.bib", "river.json", "river.ris"]
    assert parse_string(saved["river.bib"]).entries[0].key == "river"
    assert rispy.loads(saved["river.ris"])[0]["id"] == "river"
    assert saved["river.ris"].count("\r\n") == saved["river.ris"].count("\n")


def test_without_scripts_every_format_can_be_read(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/events/river/")
        page.locator(".cite summary").first.click()
        expect(page.locator(".cite pre").first).to_have_text(re.compile(r"^@misc\{river,"))
        expect(page.locator(".cite pre").first).to_be_visible()
        expect(page.locator(".cite button").first).to_be_hidden()


def test_the_day_s_link_leads_to_the_day_on_the_timeline(
    browser: Browser, default_site: Path
) -> None:
    events = sorted((default_site / "events").glob("*/index.html"))
    with_day = next(path for path in events if 'class="that-day"' in path.read_text("utf-8"))
    page = browser.new_page()
    page.goto(with_day.as_uri())
    page.locator(".that-day .more a").click()
    expect(page.locator(":target .day-heading")).to_be_visible()
    page.close()


def test_a_graphic_image_is_closed_until_a_reader_opens_it(page: Page) -> None:
    graphic = page.locator(".story details.note details.note img")
    expect(graphic).to_have_count(1)
    expect(graphic).to_be_hidden()
    page.locator(".story > details.note > summary").click()
    expect(graphic).to_be_hidden()
    page.locator(".story details.note details.note summary").click()
    expect(graphic).to_be_visible()


def test_on_paper_a_content_note_stays_as_the_reader_left_it(page: Page) -> None:
    page.emulate_media(media="print")
    quote = page.locator("#quote-1 blockquote").first
    expect(quote).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator(".story > details.note > summary").click()
    page.emulate_media(media="print")
    expect(quote).to_be_visible()


def test_where_in_a_source_the_words_stand_is_said_on_the_source_s_line(page: Page) -> None:
    page.locator(".story > details.note > summary").click()
    cited = page.locator("#quote-1 .cited").first
    expect(cited).to_contain_text("4 February 2020, third paragraph (original")
    shapes = "(line) => [...line.children].map((each) => getComputedStyle(each).display)"
    assert set(cited.evaluate(shapes)) == {"inline"}


@pytest.mark.parametrize("path", ["2020/02/", "sources/courier/"])
def test_quotes_behind_a_content_note_are_behind_it_on_every_list(
    page: Page, address: str, path: str
) -> None:
    page.goto(f"{address}/{path}")
    noted = page.locator("details.note", has_text="fear of drowning")
    expect(noted).to_have_count(1)
    expect(noted.locator("blockquote").first).to_be_hidden()
    noted.locator("summary").click()
    expect(noted.locator("blockquote").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_an_embed_nor_on_the_page_that_offers_it(
    page: Page, address: str, scheme: Literal["light", "dark"]
) -> None:
    axe = require_tool("axe-core").read_text(encoding="utf-8")
    page.emulate_media(color_scheme=scheme)
    for path in ("embed/river/", "events/river/"):
        page.goto(f"{address}/{path}")
        page.evaluate(axe)
        violations = page.evaluate(RUN_AXE, RULES)["violations"]
        assert [violation_text(each) for each in violations] == []


def test_an_embed_breaks_no_rule_and_fits_a_phone(browser: Browser, address: str) -> None:
    seen = visit(browser, f"{address}/embed/river/")
    assert (seen.complaints, seen.broken_policy, seen.foreign_requests) == ([], [], [])
    assert seen.overflow == 0


def test_a_link_in_a_frame_opens_outside_it(page: Page, address: str) -> None:
    page.goto(f"{address}/events/river/")
    code = page.locator(".cite pre").last.text_content() or ""
    here = code.replace("https://timeline.example/flood", address)
    elsewhere = page.context.new_page()
    elsewhere.set_content(here)
    frame = elsewhere.frame_locator("iframe")
    expect(frame.locator("h3")).to_have_text("The river leaves its bed")
    with page.context.expect_page() as opened:
        frame.locator(".from a").last.click()
    expect(opened.value).to_have_url(re.compile(f"^{re.escape(address)}/events/river/"))
