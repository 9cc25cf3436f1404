"""A site that moves to another address keeps the ids of its feeds, or its editors are told."""

import re
from pathlib import Path

import pytest

from generator.cli import main
from tests.check.repository import check, git
from tests.check.test_since import EVENT, SITE, SOURCE

OLD = "base_url: http://old.example/flood/\nsince: 2020-01-01\n"
MOVED = OLD.replace("http://old.example/flood/", "https://new.example/")
ID = re.compile(r"<id>([^<]+)</id>|UID:(\S+)")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with an address, in a first revision."""
    content = tmp_path / "content"
    for folder in ("events", "sources"):
        (content / folder).mkdir(parents=True)
    (content / "sources/paper.yaml").write_text(SOURCE)
    (content / "events/first.yaml").write_text(EVENT)
    settle(tmp_path, OLD)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    return tmp_path


def settle(project: Path, address: str) -> None:
    """Write the site's settings with these lines about its address."""
    (project / "content/site.yaml").write_text(SITE + address)


def ids_of(project: Path, *more: str) -> dict[str, list[tuple[str, ...]]]:
    """Build the site and return the ids in its feeds and its calendar."""
    output = project / "site"
    command = ["build", "--project", str(project), "--output", str(output), "--quiet", *more]
    assert main(command) == 0
    names = ("changes.xml", "corrections.xml", "calendar.ics")
    return {name: ID.findall((output / "feeds" / name).read_text("utf-8")) for name in names}


def test_a_new_address_without_the_first_one_is_refused_with_a_remedy(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settle(project, MOVED)
    assert check(project) == 1
    said = capsys.readouterr().err
    assert "content/site.yaml:3:11: base_url: " in said
    assert '"tag:old.example,2020-01-01:/flood"' in said
    assert '"tag:new.example,2020-01-01:"' in said
    assert 'set "id_url: http://old.example/flood/"' in said
    assert "[ids-changed]" in said


def test_with_the_first_address_every_id_stays_and_every_link_is_new(project: Path) -> None:
    before = ids_of(project)
    settle(project, f"{MOVED}id_url: http://old.example/flood/\n")
    assert check(project) == 0
    assert ids_of(project) == before
    assert all(before.values())
    feed = (project / "site/feeds/changes.xml").read_text("utf-8")
    assert 'href="https://new.example/events/first/"' in feed
    assert "old.example/" not in feed


def test_a_copy_of_a_site_that_moved_has_its_ids(project: Path) -> None:
    before = ids_of(project)
    settle(project, f"{MOVED}id_url: http://old.example/flood/\n")
    assert ids_of(project, "--base-url", "https://mirror.example/") == before


def test_another_beginning_makes_other_ids(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settle(project, OLD.replace("2020-01-01", "2021-01-01"))
    assert check(project) == 1
    assert "[ids-changed]" in capsys.readouterr().err


@pytest.mark.parametrize(
    "left", ["", "since: 2020-01-01\n", "base_url: http://old.example/flood/\n"]
)
def test_ids_that_are_gone_are_refused(
    project: Path, capsys: pytest.CaptureFixture[str], left: str
) -> None:
    settle(project, left)
    assert check(project) == 1
    said = capsys.readouterr().err
    assert 'began with "tag:old.example,2020-01-01:/flood" and are gone, with all feeds' in said
    assert 'set "id_url: http://old.example/flood/" and "since: 2020-01-01"' in said


@pytest.mark.parametrize(
    "address",
    [
        OLD.replace("http:", "https:"),
        OLD.replace("old.example/flood/", "OLD.example:8080/flood"),
        "id_url: http://old.example/flood/\nsince: 2020-01-01\n",
    ],
)
def test_what_changes_no_id_is_no_problem(project: Path, address: str) -> None:
    settle(project, address)
    assert check(project) == 0


def test_a_site_that_had_no_feeds_may_begin_anywhere(project: Path) -> None:
    settle(project, "")
    git(project, "commit", "-q", "-a", "-m", "none")
    settle(project, MOVED)
    assert check(project) == 0
