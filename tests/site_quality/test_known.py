"""What had been reported by a day, looked at on the timeline as readers do it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from tests.site_quality.loopback import served
from tests.site_quality.test_accessibility import RULES, RUN_AXE, violation_text
from tests.site_quality.visit import RECORD_VIOLATIONS
from tests.tools.built import built_site
from tests.tools.required import require_tool

pytestmark = [pytest.mark.browser, pytest.mark.tools]

SITE = "title: Invented\nlanguage: en-GB\ncategories: {talk: {label: Talk}}\n"
SOURCES = """\
- {id: early, title: Early, publisher: P, published: 2022-03-01}
- {id: late, title: Late, publisher: P, published: 2022-03-05}
"""
FIGURES = "- {id: houses, title: Houses, unit: houses, cumulative: true}\n"
PEOPLE = "- {id: mayor, name: The mayor}\n- {id: river, name: The river board}\n"
EVENTS = """\
- {id: first, title: First, date: 2022-02-24, category: talk, reported: 2022-02-24}
- id: mixed
  title: Mixed
  date: 2022-02-25
  category: talk
  quotes:
    - {text: words of then, source: early, speaker: mayor}
    - {text: words of later, source: late, speaker: mayor}
  claims:
    - {figure: houses, claimant: mayor, source: early, value: 11}
    - {figure: houses, claimant: river, source: late, value: 12}
- id: late
  title: Late
  date: 2022-02-26
  category: talk
  reported: 2022-03-05
  quotes: [{text: words of the late one, source: late, attribution: Nobody}]
- {id: unknown, title: Unknown, date: 2022-04-27, category: talk}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a project of invented events; return the site's folder."""
    folder = tmp_path_factory.mktemp("known")
    content = {"site.yaml": SITE}
    nouns = {"events": EVENTS, "sources": SOURCES, "figures": FIGURES, "people": PEOPLE}
    content |= {f"{noun}/all.yaml": text for noun, text in nouns.items()}
    return built_site(folder, content)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Serve the site; return the timeline's address."""
    with served(site) as root:
        yield f"{root}/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a context whose pages record broken policy."""
    with browser.new_context(locale="en-GB") as context:
        context.add_init_script(RECORD_VIOLATIONS)
        yield context


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    """Open the timeline."""
    page = context.new_page()
    page.goto(address)
    return page


def card(page: Page, title: str) -> Locator:
    """Return the event of that title on the timeline."""
    return page.locator(".event", has=page.get_by_role("heading", name=title, exact=True))


def test_a_day_dims_what_was_not_yet_reported_and_says_how_much_was(page: Page) -> None:
    page.get_by_label("What had been reported by").fill("2022-03-01")
    expect(page.get_by_role("status")).to_have_text(
        "2 of 4 events here had been reported by 1 March 2022. "
        "Day of the first report not known: 1."
    )
    expect(card(page, "Late")).to_contain_text("Not yet reported: first report 5 March 2022")
    expect(card(page, "Unknown")).to_contain_text("Day of the first report not known")
    expect(card(page, "First")).not_to_contain_text("reported")
    expect(page.locator(".event.unreported")).to_have_count(1)
    assert page.evaluate("window.brokenPolicy") == []


def test_words_and_numbers_of_a_later_source_are_dimmed_in_an_event_known_before(
    page: Page,
) -> None:
    page.get_by_label("What had been reported by").fill("2022-03-01")
    mixed = card(page, "Mixed")
    words = mixed.locator(".quote", has_text="words of later")
    expect(words).to_contain_text("Not yet reported: first report 5 March 2022")
    expect(mixed.locator(".strip li", has_text="river board")).to_contain_text("Not yet reported")
    expect(mixed.locator(".quote", has_text="words of then")).not_to_contain_text("reported")
    # The event says it once for all that is in it.
    expect(card(page, "Late").locator(".mark:visible")).to_have_count(1)


