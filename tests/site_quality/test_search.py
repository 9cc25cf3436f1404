"""Search, as readers use it: by words and filters, keys alone, from disk, without scripts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from generator.cli import main
from tests.site_quality.loopback import served
from tests.site_quality.visit import RECORD_VIOLATIONS
from tests.tools.required import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.tools]

EXTRA = """\
- id: hills
  title: Хронології пагорбів
  date: 2020-04-01
  category: words
  places: [gauge]
  summary: Made up. Café by the old mill.
  body: "Дзвони на п’яти пагорбах. 北京市 was far away."
  quotes: [{text: "The viaducts were closed by night", source: courier, language: en}]
- id: plain
  title: Something about viaducts of stone
  date: 2021
  category: water
  body: "Closed by a gate; night fell."
  content_note: An invented note
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the full test project with two more events; return the site's folder."""
    import shutil  # noqa: PLC0415 - nothing else here copies

    folder = tmp_path_factory.mktemp("search")
    shutil.copytree(ROOT / "tests/sites/full", folder / "project")
    extra = folder / "project/content/events/extra.yaml"
    extra.write_text(EXTRA, encoding="utf-8")
    site = folder / "site"
    arguments = ["build", "--quiet", "--project", str(folder / "project"), "--output", str(site)]
    assert main(arguments) == 0
    return site


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Serve the site; return the search page's address."""
    with served(site) as root:
        yield f"{root}/search/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a context whose pages record broken policy."""
    with browser.new_context() as context:
        context.add_init_script(RECORD_VIOLATIONS)
        yield context


def titles(page: Page) -> list[str]:
    return page.locator(".hit h2").all_inner_texts()


def look_for(page: Page, words: str, count: int) -> list[str]:
    page.fill("#q", "")  # so that nothing found before is taken for what is found now
    expect(page.locator("#browse")).to_be_visible()
    page.fill("#q", words)
    expect(page.get_by_role("status")).to_have_text(
        f"Events found: {count}" if count else "No event found. Fewer words or filters find more."
    )
    expect(page.locator(".hit")).to_have_count(count)
    return titles(page)


@pytest.mark.parametrize("how", ["served", "from disk"])
def test_words_find_events_as_they_are_typed(
    context: BrowserContext, site: Path, address: str, how: str
) -> None:
    page = context.new_page()
    page.goto(address if how == "served" else (site / "search/index.html").as_uri())
    stone, hills = "Something about viaducts of stone", "Хронології пагорбів"
    assert look_for(page, "viad", 2) == [stone, hills], "a title counts more than a quote"
    expect(page.locator(".hit mark")).to_have_text(["viaducts", "viaducts"])
    assert look_for(page, "хронологія", 1) == [hills], "another ending"
    assert look_for(page, "П'ЯТИ", 1) == [hills]
    assert look_for(page, "cafe mill", 1) == [hills]
    assert look_for(page, "北京", 1) == [hills]
    assert look_for(page, "closed night", 2)
    assert look_for(page, '"closed by night"', 1) == [hills]
    assert look_for(page, "viaducts nowhere", 0) == []
    assert page.evaluate("window.brokenPolicy") == []


