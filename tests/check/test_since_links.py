"""`check --since REV` follows links within the project, and says what it could not compare."""

from pathlib import Path

import pytest

from tests.check.repository import Edit, begun, check, edit, git

SITE = "title: Invented\ncategories: {talk: {label: Talk}}\n"
EVENT = "title: Something invented\ndate: 2022-03-01\ncategory: talk\n"
LINKS = {
    "a file": ("content/events/one.yaml", "../../shared/events/one.yaml"),
    "a folder": ("content/events", "../shared/events"),
    "a link to a link": ("content/events/more", "../../near/events"),
    "all content": ("content", "shared"),
}


@pytest.fixture(params=LINKS)
def project(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Return a project in git whose event is behind a link."""
    link, target = LINKS[request.param]
    shared = tmp_path / "shared"
    (shared / "events").mkdir(parents=True)
    (shared / "site.yaml").write_text(SITE)
    (shared / "events/one.yaml").write_text(EVENT)
    (tmp_path / "near").symlink_to("shared")
    (tmp_path / link).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / link).symlink_to(target)
    files = {} if link == "content" else {"site.yaml": SITE}
    return begun(tmp_path, files)


def test_what_links_lead_to_is_held_as_well(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(project) == 0
    event = project / "shared/events/one.yaml"
    event.write_text(EVENT.replace("Something", "Nothing"))
    assert check(project) == 1
    assert "one.yaml:1:8: title" in capsys.readouterr().err
    event.write_text(EVENT.replace("category", "status: draft\ncategory"))
    assert check(project) == 1
    assert "[published-gone]" in capsys.readouterr().err


BROKEN = {"site.yaml": SITE, "events/one.yaml": f"{EVENT}colour: red\n"}
MENDED: Edit = ("events/one.yaml", "colour: red\n", "")
TITLED: Edit = ("events/one.yaml", "Something", "Nothing")


def test_a_file_that_had_a_problem_is_said_not_to_be_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = begun(tmp_path, BROKEN)
    edit(project, (MENDED, TITLED))
    assert check(project) == 0
    said = capsys.readouterr().err
    assert "warning: content/events/one.yaml:1:1: in the earlier revision line 4 had" in said
    assert said.count("[not-compared]") == 1


def test_a_link_that_led_out_of_the_project_is_said_not_to_be_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "project"
    (tmp_path / "one.yaml").write_text(EVENT)
    (root / "content/events").mkdir(parents=True)
    link = root / "content/events/one.yaml"
    link.symlink_to("../../../one.yaml")
    project = begun(root, {"site.yaml": SITE})
    link.unlink()
    link.write_text(EVENT)
    assert check(project) == 0
    assert "warning: content/events/one.yaml:1:1: in the earlier" in capsys.readouterr().err


def test_links_to_media_are_passed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content/media").mkdir(parents=True)
    (tmp_path / "content/media/plan.png").symlink_to("../../plan.png")
    project = begun(tmp_path, {"site.yaml": SITE, "events/one.yaml": EVENT})
    git(project, "rm", "-q", "--cached", "content/media/plan.png")
    (tmp_path / "content/media/plan.png").unlink()
    assert check(project) == 0
    assert "[not-compared]" not in capsys.readouterr().err
