"""What a build remembers is trusted by the user who built, on the machine that did."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from generator.memory.folder import seal_path
from generator.memory.machine_key import KEY_BYTES, key_path, machine_key
from generator.memory.seal import read_seal
from generator.memory.site_memory import NOTHING, SiteMemory, program_version
from tests.tools.required import ROOT


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    """Ask for the key anew in each test, and after it."""
    machine_key.cache_clear()
    yield
    machine_key.cache_clear()


def moved(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Become another user, whose cache folder is this one."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    machine_key.cache_clear()


def test_the_key_is_kept_for_the_user_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    moved(monkeypatch, tmp_path / "one")
    key = machine_key()
    assert len(key) == KEY_BYTES
    assert key_path() == tmp_path / "one/verbatim/key"
    assert key_path().stat().st_mode & 0o777 == 0o600
    machine_key.cache_clear()
    assert machine_key() == key
    moved(monkeypatch, tmp_path / "two")
    assert machine_key() != key


def test_a_key_that_is_cut_short_is_made_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    moved(monkeypatch, tmp_path)
    key = machine_key()
    key_path().write_bytes(key[:-1])
    machine_key.cache_clear()
    assert machine_key() != key
    assert key_path().read_bytes() == machine_key()


def test_without_a_place_for_it_the_key_is_another_in_each_process(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    moved(monkeypatch, tmp_path / "file")
    key = machine_key()
    assert machine_key() == key
    machine_key.cache_clear()
    assert machine_key() != key


def test_a_user_without_a_home_builds_without_a_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)  # as where nobody knows the user
    machine_key.cache_clear()
    key = machine_key()
    machine_key.cache_clear()
    assert machine_key() != key


def test_a_relative_cache_folder_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    moved(monkeypatch, Path("within/the/project"))
    assert key_path() == tmp_path / ".cache/verbatim/key"


def test_what_another_user_left_in_the_cache_folder_is_not_trusted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    project, site = tmp_path / "project", tmp_path / "project/site"
    shutil.copytree(ROOT / "tests/sites/minimal", project)
    own = project / "templates/pages/event.html"
    own.parent.mkdir(parents=True)
    shutil.copy(ROOT / "templates/pages/event.html", own)
    moved(monkeypatch, tmp_path / "one")
    assert main(["build", "--quiet", "--project", str(project)]) == 0
    seal = seal_path(project, site)
    assert read_seal(seal) is not None
    known = SiteMemory(project, site, program_version()).recalled(clean=False)
    assert known.compiled
    assert known.record != NOTHING
    moved(monkeypatch, tmp_path / "two")
    assert read_seal(seal) is None
    known = SiteMemory(project, site, program_version()).recalled(clean=False)
    assert known.compiled == {}
    assert known.record == NOTHING
