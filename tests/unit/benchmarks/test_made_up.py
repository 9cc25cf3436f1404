"""Made-up events are the same each time, and every tool's form of them holds them all."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.made_up import MadeUpEvent, made_up_events, source_count
from benchmarks.sites import eleventy, hugo, mkdocs, pelican, verbatim
from benchmarks.themes import copy_theme
from tests.tools.required import ROOT

THEMES = ROOT / "benchmarks" / "themes"
SOME = 60
ENOUGH = 1000  # so many that every place, person and figure is referred to
SITES = [eleventy, hugo, mkdocs, pelican, verbatim]


@pytest.fixture(scope="module")
def events() -> list[MadeUpEvent]:
    return made_up_events(SOME)


def test_the_same_seed_makes_the_same_events(events: list[MadeUpEvent]) -> None:
    assert made_up_events(SOME) == events


def test_another_seed_makes_other_events(events: list[MadeUpEvent]) -> None:
    assert made_up_events(SOME, seed=2) != events


def test_one_more_event_leaves_the_others_as_they_are(events: list[MadeUpEvent]) -> None:
    assert source_count(SOME + 1) == source_count(SOME)
    assert made_up_events(SOME + 1)[:SOME] == events


def test_dates_are_of_mixed_precision() -> None:
    dates = [event.date for event in made_up_events(200)]
    assert any(len(date) == len("2015-01") for date in dates)
    assert any(date.endswith("~") for date in dates)
    assert any("/" in date for date in dates)


@pytest.mark.parametrize("theme", ["", "minimal"])
def test_our_form_builds_with_no_problem_but_that_its_sources_do_not_exist(
    tmp_path: Path, theme: str
) -> None:
    verbatim.write_site(made_up_events(ENOUGH), tmp_path)
    if theme:
        copy_theme(theme, tmp_path / "templates")
    project = ["--project", str(tmp_path)]
    command = [sys.executable, "build.py", "build", "--quiet", *project]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (built.returncode, built.stdout) == (0, "")
    assert len(built.stderr.splitlines()) == 1
    assert "[quote-unverified]" in built.stderr


@pytest.mark.parametrize("site", SITES, ids=lambda site: str(site.__name__).rpartition(".")[2])
def test_every_form_has_a_file_for_each_event_that_says_its_words(
    events: list[MadeUpEvent], tmp_path: Path, site: object
) -> None:
    site.write_site(events, tmp_path)  # type: ignore[attr-defined] # a module of benchmarks.sites
    for event in events:
        text = site.event_path(tmp_path, event).read_text()  # type: ignore[attr-defined] # as above
        words = (event.title, event.date, event.summary, *(quote.text for quote in event.quotes))
        assert [word for word in words if word not in text] == []


@pytest.mark.parametrize("site", [hugo, eleventy], ids=["hugo", "eleventy"])
def test_a_small_theme_lies_over_the_whole_one(
    events: list[MadeUpEvent], tmp_path: Path, site: object
) -> None:
    name = str(site.__name__).rpartition(".")[2]  # type: ignore[attr-defined] # a module of benchmarks.sites
    small = THEMES / f"{name}_minimal"
    site.write_site(events, tmp_path, small.name)  # type: ignore[attr-defined] # as above
    for theme in (THEMES / name, small):
        paths = [path.relative_to(theme) for path in theme.rglob("*") if path.is_file()]
        assert [path for path in paths if not (tmp_path / path).is_file()] == []
    over = [path.relative_to(small) for path in small.rglob("*") if path.is_file()]
    assert {(tmp_path / path).read_text() == (small / path).read_text() for path in over} == {True}


def test_the_form_with_everything_has_maps_pictures_cards_and_a_database(tmp_path: Path) -> None:
    verbatim.write_everything(made_up_events(3), tmp_path)
    command = [sys.executable, str(ROOT / "build.py"), "build", "--project", str(tmp_path)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    site = tmp_path / "site"
    assert (site / "map/index.html").is_file()
    assert [*site.rglob("*.avif")]
    assert [*site.glob("events/*/card.png")]
    assert [*site.glob("embed/*")]
    assert [*site.glob("data/*.sqlite")]
