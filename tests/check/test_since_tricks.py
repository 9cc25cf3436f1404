"""Each way in which a published thing could change while `check --since REV` says nothing."""

from pathlib import Path

import pytest

from tests.check.repository import Edit, begun, check, edit

SITE = "title: Invented\ncategories: {talk: {label: Talk}}\n"
FILES = {
    "site.yaml": SITE,
    "sources/paper.yaml": "title: Paper\npublisher: Nobody\npublished: 2022-03-02\n",
    "people/side.yaml": "name: A side\nkind: organisation\n",
    "figures/lost.yaml": "title: Lost\nunit: things\ncounts: All that was lost.\n",
    "events/first.yaml": """\
title: Something invented
date: 2022-03-01
category: talk
updated: 2022-03-05
corrections:
  - {date: 2022-03-04, kind: correction, text: A day was wrong.}
quotes:
  - {text: These words are invented., source: paper, attribution: Nobody}
claims:
  - {figure: lost, claimant: side, source: paper, value: 3}
""",
    "events/taken.yaml": """\
title: Taken back
date: 2022-03-02
category: talk
status: retracted
corrections:
  - {date: 2022-03-04, kind: retraction, text: It was invented.}
""",
    "events/waiting.yaml": """\
title: Not yet
date: 2022-03-03
category: talk
embargo: 2999-01-01T00:00:00Z
""",
}
EMBARGO = ("category", "embargo: 2999-01-01T00:00:00Z\ncategory")
DRAFT = ("category", "status: draft\ncategory")
FALSE_QUOTE = ("These words are", "Those words were")
FIRST, SECOND, TAKEN, WAITING = (
    f"events/{each}.yaml" for each in ("first", "second", "taken", "waiting")
)
ALIAS = ("category", "aliases: [/events/first/]\ncategory")
CORRECTED = (
    "corrections:",
    "corrections:\n  - {date: 2022-03-06, kind: clarification, text: New.}",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with a published, a retracted and an embargoed event, in git."""
    return begun(tmp_path, FILES)


@pytest.mark.parametrize(
    ("edits", "place", "code"),
    [
        pytest.param(
            ((FIRST, *FALSE_QUOTE), (FIRST, "updated: 2022-03-05", "updated: 2022-03-04")),
            "events/first.yaml:8:5: quotes[0]",
            "unmarked-change",
            id="updated moved back",
        ),
        pytest.param(
            ((FIRST, *FALSE_QUOTE), (FIRST, *ALIAS), (FIRST, "mv", SECOND)),
            "events/second.yaml:9:5: quotes[0]",
            "unmarked-change",
            id="renamed with an alias",
        ),
        pytest.param(
            ((FIRST, *EMBARGO),),
            "events/first.yaml:3:10: embargo",
            "published-gone",
            id="under a new embargo",
        ),
        pytest.param(
            ((FIRST, "rm", ""), (WAITING, *ALIAS)),
            "events/waiting.yaml:5:10: embargo",
            "published-gone",
            id="alias on what is under embargo",
        ),
        pytest.param(
            ((FIRST, *ALIAS), (FIRST, *DRAFT), (FIRST, "mv", SECOND)),
            "events/second.yaml:4:9: status",
            "published-gone",
            id="alias on a draft",
        ),
        pytest.param(
            ((TAKEN, "rm", ""),),
            "events/taken.yaml:1:1: ",
            "published-gone",
            id="tombstone deleted",
        ),
        pytest.param(
            ((TAKEN, "status: retracted", "status: published"),),
            "events/taken.yaml:4:9: status",
            "unmarked-change",
            id="tombstone published again",
        ),
        pytest.param(
            ((FIRST, "A day was wrong.", "All is well."),),
            "events/first.yaml:6:3: corrections",
            "correction-changed",
            id="correction reworded",
        ),
        pytest.param(
            (
                (FIRST, "  - {date: 2022-03-04, kind: correction, text: A day was wrong.}\n", ""),
                (FIRST, "corrections:\n", "corrections: []\n"),
            ),
            "events/first.yaml:5:14: corrections",
            "correction-changed",
            id="correction deleted",
        ),
        pytest.param(
            (("figures/lost.yaml", "All that was lost.", "Some of what was lost."),),
            "figures/lost.yaml:3:9: counts",
            "unmarked-change",
            id="figure counts another thing",
        ),
        pytest.param(
            (("people/side.yaml", "A side", "The other side"),),
            "people/side.yaml:1:7: name",
            "unmarked-change",
            id="claimant under another name",
        ),
        pytest.param(
            (("sources/paper.yaml", "Nobody", "Somebody"),),
            "sources/paper.yaml:2:12: publisher",
            "unmarked-change",
            id="source of another publisher",
        ),
    ],
)
def test_a_trick_is_found_at_its_place(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    edits: tuple[Edit, ...],
    place: str,
    code: str,
) -> None:
    edit(project, edits)
    assert check(project) == 1
    said = capsys.readouterr().err.splitlines()
    assert [line for line in said if f"content/{place}" in line and f"[{code}]" in line], said


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param(
            ((WAITING, "Not yet", "Not yet at all"), (WAITING, "2022-03-03", "2022-03-04")),
            id="what was under embargo changes",
        ),
        pytest.param(((WAITING, "rm", ""),), id="what was under embargo is deleted"),
        pytest.param(
            ((TAKEN, *CORRECTED), (TAKEN, "status: retracted\n", "")), id="restored with a word"
        ),
        pytest.param(
            (
                ("figures/lost.yaml", "All that was lost.", "Some of what was lost."),
                ("people/side.yaml", "A side", "The other side"),
                (FIRST, "updated: 2022-03-05", "updated: 2022-03-06"),
                (FIRST, *ALIAS),
                (FIRST, "mv", SECOND),
            ),
            id="figure and claimant of an event that says so under another id",
        ),
        pytest.param(
            (("people/side.yaml", "kind: organisation", "status: witness-at-risk"),),
            id="a name is withheld",
        ),
        pytest.param(
            ((FIRST, *FALSE_QUOTE), (FIRST, *CORRECTED), (FIRST, "2022-03-05", "2022-03-04")),
            id="a further correction",
        ),
    ],
)
def test_what_readers_are_told_or_never_saw_may_change(
    project: Path, edits: tuple[Edit, ...]
) -> None:
    edit(project, edits)
    assert check(project) == 0