def test_buttons_step_through_the_days_with_reports_by_keyboard(page: Page) -> None:
    status = page.get_by_role("status")
    page.get_by_role("button", name="Previous day").focus()
    for day in ("1 March 2022", "24 February 2022"):
        page.keyboard.press("Enter")
        expect(status).to_contain_text(day)
    page.keyboard.press("Enter")
    expect(status).to_contain_text("1 of 4 events here had been reported by 24 February 2022")
    expect(page.get_by_role("button", name="Previous day")).to_have_attribute(
        "aria-disabled", "true"
    )
    page.get_by_role("button", name="Next day").press("Enter")
    expect(status).to_contain_text("2 of 4 events here had been reported by 1 March 2022")


def test_the_day_is_in_the_address_and_goes_along_to_other_pages(page: Page, address: str) -> None:
    page.get_by_label("What had been reported by").fill("2022-03-01")
    expect(page).to_have_url(f"{address}?known=2022-03-01")
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("2 of 4 events")
    page.locator(".periods").get_by_role("link", name="Feb").click()
    page.wait_for_url("**/2022/02/**")
    expect(page.get_by_role("status")).to_contain_text("2 of 3 events here had been reported")
    page.get_by_role("button", name="Show all").click()
    expect(page).to_have_url(f"{address}2022/02/")
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.get_by_label("What had been reported by")).to_be_focused()
    expect(page.locator(".unreported, .mark:visible")).to_have_count(0)


def test_a_day_that_is_none_changes_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}?known=<script>")
    expect(page.get_by_role("status")).to_be_empty()
    assert page.locator(".unreported").count() == 0


def test_the_input_offers_the_days_that_the_page_knows(page: Page) -> None:
    day = page.get_by_label("What had been reported by")
    day.focus()
    expect(day).to_have_attribute("min", "2022-02-24")
    expect(day).to_have_attribute("max", "2022-03-05")


def test_a_page_is_left_as_it_came_until_a_day_is_chosen(page: Page, site: Path) -> None:
    written = (site / "index.html").read_text(encoding="utf-8")
    came = page.evaluate(
        "(text) => new DOMParser().parseFromString(text, 'text/html').body.innerHTML", written
    )
    assert page.evaluate("document.body.innerHTML") == came


def test_without_scripts_there_is_no_control_and_nothing_is_dimmed(
    browser: Browser, address: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}?known=2022-03-01")
        expect(page.locator(".known")).to_be_hidden()
        assert page.locator(".event").count() == 4


def test_opened_from_disk_it_works(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.get_by_label("What had been reported by").fill("2022-03-01")
    expect(page.get_by_role("status")).to_contain_text("2 of 4 events")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_dimmed_can_be_read_and_fits(
    browser: Browser, address: str, scheme: Literal["light", "dark"], width: int
) -> None:
    axe = require_tool("axe-core").read_text(encoding="utf-8")
    viewport = ViewportSize(width=width, height=800)
    with browser.new_context(color_scheme=scheme, viewport=viewport) as context:
        page = context.new_page()
        page.goto(f"{address}?known=2022-03-01")
        expect(page.locator(".unreported")).to_have_count(3)
        page.evaluate(axe)
        violations = page.evaluate(RUN_AXE, RULES)["violations"]
        assert [violation_text(each) for each in violations] == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_on_paper_the_choice_is_said_and_the_control_is_gone(page: Page, address: str) -> None:
    page.emulate_media(media="print")
    expect(page.locator(".known")).to_be_hidden()
    page.goto(f"{address}?known=2022-03-01")
    expect(page.get_by_role("status")).to_be_visible()
    expect(page.locator(".steps")).to_be_hidden()
    expect(card(page, "Late").locator(".mark")).to_be_visible()


def test_forced_colours_keep_the_outline_and_the_words(browser: Browser, address: str) -> None:
    with browser.new_context(forced_colors="active") as context:
        page = context.new_page()
        page.goto(f"{address}?known=2022-03-01")
        late = card(page, "Late")
        expect(late).to_have_css("outline-style", "dashed")
        expect(late.locator(".mark")).to_be_visible()
