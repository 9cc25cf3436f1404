"""Links to the words of a quote lead there in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.model.verification import Passage
from generator.plan.text_fragments import address_of_words
from tests.site_quality.loopback import served

pytestmark = pytest.mark.browser
FILLER = "<p>Words of no importance stand here.</p>" * 60
PASSAGES = {
    "plain": ("We built it in a year, never easily", "", "", False),
    "marks": ("‘It’s a well-known, old & new way,’ she said", "", "", False),
    "cyrillic": ("«Ми не зупинимося», — сказала вона", "", "", False),
    "arabic": ("لم نتوقف عن العمل، ولن نتوقف أبدا", "", "", False),
    "hebrew": ("לא הפסקנו לעבוד, והגשר יעמוד", "", "", False),
    "blocks": ("They will not have peace here.\nThey will remember it well.", "", "", False),
    "long": (" ".join(f"length{number}" for number in range(90)), "", "", False),
    "few": ("cannon fodder", "spoke of them as ‘", "’ and of the rest", True),
}


def paragraphs(name: str) -> str:
    """Return a passage's paragraphs, the first with the id of its name."""
    exact, prefix, suffix, _ = PASSAGES[name]
    first, *others = f"{prefix}{exact}{suffix}".replace("&", "&amp;").split("\n")
    return f"<p id={name}>{first}</p>" + "".join(f"<p>{other}</p>" for other in others)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a long page that has the passages far from one another."""
    folder = tmp_path_factory.mktemp("source")
    decoy = "<p>The words cannon fodder stand here too.</p>"
    body = FILLER + decoy + FILLER + "".join(paragraphs(name) + FILLER for name in PASSAGES)
    page = f"<!doctype html><html lang=en><meta charset=utf-8><title>Made up</title>{body}"
    (folder / "index.html").write_text(page, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", PASSAGES)
def test_the_browser_scrolls_to_the_words(browser: Browser, source: Path, name: str) -> None:
    exact, prefix, suffix, is_repeated = PASSAGES[name]
    passage = Passage(
        start=0,
        end=len(exact),
        exact=exact,
        prefix=prefix,
        suffix=suffix,
        is_repeated=is_repeated,
    )
    with served(source) as address:
        page = browser.new_page(viewport={"width": 800, "height": 600})
        page.goto(address_of_words(f"{address}/index.html", [passage]))
        expect(page.locator(f"#{name}")).to_be_in_viewport()
        assert page.evaluate("scrollY") > 0
        page.close()
