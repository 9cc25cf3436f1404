"""Formatting again: what was formed is known, whatever became of what is remembered."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main

EVENT = "content/events/a.yaml"
FORMED = "title: A\ndate: 2020-01-01\ncategory: talk\n"
UNFORMED = "date:   2020-01-01\ntitle: A\ncategory: talk\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of one event that is not formed, and format it."""
    (tmp_path / "content/events").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: T\ncategories:\n  talk:\n    label: Talk\n")
    (tmp_path / EVENT).write_text(UNFORMED)
    assert fmt(tmp_path) == 0
    return tmp_path


def fmt(project: Path, *options: str) -> int:
    """Format a project; return the exit status."""
    return main(["fmt", "--project", str(project), *options])


def remembered(project: Path) -> Path:
    """Return the file of what is remembered."""
    return project / ".cache/verbatim/formed"


def lose(file: Path) -> None:
    """Take the file away."""
    file.unlink()


def cut(file: Path) -> None:
    """Cut the file short."""
    file.write_bytes(file.read_bytes()[:-5])


def age(file: Path) -> None:
    """Make the file that of another version."""
    file.write_bytes(bytes(32) + file.read_bytes()[32:])


def block(file: Path) -> None:
    """Put a folder where the file was."""
    file.unlink()
    file.mkdir()


def test_the_second_time_nothing_is_left_to_do(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert fmt(project, "--check") == 0
    assert capsys.readouterr().out == "2 files, 0 would be formatted\n"
    assert (project / EVENT).read_text() == FORMED


def test_a_file_that_was_changed_since_is_formatted(project: Path) -> None:
    (project / EVENT).write_text(UNFORMED)
    assert fmt(project, "--check") == 1
    assert fmt(project) == 0
    assert (project / EVENT).read_text() == FORMED


def test_what_is_formed_as_one_kind_may_not_be_as_another(project: Path) -> None:
    (project / "content/sources").mkdir()
    fields = "title: A\npublisher: B\n"
    (project / "content/sources/a.yaml").write_text(fields)
    (project / EVENT).write_text(fields + "date: 2020-01-01\n")
    assert fmt(project) == 0
    assert fmt(project, "--check", str(project / "content/sources")) == 0
    assert fmt(project, "--check") == 0


@pytest.mark.parametrize("harm", [lose, cut, age, block])
def test_what_became_of_the_memory_changes_no_result(
    project: Path, harm: Callable[[Path], None]
) -> None:
    harm(remembered(project))
    assert fmt(project, "--check") == 0
    (project / EVENT).write_text(UNFORMED)
    assert fmt(project, "--check") == 1
