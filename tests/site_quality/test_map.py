"""The map, as readers use it: by links, keys and sliders, from disk, on paper, without scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.site_quality.loopback import served
from tests.site_quality.map_project import map_content
from tests.site_quality.visit import RECORD_VIOLATIONS
from tests.tools.built import built_site
from tests.tools.waiting import eventually

pytestmark = [pytest.mark.browser, pytest.mark.tools]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a project of invented events; return the site's folder."""
    return built_site(tmp_path_factory.mktemp("map"), map_content())


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Serve the site; return the map's address."""
    with served(site) as root:
        yield f"{root}/map/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a context whose pages record broken policy."""
    with browser.new_context() as context:
        context.add_init_script(RECORD_VIOLATIONS)
        yield context


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    """Open the map on a desk."""
    page = context.new_page()
    page.set_viewport_size(ViewportSize(width=1280, height=900))
    page.goto(address)
    return page


def resize(page: Page, width: int) -> None:
    """Make the page as wide; return when it is laid out so."""
    page.set_viewport_size(ViewportSize(width=width, height=800))
    eventually(lambda: page.evaluate("innerWidth") == width)


def marks(page: Page) -> list[str]:
    """Return the names of the marks that are seen."""
    links = page.locator(".layer a:visible")
    return [str(links.nth(at).get_attribute("aria-label")) for at in range(links.count())]


def test_a_mark_leads_to_its_place_and_says_how_many_events(page: Page) -> None:
    assert "Kherson: 2 events" in marks(page)
    page.get_by_role("link", name="Kherson: 2 events").click()
    page.wait_for_url("**/places/kherson/**")


def test_a_mark_for_several_places_leads_to_their_list(page: Page) -> None:
    page.get_by_role("link", name="Kyiv +2 other places: 4 events").click()
    near = page.locator(":target")
    expect(near).to_be_in_viewport()
    expect(near.locator("li a")).to_have_text(["Kyiv", "Bucha", "Irpin"])


def test_a_mark_for_two_places_counts_one_other_in_the_singular(page: Page) -> None:
    resize(page, 390)
    page.goto(page.url)
    assert "Chernivtsi +1 other place: 2 events" in marks(page)


def test_no_list_of_neighbours_is_seen_before_its_mark_was_followed(page: Page) -> None:
    assert page.locator(".near").count() > 0
    expect(page.locator(".near:visible")).to_have_count(0)


def test_the_page_says_how_many_events_name_no_place_and_leads_to_them(page: Page) -> None:
    expect(page.locator(".counts")).to_have_text("8 places, 8 of 9 events; 1 names no place")
    page.get_by_role("link", name="1 names no place").click()
    listed = page.locator("section", has=page.locator("#placeless"))
    expect(listed.get_by_role("link")).to_have_text(["Made up 8"])
    expect(listed).to_be_in_viewport()


def test_the_list_has_all_that_the_map_has_and_what_it_has_not(page: Page) -> None:
    listed = page.locator(".index.places .name a").all_inner_texts()
    assert sorted(listed) == sorted(
        [
            "Bucha",
            "Khotyn",
            "Donbas",
            "Irpin",
            "Kherson",
            "Kyiv",
            "Nowhere",
            "Chernivtsi",
            "Ukraine",
        ]
    )


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_marks_are_large_enough_and_overlap_nowhere(page: Page, width: int) -> None:
    resize(page, width)
    hits = [each.bounding_box() for each in page.locator(".layer .hit:visible").all()]
    assert len(hits) >= 3
    found = [box for box in hits if box is not None]
    assert len(found) == len(hits)
    assert all(box["width"] >= 24 and box["height"] >= 24 for box in found)
    spots = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in found]
    for at, one in enumerate(spots):
        for other in spots[:at]:
            assert ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5 >= 24
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert overflow <= 0


@pytest.mark.parametrize("width", [320, 1280])
def test_no_label_stands_on_another(page: Page, width: int) -> None:
    resize(page, width)
    texts = page.locator(".map text:visible").all()
    boxes = [box for each in texts if (box := each.bounding_box()) is not None]
    assert len(boxes) >= 2
    for at, one in enumerate(boxes):
        for other in boxes[:at]:
            apart = (
                one["x"] + one["width"] <= other["x"] + 1
                or other["x"] + other["width"] <= one["x"] + 1
                or one["y"] + one["height"] <= other["y"] + 1
                or other["y"] + other["height"] <= one["y"] + 1
            )
            assert apart, (one, other)


def test_keys_alone_skip_the_map_or_walk_it(page: Page) -> None:
    page.get_by_role("link", name="Skip the map").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#places")).to_be_focused()
    page.get_by_role("link", name="Skip the map").focus()
    walked = []
    for _ in range(len(marks(page))):
        page.keyboard.press("Tab")
        walked.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert sorted(walked) == sorted(marks(page))
    rim = page.evaluate(
        "getComputedStyle(document.activeElement.querySelector('.hit')).strokeWidth"
    )
    assert rim == "3px"


def test_without_scripts_everything_is_there_but_the_sliders(
    browser: Browser, address: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address)
        assert page.locator(".index.places .name a").count() == 9
        expect(page.locator(".brush")).to_be_hidden()
        page.get_by_role("link", name="Kherson: 2 events").click()
        page.wait_for_url("**/places/kherson/**")


@pytest.mark.parametrize(("scheme", "name"), [("light", "base.svg"), ("dark", "base-dark.svg")])
def test_the_drawing_is_the_reader_s_tone_and_loads_without_breaking_policy(
    browser: Browser, address: str, scheme: str, name: str
) -> None:
    with browser.new_context(color_scheme=scheme) as context:  # type: ignore[arg-type] # one of the two
        context.add_init_script(RECORD_VIOLATIONS)
        page = context.new_page()
        for path in ("", "../events/e0/", "../places/kyiv/"):
            page.goto(address + path)
            image = page.locator("picture img").first
            image.evaluate("(image) => image.decode()")
            source = str(image.evaluate("(image) => image.currentSrc"))
            assert source.partition("#")[0].endswith(f"/map/{name}")
            assert page.evaluate("window.brokenPolicy") == []


def test_on_paper_the_drawing_is_the_light_one_and_the_list_is_whole(
    browser: Browser, address: str
) -> None:
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.goto(address)
        page.emulate_media(media="print")
        image = page.locator(".map img")
        eventually(lambda: image.evaluate("(image) => image.currentSrc").endswith("/map/base.svg"))
        expect(page.locator(".brush")).to_be_hidden()
        assert page.locator(".index.places .name a:visible").count() == 9
        assert len(page.pdf()) > 10_000


def test_forced_colours_keep_marks_apart_from_the_map(browser: Browser, address: str) -> None:
    with browser.new_context(forced_colors="active") as context:
        page = context.new_page()
        page.goto(address)
        dot = page.locator(".layer .dot:visible").first
        fill, rim = (
            dot.evaluate(f"(dot) => getComputedStyle(dot).{name}") for name in ("fill", "stroke")
        )
        assert fill != rim
        expect(page.locator(".lands text").first).to_have_css("stroke", "none")


def test_a_small_map_costs_a_page_less_than_a_kilobyte(site: Path) -> None:
    html = (site / "events/e0/index.html").read_text(encoding="utf-8")
    start = html.index('<a class="locator"')
    assert html.index("</a>", start) - start < 1000
    assert 'src="../../map/base.svg#svgView(viewBox(' in html