def test_filters_add_up_count_and_stand_in_the_address(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    page.goto(address)
    look_for(page, "viad", 2)
    place = page.locator("#place option", has_text="Invented Valley")
    expect(place).to_have_text("Invented Valley (1)")
    page.select_option("#place", "valley")
    expect(page.locator(".hit")).to_have_count(1)
    expect(page.locator("#category option")).to_have_text(["Every category", "Statements (1)"])
    page.fill("#from", "2020-03-01")
    expect(page).to_have_url(f"{address}?q=viad&place=valley&from=2020-03-01")
    shared = context.new_page()
    shared.goto(page.url)
    expect(shared.locator(".hit")).to_have_count(1)
    expect(shared.locator("#q")).to_have_value("viad")
    expect(shared.locator("#place")).to_have_value("valley")
    shared.get_by_role("button", name="Remove the filter Place").click()
    expect(shared).to_have_url(f"{address}?q=viad&from=2020-03-01")
    expect(shared.locator(".hit")).to_have_count(2)
    shared.get_by_role("button", name="Clear all").click()
    expect(shared).to_have_url(address)
    expect(shared.locator("#browse")).to_be_visible()


def test_quotes_and_figures_are_a_filter(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}?quotes=contested")
    expect(page.locator(".hit")).not_to_have_count(0)
    for option in page.locator("#quotes option:not(:first-child)").all():
        expect(option).to_have_text(re.compile(r"\(\d+\)$"))


def test_back_leads_to_what_was_looked_for_before(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address)
    page.locator("#q").press_sequentially("viaducts")
    expect(page).to_have_url(f"{address}?q=viaducts")
    page.select_option("#category", "water")
    expect(page.locator(".hit")).to_have_count(1)
    page.go_back()
    expect(page).to_have_url(f"{address}?q=viaducts")
    expect(page.locator(".hit")).to_have_count(2)
    page.go_back()
    expect(page).to_have_url(address)
    expect(page.locator("#q")).to_have_value("")
    expect(page.locator("#browse")).to_be_visible()
    expect(page.locator(".hit")).to_have_count(0)


def test_keys_alone_are_enough(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address)
    page.keyboard.press("Control+k")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("viaducts")
    expect(page.locator(".hit")).to_have_count(2)
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".hit")).to_have_count(0)
    page.keyboard.type("stone")
    expect(page.locator(".hit")).to_have_count(1)
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.hit') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/plain/**")


def test_what_a_content_note_warns_of_is_not_shown(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}?q=fell")
    hit = page.locator(".hit")
    expect(hit).to_have_count(1)
    expect(hit).to_contain_text("Content note: An invented note")
    expect(hit).not_to_contain_text("fell")


@pytest.mark.parametrize("held_back", ["CANARY", "draft", "embargoed", "retracted"])
def test_nothing_that_is_held_back_is_found(
    context: BrowserContext, site: Path, address: str, held_back: str
) -> None:
    page = context.new_page()
    page.goto(address)
    look_for(page, held_back, 0)
    files = [*(site / "search").iterdir()]
    assert len(files) > 4
    assert [file for file in files if b"CANARY" in file.read_bytes()] == []


def test_without_scripts_the_page_leads_to_every_event(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address)
        expect(page.locator("#finder")).to_be_hidden()
        expect(page.get_by_text("Searching by words needs JavaScript")).to_be_visible()
        for path in ("categories/water", "2020", "2020/04", "people", "places", "tags", "sources"):
            expect(page.locator(f"#browse a[href='../{path}/index.html']")).to_have_count(1)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_something_was_found(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    from tests.site_quality.test_accessibility import RULES, RUN_AXE  # noqa: PLC0415 - see below
    from tests.tools.required import require_tool  # noqa: PLC0415 - axe is asked for here alone

    viewport = ViewportSize(width=width, height=900)
    with browser.new_context(viewport=viewport, color_scheme=scheme) as context:  # type: ignore[arg-type] # one of two words
        page = context.new_page()
        page.goto(f"{address}?q=viaducts&category=words")
        expect(page.locator(".hit")).to_have_count(1)
        page.locator(".filters").evaluate("(filters) => { filters.open = true; }")
        expect(page.locator("#category option").last).to_have_text(re.compile(r"\(\d+\)$"))
        page.evaluate(require_tool("axe-core").read_text(encoding="utf-8"))
        violations = page.evaluate(RUN_AXE, RULES)["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_words_are_folded_alike_when_typed_and_when_indexed(
    context: BrowserContext, address: str
) -> None:
    from hypothesis import given, settings  # noqa: PLC0415 - one test here needs it
    from hypothesis import strategies as st  # noqa: PLC0415 - as above

    from generator.render.search_words import words_of  # noqa: PLC0415 - as above

    page = context.new_page()
    page.goto(address)
    letters = st.characters(max_codepoint=0xFFFF, categories=["L", "Mn", "Nd", "P", "Zs"])
    some = st.sampled_from("aéßŁ'’ʼйїЇёֶ́םلاال北京ガﬁ１ ")
    numbers = st.text("12３, .٬’", max_size=12)

    @settings(max_examples=40, deadline=None)
    @given(st.lists(st.text(letters | some, max_size=12) | numbers, min_size=20, max_size=20))
    def alike(texts: list[str]) -> None:
        expected = [words_of(text) for text in texts]
        assert page.evaluate("(texts) => texts.map(found.wordsOf)", texts) == expected

    alike()
