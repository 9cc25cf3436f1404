"""LiveSite: the last good build, read by address, and what each refresh says of itself."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.preview.live_site import LiveSite
from generator.project import Project
from tests.preview.running import EVENT
from tests.tools.required import ROOT

STYLES = "templates/static/css/site.css"
ADDED = {".html": "{# new #}", ".js": "// new", ".yaml": "tagline: New"}


@pytest.fixture
def site(project: Path) -> Iterator[LiveSite]:
    """Return the project's site, not built yet."""
    (project / STYLES).parent.mkdir(parents=True)
    shutil.copy(ROOT / STYLES, project / STYLES)
    site = LiveSite(Project(project, project / "site"), drafts=False)
    yield site
    site.close()


def edit(project: Path, file: str, old: str, new: str) -> set[Path]:
    path = project / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    return {path}


def text_at(site: LiveSite, path: str) -> str:
    file = site.read(path)
    assert file, path
    return file.content.decode()


def test_nothing_is_read_before_the_first_build(site: LiveSite) -> None:
    assert site.read("/") is None


def test_the_first_build_may_change_anything(site: LiveSite) -> None:
    outcome = site.refresh(None)
    assert outcome.changed is None
    assert outcome.problems == ()
    assert outcome.message == ""
    assert outcome.built_at
    assert outcome.built_at.tzinfo


def test_a_folder_s_path_is_its_index(site: LiveSite) -> None:
    site.refresh(None)
    assert "<h1" in text_at(site, "/events/first/")
    assert text_at(site, "/events/first/index.html") == text_at(site, "/events/first/")
    assert site.read("/events/first") is None
    assert site.read("/events/nothing/") is None


@pytest.mark.parametrize("path", ["", "events/first/", "/../x", "//", "/./", "/events/../", "\x00"])
def test_a_path_that_is_no_address_reads_nothing(site: LiveSite, path: str) -> None:
    site.refresh(None)
    assert site.read(path) is None


def test_what_an_edit_changed_of_pages_looked_at_is_said(site: LiveSite, project: Path) -> None:
    site.refresh(None)
    for path in ("/", "/events/first/", "/corrections/"):
        text_at(site, path)
    changed = edit(project, EVENT, "Somebody", "Nobody")
    outcome = site.refresh(changed)
    assert outcome.changed == frozenset({"/", "/events/first/"})
    assert not outcome.styles_only
    assert "Nobody said" in text_at(site, "/events/first/")


def test_a_build_that_changes_nothing_says_so(site: LiveSite, project: Path) -> None:
    site.refresh(None)
    outcome = site.refresh(edit(project, EVENT, "title:", "# a comment\ntitle:"))
    assert outcome.changed == frozenset()
    assert not outcome.styles_only


def test_an_edit_of_styles_alone_is_told_from_others(site: LiveSite, project: Path) -> None:
    site.refresh(None)
    text_at(site, "/events/first/")
    only_styles = edit(project, STYLES, ":root", ":root /* new */")
    outcome = site.refresh(only_styles)
    assert outcome.styles_only
    assert outcome.changed
    assert "/events/first/" in outcome.changed
    both = edit(project, STYLES, ":root", ":root /* newer */")
    both |= edit(project, EVENT, "Somebody", "Nobody")
    assert not site.refresh(both).styles_only


@pytest.mark.parametrize(
    "file", ["templates/pages/event.html", "templates/static/js/site.js", "content/site.yaml"]
)
def test_styles_saved_with_anything_else_are_not_all_that_changed(
    site: LiveSite, project: Path, file: str
) -> None:
    own = project / file
    if not own.exists():
        own.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, own)
    site.refresh(None)
    text_at(site, "/events/first/")
    both = edit(project, STYLES, ":root", ":root /* new */") | {own}
    with own.open("a", encoding="utf-8") as text:
        text.write(f"\n{ADDED[own.suffix]}\n")
    assert not site.refresh(both).styles_only


