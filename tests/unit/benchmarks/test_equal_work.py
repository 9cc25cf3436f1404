"""Two sites are compared by section of pages and by kind of file, and what differs is told."""

from pathlib import Path

import pytest

from benchmarks.__main__ import alike, unequal_parts
from benchmarks.equal_work import EVERYTHING, PAGES, Difference, differences, missing_pages
from benchmarks.runs import Site
from benchmarks.tools import TOOLS

OURS = {
    "index.html": 100,
    "2022/03/index.html": 100,
    "events/one/index.html": 1000,
    "events/one/event.json": 10,
    "figures/losses/claims.csv": 50,
    "data/events.json": 500,
    "categories/aid/feed.xml": 70,
    "feeds/changes.json": 70,
    "feeds/calendar.ics": 70,
    "search/words-0-0.js": 300,
    "static/css/site.css": 40,
    "manifest.json": 60,
}


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    write_site(ours, OURS)
    write_site(theirs, OURS)
    return ours, theirs


def write_site(root: Path, sizes: dict[str, int]) -> None:
    for path, size in sizes.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(bytes(size))


def by_name(ours: Path, theirs: Path) -> dict[str, Difference]:
    return {row.name: row for row in differences(ours, theirs)}


def test_the_same_site_is_equal_in_every_part(sites: tuple[Path, Path]) -> None:
    assert {row.verdict for row in differences(*sites)} == {"equal"}


def test_every_file_is_in_one_part_and_in_the_whole(sites: tuple[Path, Path]) -> None:
    rows = by_name(*sites)
    whole = rows.pop(EVERYTHING)
    pages = rows.pop(PAGES)
    assert (whole.files, whole.bytes) == (len(OURS), sum(OURS.values()))
    assert sum(row.files for row in rows.values()) == whole.files
    assert pages.files == sum(path.endswith(".html") for path in OURS)
    assert (rows["feeds"].files, rows["data"].files) == (3, 3)
    assert rows["HTML, years and months"].bytes == OURS["2022/03/index.html"]


@pytest.mark.parametrize(("size", "verdict"), [(1020, "equal"), (1030, "NOT EQUAL")])
def test_bytes_may_differ_by_two_in_a_hundred(
    sites: tuple[Path, Path], size: int, verdict: str
) -> None:
    write_site(sites[1], {"events/one/index.html": size})
    assert by_name(*sites)["HTML, events"].verdict == verdict


def test_a_part_that_one_site_lacks_is_not_equal(sites: tuple[Path, Path]) -> None:
    (sites[0] / "static/css/site.css").unlink()
    assert by_name(*sites)["static"].verdict == "NOT EQUAL"


def test_a_difference_that_is_known_is_told_with_its_reason(sites: tuple[Path, Path]) -> None:
    (sites[1] / "manifest.json").unlink()
    assert "no manifest.json" in by_name(*sites)["for programs"].verdict


def test_pages_that_only_one_site_has_are_named(sites: tuple[Path, Path]) -> None:
    (sites[1] / "events/one/index.html").rename(sites[1] / "other.html")
    assert missing_pages(*sites) == ({"events/one/index.html"}, {"other.html"})


@pytest.mark.parametrize(
    ("tool", "unequal"),
    [("hugo", ["HTML, events"]), ("eleventy-minimal", ["HTML, events"]), ("mkdocs", [])],
)
def test_a_part_that_a_port_has_not_is_told_unless_it_is_stated(
    tmp_path: Path, tool: str, unequal: list[str]
) -> None:
    rows = [Difference("HTML, events", 2, 1, 9, 9), Difference("HTML, tags", 4, 4, 9, 9)]
    rows.append(Difference("search index", 2, 1, 9, 9))
    assert unequal_parts(Site(TOOLS[tool], tmp_path, tmp_path, []), rows) == unequal


def test_each_peer_stands_beside_the_verbatim_of_like_templates(tmp_path: Path) -> None:
    names = ("verbatim", "verbatim-minimal", "hugo", "hugo-minimal", "mkdocs")
    sites = [Site(TOOLS[name], tmp_path, tmp_path, []) for name in names]
    assert [(ours.tool.name, theirs.tool.name) for ours, theirs in alike(sites)] == [
        ("verbatim", "hugo"),
        ("verbatim-minimal", "hugo-minimal"),
        ("verbatim-minimal", "mkdocs"),
    ]
