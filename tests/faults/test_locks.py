"""Two builds at once never write one site, whatever project or clone each is started from."""

import errno
import fcntl
import json
import shutil
import signal
import time
from pathlib import Path

import pytest

from generator.write.workbench import WORKBENCH
from tests.faults.projects import begun, build, copied, edited, files_of, wait_until_free

ROUNDS = 5
BUSY = "another build is at work on it; nothing was written; wait for its end"


def raced(projects: list[Path], output: Path) -> bool:
    """Start a build of each project into one folder; return whether one was refused.

    One must have won and made the whole site.
    """
    builds = [begun(each, "--clean", "--output", str(output)) for each in projects]
    said = [each.communicate()[1] for each in builds]
    statuses = [each.returncode for each in builds]
    if statuses == [0, 0]:
        return False
    assert sorted(statuses) == [0, 3], said
    winner, loser = statuses.index(0), statuses.index(3)
    assert BUSY not in said[winner]
    (line,) = said[loser].splitlines()
    assert line.endswith(f"{output}: {BUSY}")
    clean = output.parent / "clean"
    assert build(projects[winner], "--output", str(clean)) == 0
    assert files_of(output) == files_of(clean)
    shutil.rmtree(clean)
    return True


@pytest.mark.parametrize("name", ["out", "out-{}"])
def test_of_two_clones_that_build_into_one_folder_one_is_refused(
    project: Path, tmp_path: Path, name: str
) -> None:
    clone = copied(tmp_path / "clone")
    edited(clone, 1)
    outputs = (tmp_path / name.format(number) for number in range(ROUNDS))
    assert any(raced([project, clone], output) for output in outputs)


def test_of_two_builds_without_a_usable_cache_one_is_refused(project: Path, tmp_path: Path) -> None:
    shutil.rmtree(project / ".cache")
    (project / ".cache").write_text("not a folder")
    assert any(raced([project, project], tmp_path / "out") for _ in range(ROUNDS))


def test_a_build_that_halts_keeps_others_out_and_one_that_died_keeps_nobody(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clone, site = copied(tmp_path / "clone"), project / "site"
    edited(clone, 1)
    before = files_of(site)
    halted = begun(project, "--clean")
    while not (site / WORKBENCH).exists():
        assert halted.poll() is None
        time.sleep(0.002)
    halted.send_signal(signal.SIGSTOP)
    assert build(clone, "--output", str(site)) == 3
    assert BUSY in capsys.readouterr().err
    assert files_of(site) == before
    halted.kill()
    halted.communicate()
    wait_until_free(site)
    assert build(clone, "--output", str(site)) == 0
    after = files_of(site)
    assert build(clone, "--output", str(tmp_path / "clean")) == 0
    assert after == files_of(tmp_path / "clean") != before


def test_the_lock_is_no_file_of_the_site(project: Path) -> None:
    site = project / "site"
    listed = json.loads((site / "manifest.json").read_text("utf-8"))["files"]
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert found == listed.keys() | {"manifest.json"}


def test_a_first_build_with_problems_leaves_no_folder(project: Path, tmp_path: Path) -> None:
    (project / "content/events/river.yaml").write_text("title: Nothing else\n")
    assert build(project, "--output", str(tmp_path / "new/site")) == 1
    assert not (tmp_path / "new").exists()


def test_an_output_that_is_a_file_is_refused(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("mine")
    assert build(project, "--output", str(tmp_path / "file")) == 2
    assert "not a folder; name another with --output" in capsys.readouterr().err
    assert (tmp_path / "file").read_text() == "mine"


def test_a_file_system_without_locks_is_told_of(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(_: int, __: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    # No file system that can be mounted here lacks them.
    monkeypatch.setattr(fcntl, "flock", refused)
    edited(project, 1)
    assert build(project) == 0
    assert "no locks here; let no two builds write it at once" in capsys.readouterr().err
