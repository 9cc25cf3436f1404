"""Atom feeds are what RFC 4287 wants, say when entries changed, and keep their ids."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.model.feed import FeedPage
from generator.plan.feed_pages import ENTRIES_A_FEED, ENTRIES_A_TERM_FEED
from generator.plan.gate import Publication
from generator.plan.urls import permanent_id
from generator.render.feeds import absolute, legal_xml
from tests.test_golden import build
from tests.tools.content import plan_of
from tests.tools.required import ROOT, require_tool

ATOM = "{http://www.w3.org/2005/Atom}"
NOW = datetime(2024, 1, 1, tzinfo=UTC)
EVENT = (
    "title: T{0}\ndate: 2021-01-01\ncategory: water\nplaces: [town]\npublished: 2022-01-{1:02d}\n"
)


def feeds_of(site: Path) -> list[Path]:
    return [*sorted(site.glob("feeds/*.xml")), *sorted(site.glob("*/*/feed.xml"))]


def read(path: Path) -> ET.Element:
    return ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - our own feed


def texts(element: ET.Element, path: str) -> list[str]:
    return [found.text or "" for found in element.findall(path.replace("/", f"/{ATOM}"))]


def entries_of(path: Path) -> dict[str, ET.Element]:
    """Return a feed's entries by their titles."""
    found = read(path).findall(f"{ATOM}entry")
    return {entry.findtext(f"{ATOM}title") or "": entry for entry in found}


@pytest.mark.tools
def test_every_feed_keeps_to_the_grammar_of_atom(full_site: Path) -> None:
    feeds = feeds_of(full_site)
    assert len(feeds) > 8
    grammar = ROOT / "tests/feeds/atom.rnc"
    command = [str(require_tool("jing")), "-c", str(grammar), *map(str, feeds)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout) == (0, "")


