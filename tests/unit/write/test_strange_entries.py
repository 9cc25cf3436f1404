"""Links, pipes and the like in a site's folder are not its own: nothing goes through them."""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from generator.model.page import OutputFile
from tests.unit.write.test_site import EVENT, PAGE, names, write

STALE = OutputFile("events/two/index.html", b"<p>Two</p>")
MANIFEST = "manifest.json"


def elsewhere(tmp_path: Path) -> Path:
    """Make a folder like the site's one of events, with files of the same names in it."""
    folder = tmp_path / "content"
    for file in (EVENT, STALE):
        (folder / file.path).parent.mkdir(parents=True)
        (folder / file.path).write_text("mine")
    return folder


@pytest.mark.parametrize("linked", ["events", "events/one", "events/two"])
@pytest.mark.parametrize("content", [b"<p>New</p>", EVENT.content])
def test_nothing_is_written_or_pruned_through_a_link(
    tmp_path: Path, linked: str, content: bytes
) -> None:
    site, other = tmp_path / "site", elsewhere(tmp_path)
    write(site, PAGE, EVENT, STALE)
    (site / linked).rename(tmp_path / "aside")
    (site / linked).symlink_to(other / linked)
    write(site, PAGE, OutputFile(EVENT.path, content))
    assert not any(path.is_symlink() for path in site.rglob("*"))
    assert names(site) == [EVENT.path, PAGE.path, MANIFEST]
    assert (site / EVENT.path).read_bytes() == content
    assert {(other / file.path).read_text() for file in (EVENT, STALE)} == {"mine"}


def test_nothing_is_written_through_a_link_in_the_place_of_a_new_folder(tmp_path: Path) -> None:
    site, other = tmp_path / "site", elsewhere(tmp_path)
    write(site, PAGE)
    (site / "events").symlink_to(other / "events")
    write(site, PAGE, EVENT)
    assert (site / EVENT.path).read_bytes() == EVENT.content
    assert (other / EVENT.path).read_text() == "mine"


def test_a_link_in_the_workbenchs_place_is_replaced(tmp_path: Path) -> None:
    site, other = tmp_path / "site", elsewhere(tmp_path)
    write(site, PAGE)
    (site / ".verbatim-build").symlink_to(other)
    write(site, PAGE, EVENT)
    assert names(other) == [EVENT.path, STALE.path]
    assert names(site) == [EVENT.path, PAGE.path, MANIFEST]


def test_a_file_behind_a_link_is_written_into_the_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, PAGE)
    (site / PAGE.path).rename(tmp_path / "aside")
    (site / PAGE.path).symlink_to(tmp_path / "aside")
    write(site, PAGE)
    assert not (site / PAGE.path).is_symlink()
    assert (site / PAGE.path).read_bytes() == PAGE.content


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("nowhere")])
@pytest.mark.parametrize("path", [PAGE.path, MANIFEST, EVENT.path, "events", "events/one"])
def test_a_pipe_or_a_dead_link_is_replaced_and_not_waited_for(
    tmp_path: Path, make: Callable[[Path], None], path: str
) -> None:
    site = tmp_path / "site"
    write(site, PAGE, EVENT)
    (site / path).rename(tmp_path / "aside")
    make(site / path)
    write(site, PAGE, EVENT, remembered={PAGE.path: "", EVENT.path: ""} | known(site))
    assert names(site) == [EVENT.path, PAGE.path, MANIFEST]
    assert (site / EVENT.path).read_bytes() == EVENT.content


def known(site: Path) -> dict[str, str]:
    """Return what a cache would know of the site's files that still stand."""
    files = (file for file in (PAGE, EVENT) if (site / file.path).is_file())
    return {file.path: sha256(file.content).hexdigest() for file in files}
