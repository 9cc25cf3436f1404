"""A copy of a site is held against the manifest: what differs is named, and nothing else."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from tests.site_quality.loopback import served
from tests.tools.required import ROOT

PROJECT = str(ROOT / "tests/sites/minimal")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Build the minimal test site; return its folder."""
    folder = tmp_path / "site"
    assert main(["--project", PROJECT, "--output", str(folder), "--quiet"]) == 0
    return folder


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """Return a copy of the site."""
    return Path(shutil.copytree(site, tmp_path / "copy"))


@pytest.fixture
def address(copy: Path) -> Iterator[str]:
    """Serve the copy; return its address."""
    with served(copy) as found:
        yield found


def audit(site: Path, place: str, *options: str) -> int:
    return main(["audit", place, "--project", PROJECT, "--output", str(site), *options])


def test_a_true_copy_is_said_to_be_one(
    site: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit(site, str(copy)) == 0
    assert "are what the manifest says" in capsys.readouterr().out


def test_what_differs_is_missing_or_strange_is_named(
    site: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy / "index.html").write_text("other")
    (copy / "404.html").unlink()
    (copy / "planted.html").write_text("")
    assert audit(site, str(copy)) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:3] == [
        "differs: index.html",
        "missing: 404.html",
        "not of this site: planted.html",
    ]


def test_nothing_that_a_server_would_send_is_passed_over(
    site: Path, copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path / "elsewhere"
    # What is the site's, but behind a link, is compared, and what stands beside it named.
    shutil.move(copy / "events", elsewhere)
    (copy / "events").symlink_to(elsewhere)
    (elsewhere / "planted.html").write_text("")
    (copy / "away").symlink_to("/")
    (copy / "round").symlink_to(copy)
    (copy / "broken").symlink_to(tmp_path / "nowhere")
    for folder in (".git", ".well-known/a", "data/.git"):
        (copy / folder).mkdir(parents=True)
        (copy / folder / "config").write_text("")
    (copy / ".gitignore").write_text("planted")
    os.mkfifo(copy / "pipe")
    assert audit(site, str(copy)) == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.removeprefix("not of this site: ") for line in said[:-5]] == [
        ".git/",
        ".gitignore",
        ".well-known/",
        "away/",
        "broken",
        "data/.git/",
        "events/planted.html",
        "pipe",
        "round/",
    ]


def test_a_pipe_in_a_files_place_is_no_file_and_not_waited_for(
    site: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy / "index.html").unlink()
    os.mkfifo(copy / "index.html")
    (copy / "404.html").unlink()
    (copy / "404.html").mkdir()
    assert audit(site, str(copy)) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:3] == ["missing: 404.html", "missing: index.html", "not of this site: 404.html/"]


def test_the_list_of_what_git_ignores_is_the_sites_own(site: Path, tmp_path: Path) -> None:
    (site / ".gitignore").write_text("*\n!.gitignore\n")
    assert audit(site, str(shutil.copytree(site, tmp_path / "whole"))) == 0
    assert audit(site, str(site)) == 0


def test_a_served_copy_is_compared_file_by_file(
    site: Path, copy: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit(site, address, "--allow-private") == 0
    (copy / "events/index.html").write_text("other")
    (copy / "robots.txt").unlink(missing_ok=True)
    (copy / "data/events.json").unlink()
    assert audit(site, address, "--allow-private") == 1
    said = capsys.readouterr().out
    assert "differs: events/index.html" in said
    assert "missing: data/events.json" in said


def test_an_address_that_is_not_public_is_not_asked_unless_allowed(
    site: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit(site, address) == 1
    assert "not public" in capsys.readouterr().err


@pytest.fixture(params=["folder", "server"])
def place(request: pytest.FixtureRequest, copy: Path, address: str) -> str:
    """Return where the copy is found, as a folder and as a server."""
    return str(copy) if request.param == "folder" else address


def test_a_manifest_that_is_not_the_sites_is_no_true_copy(
    site: Path, copy: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = copy / "manifest.json"
    stated = manifest.read_text()
    for forged in (re.sub("[0-9a-f]{64}", "0" * 64, stated), stated + " ", "hello", ""):
        manifest.write_text(forged)
        assert audit(site, place, "--allow-private") == 1
        assert capsys.readouterr().out.startswith("differs: manifest.json\n")
    manifest.unlink()
    assert audit(site, place, "--allow-private") == 1
    assert capsys.readouterr().out.startswith("missing: manifest.json\n")


def test_without_a_built_site_nothing_tells_whether_a_copy_is_true(
    tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit(tmp_path / "nothing", place, "--allow-private") == 2
    said = capsys.readouterr()
    assert "files are what its own manifest says" in said.out
    assert "build the site first" in said.err


def test_without_a_built_site_a_copy_is_held_against_its_own_manifest(
    tmp_path: Path, copy: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy / "index.html").write_text("other")
    (copy / "data/events.json").unlink()
    assert audit(tmp_path / "nothing", place, "--allow-private") == 1
    said = capsys.readouterr().out
    assert {"differs: index.html", "missing: data/events.json"} <= set(said.splitlines())
    assert "differ from its own manifest" in said


OUTSIDE = {"files": {"../secret": "0" * 64}}


@pytest.mark.parametrize("text", ["", "hello", "{}", '{"files": {}}', json.dumps(OUTSIDE)])
def test_without_a_built_site_a_manifest_that_is_not_whole_makes_no_true_copy(
    tmp_path: Path, copy: Path, place: str, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (copy / "manifest.json").write_text(text)
    assert audit(tmp_path / "nothing", place, "--allow-private") == 1
    assert capsys.readouterr().out.startswith("differs: manifest.json\n")
    (copy / "manifest.json").unlink()
    assert audit(tmp_path / "nothing", place, "--allow-private") == 1
    assert capsys.readouterr().out.startswith("missing: manifest.json\n")


def test_a_folder_that_is_not_there_is_wrong_usage(site: Path, tmp_path: Path) -> None:
    assert audit(site, str(tmp_path / "nowhere")) == 2