@pytest.mark.tools
def test_the_grammar_refuses_an_entry_without_an_id(full_site: Path, tmp_path: Path) -> None:
    text = (full_site / "feeds/changes.xml").read_text(encoding="utf-8")
    broken = tmp_path / "broken.xml"
    start, end = text.index("<id>tag", text.index("<entry>")), text.index("</id>", 1500)
    broken.write_text(text[:start] + text[end + len("</id>") :], encoding="utf-8")
    command = [str(require_tool("jing")), "-c", str(ROOT / "tests/feeds/atom.rnc"), str(broken)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


def test_what_the_grammar_cannot_say_holds_too(full_site: Path) -> None:
    for path in feeds_of(full_site):
        feed = read(path)
        links = {each.get("rel"): each.get("href") or "" for each in feed.findall(f"{ATOM}link")}
        own = path.relative_to(full_site).as_posix()
        assert links["self"] == f"https://timeline.example/flood/{own}"
        assert links["alternate"].startswith("https://timeline.example/flood/")
        assert feed.find(f"{ATOM}author/{ATOM}name") is not None
        entries = feed.findall(f"{ATOM}entry")
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(set(ids)) == len(ids)
        changes = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
        assert changes == sorted(changes, reverse=True)
        assert feed.findtext(f"{ATOM}updated") == max(changes, default="2020-01-01T00:00:00Z")


def test_an_entry_says_when_it_changed_and_not_when_it_happened(full_site: Path) -> None:
    entries = entries_of(full_site / "feeds/changes.xml")
    river = entries["The river leaves its bed"]
    assert river.findtext(f"{ATOM}updated") == "2020-02-12T00:00:00Z"
    assert river.findtext(f"{ATOM}published") == "2020-02-10T00:00:00Z"
    unstated = entries["It begins to rain"]
    assert unstated.findtext(f"{ATOM}updated") == "2020-01-01T00:00:00Z", "the site's beginning"
    assert unstated.find(f"{ATOM}published") is None


def test_the_content_of_an_entry_leads_only_to_absolute_addresses(full_site: Path) -> None:
    content = entries_of(full_site / "feeds/changes.xml")["The river leaves its bed"].findtext(
        f"{ATOM}content"
    )
    assert content is not None
    assert 'href="https://timeline.example/flood/places/gauge/"' in content
    assert 'href="./' not in content
    assert 'href="../' not in content
    assert "Ada Invented" in content


def test_a_retracted_event_is_an_entry_that_says_so_under_the_same_id(full_site: Path) -> None:
    entry = entries_of(full_site / "feeds/changes.xml")["A retracted entry"]
    assert entry.findtext(f"{ATOM}id") == (
        "tag:timeline.example,2020-01-01:/flood/events/retracted-event/"
    )
    assert entry.findtext(f"{ATOM}updated") == "2020-02-20T00:00:00Z"
    assert "It did not happen." in (entry.findtext(f"{ATOM}content") or "")


def test_corrections_have_a_feed_of_their_own(full_site: Path) -> None:
    entries = entries_of(full_site / "feeds/corrections.xml")
    assert list(entries) == ["A retracted entry", "Correction: The river leaves its bed"]
    content = entries["Correction: The river leaves its bed"].findtext(f"{ATOM}content")
    assert content is not None
    assert "12 houses" in content
    assert "120 houses" in content


def test_a_term_s_feed_has_the_term_s_events(full_site: Path) -> None:
    titles = set(entries_of(full_site / "people/mayor/feed.xml"))
    assert titles == {"The river leaves its bed"}
    assert not (full_site / "people/withheld-witness").exists()


def test_pages_name_the_feed_of_all_changes_and_a_term_s_pages_its_own(full_site: Path) -> None:
    # A page for other sites' frames is made for them, not for those who follow this one.
    own = [path for path in full_site.rglob("index.html") if path.parts[-3] != "embed"]
    every = [path.read_text(encoding="utf-8") for path in own]
    pages = [page for page in every if 'http-equiv="refresh"' not in page]
    link = '<link rel="alternate" type="application/atom+xml" title="All changes" href="'
    assert [page[:300] for page in pages if link not in page] == []
    mayor = (full_site / "people/mayor/index.html").read_text(encoding="utf-8")
    assert 'title="Ada Invented" href="../../people/mayor/feed.xml"' in mayor


def test_titles_dates_and_order_change_no_id(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(ROOT / "tests/sites/full", project)
    before = ids_by_path(project)
    river = project / "content/events/river.yaml"
    text = river.read_text(encoding="utf-8").replace("title: The", "title: Whether the")
    text = text.replace("date: 2020-02-03\n", "date: 2020-02-06\n").replace(
        "corrections:\n", "corrections:\n  - {date: 2020-03-01, kind: update, text: More.}\n"
    )
    river.write_text(text, encoding="utf-8")
    after = ids_by_path(project)
    assert {path: ids for path, ids in before.items() if not ids <= after[path]} == {}
    new = after["/feeds/corrections.xml"] - before["/feeds/corrections.xml"]
    assert new == {"tag:timeline.example,2020-01-01:/flood/events/river/corrections/2"}


def ids_by_path(project: Path) -> dict[str, set[str]]:
    plan, publication = plan_of(project, NOW)
    made = {page.path: feed_of(publication, page) for page in plan.pages if "feed" in page.template}
    return {
        path: {entry.id for entry in feed.entries}
        for path, feed in made.items()
        if isinstance(feed, FeedPage)
    }


def feed_of(publication: Publication, page: object) -> object:
    return page.make(publication, *page.about)  # type: ignore[attr-defined] # a Page, as planned


def test_a_feed_holds_no_more_than_the_newest_changes(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(ROOT / "tests/sites/full", project)
    for number in range(ENTRIES_A_FEED + 10):
        text = EVENT.format(number, number % 28 + 1)
        (project / f"content/events/more-{number:02d}.yaml").write_text(text, encoding="utf-8")
    found = ids_by_path(project)
    assert len(found["/feeds/changes.xml"]) == ENTRIES_A_FEED
    for path in ("/categories/water/feed.xml", "/places/town/feed.xml"):
        assert len(found[path]) == ENTRIES_A_TERM_FEED
    assert "tag:timeline.example,2020-01-01:/flood/events/rain/" not in found["/feeds/changes.xml"]
    assert max(map(len, found.values())) == ENTRIES_A_FEED


@pytest.mark.parametrize(
    "line", ["base_url: https://timeline.example/flood/\n", "since: 2020-01-01\n"]
)
def test_a_site_without_address_or_beginning_has_no_feeds(tmp_path: Path, line: str) -> None:
    project = tmp_path / "project"
    shutil.copytree(ROOT / "tests/sites/full", project)
    settings = project / "content/site.yaml"
    text = settings.read_text(encoding="utf-8")
    assert line in text
    settings.write_text(text.replace(line, ""), encoding="utf-8")
    build(project, tmp_path / "site")
    assert feeds_of(tmp_path / "site") == []
    assert not (tmp_path / "site/feeds").exists()
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "application/atom+xml" not in home
    assert "feeds/" not in home


def test_a_build_with_drafts_can_be_followed_by_nobody() -> None:
    plan, _ = plan_of(ROOT / "tests/sites/full", NOW, drafts=True)
    paths = {page.path for page in plan.pages}
    assert not {path for path in paths if "feed" in path or "sitemap" in path}
    assert plan.frame.feeds == ()


def test_what_xml_forbids_is_taken_out() -> None:
    text = "a\x01\x0b\x1f\ufffe\uffff\tb\n\r é 🌊"
    assert legal_xml(text.encode()).decode() == "a\tb\n\r é 🌊"


def test_only_links_of_the_site_are_made_absolute() -> None:
    html = '<a href="\x00events/x/index.html#quote-1"></a><a href="https://o.example/index.html">'
    assert absolute(html, "https://e.example/t/") == (
        '<a href="https://e.example/t/events/x/#quote-1"></a>'
        '<a href="https://o.example/index.html">'
    )


def test_an_id_names_host_beginning_and_path() -> None:
    assert permanent_id("/events/x/", "https://Пример.example:81/a/", 737425) == (
        "tag:xn--e1afmkfd.example,2020-01-01:/a/events/x/"
    )
