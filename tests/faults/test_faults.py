"""Whatever happens to a build, every file of the site is whole, and the next build repairs it."""

import fcntl
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from generator.memory.folder import memory_folder
from tests.tools.required import ROOT

KILLS = int(os.environ.get("KILLS", "12"))
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the full test site's project, built once."""
    root = tmp_path / "project"
    shutil.copytree(ROOT / "tests/sites/full", root, ignore=shutil.ignore_patterns(".cache"))
    assert build(root) == 0
    return root


def build(root: Path, *options: str) -> int:
    return main(["build", "--project", str(root), "--quiet", *options])


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file's bytes by its path; what an interrupted build left aside is no file."""
    found = (path for path in folder.rglob("*") if path.is_file())
    names = ((path.relative_to(folder).as_posix(), path) for path in found)
    return {name: path.read_bytes() for name, path in names if not name.startswith(".verbatim")}


def edited(root: Path, number: int) -> None:
    """Change an event's title."""
    file = root / "content/events/river.yaml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    titled = [
        f"title: The river rises, for the {number}th time\n" if line.startswith("title:") else line
        for line in lines
    ]
    file.write_text("".join(titled), encoding="utf-8")


def test_a_build_that_is_killed_leaves_whole_files_and_the_next_repairs(
    project: Path, tmp_path: Path
) -> None:
    seeded = random.Random(5)  # noqa: S311 - any moments will do
    command = [sys.executable, str(ROOT / "build.py"), "--project", str(project), "--quiet"]
    for number in range(KILLS):
        before = files_of(project / "site")
        edited(project, number)
        content = files_of(project / "content")
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        time.sleep(seeded.uniform(0, 0.9))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert files_of(project / "content") == content
        after = files_of(project / "site")
        clean = tmp_path / f"clean-{number}"
        assert build(project, "--output", str(clean)) == 0
        wanted = files_of(clean)
        for name, found in after.items():
            assert found in {before.get(name), wanted.get(name)}, name
        assert build(project) == 0
        assert files_of(project / "site") == wanted


def test_two_builds_at_once_do_not_mix(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_of(project / "site")
    edited(project, 1)
    held = memory_folder(project, project / "site") / "lock"
    script = (
        "import fcntl, sys, time; f = open(sys.argv[1], 'w'); fcntl.lockf(f, fcntl.LOCK_EX); "
        "print('held', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", script, str(held)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        assert build(project) == 3
        assert "another build is at work" in capsys.readouterr().err
        assert files_of(project / "site") == before
        other.kill()
    assert build(project) == 0
    assert files_of(project / "site") != before


def test_a_lock_of_a_build_that_died_holds_nobody_up(project: Path) -> None:
    lock = memory_folder(project, project / "site") / "lock"
    lock.write_text("left behind")
    with lock.open("r+") as file:
        fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    edited(project, 2)
    assert build(project) == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 300 kB; return its folder."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("no small disk can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@needs_root
def test_a_full_disk_is_told_and_leaves_no_half_written_file(
    project: Path, small_disk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = small_disk / "site"
    assert build(project, "--output", str(site)) == 3
    assert "every file in" in capsys.readouterr().err
    assert build(project, "--output", str(tmp_path / "whole")) == 0
    wanted = files_of(tmp_path / "whole")
    assert {name: wanted[name] for name in files_of(site)} == files_of(site)


def test_content_that_vanishes_while_it_is_read_is_a_problem_or_gone(project: Path) -> None:
    before = files_of(project / "site")
    (project / "content/events/river.yaml").rename(project / "river.yaml")
    (project / "content/events/river.yaml").symlink_to(project / "nowhere.yaml")
    assert build(project) == 1
    assert files_of(project / "site") == before


@pytest.mark.parametrize("moment", ["1980-01-01", "2100-01-01"])
def test_a_clock_that_jumps_changes_no_file(project: Path, moment: str) -> None:
    before = files_of(project / "site")
    instant = time.mktime(time.strptime(moment, "%Y-%m-%d"))
    for path in (project / "content").rglob("*"):
        os.utime(path, (instant, instant))
    assert build(project) == 0
    assert files_of(project / "site") == before
