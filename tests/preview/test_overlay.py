"""Problems of the content are shown on the open page, and are gone when they are mended."""

from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.preview.running import (
    EVENT,
    TITLE,
    Preview,
    free_port,
    running_preview,
)
from tests.tools.required import require_tool
from tests.tools.waiting import PATIENCE, eventually

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = "(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}})"


@pytest.fixture
def dialog(page: Page) -> Locator:
    """Return the list of problems on the page."""
    return page.get_by_role("alertdialog")


def open_event(preview: Preview, page: Page) -> None:
    page.goto(f"{preview.address}/events/first/", wait_until="networkidle")


def break_date(preview: Preview) -> None:
    event = preview.project / EVENT
    text = event.read_text(encoding="utf-8").replace("2022-03-02", "2022-13-02")
    event.write_text(text, encoding="utf-8")


def mend_date(preview: Preview) -> None:
    event = preview.project / EVENT
    text = event.read_text(encoding="utf-8").replace("2022-13-02", "2022-03-02")
    event.write_text(text, encoding="utf-8")


def test_problems_are_shown_with_place_and_remedy_until_mended(
    preview: Preview, page: Page, dialog: Locator
) -> None:
    open_event(preview, page)
    built = preview.output.read_text().split(" built")[0]
    break_date(preview)
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("heading")).to_have_text("1 problem")
    expect(dialog).to_contain_text(f"{EVENT}:2:12")
    expect(dialog).to_contain_text('date: month 13 in "2022-13-02"')
    expect(dialog).to_contain_text("[date-month]")
    expect(dialog).to_contain_text(f"Last good build {built}")
    expect(page.locator("h1")).to_have_text(TITLE)
    mend_date(preview)
    expect(dialog).to_have_count(0)


def test_a_page_opened_while_the_content_is_broken_shows_it(
    preview: Preview, page: Page, dialog: Locator
) -> None:
    break_date(preview)
    eventually(lambda: "date-month" in preview.errors.read_text())
    open_event(preview, page)
    expect(dialog).to_be_visible()
    expect(page.locator("h1")).to_have_text(TITLE)


def test_a_broken_file_and_then_a_mended_one(preview: Preview, page: Page, dialog: Locator) -> None:
    open_event(preview, page)
    event = preview.project / EVENT
    good = event.read_text(encoding="utf-8")
    event.write_text("title: [broken", encoding="utf-8")
    expect(dialog).to_contain_text(f"{EVENT}:")
    event.write_text(good.replace("Somebody", "Nobody"), encoding="utf-8")
    expect(page.locator("h1")).to_have_text("Nobody said something")
    expect(dialog).to_have_count(0)
    assert preview.process.poll() is None


def test_a_fault_in_a_template_is_shown(preview: Preview, page: Page, dialog: Locator) -> None:
    open_event(preview, page)
    template = preview.project / "templates/pages/event.html"
    template.parent.mkdir()
    template.write_text("{% if %}", encoding="utf-8")
    expect(dialog).to_contain_text("event.html")
    expect(dialog.get_by_role("heading")).to_have_text("The site cannot be built")
    template.unlink()
    expect(dialog).to_have_count(0)


def test_text_of_the_content_is_shown_as_text(
    preview: Preview, page: Page, dialog: Locator
) -> None:
    open_event(preview, page)
    event = preview.project / EVENT
    text = event.read_text(encoding="utf-8").replace("2022-03-02", '"<b id=x>2022</b>"')
    event.write_text(text, encoding="utf-8")
    expect(dialog).to_contain_text("<b id=x>2022</b>")
    expect(page.locator("#x")).to_have_count(0)


def test_the_list_is_closed_with_escape_or_its_button(
    preview: Preview, page: Page, dialog: Locator
) -> None:
    open_event(preview, page)
    link = page.locator("a:visible").first
    link.focus()
    break_date(preview)
    expect(dialog).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(link).to_be_focused()
    preview.retitle("[broken")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)


@pytest.mark.tools
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_the_list_of_problems(
    preview: Preview, page: Page, dialog: Locator, scheme: Literal["light", "dark"], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    open_event(preview, page)
    break_date(preview)
    expect(dialog).to_be_visible()
    page.evaluate(require_tool("axe-core").read_text(encoding="utf-8"))
    violations = page.evaluate(RUN_AXE, RULES)["violations"]
    assert [(each["id"], each["nodes"][0]["failureSummary"]) for each in violations] == []


def test_without_any_good_build_every_page_says_so_and_comes_with_the_first(
    preview: Preview, page: Page, dialog: Locator
) -> None:
    preview.process.kill()
    break_date(preview)
    with running_preview(preview.project, free_port()) as broken:
        answered = page.goto(f"{broken.address}/events/first/")
        assert answered
        assert answered.status == 503
        expect(dialog).to_contain_text("No good build yet")
        expect(dialog).to_contain_text(f"{EVENT}:2:12")
        mend_date(broken)
        expect(page.locator("h1")).to_have_text(TITLE)
        expect(dialog).to_have_count(0)


def test_a_page_of_an_earlier_run_is_brought_up_to_date(preview: Preview, page: Page) -> None:
    open_event(preview, page)
    assert preview.process.poll() is None
    preview.process.terminate()
    preview.process.wait(PATIENCE)
    preview.retitle("Written while nothing ran")
    with running_preview(preview.project, preview.port):
        expect(page.locator("h1")).to_have_text("Written while nothing ran")
