"""What an event's page tells of its history: parts, days, commits; no names and no old words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.plan.histories import PARTS
from generator.validate.schema import EVENT as EVENT_RECORD
from tests.history.repository import EVENT, PEOPLE, Repository
from tests.site_quality.test_html import nu_complaints

FIRST = "the earliest version on record"
CLAIM = """\
claims:
  - {figure: sheep, claimant: CLAIMANT, source: paper, value: 3}
"""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a project with one event, in one commit."""
    made = Repository(tmp_path)
    made.write("events/first.yaml", EVENT)
    made.commit()
    return made


def test_each_commit_that_changed_an_entry_is_told_with_its_day_and_parts(
    repository: Repository,
) -> None:
    begin = repository.git("rev-parse", "HEAD")[:10]
    repository.edit("Something", "Nothing")
    repository.edit("Before.", "After.")
    second = repository.commit("2021-03-01T23:30:00Z")
    repository.edit("words are", "words were")
    repository.edit("source: paper", "source: paper\n    locator: page 3")
    third = repository.commit("2021-04-05T12:00:00Z")
    assert repository.told() == [
        ("2021-03-01", FIRST, begin),
        ("2021-03-02", "the title, the text", second),
        ("2021-04-05", "the quotes", third),
    ]


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("date: 2021-03-01", "date: 2021-03-01\ntime: 10:00", "the date"),
        ("date: 2021-03-01", "date: 2021-03", "the date"),
        ("summary: Before.", "body: Before.", "the text"),
        ("quotes:", "people: [mayor]\nquotes:", "other details"),
        ("quotes:", "tags: [new]\nquotes:", "other details"),
        ("quotes:", "content_note: Something sad\nquotes:", "other details"),
        (
            "quotes:",
            "corrections: [{date: 2021, kind: update, text: X.}]\nupdated: 2021\nquotes:",
            "the corrections, other details",
        ),
        ("    source: paper", "    source: paper\n    in_captivity: true", "the quotes"),
    ],
)
def test_a_change_is_told_by_the_name_of_its_part(
    repository: Repository, old: str, new: str, parts: str
) -> None:
    repository.edit(old, new)
    repository.commit()
    assert repository.parts() == [FIRST, parts]


def reordered(repository: Repository) -> None:
    lines = EVENT.splitlines()
    repository.write("events/first.yaml", "\n".join([*lines[1:4], *lines[4:], lines[0]]) + "\n")


@pytest.mark.parametrize(
    "edit",
    [
        lambda repository: repository.edit("title: S", "# a remark: CANARY\ntitle: S"),
        lambda repository: repository.edit(
            "title: Something invented", 'title: "Something invented"'
        ),
        lambda repository: repository.edit("summary: Before.", "summary: >-\n  Before."),
        lambda repository: repository.edit("category: talk", "category: talk\nbody:"),
        lambda repository: repository.edit("category: talk", "category: talk\nafter: []"),
        lambda repository: repository.edit(
            "category: talk",
            "category: talk\nacknowledged: [{problem: quote-unverified, reason: CANARY}]",
        ),
        lambda repository: repository.edit("Ada", "Ida", "people/people.yaml"),
        reordered,
    ],
)
def test_what_no_reader_could_see_on_the_page_is_not_told(
    repository: Repository, edit: Callable[[Repository], None]
) -> None:
    edit(repository)
    repository.commit()
    assert repository.parts() == [FIRST]


