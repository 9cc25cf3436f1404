"""Pages on paper: nothing stands on anything else, and what a reader chose is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.site_quality.loopback import served
from tests.test_golden import build
from tests.tools.required import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.tools]

# A4 in CSS pixels, without a margin: upright, and lying.
WIDTHS = (703, 1032)
# A browser breaks the rows of a grid where they would be on an endless page, also when what is in
# them has grown: the contested figures of an event stood on its quotes. What is lower than this is
# not broken.
LOWEST_BROKEN = 250
KINDS = (
    "",
    "2020/02/",
    "events/river/",
    "figures/houses-flooded/",
    "corrections/",
    "map/",
    "data/",
    "people/water-board/",
    "sources/courier/",
    "places/town/",
    "search/?q=river",
    "method/",
)
TALL_GRIDS = """(lowest) => {
  const isWhole = (element) => element
    && (getComputedStyle(element).breakInside === "avoid" || isWhole(element.parentElement));
  const isGrid = (element) => /grid|flex/.test(getComputedStyle(element).display);
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.offsetHeight > lowest && isGrid(element) && !isWhole(element))
    .map((element) => `${element.tagName}.${element.className}`);
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build and serve the full test site; return its address."""
    site = tmp_path_factory.mktemp("paper") / "site"
    build(ROOT / "tests/sites/full", site)
    with served(site) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty page that is to be printed."""
    with browser.new_context() as context:
        page = context.new_page()
        page.emulate_media(media="print")
        yield page


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_that_pages_break_is_a_grid(page: Page, address: str, width: int) -> None:
    page.set_viewport_size(ViewportSize(width=width, height=1000))
    found: dict[str, list[str]] = {}
    for kind in KINDS:
        page.goto(f"{address}/{kind}")
        found[kind] = page.evaluate(TALL_GRIDS, LOWEST_BROKEN)
    assert {kind: grids for kind, grids in found.items() if grids} == {}


def test_printed_results_say_what_was_looked_for(page: Page, address: str) -> None:
    page.goto(f"{address}/search/?q=+river%24%26+&category=water")
    expect(page.get_by_text("Searched for: river$&", exact=True)).to_be_visible()
    expect(page.get_by_text("Category: Water")).to_be_visible()
    for hidden in (page.locator("#q"), page.get_by_text("Clear all")):
        expect(hidden).to_be_hidden()


def test_a_search_that_was_not_made_is_not_printed(page: Page, address: str) -> None:
    page.goto(f"{address}/search/")
    expect(page.locator("#browse")).to_be_visible()
    expect(page.locator(".asked")).to_be_hidden()


def test_a_printed_map_says_its_period_if_it_is_not_the_whole(page: Page, address: str) -> None:
    page.goto(f"{address}/map/")
    brush = page.locator(".brush")
    expect(page.locator(".index.places")).to_be_visible()
    expect(brush).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_label("From", exact=True).focus()
    page.keyboard.press("End")
    page.emulate_media(media="print")
    expect(brush.get_by_role("status")).to_be_visible()
    expect(brush.locator(".value").first).to_be_visible()
    expect(brush.locator("input").first).to_be_hidden()


def test_only_addresses_that_can_be_typed_are_printed(
    page: Page, default_site: Path, address: str
) -> None:
    page.goto((default_site / "figures/russian-soldiers-killed/index.html").as_uri())
    expect(page.locator(".outside[href*=':~:text=']").first).to_be_hidden()
    expect(page.locator(".claims .outside:visible").first).to_be_visible()
    page.goto(f"{address}/events/river/")
    expect(page.get_by_text("Report an error")).to_be_visible()
    expect(page.get_by_role("link", name="Follow")).to_be_hidden()
