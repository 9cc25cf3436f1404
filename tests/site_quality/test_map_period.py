"""The period of the map: two ends on one line, by keys and by hand, kept in the address."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.site_quality.loopback import served
from tests.site_quality.map_project import map_content
from tests.tools.built import built_site
from tests.tools.waiting import eventually

pytestmark = [pytest.mark.browser, pytest.mark.tools]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a project of invented events; return the site's folder."""
    return built_site(tmp_path_factory.mktemp("period"), map_content())


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Serve the site; return the map's address."""
    with served(site) as root:
        yield f"{root}/map/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Open the map on a desk."""
    with browser.new_context(viewport=ViewportSize(width=1280, height=900)) as context:
        page = context.new_page()
        page.goto(address)
        yield page


def marks(page: Page) -> list[str]:
    """Return the names of the marks that are seen."""
    links = page.locator(".layer a:visible")
    return [str(links.nth(at).get_attribute("aria-label")) for at in range(links.count())]


@pytest.mark.parametrize("size", [(390, 844), (1280, 900)])
def test_sliders_and_map_fit_on_one_screen(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size(ViewportSize(width=size[0], height=size[1]))
    eventually(lambda: page.evaluate("innerWidth") == size[0])
    brush, drawing = page.locator(".brush").bounding_box(), page.locator(".map").bounding_box()
    assert brush is not None
    assert drawing is not None
    assert brush["y"] < drawing["y"]
    assert drawing["y"] + drawing["height"] - brush["y"] <= size[1]


def test_both_ends_of_the_period_can_be_dragged_on_one_line(page: Page) -> None:
    status = page.get_by_role("status")
    expect(status).to_have_text("Events: 8 of 8. Places: 9 of 9.")
    box = page.locator(".range").bounding_box()
    assert box is not None
    middle, left, right = box["y"] + box["height"] / 2, box["x"] + 12, box["x"] + box["width"] - 12
    for begin, end, text in ((left, right, "Events: 1 of 8."), (right, left, "Events: 8 of 8.")):
        page.mouse.move(begin, middle)
        page.mouse.down()
        page.mouse.move(end, middle, steps=4)
        page.mouse.up()
        expect(status).to_contain_text(text)


def test_sliders_narrow_marks_counts_list_and_address(page: Page, address: str) -> None:
    status = page.get_by_role("status")
    expect(status).to_have_text("Events: 8 of 8. Places: 9 of 9.")
    page.get_by_label("To", exact=True).focus()
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    expect(status).to_have_text("Events: 3 of 8. Places: 3 of 9.")
    expect(page.get_by_label("To", exact=True)).to_have_attribute(
        "aria-valuetext", "February 26, 2022"
    )
    expect(page).to_have_url(f"{address}?to=2022-02-26")
    assert "Kyiv +2 other places: 3 / 4 events" in marks(page)
    assert not any(name.startswith("Kherson") for name in marks(page))
    expect(page.locator(".index.places").get_by_text("Kherson")).to_be_hidden()
    page.reload()
    expect(status).to_have_text("Events: 3 of 8. Places: 3 of 9.")
    page.get_by_role("button", name="Show all").click()
    expect(status).to_have_text("Events: 8 of 8. Places: 9 of 9.")
    expect(page).to_have_url(address)


def test_a_slider_pushes_the_other_before_it(page: Page) -> None:
    page.get_by_label("To", exact=True).focus()
    page.keyboard.press("Home")
    page.get_by_label("From", exact=True).focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("To", exact=True)).to_have_value("1")


def test_a_period_in_the_address_that_nobody_knows_is_the_whole(page: Page, address: str) -> None:
    page.goto(f"{address}?from=1066&to=<script>")
    expect(page.get_by_role("status")).to_have_text("Events: 8 of 8. Places: 9 of 9.")


def test_opened_from_disk_the_map_and_its_sliders_work(browser: Browser, site: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((site / "map/index.html").as_uri())
        image = page.locator(".map img")
        eventually(lambda: image.evaluate("(image) => image.naturalWidth") > 0)
        page.get_by_label("From", exact=True).focus()
        page.keyboard.press("End")
        expect(page.get_by_role("status")).to_have_text("Events: 1 of 8. Places: 1 of 9.")
        expect(page).to_have_url(re.compile(r"\?from=2022-03-06$"))
