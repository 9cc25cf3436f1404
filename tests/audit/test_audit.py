"""A copy of a site is held against the manifest: what differs is named, and nothing else."""

import os
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


def test_without_a_built_site_there_is_nothing_to_compare_with(
    tmp_path: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit(tmp_path / "nothing", str(copy)) == 2
    assert "build the site first" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_wrong_usage(site: Path, tmp_path: Path) -> None:
    assert audit(site, str(tmp_path / "nowhere")) == 2