@pytest.mark.parametrize("linked", ["", "content", "content/events"])
def test_an_edit_is_seen_through_links(project: Path, tmp_path: Path, linked: str) -> None:
    root = project
    if linked:
        # A link in the content leads within the project.
        moved = project / "elsewhere" / linked.replace("/", "-")
        moved.parent.mkdir()
        (project / linked).rename(moved)
        (project / linked).symlink_to(moved)
    else:
        root = tmp_path / "linked"
        root.symlink_to(project)
    site = LiveSite(Project(root, root / "site"), drafts=False)
    site.refresh(None)
    # The watcher names files by where they are.
    event = (project / EVENT).resolve()
    event.write_text(event.read_text(encoding="utf-8").replace("Somebody", "Nobody"), "utf-8")
    assert site.refresh({event}).problems == ()
    assert "Nobody said" in text_at(site, "/events/first/")


def test_problems_leave_the_last_good_build(site: LiveSite, project: Path) -> None:
    built_at = site.refresh(None).built_at
    outcome = site.refresh(edit(project, EVENT, "2022-03-02", "2022-13-02"))
    assert [problem.kind.code for problem in outcome.problems] == ["date-month"]
    assert outcome.built_at == built_at
    assert outcome.changed == frozenset()
    assert "2022" in text_at(site, "/events/first/")
    mended = site.refresh(edit(project, EVENT, "2022-13-02", "2022-03-02"))
    assert mended.problems == ()


def test_a_fault_in_a_template_is_a_message(site: LiveSite, project: Path) -> None:
    site.refresh(None)
    template = project / "templates/pages/event.html"
    template.parent.mkdir()
    template.write_text("{% if %}", encoding="utf-8")
    outcome = site.refresh({template})
    assert "event.html" in outcome.message
    assert outcome.problems == ()
    assert "<h1" in text_at(site, "/events/first/")


def test_a_template_that_nothing_uses_is_a_problem_until_it_is_gone(
    site: LiveSite, project: Path
) -> None:
    site.refresh(None)
    template = project / "templates/pages/404.html"
    template.parent.mkdir()
    template.write_text("", encoding="utf-8")
    (problem,) = site.refresh({template}).problems
    assert problem.kind.code == "unused-template"
    (problem,) = site.refresh(edit(project, EVENT, "2022", "2021")).problems
    assert problem.kind.code == "unused-template"
    template.unlink()
    assert site.refresh({template}).problems == ()
    assert "2021" in text_at(site, "/events/first/")


def test_pages_in_other_windows_stay_when_their_template_has_a_fault(
    site: LiveSite, project: Path
) -> None:
    site.refresh(None)
    good = text_at(site, "/sources/paper/")
    text_at(site, "/events/first/")
    template = project / "templates/pages/source.html"
    template.parent.mkdir()
    shipped = (ROOT / "templates/pages/source.html").read_text(encoding="utf-8")
    template.write_text(
        shipped.replace("{% block main %}", "{% block main %}{{ content.nothing.at_all }}"),
        encoding="utf-8",
    )
    outcome = site.refresh({template})
    assert "source.html" in outcome.message
    assert text_at(site, "/sources/paper/") == good


def test_a_page_that_could_not_be_made_is_told_of_when_it_can(
    site: LiveSite, project: Path
) -> None:
    template = project / "templates/pages/source.html"
    template.parent.mkdir()
    shipped = (ROOT / "templates/pages/source.html").read_text(encoding="utf-8")
    template.write_text(
        shipped.replace("{% block main %}", "{% block main %}{{ content.nothing.at_all }}"),
        encoding="utf-8",
    )
    site.refresh(None)
    assert "nothing" in text_at(site, "/sources/paper/")
    template.write_text(shipped, encoding="utf-8")
    changed = site.refresh({template}).changed
    assert changed
    assert "/sources/paper/" in changed


def test_nothing_is_left_when_it_is_closed(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    site = LiveSite(Project(project, project / "site"), drafts=False)
    site.refresh(None)
    site.close()
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not (project / "site").exists()
