"""`check --since REV` compares with what was committed, whatever git's attributes make of it."""

import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from tests.check.repository import git
from tests.check.test_since import EVENT, SITE, SOURCE

CORRECTION = "corrections:\n  - {date: 2022-03-04, kind: correction, text: A day was wrong.}\n"
FIRST = "content/events/first.yaml"
ATTRIBUTES = (
    "content export-ignore",
    "content/ export-ignore",
    "*.yaml export-ignore",
    "content/events/** export-ignore",
    f"{FIRST} export-ignore",
    f"{FIRST} export-subst",
    f"{FIRST} working-tree-encoding=ISO-8859-1",
    f"{FIRST} text eol=crlf",
    f"{FIRST} ident",
    f"{FIRST} filter=none -diff binary",
)


def write_project(root: Path) -> None:
    """Write a project whose event has a correction."""
    files = {"site.yaml": SITE, "sources/paper.yaml": SOURCE, "events/first.yaml": EVENT}
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    with (root / FIRST).open("a") as file:
        file.write(CORRECTION)


def commit(root: Path) -> None:
    """Commit everything in the repository that the folder is in."""
    git(root, "add", "-A", ":/")
    git(root, "commit", "-q", "-m", "x")


def check(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Return the exit status of a check since the last commit, and what it says."""
    status = main(["check", "--project", str(root), "--since", "HEAD", "--quiet"])
    return status, capsys.readouterr().err


def take_correction_away(root: Path) -> None:
    """Take the event's correction away."""
    file = root / FIRST
    file.write_text(file.read_text().replace(CORRECTION, ""))


@pytest.mark.parametrize("below", ["", "timeline"])
@pytest.mark.parametrize("place", [".gitattributes", ".git/info/attributes"])
@pytest.mark.parametrize("attributes", ATTRIBUTES)
def test_no_attribute_lets_a_vanished_correction_pass(
    attributes: str, place: str, below: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / below
    write_project(root)
    git(tmp_path, "init", "-q")
    commit(root)
    prefix = f"{below}/" if below else ""
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).write_text(attributes.replace("content", f"{prefix}content") + "\n")
    if place == ".gitattributes":
        commit(root)
    assert check(root, capsys)[0] == 0
    take_correction_away(root)
    status, said = check(root, capsys)
    assert status == 1
    assert f"{FIRST}:1:1: corrections" in said
    assert "[correction-changed]" in said


def test_words_that_git_would_fill_in_are_compared_as_they_are_typed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(tmp_path)
    file = tmp_path / FIRST
    file.write_text(file.read_text().replace("Something", "$Format:%H$ and $Id$"))
    (tmp_path / ".gitattributes").write_text("*.yaml export-subst\n")
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    assert check(tmp_path, capsys)[0] == 0


@pytest.mark.parametrize(
    "held", [b"version https://git-lfs.github.com/spec/v1\noid sha256:00\n", b"\0GITCRYPT\0x"]
)
def test_what_git_has_elsewhere_or_encrypted_is_not_taken_for_nothing(
    held: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(tmp_path)
    now = (tmp_path / FIRST).read_bytes()
    (tmp_path / FIRST).write_bytes(held)
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    (tmp_path / FIRST).write_bytes(now)
    status, said = check(tmp_path, capsys)
    assert status == 2
    assert f"--since HEAD: git has {FIRST} encrypted or elsewhere" in said


def test_content_that_is_a_submodule_is_not_taken_for_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(tmp_path)
    git(tmp_path / "content", "init", "-q")
    subprocess.run(["git", "-C", str(tmp_path / "content"), "add", "-A"], check=True)
    git(tmp_path / "content", "commit", "-q", "-m", "x")
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    status, said = check(tmp_path, capsys)
    assert status == 2
    assert "--since HEAD: content is a submodule" in said


def test_a_revision_without_content_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "note.txt").write_text("x")
    commit(tmp_path)
    write_project(tmp_path)
    status, said = check(tmp_path, capsys)
    assert status == 2
    assert "--since HEAD: that revision has no content/ here" in said
