"""An event that has another id now keeps the ids of its feeds, or its editors are told."""

import re
from pathlib import Path

import pytest

from generator.cli import main
from tests.check.repository import check, git
from tests.check.test_moved_site import OLD, ids_of, project, settle
from tests.check.test_since import EVENT

__all__ = ["project"]

CORRECTED = """\
corrections:
  - {date: 2022-03-05, kind: update, text: More is known.}
  - {date: 2022-03-06, kind: correction, text: It was less.}
"""
TOLD = "updated: 2022-03-09\n"


def event(project: Path, id_: str, text: str) -> Path:
    """Write an event; return its file."""
    file = project / f"content/events/{id_}.yaml"
    file.write_text(text)
    return file


def commit(project: Path) -> None:
    """Commit all that is there."""
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "next")


def rename(project: Path, old: str, new: str, aliases: str) -> None:
    """Give an event another id, with these old addresses."""
    file = project / f"content/events/{old}.yaml"
    text = re.sub("aliases:.*\n", "", file.read_text())
    event(project, new, f"{text}aliases: [{aliases}]\n")
    file.unlink()


def test_a_renamed_event_keeps_all_its_ids_and_its_links_lead_to_where_it_is(
    project: Path,
) -> None:
    event(project, "first", EVENT + CORRECTED)
    before = ids_of(project)
    commit(project)
    rename(project, "first", "second", "/events/first/")
    assert check(project) == 0
    assert ids_of(project) == before
    assert all(before.values())
    assert any(
        "/events/first/corrections/2" in name for pair in before["corrections.xml"] for name in pair
    )
    feed = (project / "site/feeds/changes.xml").read_text("utf-8")
    assert 'href="http://old.example/flood/events/second/"' in feed
    rename(project, "second", "third", "/events/first/, /events/second/")
    assert check(project) == 0
    assert ids_of(project) == before


def test_a_retracted_event_that_is_renamed_keeps_its_ids(project: Path) -> None:
    gone = "status: retracted\ncorrections: [{date: 2022-03-07, kind: retraction, text: No.}]\n"
    event(project, "first", EVENT + gone)
    before = ids_of(project)
    commit(project)
    rename(project, "first", "second", "/events/first/")
    assert check(project) == 0
    assert ids_of(project) == before


@pytest.mark.parametrize(
    ("aliases", "named"),
    [
        ("/elsewhere/, /events/between/, /events/first/", "/events/first/"),
        ("/events/between, /events/first/", "/events/first/"),
    ],
)
def test_a_first_address_that_is_not_the_first_named_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str], aliases: str, named: str
) -> None:
    rename(project, "first", "second", aliases)
    assert check(project) == 1
    said = capsys.readouterr().err
    assert "content/events/second.yaml:9:10: aliases: " in said
    assert 'ended with "/events/first/" and ends with "/events/between/" now' in said
    assert f'name "{named}" in aliases, before all others' in said
    assert "[ids-changed]" in said


def test_the_first_address_may_not_be_forgotten_by_the_next_renaming(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rename(project, "first", "second", "/events/first/")
    commit(project)
    rename(project, "second", "third", "/events/second/")
    assert check(project) == 1
    assert 'name "/events/first/" in aliases' in capsys.readouterr().err


def test_an_event_that_takes_another_in_keeps_its_own_ids_by_naming_itself_first(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = EVENT.replace("Something invented", "What else was invented")
    event(project, "other", other)
    commit(project)
    (project / "content/events/other.yaml").unlink()
    event(project, "first", f"{EVENT}{TOLD}aliases: [/events/other/]\n")
    assert check(project) == 1
    assert 'name "/events/first/" in aliases, before all others' in capsys.readouterr().err
    event(project, "first", f"{EVENT}{TOLD}aliases: [/events/first/, /events/other/]\n")
    assert check(project) == 0
    found = ids_of(project)["calendar.ics"]
    assert found == [("", "tag:old.example\\,2020-01-01:/flood/events/first/")]
    redirects = (project / "site/_redirects").read_text("utf-8")
    assert redirects.splitlines()[1:] == ["/events/other/ /events/first/ 301"]
    page = (project / "site/events/first/index.html").read_text("utf-8")
    assert 'http-equiv="refresh"' not in page


def test_two_events_never_share_an_id(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rename(project, "first", "second", "/events/first/")
    event(project, "first", EVENT.replace("Something", "Something else"))
    output = ["--output", str(project / "site")]
    assert main(["build", "--project", str(project), *output, "--quiet"]) == 1
    assert "[path-collision]" in capsys.readouterr().err


def test_a_correction_that_is_put_before_others_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    event(project, "first", EVENT + CORRECTED)
    commit(project)
    event(project, "first", EVENT + CORRECTED + "  - {date: 2022-03-04, kind: update, text: So.}\n")
    assert check(project) == 1
    said = capsys.readouterr().err
    assert "the correction of 2022-03-05 has another permanent id" in said
    assert "[ids-changed]" in said
    event(project, "first", EVENT + CORRECTED + "  - {date: 2022-03-08, kind: update, text: So.}\n")
    assert check(project) == 0


def test_a_site_that_had_no_feeds_has_no_ids_to_keep(project: Path) -> None:
    settle(project, "")
    commit(project)
    settle(project, OLD)
    rename(project, "first", "second", "/events/between/, /events/first/")
    assert check(project) == 0
