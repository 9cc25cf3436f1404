"""What is exported for TimelineJS 3 is shown by the real library, with every event and no error."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Browser, Page

from generator.cli import main
from generator.exchange.timelinejs_dates import slide_dates
from generator.model.edtf import parse_edtf
from tests.site_quality.loopback import served
from tests.tools.required import ROOT, require_tool
from tests.tools.waiting import eventually

# What a key holds depends on its name, which types cannot say.
Parsed: TypeAlias = Any
HERE = ROOT / "tests/import_export"
HOSTILE = "<img src=x onerror=alert(1)> & <b>not bold</b>"


def export(project: Path, file: Path, *options: str) -> Parsed:
    """Export the project to the file; return what is in it."""
    command = ["export", "timelinejs", "--project", str(project), "--output", str(file), "--quiet"]
    assert main([*command, *options]) == 0
    return json.loads(file.read_bytes())


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the test site that has most, and put an event with a picture and marks into it."""
    root = tmp_path_factory.mktemp("exported") / "full"
    shutil.copytree(ROOT / "tests/sites/full", root)
    medium = next(path for path in (root / "content/media").rglob("*.png"))
    event = {
        "title": HOSTILE,
        "date": "2020-02-05",
        "category": "water",
        "body": "Shown <b>as typed</b>, [linked](https://elsewhere.example/).",
        "media": [
            {
                "file": medium.relative_to(root / "content/media").as_posix(),
                "alt": "A square",
                "credit": "The <i>authors</i>",
                "caption": HOSTILE,
            }
        ],
    }
    (root / "content/events/hostile.yaml").write_text(json.dumps(event), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def folder(project: Path) -> Iterator[tuple[Path, str, Parsed]]:
    """Build and serve the site with its export and the library; give folder, address, export."""
    library = require_tool("timelinejs").parents[1]
    site = project.parent / "site"
    site.mkdir()
    with served(site) as address:
        base = ["--base-url", f"{address}/"]
        assert (
            main(["build", "--project", str(project), "--output", str(site), "--quiet", *base]) == 0
        )
        (site / "library").symlink_to(library)
        shutil.copy(HERE / "timeline.html", site)
        yield site, address, export(project, site / "timeline.json", *base)


@pytest.fixture(scope="module")
def shown(browser: Browser, folder: tuple[Path, str, Parsed]) -> Iterator[tuple[Page, list[str]]]:
    """Open the export in the library; give the page, and everything that went wrong."""
    wrong: list[str] = []
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("requestfailed", lambda asked: wrong.append(asked.url))
        page.on(
            "request",
            lambda asked: (
                None if asked.url.startswith((folder[1], "data:")) else wrong.append(asked.url)
            ),
        )
        page.goto(f"{folder[1]}/timeline.html", wait_until="networkidle")
        page.wait_for_selector(".tl-slide .tl-headline")
        eventually(lambda: page.evaluate("window.timeline.ready"))
        yield page, wrong


@pytest.mark.browser
@pytest.mark.tools
def test_the_library_shows_every_event_and_has_nothing_to_say(
    shown: tuple[Page, list[str]], folder: tuple[Path, str, Parsed]
) -> None:
    page, wrong = shown
    headlines = page.locator(".tl-slide:not(.tl-slide-titleslide) .tl-headline").all_text_contents()
    outlines = json.loads((folder[0] / "data/events.json").read_bytes())["events"]
    assert sorted(map(str.strip, headlines)) == sorted(each["title"] for each in outlines)
    assert page.evaluate("window.timeline.config.messages") == {"errors": [], "warnings": []}
    assert wrong == []


@pytest.mark.browser
@pytest.mark.tools
def test_dates_stand_in_the_words_of_the_site(shown: tuple[Page, list[str]]) -> None:
    words = shown[0].locator(".tl-slide .tl-headline-date").all_text_contents()
    for each in ("44 BC", "the 1950s", "about 4 February 2020", "4 February 2020 (date uncertain)"):
        assert each in words
    assert "3 February 2020, about 02:00 London time (UTC)" in words


@pytest.mark.browser
@pytest.mark.tools
def test_what_a_content_note_covers_stays_closed(shown: tuple[Page, list[str]]) -> None:
    page, _ = shown
    quotes = page.locator("[id=river] blockquote, .tl-slide[id=river] blockquote")
    assert quotes.count() > 0
    assert page.locator("[id=river] details[open]").count() == 0
    assert page.locator("[id=river] details blockquote").count() == quotes.count()


@pytest.mark.browser
@pytest.mark.tools
def test_the_picture_is_loaded_from_the_site(shown: tuple[Page, list[str]]) -> None:
    page, wrong = shown
    page.evaluate("window.timeline.goToId('hostile')")
    picture = page.locator(".tl-slide[id=hostile] img.tl-media-image")
    picture.wait_for()
    eventually(lambda: picture.evaluate("(picture) => picture.naturalWidth") > 0)
    assert picture.get_attribute("alt") == "A square"
    assert page.locator(".tl-slide[id=hostile] .tl-caption").text_content() == HOSTILE
    assert page.locator(".tl-slide[id=hostile] .tl-credit i").count() == 0
    assert wrong == []


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("0000", {"year": -1}, {}),
        ("-0043-03-15", {"year": -44, "month": 3, "day": 15}, {}),
        ("0001", {"year": 1}, {}),
        ("19XX", {"year": 1900}, {"year": 1999}),
        ("195X", {"year": 1950}, {"year": 1959}),
        ("2022?", {"year": 2022}, {}),
        ("2022-22", {"year": 2022, "month": 6}, {"year": 2022, "month": 8}),
        ("2022-02", {"year": 2022, "month": 2}, {}),
        ("2022-02-XX", {"year": 2022, "month": 2, "day": 1}, {"year": 2022, "month": 2, "day": 28}),
        (
            "2022-02-2X",
            {"year": 2022, "month": 2, "day": 20},
            {"year": 2022, "month": 2, "day": 28},
        ),
        ("2022-02-24~", {"year": 2022, "month": 2, "day": 24}, {}),
        ("2022-02/2022-03-02", {"year": 2022, "month": 2}, {"year": 2022, "month": 3, "day": 2}),
        ("2022/..", {"year": 2022}, {}),
        ("../2022-05", {"year": 2022, "month": 5}, {}),
        ("[2022,2024]", {"year": 2022}, {"year": 2024}),
        (
            "2022-02-24T05:07:00+02:00",
            {"year": 2022, "month": 2, "day": 24, "hour": 5, "minute": 7},
            {},
        ),
    ],
)
def test_a_date_is_no_more_exact_than_it_was_typed(
    edtf: str, start: dict[str, int], end: dict[str, int]
) -> None:
    assert slide_dates(parse_edtf(edtf)) == (start, end)


def test_without_an_address_links_lead_through_the_sites_folder(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "p"
    shutil.copytree(project, copy)
    settings = (copy / "content/site.yaml").read_text(encoding="utf-8")
    lines = [each for each in settings.splitlines() if not each.startswith("base_url:")]
    (copy / "content/site.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert main(["export", "timelinejs", "--project", str(copy)]) == 0
    said = capfd.readouterr()
    slides = {each["unique_id"]: each for each in json.loads(said.out)["events"]}
    assert slides["hostile"]["media"]["url"].startswith("media/")
    assert 'href="events/hostile/index.html"' in slides["hostile"]["text"]["text"]
    assert "no base_url" in said.err


def test_content_with_problems_is_not_exported(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "p"
    shutil.copytree(project, copy)
    (copy / "content/events/wrong.yaml").write_text("title: No date\n", encoding="utf-8")
    file = tmp_path / "out.json"
    assert main(["export", "timelinejs", "--project", str(copy), "--output", str(file)]) == 1
    assert not file.exists()
    assert "content/events/wrong.yaml:1" in capfd.readouterr().err
