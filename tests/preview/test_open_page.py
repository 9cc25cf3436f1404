"""An open page follows the files, and the reader stays where they are."""

import shutil
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.preview.running import EVENT, TITLE, Preview, answer
from tests.tools.required import ROOT
from tests.tools.waiting import eventually

pytestmark = pytest.mark.browser
PAUSES = (0.005, 0.02, 0.05, 0.08, 0.12, 0.2)
SITE_STYLES = "templates/static/css/site.css"
SITE_SCRIPT = "templates/static/js/site.js"
# A script that hangs something on an element: such a page can only be reloaded.
LIVELY_SCRIPT = 'document.querySelector("h1").addEventListener("click", () => {});\n'
CHANGING_SCRIPT = 'document.querySelector("h1").textContent += "!";\n'
ways = pytest.mark.parametrize("script", ["", LIVELY_SCRIPT], ids=["in place", "reloaded"])


def give_script(project: Path, script: str) -> None:
    (project / SITE_SCRIPT).parent.mkdir(parents=True, exist_ok=True)
    (project / SITE_SCRIPT).write_text(script, encoding="utf-8")


def open_event(preview: Preview, page: Page, *, script: str = "", paragraphs: int = 0) -> None:
    """Open the event's page, with as long a text and with the script in it."""
    if script:
        give_script(preview.project, script)
        eventually(lambda: served_script(preview) == script)
    if paragraphs:
        text = "\n\n".join(f"  Paragraph {number}" for number in range(paragraphs))
        with (preview.project / EVENT).open("a", encoding="utf-8") as event:
            event.write(f"body: |\n{text}\n")
        eventually(lambda: "Paragraph" in answer(preview.port, "/events/first/")[1])
    page.goto(f"{preview.address}/events/first/", wait_until="networkidle")


def served_script(preview: Preview) -> str:
    _, text = answer(preview.port, "/")
    path = text.partition("static/js/")[2].partition('"')[0]
    return answer(preview.port, f"/static/js/{path}")[1]


def expect_title(page: Page, title: str) -> None:
    expect(page.locator("h1")).to_have_text(title)


@ways
def test_an_edit_appears_on_the_open_page(preview: Preview, page: Page, script: str) -> None:
    open_event(preview, page, script=script)
    for title in ("A second title", "A third title, right after"):
        preview.retitle(title)
        expect_title(page, title)
        expect(page).to_have_title(f"{title} – A minimal timeline")


def test_a_page_that_its_scripts_leave_alone_is_not_reloaded(preview: Preview, page: Page) -> None:
    open_event(preview, page)
    page.evaluate("window.stillTheSame = true")
    preview.retitle("Changed in place")
    expect_title(page, "Changed in place")
    assert page.evaluate("window.stillTheSame") is True


@pytest.mark.parametrize("script", [LIVELY_SCRIPT, CHANGING_SCRIPT])
def test_a_page_that_its_scripts_work_on_is_reloaded(
    preview: Preview, page: Page, script: str
) -> None:
    open_event(preview, page, script=script)
    page.evaluate("window.stillTheSame = true")
    preview.retitle("Loaded anew")
    end = "!" if script == CHANGING_SCRIPT else ""
    expect_title(page, f"Loaded anew{end}")
    assert page.evaluate("window.stillTheSame") is None


@ways
def test_two_edits_within_a_tenth_of_a_second_are_both_shown(
    preview: Preview, page: Page, script: str
) -> None:
    open_event(preview, page, script=script)
    preview.retitle("The title that is overtaken")
    time.sleep(0.05)
    words = preview.project / "content/sources/paper.yaml"
    words.write_text("title: Another article\npublisher: The Paper\n", encoding="utf-8")
    time.sleep(0.02)
    preview.retitle("The title that stays")
    expect_title(page, "The title that stays")
    expect(page.get_by_text("Another article").first).to_be_attached()


@ways
def test_no_edit_made_while_a_build_runs_is_lost(preview: Preview, page: Page, script: str) -> None:
    open_event(preview, page, script=script)
    for number in range(3):
        for pause in PAUSES:
            preview.retitle(f"Round {number}, {pause}")
            time.sleep(pause)
        preview.retitle(f"End of round {number}")
        expect_title(page, f"End of round {number}")