def test_nobody_whose_name_is_withheld_is_told_to_have_come_or_gone(
    repository: Repository,
) -> None:
    repository.write("figures/sheep.yaml", "title: Sheep\n")
    repository.edit(
        "quotes:", "people: [mayor]\n" + CLAIM.replace("CLAIMANT", "held-one") + "quotes:"
    )
    repository.edit("    source: paper\n", "    source: paper\n    speaker: held-one\n")
    repository.commit()
    before = repository.parts()
    repository.edit("people: [mayor]", "people: [mayor, held-one, held-two]")
    repository.edit("speaker: held-one", "speaker: held-two")
    repository.edit("claimant: held-one", "claimant: held-two")
    repository.commit()
    assert repository.parts() == before
    repository.edit("people: [mayor, held-one, held-two]", "people: [clerk]")
    repository.edit("speaker: held-two", "speaker: clerk")
    repository.commit()
    assert repository.parts() == [*before, "the quotes, other details"]
    repository.edit("people: [clerk]", "people: []")
    repository.edit("speaker: clerk", "attribution: Somebody")
    repository.write("people/people.yaml", PEOPLE.replace("- {id: clerk, name: Bo Invented}\n", ""))
    repository.commit()
    # The mayor is told to have gone; whoever has no entry now may be withheld.
    assert repository.parts() == [*before, "other details", "the quotes"]


def test_a_draft_s_versions_are_not_told(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.write("events/first.yaml", EVENT + "status: draft\n")
    repository.commit()
    repository.edit("Something", "Nothing")
    repository.commit()
    repository.edit("status: draft\n", "")
    published = repository.commit()
    assert repository.told() == [("2021-03-03", FIRST, published)]
    repository.edit("summary: Before.", "summary: Before.\nstatus: draft")
    repository.commit()
    repository.edit("Nothing", "Anything")
    repository.commit()
    repository.edit("Anything", "Nothing")
    repository.edit("Before.", "After.")
    repository.commit()
    repository.edit("status: draft\n", "")
    again = repository.commit()
    assert repository.told()[1:] == [("2021-03-07", "the text", again)]


def test_what_was_changed_under_an_embargo_is_not_told(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.write("events/first.yaml", EVENT + "embargo: 2021-03-10T08:00:00+02:00\n")
    repository.commit("2021-03-01T12:00:00Z")
    repository.edit("Something", "Nothing")
    seen = repository.commit("2021-03-05T12:00:00Z")
    repository.edit("Before.", "After.")
    later = repository.commit("2021-03-20T12:00:00Z")
    assert repository.told() == [
        ("2021-03-10", FIRST, seen),
        ("2021-03-20", "the text", later),
    ]


def test_an_event_that_is_held_back_now_has_no_history_for_editors_either(
    repository: Repository,
) -> None:
    repository.edit("summary: Before.", "summary: Before.\nstatus: draft")
    repository.commit()
    repository.build("--history", "--drafts")
    assert repository.told(is_built=False) == []


def test_a_retracted_event_s_page_tells_no_history(repository: Repository) -> None:
    repository.edit("Something", "CANARYTITLE")
    repository.commit()
    why = "corrections: [{date: 2021, kind: retraction, text: It was not so.}]\n"
    repository.edit("summary: Before.", f"status: retracted\n{why}summary: Before.")
    repository.commit()
    page = (repository.build() / "events/first/index.html").read_text(encoding="utf-8")
    assert "It was not so." in page
    assert "History of this page" not in page


def test_no_file_holds_a_name_a_message_or_a_word_of_an_old_version(
    repository: Repository,
) -> None:
    repository.edit("Something", "CANARYTITLE")
    repository.edit("Before.", "CANARYTEXT")
    repository.edit("These words", "CANARYWORDS")
    repository.commit()
    repository.write("events/first.yaml", EVENT)
    repository.commit()
    assert repository.parts() == [FIRST, *["the title, the text, the quotes"] * 2]
    files = [path for path in (repository.root / "site").rglob("*") if path.is_file()]
    holding = [path for path in files if b"canary" in path.read_bytes().lower()]
    assert len(files) > 20
    assert holding == []


@pytest.mark.tools
def test_a_history_is_closed_at_first_and_good_html(repository: Repository) -> None:
    repository.edit("Something", "Nothing")
    repository.commit()
    page = repository.build() / "events/first/index.html"
    assert '<details class="history">\n<summary>History of this page</summary>' in page.read_text()
    assert nu_complaints(str(page)) == ""


def test_every_field_of_an_event_is_told_by_a_part_or_kept_on_purpose() -> None:
    untold = {"id", "after", "status", "embargo", "acknowledged"}
    assert {field.name for field in EVENT_RECORD.fields} == PARTS.keys() | untold
