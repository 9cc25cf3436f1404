"""Histories out of repositories of every sort: merged, moved, cut off, absent, configured."""

import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.history.repository import EVENT, Repository
from tests.test_golden import files_of

FIRST = "the earliest version on record"
LISTED = """\
- id: first
  title: Something invented
  date: 2021-03-01
  category: talk
  summary: Before.
- id: second
  title: Another thing
  date: 2021-03-02
  category: talk
"""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a project with one event, in one commit."""
    made = Repository(tmp_path / "repository")
    made.write("events/first.yaml", EVENT)
    made.commit()
    return made


def test_an_entry_of_a_list_has_a_history_of_its_own(repository: Repository) -> None:
    (repository.root / "content/events/first.yaml").unlink()
    repository.write("events/both.yaml", LISTED)
    moved = repository.commit()
    repository.edit("Another thing", "Something else", "events/both.yaml")
    changed = repository.commit()
    assert repository.told("first")[1:] == [("2021-03-02", "the quotes", moved)]
    assert repository.told("second", is_built=False) == [
        ("2021-03-02", FIRST, moved),
        ("2021-03-03", "the title", changed),
    ]


def test_a_file_that_was_moved_keeps_its_history(repository: Repository) -> None:
    folder = repository.root / "content/events/рік 2021 “a”"
    folder.mkdir()
    (repository.root / "content/events/first.yaml").rename(folder / "first.yaml")
    repository.commit()
    repository.edit("Something", "Nothing", "events/рік 2021 “a”/first.yaml")
    repository.commit()
    assert repository.parts() == [FIRST, "the title"]


@pytest.mark.parametrize("alias", ["", "aliases: [/events/first/]\n"])
def test_an_event_of_a_new_id_has_its_old_history_if_it_names_its_old_address(
    repository: Repository, alias: str
) -> None:
    repository.edit("Something", "Nothing")
    repository.commit()
    events = repository.root / "content/events"
    (events / "first.yaml").rename(events / "renamed.yaml")
    text = (events / "renamed.yaml").read_text(encoding="utf-8")
    repository.write("events/renamed.yaml", text + alias)
    repository.commit()
    expected = [FIRST, "the title", "other details"] if alias else [FIRST]
    assert repository.parts("renamed") == expected


def test_what_a_branch_did_is_told_of_the_commit_that_merged_it(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "branch")
    repository.edit("Something", "Nothing")
    repository.commit()
    repository.edit("Before.", "After.")
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write("events/other.yaml", EVENT.replace("Something", "Else"))
    repository.commit()
    dates = {f"GIT_{who}_DATE": "2021-04-01T12:00:00+03:00" for who in ("AUTHOR", "COMMITTER")}
    repository.git("merge", "-q", "--no-ff", "-m", "x", "branch", **dates)
    merge = repository.git("rev-parse", "HEAD")[:10]
    assert repository.told()[1:] == [("2021-04-01", "the title, the text", merge)]


def test_a_version_that_is_no_yaml_is_passed_over(repository: Repository) -> None:
    good = (repository.root / "content/events/first.yaml").read_text(encoding="utf-8")
    repository.write("events/first.yaml", "title: [\n")
    repository.commit()
    repository.write("events/first.yaml", good.replace("Something", "Nothing"))
    mended = repository.commit()
    assert repository.told()[1:] == [("2021-03-03", "the title", mended)]


def test_a_file_that_was_gone_for_a_while_goes_on(repository: Repository) -> None:
    (repository.root / "content/events/first.yaml").unlink()
    repository.write("events/other.yaml", EVENT)
    repository.commit()
    repository.write("events/first.yaml", EVENT.replace("Something", "Nothing"))
    back = repository.commit()
    assert repository.told()[1:] == [("2021-03-03", "the title", back)]


def test_a_project_in_a_folder_of_the_repository_has_histories(tmp_path: Path) -> None:
    repository = Repository(tmp_path, "some/folder")
    repository.write("events/first.yaml", EVENT)
    repository.commit()
    repository.edit("Something", "Nothing")
    repository.commit()
    assert repository.parts() == [FIRST, "the title"]


def test_what_git_does_not_have_is_said(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.build()
    assert "git does not have" not in capsys.readouterr().err
    repository.edit("Something", "Nothing")
    repository.write("events/sub/new.yaml", EVENT.replace("Something", "Else"))
    repository.write("events/kept.yaml", EVENT.replace("Something", "Other"))
    with (repository.root / "content/.gitignore").open("a", encoding="utf-8") as file:
        file.write("kept.yaml\n")
    assert repository.parts() == [FIRST]
    paths = ", ".join(f"content/events/{name}.yaml" for name in ("first", "sub/new", "kept"))
    assert f"these files say now: {paths}\n" in capsys.readouterr().err
    assert repository.told("new", is_built=False) == []
    assert repository.told("kept", is_built=False) == []


def test_a_clone_that_is_cut_off_is_refused(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.edit("Something", "Nothing")
    repository.commit()
    source = f"file://{repository.folder}"
    command = ["git", "clone", "-q", "--depth", "1", source, str(tmp_path / "shallow")]
    subprocess.run(command, check=True, capture_output=True)
    shallow = Repository.__new__(Repository)
    shallow.folder = shallow.root = tmp_path / "shallow"
    shallow.build(expected=2)
    assert "fetch-depth: 0" in capsys.readouterr().err
    shallow.git("fetch", "-q", "--unshallow")
    assert shallow.told() == repository.told()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda folder: shutil.rmtree(folder / ".git"), "not a git repository"),
        (lambda folder: (folder / ".git/HEAD").write_text("ref: refs/heads/none\n"), "HEAD"),
    ],
)
def test_without_a_repository_or_a_commit_a_history_is_refused(
    repository: Repository,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Path], None],
    said: str,
) -> None:
    spoil(repository.folder)
    repository.build(expected=2)
    message = capsys.readouterr().err
    assert message.startswith("--history: ")
    assert said in message


def test_without_git_a_history_is_refused_and_all_else_is_built(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    repository.build(expected=2)
    assert capsys.readouterr().err == "--history: git cannot be found\n"
    repository.build("--clean")
    assert repository.told(is_built=False) == []


def test_a_history_beside_a_day_of_the_past_is_refused(repository: Repository) -> None:
    repository.build("--history", "--as-of", "2021-03-05", expected=2)


def test_settings_and_places_of_a_clone_change_no_byte(
    repository: Repository, tmp_path: Path
) -> None:
    repository.edit("Something", "Nothing")
    repository.commit()
    site = repository.build()
    clone = Repository.__new__(Repository)
    clone.folder = clone.root = tmp_path / "a longer name" / "clone"
    command = ["git", "clone", "-q", str(repository.folder), str(clone.folder)]
    subprocess.run(command, check=True, capture_output=True)
    for name, value in (
        ("log.showSignature", "true"),
        ("color.ui", "always"),
        ("diff.renames", "copies"),
        ("diff.noprefix", "true"),
        ("diff.relative", "false"),
        ("core.abbrev", "40"),
        ("log.date", "relative"),
        ("log.decorate", "full"),
        ("format.pretty", "fuller"),
        ("status.relativePaths", "true"),
        ("status.branch", "true"),
    ):
        clone.git("config", name, value)
    assert files_of(clone.build()) == files_of(site)


def test_builds_one_after_another_are_what_clean_builds_are(repository: Repository) -> None:
    def is_clean(*options: str) -> bool:
        site = files_of(repository.build(*options))
        return site == files_of(repository.build(*options, "--clean"))

    assert is_clean("--history")
    repository.edit("Something", "Nothing")
    repository.commit()
    assert is_clean("--history")
    repository.commit("", "--amend")
    amended = repository.git("rev-parse", "HEAD")[:10]
    assert repository.told()[-1][2] == amended, "nothing but the commit is another"
    assert is_clean("--history")
    repository.edit("Before.", "After.")
    assert is_clean("--history")
    assert is_clean("--jobs", "1")
    assert repository.told(is_built=False) == []


def test_however_many_events_there_are_git_is_called_a_few_times(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        repository.write(f"events/more-{number}.yaml", EVENT.replace("Something", f"No {number}"))
        if number % 8 == 0:
            repository.commit()
    repository.commit()
    real, calls = shutil.which("git"), tmp_path / "calls"
    program = tmp_path / "bin/git"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$@" >> {calls}\nexec {real} "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    repository.build()
    assert 0 < len(calls.read_text().splitlines()) <= 5
