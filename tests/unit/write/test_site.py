"""Writing the site: whole files only, nothing of a stranger's touched, stale files pruned."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.errors import MachineError, UsageError
from generator.model.draft import Draft
from generator.model.ingredients import Ingredients
from generator.model.page import OutputFile
from generator.model.report import BuildReport
from generator.write.manifest import read_manifest
from generator.write.site import machine_faults, write_site
from generator.write.workbench import begin_site, draft_file, open_workbench

MADE_FROM = Ingredients(content="c", templates="t", program="p", version="0")
DIGEST = "0" * 64
# What a manifest may hold after an accident, or where it is another program's.
DAMAGED = (
    "",
    "{",
    "{}",
    "null",
    "[]",
    '"files"',
    "[" * 100_000,
    '{"files": null}',
    '{"files": {}}',
    '{"files": ["index.html"]}',
    '{"files": {"index.html": 5}}',
    '{"files": {"index.html": "x"}}',
    f'{{"files": {{"index.html": "{DIGEST}", "events/one/index.html": null}}}}',
    '{"name": "An app", "start_url": "/"}',
    "\ufeff{}",
)
PAGE = OutputFile("index.html", b"<p>Home</p>")
EVENT = OutputFile("events/one/index.html", b"<p>One</p>")


def write(
    site: Path,
    *files: OutputFile,
    clean: bool = False,
    remembered: Mapping[str, str] | None = None,
    notes: list[Mapping[str, str]] | None = None,
) -> BuildReport:
    with machine_faults(site):
        before = begin_site(site, remembered or {})
        drafts = [
            draft_file(site, file, str(number), clean=clean) for number, file in enumerate(files)
        ]
        note = [] if notes is None else notes
        return write_site(drafts, site, before, MADE_FROM, note.append)


def lose_manifest(site: Path, manifest: str | None) -> None:
    """Delete the manifest, or have it say this."""
    if manifest is None:
        (site / "manifest.json").unlink()
    else:
        (site / "manifest.json").write_text(manifest)


def names(site: Path) -> list[str]:
    return sorted(str(each.relative_to(site)) for each in site.rglob("*") if each.is_file())


def test_files_are_written_and_the_manifest_names_them(tmp_path: Path) -> None:
    report = write(tmp_path / "site", PAGE, EVENT)
    assert (report.written, report.unchanged, report.pruned) == (2, 0, 0)
    assert names(tmp_path / "site") == ["events/one/index.html", "index.html", "manifest.json"]
    assert sorted(read_manifest(tmp_path / "site")) == ["events/one/index.html", "index.html"]


def test_an_unchanged_file_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "site", PAGE)
    os.utime(tmp_path / "site/index.html", ns=(1, 1))
    report = write(tmp_path / "site", PAGE)
    assert (report.written, report.unchanged) == (0, 1)
    assert (tmp_path / "site/index.html").stat().st_mtime_ns == 1


def test_clean_writes_every_file_anew(tmp_path: Path) -> None:
    write(tmp_path / "site", PAGE)
    assert write(tmp_path / "site", PAGE, clean=True).written == 1


def test_what_a_build_no_longer_makes_is_pruned_with_its_empty_folders(tmp_path: Path) -> None:
    write(tmp_path / "site", PAGE, EVENT)
    assert write(tmp_path / "site", PAGE).pruned == 1
    assert not (tmp_path / "site/events").exists()


def test_files_that_verbatim_did_not_make_stay(tmp_path: Path) -> None:
    write(tmp_path / "site", PAGE)
    (tmp_path / "site/CNAME").write_text("timeline.example")
    write(tmp_path / "site", EVENT)
    assert (tmp_path / "site/CNAME").read_text() == "timeline.example"


def test_a_manifest_cannot_make_prune_leave_the_site(tmp_path: Path) -> None:
    write(tmp_path / "site", PAGE)
    (tmp_path / "precious").write_text("mine")
    forged = {
        "files": {"index.html": DIGEST, "../precious": DIGEST, str(tmp_path / "precious"): DIGEST}
    }
    (tmp_path / "site/manifest.json").write_text(json.dumps(forged))
    write(tmp_path / "site", PAGE)
    assert (tmp_path / "precious").read_text() == "mine"


def test_a_folder_of_strangers_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/holiday.jpg").write_text("mine")
    with pytest.raises(UsageError, match="which of them Verbatim made"):
        write(tmp_path / "site", PAGE)
    assert names(tmp_path / "site") == ["holiday.jpg"]


def test_a_strangers_file_in_a_folder_is_a_strangers_and_git_is_none(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / ".git/hooks").mkdir(parents=True)
    (site / ".git/config").write_text("")
    (site / ".gitignore").write_text("*")
    (site / "empty/folder").mkdir(parents=True)
    write(site, PAGE)
    (site / "manifest.json").unlink()
    (site / "index.html").unlink()
    (site / "photos").mkdir()
    (site / "photos/.git").write_text("mine")
    with pytest.raises(UsageError, match="which of them Verbatim made"):
        write(site, PAGE)


def test_the_next_build_repairs_an_interrupted_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / ".verbatim-build").mkdir(parents=True)
    (site / ".verbatim-build/draft").write_text("<p>Ho")
    (site / ".verbatim-build/placed").write_text("index.html\n")
    (site / "index.html").write_text("<p>Ho")
    write(site, PAGE)
    assert names(site) == ["index.html", "manifest.json"]
    assert (site / "index.html").read_bytes() == PAGE.content


@pytest.mark.parametrize("manifest", [None, *DAMAGED])
def test_without_a_whole_manifest_what_is_remembered_says_what_goes(
    tmp_path: Path, manifest: str | None
) -> None:
    site, notes = tmp_path / "site", list[Mapping[str, str]]()
    write(site, PAGE, EVENT, notes=notes)
    (site / "CNAME").write_text("timeline.example")
    lose_manifest(site, manifest)
    assert write(site, PAGE, remembered=notes[-1]).pruned == 1
    assert names(site) == ["CNAME", "index.html", "manifest.json"]
    assert list(read_manifest(site)) == ["index.html"]


@pytest.mark.parametrize("manifest", [None, *DAMAGED])
def test_where_nothing_says_what_is_ours_nothing_is_touched(
    tmp_path: Path, manifest: str | None
) -> None:
    site = tmp_path / "site"
    write(site, PAGE, EVENT)
    lose_manifest(site, manifest)
    found = names(site)
    # Not one of the remembered files is there as it was: another folder may have taken the place.
    for remembered in ({}, {"index.html": "0" * 64, "gone.html": "0" * 64}):
        with pytest.raises(UsageError, match="which of them Verbatim made; put aside"):
            write(site, PAGE, remembered=remembered)
        assert names(site) == found


def test_what_may_be_in_the_site_is_noted_before_it_is(tmp_path: Path) -> None:
    site, notes = tmp_path / "site", list[Mapping[str, str]]()
    write(site, EVENT, notes=notes)
    write(site, PAGE, notes=notes)
    assert [sorted(note) for note in notes] == [
        ["events/one/index.html"],
        ["events/one/index.html"],
        ["events/one/index.html", "index.html"],
        ["index.html"],
    ]


def test_a_folder_and_a_file_may_change_places(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, OutputFile("old", b"a file"))
    write(site, OutputFile("old/index.html", b"a folder"))
    assert (site / "old/index.html").read_bytes() == b"a folder"


def test_nothing_is_in_its_place_before_everything_is_made(tmp_path: Path) -> None:
    write(tmp_path / "site", PAGE)
    open_workbench(tmp_path / "site")
    draft_file(tmp_path / "site", OutputFile("index.html", b"<p>New</p>"), "0")
    assert (tmp_path / "site/index.html").read_bytes() == PAGE.content


def test_a_machine_that_fails_says_what_was_left_intact(tmp_path: Path) -> None:
    write(tmp_path / "site", PAGE)
    open_workbench(tmp_path / "site")
    gone = pytest.raises(MachineError, match=r"event\.html: No such file.*is whole")
    with gone, machine_faults(tmp_path / "site"):
        write_site([Draft("event.html", DIGEST, "gone")], tmp_path / "site", {}, MADE_FROM, print)
    assert (tmp_path / "site/index.html").read_bytes() == PAGE.content
