"""Golden sites: what small whole projects become, byte for byte.

To accept a change after reading it: `ACCEPT=1 pytest tests/test_golden.py`, then `git diff`.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.required import ROOT

SITES = ("full", "minimal", "unicode")
# Static files are copied as they are, and pictures are what the installed codecs make; only what
# is made here belongs in a golden site.
NAMED = {"manifest.json"}
COPIED = ("static/", "media/")
MADE = "static/css/categories.css"


def build(project: Path, output: Path, **environment: str) -> None:
    """Build a project in a process of its own."""
    command = [sys.executable, str(ROOT / "build.py"), "build", "--quiet"]
    command += ["--project", str(project), "--output", str(output)]
    subprocess.run(command, check=True, cwd=output.parent, env=os.environ | environment)


def files_of(site: Path) -> dict[str, bytes]:
    """Return every file's bytes by its path."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(found.items())}


def made_files(site: Path) -> dict[str, bytes]:
    """Return the files that are made; the manifest names the copied ones and stays out."""
    return {
        name: content
        for name, content in files_of(site).items()
        if name == MADE or not (name.startswith(COPIED) or name in NAMED or name.endswith(".png"))
    }


@pytest.mark.parametrize("name", SITES)
def test_a_project_becomes_exactly_its_golden_site(name: str, tmp_path: Path) -> None:
    site, golden = tmp_path / "site", ROOT / "tests/golden" / name
    build(ROOT / "tests/sites" / name, site)
    made = made_files(site)
    if os.environ.get("ACCEPT"):
        shutil.rmtree(golden, ignore_errors=True)
        for path, content in made.items():
            (golden / path).parent.mkdir(parents=True, exist_ok=True)
            (golden / path).write_bytes(content)
    expected = files_of(golden)
    assert sorted(made) == sorted(expected)
    assert [path for path in made if made[path] != expected[path]] == []


@pytest.mark.parametrize("name", SITES)
def test_folder_time_zone_locale_and_hash_seed_change_no_byte(name: str, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "a longer name" / "other"
    other.mkdir(parents=True)
    moved = tmp_path / "moved"
    shutil.copytree(ROOT / "tests/sites" / name, moved)
    build(ROOT / "tests/sites" / name, one, TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    elsewhere = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4242"}
    build(moved, other / "site", **elsewhere)
    assert files_of(one) == files_of(other / "site")


def test_nothing_that_is_held_back_reaches_any_file(tmp_path: Path) -> None:
    build(ROOT / "tests/sites/full", tmp_path / "site")
    files = files_of(tmp_path / "site")
    secrets = (
        b"CANARY",
        b"draft-event",
        b"embargoed-event",
        b"withheld-witness",
        b"secret.example",
    )
    assert [(name, word) for name in files for word in secrets if word in files[name]] == []
    assert [name for name in files if "draft" in name or "embargo" in name] == []


def test_a_retracted_event_keeps_its_address_and_says_why(tmp_path: Path) -> None:
    build(ROOT / "tests/sites/full", tmp_path / "site")
    page = (tmp_path / "site/events/retracted-event/index.html").read_text(encoding="utf-8")
    assert "It did not happen." in page
