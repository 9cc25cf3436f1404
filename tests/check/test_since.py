"""What was published may not change without a word to readers: `check --since REV`."""

from pathlib import Path

import pytest

from generator.cli import main
from tests.check.repository import begun, check, git

SITE = "title: Invented\ncategories: {talk: {label: Talk}}\n"
SOURCE = "title: Paper\npublisher: Nobody\npublished: 2022-03-02\n"
EVENT = """\
title: Something invented
date: 2022-03-01
category: talk
summary: Before.
quotes:
  - text: These words are invented.
    source: paper
    attribution: Nobody
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project whose published event lies in a first revision."""
    files = {"site.yaml": SITE, "sources/paper.yaml": SOURCE, "events/first.yaml": EVENT}
    return begun(tmp_path, files)


def edit(project: Path, old: str, new: str) -> None:
    file = project / "content/events/first.yaml"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_nothing_changed_is_nothing_to_tell(project: Path) -> None:
    assert check(project) == 0


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("Something invented", "Something else", "1:8: title"),
        ("date: 2022-03-01", "date: 2022-02-28", "2:7: date"),
        ("category: talk", 'time: "10:00"\ncategory: talk', "3:8: time"),
        ("These words are", "Those words were", "6:5: quotes[0]"),
    ],
)
def test_a_change_without_a_word_is_a_problem_at_its_field(
    project: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, field: str
) -> None:
    edit(project, old, new)
    assert check(project) == 1
    said = capsys.readouterr().err
    assert f"content/events/first.yaml:{field}" in said
    assert "[unmarked-change]" in said


@pytest.mark.parametrize(
    "told",
    [
        "updated: 2022-03-05\n",
        "corrections:\n  - {date: 2022-03-05, kind: correction, text: The title was wrong.}\n",
    ],
)
def test_a_change_that_readers_are_told_of_is_none(project: Path, told: str) -> None:
    edit(project, "Something invented", "Something else")
    edit(project, "category: talk\n", f"category: talk\n{told}")
    assert check(project) == 0


def test_words_that_assert_nothing_new_may_be_improved(project: Path) -> None:
    edit(project, "Before.", "After.")
    assert check(project) == 0


def test_a_published_event_may_not_vanish(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content/events/first.yaml").unlink()
    assert check(project) == 1
    assert "[published-gone]" in capsys.readouterr().err


def test_a_published_event_may_not_become_a_draft_again(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project, "category: talk\n", "category: talk\nstatus: draft\n")
    assert check(project) == 1
    assert "first.yaml:4:9: " in capsys.readouterr().err


def test_an_event_that_moved_and_kept_its_address_is_not_gone(project: Path) -> None:
    events = project / "content/events"
    (events / "first.yaml").rename(events / "second.yaml")
    file = events / "second.yaml"
    file.write_text(file.read_text() + "aliases: [/events/first/]\n")
    assert check(project) == 0


def test_a_draft_may_change_as_it_likes(project: Path) -> None:
    edit(project, "category: talk\n", "category: talk\nstatus: draft\n")
    git(project, "commit", "-q", "-a", "-m", "draft")
    edit(project, "Something invented", "Something else")
    assert check(project) == 0


@pytest.mark.parametrize("revision", ["nowhere", "--output=/tmp/x", "HEAD:content"])
def test_what_is_no_revision_is_wrong_usage(project: Path, revision: str) -> None:
    assert main(["check", "--project", str(project), f"--since={revision}"]) == 2
