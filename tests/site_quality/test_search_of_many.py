"""Search among more than a thousand events: phrases, forms, numbers, failures, the way back."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.cli import main
from tests.site_quality.loopback import served
from tests.tools.required import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.tools]

EVENTS = 1_010
SOURCE = {"title": "A gazette", "publisher": "Quill and Sons", "author": "Perpetua Ashgrove"}
QUOTE = {"text": "It rained.", "source": "gazette", "attribution": "A ferrywoman"}
LAST = {
    "title": "The river bridge",
    "body": "Made up: 5,840 sheep and 9 000 geese.",
    "quotes": [QUOTE],
    "tags": ["geese"],
}
LABELS_BY_WORD = {"ferrywoman": "A ferrywoman", "ashgrove": "Perpetua Ashgrove", "quill": "Quill"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site of made-up events, of which the last alone has the words in their order."""
    folder = tmp_path_factory.mktemp("many")
    shutil.copytree(ROOT / "tests/sites/minimal", folder / "project")
    many: list[dict[str, object]] = [
        {"id": f"e{n}", "title": "The bridge, the river", "date": "2022-03-02", "category": "talk"}
        for n in range(EVENTS)
    ]
    many[-1] |= {**LAST, "date": "2022-03-03"}
    content = folder / "project/content"
    # JSON is YAML.
    (content / "events/many.yaml").write_text(json.dumps(many, ensure_ascii=False))
    (content / "sources/gazette.yaml").write_text(json.dumps(SOURCE))
    arguments = ["--quiet", "--project", str(folder / "project"), "--output", str(folder / "site")]
    assert main(["build", *arguments]) == 0
    return folder / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Serve the site; return the search page's address."""
    with served(site) as root:
        yield f"{root}/search/"


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    """Open the search page."""
    page = context.new_page()
    page.goto(address)
    expect(page.locator("#finder")).to_be_visible()
    return page


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a context of a wide window."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield context


def test_texts_are_read_on_until_every_event_with_a_phrase_is_found(page: Page) -> None:
    page.fill("#q", "river bridge")
    expect(page.get_by_role("status")).to_have_text("Events found: 1,010")
    page.fill("#q", '"river bridge"')
    expect(page.get_by_role("status")).to_have_text("Events found: 1")
    expect(page.get_by_role("status")).to_have_attribute("aria-busy", "false")
    expect(page.locator(".hit h2")).to_have_text("The river bridge")


def test_a_phrase_may_be_a_name(page: Page) -> None:
    page.fill("#q", '"Perpetua Ashgrove"')
    expect(page.get_by_role("status")).to_have_text("Events found: 1")


@pytest.mark.parametrize("typed", ["5840", "5,840", "5 840", "9000", "9,000", "9.000"])
def test_digits_of_a_number_may_be_typed_in_groups_or_not(page: Page, typed: str) -> None:
    page.fill("#q", typed)
    expect(page.get_by_role("status")).to_have_text("Events found: 1")
    found = "5,840" if typed.startswith("5") else "9 000"
    expect(page.locator(".hit mark")).to_have_text([found])


@pytest.mark.parametrize("word", LABELS_BY_WORD)
def test_what_was_found_by_a_name_that_has_no_page_says_so(page: Page, word: str) -> None:
    page.fill("#q", word)
    expect(page.locator(".hit .names")).to_contain_text(LABELS_BY_WORD[word])
    expect(page.locator(".hit mark")).to_have_count(1)


def test_a_name_that_stands_over_a_title_is_marked_there_and_not_said_again(page: Page) -> None:
    page.fill("#q", "talk")
    expect(page.locator(".hit").first.locator(".meta mark")).to_have_text("Talk")
    expect(page.locator(".hit .names")).to_have_count(0)


def test_nothing_is_said_of_a_letter_with_which_a_word_begins(page: Page) -> None:
    page.get_by_role("status").evaluate(
        "(status) => { window.said = []; new MutationObserver(() => said.push(status.textContent))"
        ".observe(status, { childList: true }); }"
    )
    page.locator("#q").press_sequentially("ri", delay=400)
    expect(page.get_by_role("status")).to_have_text("Events found: 1,010")
    assert [each for each in page.evaluate("said") if each.startswith("No event")] == []


def test_choices_count_as_the_status_does(page: Page) -> None:
    expect(page.locator("#category option").last).to_have_text("Talk (1,011)")
    page.select_option("#category", "talk")
    chip = page.get_by_role("button", name="Remove the filter Category")
    expect(chip).to_have_text("Category: Talk")
    page.select_option("#quotes", "unverified")
    chip = page.get_by_role("button", name="Remove the filter Quotes")
    expect(chip).to_have_text("Quotes and figures: Has a quote that is not verified")


def test_an_index_that_cannot_be_read_is_told_and_asked_for_again(page: Page) -> None:
    page.fill("#q", "sheep")
    expect(page.locator(".hit")).to_have_count(1)
    page.route("**/words-*", lambda route: route.abort())
    page.fill("#q", "quill")
    expect(page.get_by_role("status")).to_have_text(re.compile("could not be read"))
    expect(page.locator(".hit")).to_have_count(0)
    expect(page.locator("#browse")).to_be_visible()
    page.unroute("**/words-*")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Events found: 1")
    expect(page.locator(".hit")).to_have_count(1)


def test_back_leads_to_as_many_results_as_were_shown(page: Page) -> None:
    page.fill("#q", "bridge")
    expect(page.locator(".hit")).to_have_count(10)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".hit")).to_have_count(30)
    page.locator(".hit a").nth(25).click()
    page.wait_for_url("**/events/**")
    page.go_back()
    expect(page.locator(".hit")).to_have_count(30)


def test_ways_to_all_events_stand_beside_the_filters_until_something_is_asked(page: Page) -> None:
    ways, filters = page.locator("#browse").bounding_box(), page.locator(".filters").bounding_box()
    assert ways is not None
    assert filters is not None
    assert ways["x"] > filters["x"] + filters["width"]
    assert ways["y"] < filters["y"] + filters["height"] / 2
    page.fill("#q", "sheep")
    expect(page.locator("#browse")).to_be_hidden()


FORMS = """Львів Львова|Львів Львові|Миколаїв Миколаєва|Київ Києва|Київ Києві|Київ Києвом
|сім'ї сім'я|сім'ї сім'ю|мешканець мешканці|мешканець мешканців|ніч ночі|вітер вітру|замок замку
|Харків Харкова|міст мосту|річка річок|bridges bridge|dams dam|хронологія хронологією"""
OTHERS = "кінь конвой|сім'я сімдесят|Київ киянин|річка рік|cars carpet|Львова львин|ніч ночувати"


def fits(page: Page, pair: str) -> list[float]:
    """Return how well each of two words fits the other."""
    one, other = pair.split()
    fit = """(pair) => pair.map(found.wordsOf).map(([word], n, [...words]) =>
        found.fit(words[1 - n][0], word, found.stemsOf(word)))"""
    both: list[float] = page.evaluate(fit, [one, other])
    return both


def test_forms_of_a_word_find_one_another(page: Page) -> None:
    pairs = [pair.strip() for pair in FORMS.split("|")]
    assert [pair for pair in pairs if 0 in fits(page, pair)] == []


def test_words_that_only_begin_alike_do_not(page: Page) -> None:
    assert [pair for pair in OTHERS.split("|") if fits(page, pair)[0] > 0] == []
