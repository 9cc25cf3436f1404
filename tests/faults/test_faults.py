"""Whatever happens to a build, every file of the site is whole, and the next build repairs it."""

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.kills import KINDS, killer
from tests.faults.projects import build, edited, files_of

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
KILLS = 8


def test_a_build_that_is_killed_leaves_whole_files_and_the_next_repairs(
    project: Path, tmp_path: Path
) -> None:
    ours = killer(project, tmp_path, seed=5)
    ours.kill(KILLS)
    assert {kind: ours.killed[kind] for kind in KINDS} == dict.fromkeys(KINDS, KILLS // 2)


@pytest.fixture
def small_disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """Mount a disk of the size that is asked for; return its folder."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={request.param}", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("no small disk can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@needs_root
@pytest.mark.parametrize("small_disk", ["300k"], indirect=True)
def test_a_full_disk_is_told_and_leaves_no_half_written_file(
    project: Path, small_disk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = small_disk / "site"
    assert build(project, "--output", str(site)) == 3
    assert "every file in" in capsys.readouterr().err
    assert build(project, "--output", str(tmp_path / "whole")) == 0
    wanted = files_of(tmp_path / "whole")
    assert {name: wanted[name] for name in files_of(site)} == files_of(site)


@needs_root
@pytest.mark.parametrize("small_disk", ["64m"], indirect=True)
@pytest.mark.parametrize("options", [(), ("--clean",)])
def test_a_disk_that_fills_up_under_a_site_leaves_every_file_whole(
    project: Path, small_disk: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    site, filler = small_disk / "site", small_disk / "filler"
    assert build(project, "--output", str(site)) == 0
    before = files_of(site)
    edited(project, 1)
    filled(filler, 20_000)
    assert build(project, "--output", str(site), *options) == 3
    after = files_of(site)
    filler.unlink()
    assert build(project, "--output", str(tmp_path / "whole")) == 0
    wanted = files_of(tmp_path / "whole")
    for name in before.keys() | after.keys() | wanted.keys():
        assert after.get(name) in {before.get(name), wanted.get(name)}, name
    assert build(project, "--output", str(site)) == 0
    assert files_of(site) == wanted != before


def filled(filler: Path, left: int) -> None:
    """Write a file that leaves so many bytes of its disk."""
    free = os.statvfs(filler.parent)
    filler.write_bytes(bytes(free.f_bavail * free.f_frsize - left))


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