@ways
def test_the_page_stays_where_it_is_scrolled_to(preview: Preview, page: Page, script: str) -> None:
    open_event(preview, page, script=script, paragraphs=90)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.evaluate("scrollTo({top: 1234, behavior: 'instant'})")
    preview.retitle("A title that is so long that it makes the page higher " * 5)
    expect(page.locator("h1")).to_contain_text("makes the page higher")
    page.wait_for_load_state()
    # The preview's script gives scrolling back to the browser when nothing moves the page any more.
    eventually(lambda: page.evaluate("history.scrollRestoration") == "auto")
    assert page.evaluate("scrollY") == 1234
    assert page.evaluate("document.documentElement.scrollHeight") > height


@ways
def test_what_is_opened_stays_open(preview: Preview, page: Page, script: str) -> None:
    open_event(preview, page, script=script)
    details = page.locator("details").first
    details.evaluate("(details) => { details.open = true; }")
    preview.retitle("Opened before")
    expect_title(page, "Opened before")
    expect(details).to_have_attribute("open", "")
    page.wait_for_load_state()
    details.evaluate("(details) => { details.open = false; }")
    preview.retitle("Closed again")
    expect_title(page, "Closed again")
    expect(details).not_to_have_attribute("open", "")


@ways
def test_the_focus_stays(preview: Preview, page: Page, script: str) -> None:
    open_event(preview, page, script=script)
    link = page.locator("footer a, nav a, .wordmark a").first
    link.focus()
    preview.retitle("Still focused")
    expect_title(page, "Still focused")
    expect(link).to_be_focused()


@pytest.mark.parametrize("script", ["", LIVELY_SCRIPT])
def test_an_edit_of_styles_swaps_them_without_a_reload(
    preview: Preview, page: Page, complaints: list[str], script: str
) -> None:
    styles = preview.project / SITE_STYLES
    styles.parent.mkdir(parents=True)
    shutil.copy(ROOT / SITE_STYLES, styles)
    open_event(preview, page, script=script)
    page.evaluate("window.stillTheSame = true")
    links = page.locator("link[rel=stylesheet]")
    linked = links.count()
    for pixels in (3, 5):
        with styles.open("a", encoding="utf-8") as file:
            file.write(f"\nh1 {{ letter-spacing: {pixels}px; }}\n")
        expect(page.locator("h1")).to_have_css("letter-spacing", f"{pixels}px")
    expect(links).to_have_count(linked)
    assert page.evaluate("window.stillTheSame") is True
    assert complaints == []


def test_a_page_that_did_not_change_is_left_alone(preview: Preview, page: Page) -> None:
    page.goto(f"{preview.address}/categories/", wait_until="networkidle")
    other = page.context.new_page()
    other.goto(f"{preview.address}/events/first/")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    text = (preview.project / EVENT).read_text(encoding="utf-8")
    changed = text.replace("are invented", "were invented")
    (preview.project / EVENT).write_text(changed, encoding="utf-8")
    expect(other.get_by_text("These words were invented").first).to_be_visible()
    assert requests == []


def test_a_new_page_appears_where_there_was_none(preview: Preview, page: Page) -> None:
    page.goto(f"{preview.address}/events/second/", wait_until="networkidle")
    expect(page.locator("h1")).not_to_have_text(TITLE)
    text = (preview.project / EVENT).read_text(encoding="utf-8")
    (preview.project / "content/events/second.yaml").write_text(text, encoding="utf-8")
    expect_title(page, TITLE)


def test_the_site_s_own_policy_holds(preview: Preview, page: Page, complaints: list[str]) -> None:
    open_event(preview, page)
    sent = answer(preview.port, "/events/first/")[1]
    policy = (ROOT / "templates/base.html").read_text(encoding="utf-8").partition('Policy" ')[2]
    assert f'Policy" {policy.partition(">")[0]}>' in sent
    preview.retitle("[broken")
    expect(page.get_by_role("alertdialog")).to_be_visible()
    preview.retitle("Mended")
    expect_title(page, "Mended")
    assert complaints == []
