"""Writing the site: whole files only, nothing of a stranger's touched, stale files pruned."""

import json
import os
from pathlib import Path

import pytest

from generator.errors import MachineError, UsageError
from generator.model.draft import Draft
from generator.model.ingredients import Ingredients
from generator.model.page import OutputFile
from generator.model.report import BuildReport
from generator.write.manifest import read_manifest
from generator.write.site import machine_faults, write_site
from generator.write.workbench import draft_file, open_workbench

MADE_FROM = Ingredients(content="c", templates="t", program="p", version="0")
PAGE = OutputFile("index.html", b"<p>Home</p>")
EVENT = OutputFile("events/one/index.html", b"<p>One</p>")


def write(site: Path, *files: OutputFile, clean: bool = False) -> BuildReport:
    with machine_faults(site):
        open_workbench(site)
        drafts = [
            draft_file(site, file, str(number), clean=clean) for number, file in enumerate(files)
        ]
        return write_site(drafts, site, MADE_FROM)


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
    forged = {"files": {"../precious": "0" * 64, str(tmp_path / "precious"): "0" * 64}}
    (tmp_path / "site/manifest.json").write_text(json.dumps(forged))
    write(tmp_path / "site", PAGE)
    assert (tmp_path / "precious").read_text() == "mine"


def test_a_folder_of_strangers_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/holiday.jpg").write_text("mine")
    with pytest.raises(UsageError, match="did not make"):
        write(tmp_path / "site", PAGE)
    assert names(tmp_path / "site") == ["holiday.jpg"]


def test_the_next_build_repairs_an_interrupted_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / ".verbatim-build").mkdir(parents=True)
    (site / ".verbatim-build/draft").write_text("<p>Ho")
    (site / "index.html").write_text("<p>Ho")
    write(site, PAGE)
    assert names(site) == ["index.html", "manifest.json"]
    assert (site / "index.html").read_bytes() == PAGE.content


def test_a_broken_manifest_is_replaced(tmp_path: Path) -> None:
    write(tmp_path / "site", PAGE)
    (tmp_path / "site/manifest.json").write_text("{")
    write(tmp_path / "site", PAGE)
    assert list(read_manifest(tmp_path / "site")) == ["index.html"]


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
        write_site([Draft("event.html", "0" * 64, "gone")], tmp_path / "site", MADE_FROM)
    assert (tmp_path / "site/index.html").read_bytes() == PAGE.content
