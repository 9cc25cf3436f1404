"""Which `updated` tells of a change, and which was there before."""

from pathlib import Path

import pytest

from tests.check.repository import begun, check, edit, git
from tests.check.test_since_meaning import FILES, FIRST, WRONG, word


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with two published events, in git."""
    return begun(tmp_path, FILES)


def test_a_day_that_had_not_come_holds_nothing_up(project: Path) -> None:
    edit(project, (word("updated: 9999"),))
    git(project, "commit", "-q", "-a", "-m", "x", when="2022-03-06T12:00:00Z")
    edit(project, (WRONG, (FIRST, "updated: 9999", "updated: 2022-03-07")))
    assert check(project) == 0


@pytest.mark.parametrize("now", ["", "updated: 2022-03-05\n"])
def test_what_a_page_said_of_its_update_is_not_taken_back(
    project: Path, capsys: pytest.CaptureFixture[str], now: str
) -> None:
    edit(project, (word("updated: 2022-03-07"),))
    git(project, "commit", "-q", "-a", "-m", "x", when="2022-03-07T12:00:00Z")
    edit(project, ((FIRST, "updated: 2022-03-07\n", now),))
    assert check(project) == 1
    assert "updated of a published event changed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("2022-03-04/..", "2022-03-04/.."),
        ('"2022-03-04/"', '"2022-03-04/"'),
        ('"[2022-03-04..]"', "2022-03-04/.."),
        ("2022-03-10", "2022-03-10"),  # of a day that had not come
        ("2022-03-1X", "2022-03-1X"),
    ],
)
def test_an_update_that_was_there_tells_of_no_later_change(
    project: Path, capsys: pytest.CaptureFixture[str], was: str, now: str
) -> None:
    edit(project, (word(f"updated: {was}"),))
    git(project, "commit", "-q", "-a", "-m", "x", when="2022-03-04T12:00:00Z")
    later = "2022-03-20T12:00:00Z"
    edit(project, (WRONG, (FIRST, f"updated: {was}", f"updated: {now}")))
    assert check(project, now=later) == 1
    assert "first.yaml:14:5: claims[0]" in capsys.readouterr().err
    edit(project, ((FIRST, f"updated: {now}", "updated: 2022-03-20"),))
    assert check(project, now=later) == 0
