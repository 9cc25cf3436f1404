"""A new project begins in a folder where nothing is, or nothing is changed there."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.tools.required import ROOT


def paths_in(folder: Path) -> list[Path]:
    """Return all that is in a folder."""
    return sorted(folder.rglob("*"))


@pytest.mark.parametrize("name", ["a new one", "Київ/’26", "-", "it's"])
def test_any_name_of_a_folder_will_do_and_the_commands_told_can_be_typed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    project = tmp_path / name
    assert main(["init", str(project)]) == 0
    said = capsys.readouterr().out.splitlines()
    words = [shlex.split(line.partition(": ")[2]) for line in said[1:]]
    assert [each[-2:] for each in words] == [["--project", str(project)]] * 2
    assert main(["check", "--project", str(project), "--quiet"]) == 0


@pytest.mark.parametrize("name", [".git", ".DS_Store", "Thumbs.db"])
def test_what_no_author_put_there_is_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert main(["init", str(tmp_path), "--quiet"]) == 0


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["notes.txt"], "notes.txt is there"),
        (["b", ".gitignore"], ".gitignore and 1 more is there"),
    ],
)
def test_a_folder_with_anything_in_it_is_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], names: list[str], said: str
) -> None:
    for name in names:
        (tmp_path / name).write_text("mine")
    before = paths_in(tmp_path)
    assert main(["init", str(tmp_path)]) == 2
    assert f"{tmp_path}: {said} already; name a new or an empty folder" in capsys.readouterr().err
    assert paths_in(tmp_path) == before
    assert {(tmp_path / name).read_text() for name in names} == {"mine"}


def test_what_is_no_folder_is_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to("nowhere")
    for name in ("file", "link"):
        assert main(["init", str(tmp_path / name)]) == 2
        assert "a file is there already; name a new or an empty folder" in capsys.readouterr().err
    assert main(["init", str(tmp_path / "file/within")]) == 3
    assert main(["init", str(tmp_path / ("x" * 300))]) == 3
    assert "File name too long; nothing was written" in capsys.readouterr().err
    assert paths_in(tmp_path) == [tmp_path / "file", tmp_path / "link"]


@pytest.mark.parametrize(
    ("mode", "name"), [(0o555, "."), (0o555, "new/er"), (0o000, "."), (0o000, "new")]
)
def test_a_folder_that_may_not_be_written_is_a_failure_that_leaves_nothing(
    tmp_path: Path, mode: int, name: str
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=mode)
    # Whoever runs the tests as root may write anywhere, unless that is taken away.
    lowered = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    command = [*(lowered if os.geteuid() == 0 else []), sys.executable, str(ROOT / "build.py")]
    done = subprocess.run(
        [*command, "init", str(closed / name)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 3, done.stderr
    assert done.stderr.startswith(str(closed))
    assert done.stderr.endswith(": Permission denied; nothing was written\n")
    closed.chmod(0o755)
    assert paths_in(closed) == []
