"""What the machine refuses, loses or changes meanwhile: told with its status, and nothing is half.

A process of root's loses its power to pass over permissions (CAP_DAC_OVERRIDE); a folder is made
read-only by mounting it so.
"""

import os
import random
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.projects import EVENT, build, edited, files_of, ran
from tests.faults.test_faults import needs_root

WITHOUT_POWER = ["setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search"]
ROUNDS = int(os.environ.get("ROUNDS", "10"))
# A clock that says what CLOCK says (seconds since 1970), whatever the time is.
CLOCK = """
import os, time
moment = int(os.environ["CLOCK"])
time.time = lambda: float(moment)
time.time_ns = lambda: moment * 10**9
"""
BROKEN_LOCKS = {
    "empty": b"",
    "cut": None,
    "of another format": b'{"verbatim": "quotes", "format": 999}\n',
    "not JSON": b"\x00\xff garbage \n" * 10,
    "HTML": b"<!DOCTYPE html><title>Merge conflict</title>\n",
    "in conflict": b"<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other\n",
    "a deep list": b"[" * 100_000,
    "a long line": b'{"quote":"' + b"x" * 5_000_000,
}


@pytest.fixture
def powerless() -> list[str]:
    """Return the command that runs another as one whom permissions hold back."""
    if os.geteuid() != 0:
        return []
    if subprocess.run([*WITHOUT_POWER, "true"], check=False, capture_output=True).returncode:
        pytest.skip("root cannot be held back here")
    return WITHOUT_POWER


@pytest.fixture
def read_only(project: Path) -> Iterator[Path]:
    """Mount the site's folder read-only; return the project."""
    site = str(project / "site")
    bound = subprocess.run(["mount", "--bind", site, site], check=False, capture_output=True)
    if bound.returncode:
        pytest.skip("nothing can be mounted here")
    subprocess.run(["mount", "-o", "remount,ro,bind", site], check=True)
    yield project
    subprocess.run(["umount", site], check=True)


@needs_root
def test_a_site_on_a_read_only_disk_stays_and_is_told_of(read_only: Path) -> None:
    before = files_of(read_only / "site")
    edited(read_only, 1)
    content = files_of(read_only / "content")
    done = ran(read_only)
    assert (done.returncode, "Read-only file system" in done.stderr) == (3, True)
    assert "every file in" in done.stderr
    assert files_of(read_only / "site") == before
    assert files_of(read_only / "content") == content


@pytest.mark.parametrize("path", ["site", "site/events/river"])
def test_a_site_that_may_not_be_written_is_told_of(
    project: Path, powerless: list[str], path: str
) -> None:
    before = files_of(project / "site")
    edited(project, 1)
    (project / path).chmod(0o555)
    done = ran(project, *powerless)
    assert (done.returncode, "Permission denied" in done.stderr) == (3, True)
    assert "every file in" in done.stderr
    after = files_of(project / "site")
    (project / path).chmod(0o755)
    assert build(project) == 0
    wanted = files_of(project / "site")
    assert all(content in {before.get(name), wanted.get(name)} for name, content in after.items())
    assert wanted != before


@pytest.mark.parametrize(
    "path", [EVENT, "content/events", "content/site.yaml", "content/quotes.lock"]
)
def test_content_that_may_not_be_read_is_a_problem(
    project: Path, powerless: list[str], path: str
) -> None:
    before = files_of(project / "site")
    (project / path).chmod(0)
    done = ran(project, *powerless)
    (project / path).chmod(0o755)
    assert done.returncode == 1
    assert f"{path}:1:1: " in done.stderr
    assert "cannot be read (Permission denied); change its permissions" in done.stderr
    assert files_of(project / "site") == before


