"""Whatever becomes of the site's manifest: what is held back goes, what is the user's stays."""

import shutil
from pathlib import Path

import pytest

from tests.faults.projects import build, files_of, lose, ran

LOST: tuple[bytes | None, ...] = (
    None,
    b"{",
    b'{"name": "An app", "start_url": "/"}',
    b"",
    b"\x00\xff",
    b"{}",
    b"null",
    b'{"files": {}}',
    b'{"files": {"index.html": 1}}',
)


def held_back(project: Path) -> None:
    """Make a draft of an event that is published."""
    with (project / "content/events/river.yaml").open("a", encoding="utf-8") as event:
        event.write("status: draft\n")


@pytest.mark.parametrize(
    ("content", "options"),
    [*((content, ()) for content in LOST), (None, ("--clean",)), (b"{", ("--compress",))],
)
def test_without_a_whole_manifest_what_is_held_back_goes(
    project: Path, tmp_path: Path, content: bytes | None, options: tuple[str, ...]
) -> None:
    site, clean = project / "site", tmp_path / "clean"
    assert build(project, *options) == 0
    (site / "CNAME").write_text("timeline.example")
    (site / "events/river/mine.txt").write_text("mine")
    held_back(project)
    lose(site / "manifest.json", content)
    assert build(project, *options) == 0
    assert build(project, *options, "--output", str(clean)) == 0
    own = {"CNAME": b"timeline.example", "events/river/mine.txt": b"mine"}
    assert files_of(site) == files_of(clean) | own


@pytest.mark.parametrize("content", LOST[:3])
def test_where_nothing_says_what_is_ours_nothing_is_touched_and_the_remedy_helps(
    project: Path, tmp_path: Path, content: bytes | None
) -> None:
    site, clean = project / "site", tmp_path / "clean"
    held_back(project)
    lose(site / "manifest.json", content)
    shutil.rmtree(project / ".cache")
    found = files_of(site)
    done = ran(project)
    assert done.returncode == 2
    assert "put aside what is yours, empty the folder and build again" in done.stderr
    assert files_of(site) == found
    shutil.rmtree(site)
    site.mkdir()
    assert build(project) == 0
    assert build(project, "--output", str(clean)) == 0
    assert files_of(site) == files_of(clean)


def test_a_memory_that_another_user_made_says_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (project / "site/manifest.json").unlink()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))
    done = ran(project)
    assert done.returncode == 2
    assert "which of them Verbatim made" in done.stderr


def test_another_folder_in_the_sites_place_is_a_strangers(project: Path) -> None:
    site = project / "site"
    shutil.rmtree(site)
    (site / "events/river").mkdir(parents=True)
    (site / "index.html").write_text("mine")
    (site / "events/river/index.html").write_text("mine")
    (site / "manifest.json").write_text('{"name": "An app", "start_url": "/"}')
    found = files_of(site)
    assert build(project) == 2
    assert files_of(site) == found
