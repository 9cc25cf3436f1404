"""Links in a project's own templates publish nothing that is elsewhere."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.project import PACKAGE

HIDDEN = "hidden words"
SITE = "title: Invented\ncategories: {talk: {label: Talk}}\n"
LINKS = {
    "a file outside": ("static/note.txt", "../../../outside.txt"),
    "a file outside by its whole path": ("static/note.txt", "{outside}/outside.txt"),
    "a private copy": ("static/js/copy.js", "../../../content/captures/copy.txt"),
    "a file of the content": ("static/people.txt", "../../content/events/first.yaml"),
    "a folder outside": ("partials", "../../"),
    "a folder of private copies": ("static/captures", "../../content/captures"),
    "a link to a link": ("static/note.txt", "other.txt"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with private copies, beside a file that is none of its own."""
    root = tmp_path / "project"
    for folder in ("content/events", "content/captures", "templates/static/js"):
        (root / folder).mkdir(parents=True)
    (root / "content/site.yaml").write_text(SITE)
    event = f"title: {HIDDEN}\ndate: 2022-03-01\ncategory: talk\nstatus: draft\n"
    (root / "content/events/first.yaml").write_text(event)
    (root / "content/captures/copy.txt").write_text(HIDDEN)
    (root / "templates/static/own.txt").write_text("shown words")
    (tmp_path / "outside.txt").write_text(HIDDEN)
    return root


def build(root: Path) -> int:
    return main(["build", "--project", str(root), "--quiet", "--jobs", "1"])


@pytest.mark.parametrize("what", LINKS)
def test_a_link_out_of_the_templates_is_a_problem(
    what: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, target = LINKS[what]
    (project / "templates" / name).symlink_to(target.format(outside=project.parent))
    if target == "other.txt":
        (project / "templates/static/other.txt").symlink_to(project.parent / "outside.txt")
    assert build(project) == 1
    said = capsys.readouterr().err
    assert f"templates/{name}:1:1: link leads out of templates/" in said
    assert "[symlink-outside]" in said
    assert not list(project.glob("site/**/*.html"))


@pytest.mark.parametrize("name", ["static/note.txt", "pages/timeline.html", "note.txt"])
@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("nowhere")])
def test_what_is_no_file_in_the_templates_is_a_problem_and_not_waited_for(
    make: Callable[[Path], None], name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "templates/pages").mkdir()
    make(project / "templates" / name)
    assert build(project) == 1
    said = capsys.readouterr().err
    assert f"templates/{name}:1:1: pipe, socket, device, or link that leads nowhere" in said
    assert "[not-a-file]" in said


@pytest.mark.parametrize("name", ["content", "templates", ".cache", ".git"])
@pytest.mark.parametrize("inner", ["", "/new"])
def test_the_site_cannot_be_written_among_what_is_kept(
    name: str, inner: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = str(project / f"{name}{inner}")
    assert main(["build", "--project", str(project), "--output", output]) == 2
    assert f"may not hold {name}/ or lie in it" in capsys.readouterr().err
    assert not (project / f"{name}/new").exists()


def test_the_site_cannot_be_written_into_the_program(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = PACKAGE / "new"
    assert main(["build", "--project", str(project), "--output", str(output)]) == 2
    assert "may not lie in the program itself" in capsys.readouterr().err
    assert not output.exists()


def test_links_within_the_templates_and_to_a_whole_theme_are_followed(project: Path) -> None:
    (project / "templates/static/again.txt").symlink_to("own.txt")
    (project / "templates").rename(project.parent / "theme")
    (project / "templates").symlink_to("../theme")
    assert build(project) == 0
    assert (project / "site/static/again.txt").read_text() == "shown words"
    files = (file for file in (project / "site").rglob("*") if file.is_file())
    assert [file for file in files if HIDDEN.encode() in file.read_bytes()] == []
