"""The map, as readers use it: by links, keys and sliders, from disk, on paper, without scripts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.site_quality.loopback import served
from tests.site_quality.visit import RECORD_VIOLATIONS
from tests.tools.built import built_site
from tests.tools.waiting import eventually

pytestmark = [pytest.mark.browser, pytest.mark.tools]

SITE = "title: Invented\nlanguage: en\ncategories: {talk: {label: Talk}}\n"
PLACES = """\
- {id: ukraine, name: Ukraine, lat: 48, lon: 31, precision: country, country: UA}
- {id: kyiv, name: Kyiv, lat: 50.45, lon: 30.52, country: UA, within: ukraine}
- {id: bucha, name: Bucha, lat: 50.54, lon: 30.22, country: UA, within: ukraine}
- {id: irpin, name: Irpin, lat: 50.52, lon: 30.25, country: UA, within: ukraine}
- {id: kherson, name: Kherson, lat: 46.64, lon: 32.62, country: UA, within: ukraine}
- {id: donbas, name: Donbas, lat: 48.2, lon: 38.1, precision: region, country: UA}
- {id: nowhere, name: Nowhere}
"""
EVENTS = {
    "2022-02-24": "[kyiv, ukraine]",
    "2022-02-25": "[kyiv]",
    "2022-02-26": "[bucha]",
    "2022-03-01": "[irpin, kherson]",
    "2022-03-02": "[donbas, nowhere]",
    "2022-03": "[kherson]",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a project of invented events; return the site's folder."""
    folder = tmp_path_factory.mktemp("map")
    content = {"site.yaml": SITE, "places/all.yaml": PLACES}
    for number, (date, places) in enumerate(EVENTS.items()):
        text = f"title: Made up {number}\ndate: {date}\ncategory: talk\nplaces: {places}\n"
        content[f"events/e{number}.yaml"] = text
    return built_site(folder, content)


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
    page.get_by_role("link", name="Kyiv and 2 other places: 4 events").click()
    near = page.locator(":target")
    expect(near).to_be_in_viewport()
    expect(near.locator("li a")).to_have_text(["Kyiv", "Bucha", "Irpin"])


def test_the_list_has_all_that_the_map_has_and_what_it_has_not(page: Page) -> None:
    listed = page.locator(".index.places .name a").all_inner_texts()
    assert sorted(listed) == sorted(
        ["Kyiv", "Bucha", "Irpin", "Kherson", "Ukraine", "Donbas", "Nowhere"]
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


def test_sliders_narrow_marks_counts_list_and_address(page: Page, address: str) -> None:
    status = page.get_by_role("status")
    expect(status).to_have_text("Events: 6 of 6. Places: 7 of 7.")
    page.get_by_label("To", exact=True).focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    expect(status).to_have_text("Events: 3 of 6. Places: 3 of 7.")
    expect(page.get_by_label("To", exact=True)).to_have_attribute(
        "aria-valuetext", "February 26, 2022"
    )
    expect(page).to_have_url(f"{address}?to=2022-02-26")
    assert "Kyiv and 2 other places: 3 / 4 events" in marks(page)
    assert not any(name.startswith("Kherson") for name in marks(page))
    expect(page.locator(".index.places").get_by_text("Kherson")).to_be_hidden()
    page.reload()
    expect(status).to_have_text("Events: 3 of 6. Places: 3 of 7.")
    page.get_by_role("button", name="Show all").click()
    expect(status).to_have_text("Events: 6 of 6. Places: 7 of 7.")
    expect(page).to_have_url(address)


def test_a_slider_pushes_the_other_before_it(page: Page) -> None:
    page.get_by_label("To", exact=True).focus()
    page.keyboard.press("Home")
    page.get_by_label("From", exact=True).focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("To", exact=True)).to_have_value("1")


def test_a_period_in_the_address_that_nobody_knows_is_the_whole(page: Page, address: str) -> None:
    page.goto(f"{address}?from=1066&to=<script>")
    expect(page.get_by_role("status")).to_have_text("Events: 6 of 6. Places: 7 of 7.")


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
        assert page.locator(".index.places .name a").count() == 7
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
        assert page.locator(".index.places .name a:visible").count() == 7
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


def test_opened_from_disk_the_map_and_its_sliders_work(browser: Browser, site: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((site / "map/index.html").as_uri())
        image = page.locator(".map img")
        eventually(lambda: image.evaluate("(image) => image.naturalWidth") > 0)
        page.get_by_label("From", exact=True).focus()
        page.keyboard.press("End")
        expect(page.get_by_role("status")).to_have_text("Events: 1 of 6. Places: 2 of 7.")
        expect(page).to_have_url(re.compile(r"\?from=2022-03-02$"))


def test_a_small_map_costs_a_page_less_than_a_kilobyte(site: Path) -> None:
    html = (site / "events/e0/index.html").read_text(encoding="utf-8")
    start = html.index('<a class="locator"')
    assert html.index("</a>", start) - start < 1000
    assert 'src="../../map/base.svg#svgView(viewBox(' in html
