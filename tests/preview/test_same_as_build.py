"""What the preview shows after any edit is, to the byte, what a clean build makes."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.edition import Edition
from generator.pipeline.build import build_site
from generator.pipeline.workers import Workers
from generator.preview.live_site import LiveSite
from generator.project import Project
from tests.test_golden import files_of
from tests.tools.required import ROOT

RAIN, RIVER = "content/events/rain.yaml", "content/events/river.yaml"
EDITS = {
    "a body": (RIVER, "One invented fact.", "Another invented *fact*."),
    "a title": (RIVER, "title: The river leaves", "title: The river now leaves"),
    "a date": (RIVER, "date: 2020-02-03\n", "date: 2020-02-07\n"),
    "a quote": (RIVER, "very fast.", "rather fast."),
    "a claim": (RIVER, "Counted from the bridge.", "Counted twice."),
    "a category": (RIVER, "category: water", "category: words"),
    "a person": ("content/people/people.yaml", "Ada Invented", "Ida Invented"),
    "the settings": ("content/site.yaml", "The flood that never was", "No flood"),
    "a page": ("content/pages/about.md", "nav: ", "nav: 7"),
}
# Of these the event's own page is shown before the site is planned.
SEEN_AT_ONCE = {"a date", "a claim"}
PAGE = "events/river/index.html"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the full test site."""
    shutil.copytree(ROOT / "tests/sites/full", tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def live(project: Path) -> Iterator[LiveSite]:
    """Return its live site, all of which was looked at."""
    live = LiveSite(Project(project, project / "site"), drafts=False)
    live.refresh(None)
    looked_at(live, built(project))
    yield live
    live.close()


def built(project: Path) -> dict[str, bytes]:
    site = project.parent / "site"
    edition = Edition(datetime.now(UTC))
    build_site(Project(project, site), edition, lambda _: None, workers=Workers(), clean=True)
    made = files_of(site)
    del made["manifest.json"]
    return made


def looked_at(live: LiveSite, paths: dict[str, bytes]) -> dict[str, bytes]:
    found = {path: live.read(f"/{path}") for path in paths}
    return {path: file.content for path, file in found.items() if file is not None}


def different(live: LiveSite, expected: dict[str, bytes]) -> list[str]:
    shown = looked_at(live, expected)
    return [path for path in expected if shown.get(path) != expected[path]]


def edit(project: Path, file: str, old: str, new: str) -> set[Path]:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return {path}


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_every_page_is_the_build_s(name: str, live: LiveSite, project: Path) -> None:
    outcome = live.refresh(edit(project, *EDITS[name]))
    assert outcome.problems == ()
    assert different(live, built(project)) == []


@pytest.mark.parametrize("name", EDITS)
def test_what_was_glimpsed_first_is_the_build_s_in_the_end(
    name: str, live: LiveSite, project: Path
) -> None:
    changed = edit(project, *EDITS[name])
    glimpsed = live.glimpse(changed)
    assert (glimpsed is not None) == (name in SEEN_AT_ONCE)
    assert live.refresh(changed).problems == ()
    assert different(live, built(project)) == []


def test_a_new_date_is_seen_before_the_site_is_planned(live: LiveSite, project: Path) -> None:
    (before,) = looked_at(live, {PAGE: b""}).values()
    changed = edit(project, *EDITS["a date"])
    glimpsed = live.glimpse(changed)
    assert glimpsed is not None
    assert glimpsed.changed is not None
    assert "/events/river/" in glimpsed.changed
    (page,) = looked_at(live, {PAGE: b""}).values()
    assert b"7 February 2020" not in before
    assert b"7 February 2020" in page


def test_what_was_glimpsed_is_taken_back_if_the_plan_finds_it_wrong(
    live: LiveSite, project: Path
) -> None:
    before = looked_at(live, {PAGE: b""})
    # The river comes after the rain, by its own word.
    changed = edit(project, RIVER, "date: 2020-02-03\n", "date: 2020-01-07\n")
    assert live.glimpse(changed) is not None
    outcome = live.refresh(changed)
    assert [problem.kind.code for problem in outcome.problems] == ["after-contradicts-dates"]
    assert outcome.changed is not None
    assert "/events/river/" in outcome.changed
    assert looked_at(live, {PAGE: b""}) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("category: water", "category: nowhere"),
        ("date: 2020-02-03\n", "date: 2020-02-33\n"),
        ("date: 2020-02-03\n", "date: 2020-02-05\ndraft: true\n"),
        ("date: 2020-02-03\n", "date: 2020-02-05\nembargo: 2099-01-01T00:00:00Z\n"),
        ("date: 2020-02-03\n", "date: 2020-02-05\nretracted: {date: 2020-03-01, reason: No.}\n"),
        ("places: [gauge, town]\n", "places: [town]\n"),
        ("One invented fact.", "Canary Name saw it."),
        ("time: 02:00~\n", "time: 03:00~\ntype: unknown\n"),
    ],
)
def test_no_glimpse_is_given_of_what_may_not_stand(
    live: LiveSite, project: Path, old: str, new: str
) -> None:
    before = looked_at(live, {PAGE: b""})
    changed = edit(project, RIVER, old, new)
    if "Canary" in new:
        edit(project, RIVER, "time: 02:00~", "time: 03:00~")
    assert live.glimpse(changed) is None
    assert looked_at(live, {PAGE: b""}) == before


def test_one_edit_after_another_is_the_build_s(live: LiveSite, project: Path) -> None:
    for change in EDITS.values():
        live.refresh(edit(project, *change))
    (project / "templates/partials").mkdir(parents=True)
    shutil.copy(ROOT / "templates/partials/_pager.html", project / "templates/partials")
    live.refresh(edit(project, "templates/partials/_pager.html", '"pager"', '"pager x"'))
    (project / "content/events/new.yaml").write_text((project / RAIN).read_text(encoding="utf-8"))
    live.refresh({project / "content/events/new.yaml"})
    assert different(live, built(project)) == []


def test_a_withheld_name_in_reworded_text_is_a_problem(live: LiveSite, project: Path) -> None:
    outcome = live.refresh(edit(project, RIVER, "One invented fact.", "Canary Name saw it."))
    assert [problem.kind.code for problem in outcome.problems] == ["withheld-name"]
    mended = live.refresh(edit(project, RIVER, "Canary Name saw it.", "Somebody saw it."))
    assert mended.problems == ()
    assert b"Somebody saw it." in looked_at(live, {"events/river/index.html": b""}).popitem()[1]