@pytest.mark.parametrize("mode", [0, 0o555])
def test_a_cache_that_may_not_be_used_is_done_without(
    project: Path, powerless: list[str], mode: int
) -> None:
    edited(project, 1)
    folders = [path for path in (project / ".cache").rglob("*") if path.is_dir()]
    for folder in (*reversed(folders), project / ".cache"):
        folder.chmod(mode)
    done = ran(project, *powerless)
    for folder in (project / ".cache", *folders):
        folder.chmod(0o755)
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stderr
    clean = project.parent / "clean"
    assert build(project, "--output", str(clean)) == 0
    assert files_of(project / "site") == files_of(clean)


def test_a_cache_that_is_a_file_is_done_without(project: Path) -> None:
    edited(project, 1)
    shutil.rmtree(project / ".cache")
    (project / ".cache").write_text("not a folder")
    assert build(project) == 0
    assert (project / ".cache").read_text() == "not a folder"


def meddle(root: Path, is_over: threading.Event) -> None:
    """Rewrite, cut, delete and rename a content file until it is over."""
    chance = random.Random(3)  # noqa: S311 - any order will do
    file = root / EVENT
    text = file.read_text("utf-8")
    while not is_over.wait(chance.uniform(0, 0.01)):
        way = chance.randrange(4)
        if way == 0:
            file.write_text(text.replace("title: ", f"title: {chance.randrange(9)} ", 1), "utf-8")
        elif way == 1:
            file.write_text(text[: chance.randrange(len(text))], "utf-8")
        elif way == 2:
            file.unlink(missing_ok=True)
        else:
            (root / "aside.yaml").write_text(text, "utf-8")
            (root / "aside.yaml").replace(file)
    file.write_text(text, "utf-8")


def test_a_file_that_changes_while_it_is_read_leaves_no_false_page(project: Path) -> None:
    before = files_of(project / "site")
    is_over = threading.Event()
    meddler = threading.Thread(target=meddle, args=(project, is_over))
    meddler.start()
    done = [ran(project) for _ in range(ROUNDS)]
    is_over.set()
    meddler.join()
    assert {each.returncode for each in done} <= {0, 1}
    assert not any("Traceback" in each.stderr for each in done)
    assert build(project) == 0
    assert files_of(project / "site") == before


def test_a_picture_that_vanishes_before_it_is_made_is_told_of(project: Path) -> None:
    before = files_of(project / "site")
    (picture,) = list((project / "content/media").rglob("*.png"))[:1]
    whole = picture.read_bytes()
    picture.write_bytes(whole[: len(whole) // 2])
    assert build(project) == 1
    picture.unlink()
    assert build(project) == 1
    picture.write_bytes(whole)
    assert build(project) == 0
    assert files_of(project / "site") == before


def test_a_clock_that_jumps_hides_no_edit(project: Path, tmp_path: Path) -> None:
    (tmp_path / "clock").mkdir()
    (tmp_path / "clock/sitecustomize.py").write_text(CLOCK)
    for number, moment in enumerate([4_102_444_800, 315_532_800, 4_102_444_800, 1_700_000_000]):
        edited(project, number)
        clock = ["env", f"PYTHONPATH={tmp_path / 'clock'}", f"CLOCK={moment}"]
        assert ran(project, *clock).returncode == 0
        clean = tmp_path / f"clean-{number}"
        assert build(project, "--output", str(clean)) == 0
        assert files_of(project / "site") == files_of(clean)


@pytest.mark.parametrize("command", ["build", "check", "verify"])
@pytest.mark.parametrize("what", BROKEN_LOCKS)
def test_a_broken_record_of_quotes_is_a_problem_and_stays(
    project: Path, what: str, command: str
) -> None:
    before, lock = files_of(project / "site"), project / "content/quotes.lock"
    broken = BROKEN_LOCKS[what]
    lock.write_bytes(lock.read_bytes()[:-20] if broken is None else broken)
    content = files_of(project / "content")
    done = ran(project, command=command)
    assert "Traceback" not in done.stderr
    if what != "empty":
        assert done.returncode == 1
        assert "content/quotes.lock:" in done.stderr
        assert "delete it and run verify" in done.stderr
        assert files_of(project / "content") == content
        assert files_of(project / "site") == before
