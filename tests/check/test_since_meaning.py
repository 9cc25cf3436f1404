"""What else a published page asserts, and by which words its readers are told: `--since REV`."""

from pathlib import Path

import pytest

from generator.cli import main
from tests.check.repository import Edit, begun, check, edit, git

FILES = {
    "site.yaml": (
        "title: Invented\ntimezone: Europe/Kyiv\n"
        "categories: {talk: {label: Talk}, blow: {label: Blows}, chat: {label: Talk}}\n"
    ),
    "sources/paper.yaml": """\
title: Paper
publisher: Nobody
author: A writer
url: https://paper.example/one
published: 2022-03-02
""",
    "sources/other.yaml": "title: Other paper\npublisher: Nobody\n",
    "people/side.yaml": "name: A side\nkind: organisation\nrole: Ministry\n",
    "people/anna.yaml": "name: Anna Invented\nrole: Mayor\n",
    "people/ben.yaml": "name: Ben Invented\n",
    "figures/lost.yaml": "title: Lost\nunit: things\n",
    "places/town.yaml": """\
name: Invented Town
lat: 50.12345
lon: 30.12345
precision: exact
country: UA
timezone: Europe/Kyiv
within: district
""",
    "places/field.yaml": "name: A field\n",
    "places/land.yaml": """\
- {id: district, name: District, within: land}
- {id: land, name: Land}
""",
    "events/first.yaml": """\
title: Something invented
date: 2022-03-01
time: "10:00"
category: talk
places: [town]
people: [anna]
reported: 2022-03-01
published: 2022-03-03
related: [{event: second, relation: denies}]
quotes:
  - {text: These words are invented., source: paper, speaker: anna}
claims:
  - {figure: lost, claimant: side, source: paper, value: 3, qualifier: about, disputed_by: [ben]}
""",
    "events/second.yaml": """\
title: Another thing
date: 2022-02-01
part_of_day: morning
category: blow
quotes:
  - {text: Other words., source: other, attribution: Nobody}
""",
}
FIRST, SECOND, SITE = "events/first.yaml", "events/second.yaml", "site.yaml"
TOWN, PAPER, ANNA = "places/town.yaml", "sources/paper.yaml", "people/anna.yaml"
UNMARKED = "[unmarked-change]"
HELD: dict[str, tuple[tuple[Edit, ...], str]] = {
    "the site's zone": (((SITE, "Europe/Kyiv", "Asia/Tokyo"),), "site.yaml:2:11: timezone"),
    "a place's zone": (((TOWN, "Europe/Kyiv", "Asia/Tokyo"),), "places/town.yaml:6:11: timezone"),
    "the event's zone": (
        ((FIRST, "category", "timezone: Asia/Tokyo\ncategory"),),
        "events/first.yaml:4:11: timezone",
    ),
    "no place whose zone it was in": (
        ((FIRST, "places: [town]\n", ""), (SITE, "Europe/Kyiv", "Asia/Tokyo")),
        "events/first.yaml:1:1: timezone",
    ),
    "another category": (((FIRST, "talk", "blow"),), "events/first.yaml:4:11: category"),
    "a category's label": (
        ((SITE, "label: Blows", "label: Massacres"),),
        "site.yaml:3:49: categories.blow.label",
    ),
    "a place put in": (((FIRST, "[town]", "[town, field]"),), "first.yaml:5:16: places[1]"),
    "a person put in": (((FIRST, "[anna]", "[anna, ben]"),), "first.yaml:6:16: people[1]"),
    "another relation": (((FIRST, "denies", "part-of"),), "first.yaml:9:11: related[0]"),
    "a relation left out": (
        ((FIRST, "related: [{event: second, relation: denies}]\n", ""),),
        "first.yaml:1:1: related",
    ),
    "another first report": (
        ((FIRST, "reported: 2022-03-01", "reported: 2022-02-28"),),
        "first.yaml:7:11: reported",
    ),
    "published earlier": (
        ((FIRST, "published: 2022-03-03", "published: 2021-03-03"),),
        "first.yaml:8:12: published",
    ),
    "another claimant": (((FIRST, "claimant: side", "claimant: ben"),), "first.yaml:13:5: claims"),
    "another number": (((FIRST, "value: 3", "value: 4"),), "first.yaml:13:5: claims[0]"),
    "another hedge": (((FIRST, "about", "exact"),), "first.yaml:13:5: claims[0]"),
    "a unit": ((("figures/lost.yaml", "things", "people"),), "figures/lost.yaml:2:7: unit"),
    "a source's title": (((PAPER, "Paper", "Papers"),), "sources/paper.yaml:1:8: title"),
    "a source's author": (((PAPER, "A writer", "B writer"),), "paper.yaml:3:9: author"),
    "a source's address": (((PAPER, "/one", "/two"),), "paper.yaml:4:6: url"),
    "a source's day": (((PAPER, "2022-03-02", "2022-03-01"),), "paper.yaml:5:12: published"),
    "a source's kind": (((PAPER, "title", "kind: report\ntitle"),), "paper.yaml:1:7: kind"),
    "the name of who took part": (((ANNA, "Anna", "Hanna"),), "people/anna.yaml:1:7: name"),
    "the name of who disputes it": (
        (("people/ben.yaml", "Ben", "Benno"),),
        "people/ben.yaml:1:7: name",
    ),
    "the name of an outer place": (
        (("places/land.yaml", "name: Land", "name: Country"),),
        "places/land.yaml:2:20: name",
    ),
    "a role": (((ANNA, "Mayor", "Minister"),), "people/anna.yaml:2:7: role"),
    "a place's name": (((TOWN, "Town", "City"),), "places/town.yaml:1:7: name"),
    "a place's country": (((TOWN, "UA", "PL"),), "places/town.yaml:5:10: country"),
    "a place elsewhere": (((TOWN, "50.12345", "50.12385"),), "places/town.yaml:2:6: lat"),
}
FREE: dict[str, tuple[Edit, ...]] = {
    "a zone under another name": ((SITE, "Europe/Kyiv", "Europe/Bucharest"),),
    "a category of the same name": ((FIRST, "talk", "chat"),),
    "a place left out": ((FIRST, "places: [town]\n", ""),),
    "a person left out": ((FIRST, "people: [anna]\n", ""),),
    "a first report where none was stated": (
        (SECOND, "category", "reported: 2022-02-02\ncategory"),
    ),
    "a day of publication where none was stated": (
        (SECOND, "category", "published: 2022-02-03\ncategory"),
    ),
    "a decision that readers do not see": (
        (
            FIRST,
            "speaker: anna",
            "speaker: anna, publish_decision: {basis: B, by: C, date: 2022-03-05}",
        ),
    ),
    "an address that leads to the same": (
        (PAPER, "https://paper.example/one", "http://www.paper.example/one/"),
    ),
    "an address that is dangerous": ((PAPER, "title", "restricted: true\ntitle"),),
    "an address where none was stated": (
        ("sources/other.yaml", "title", "url: https://other.example/\ntitle"),
    ),
    "a role left out": ((ANNA, "role: Mayor\n", ""),),
    "a place made coarser": ((TOWN, "exact", "settlement"),),
    "a place made coarser and moved by less": (
        (TOWN, "exact", "settlement"),
        (TOWN, "50.12345", "50.12385"),
    ),
    "a point left out": ((TOWN, "lat: 50.12345\nlon: 30.12345\n", ""),),
    "words of the account": (
        (FIRST, "category", "summary: New.\nbody: New.\ntags: [new]\ncategory"),
        (SITE, "title: Invented", "title: Made up"),
    ),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with two published events, in git."""
    return begun(tmp_path, FILES)


@pytest.mark.parametrize("what", HELD)
def test_another_meaning_is_found_at_its_place_and_a_word_tells_of_it(
    project: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    edits, place = HELD[what]
    edit(project, edits)
    assert check(project) == 1
    said = capsys.readouterr().err.splitlines()
    assert [line for line in said if place in line and UNMARKED in line], said
    edit(project, ((FIRST, "category", "updated: 2022-03-05\ncategory"),))
    edit(project, ((SECOND, "category", "updated: 2022-03-05\ncategory"),))
    assert check(project) == 0


@pytest.mark.parametrize("what", FREE)
def test_what_asserts_nothing_else_may_change_without_a_word(project: Path, what: str) -> None:
    edit(project, FREE[what])
    assert check(project) == 0


WRONG = (FIRST, "value: 3", "value: 4")


def word(text: str) -> Edit:
    """Return the edit that adds a line to the event."""
    return (FIRST, "category", f"{text}\ncategory")


def correction(day: str) -> Edit:
    """Return the edit that adds a correction of that day."""
    return word(f'corrections: [{{date: "{day}", kind: correction, text: It was four.}}]')


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (word("updated: 9999"), "updated 9999 does not count, that day is yet to come"),
        (word("updated: 2022-03-12"), "updated 2022-03-12 does not count, that day is yet to come"),
        (correction("9999-12-31"), "the correction of 9999-12-31 does not count, that day is yet"),
        (correction("1990-01-01"), "the correction of 1990-01-01 does not count, what it would be"),
        (correction("2022-03-01"), "what it would be of is of 2022-03-04"),
        (correction("2021"), "the correction of 2021 does not count"),
        (word("updated: 2022-03-02"), "updated 2022-03-02 does not count"),
    ],
)
def test_a_word_of_another_time_tells_of_nothing(
    project: Path, capsys: pytest.CaptureFixture[str], told: Edit, why: str
) -> None:
    edit(project, (WRONG, told))
    assert check(project, now="2022-03-10T12:00:00Z") == 1
    said = capsys.readouterr().err
    assert "first.yaml" in said
    assert why in said


@pytest.mark.parametrize(
    "told",
    [
        word("updated: 2022-03-04"),
        word("updated: 2022-03-11"),  # it is the 11th on Kiritimati
        correction("2022-03-04"),
        correction("2022-03-10"),
        correction("2022-03"),
        correction("2022"),
    ],
)
def test_a_word_that_can_be_of_its_day_tells_of_a_change(project: Path, told: Edit) -> None:
    edit(project, (WRONG, told))
    assert check(project, now="2022-03-10T12:00:00Z") == 0


def test_a_word_is_no_older_than_the_last_one(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project, (correction("2022-03-08"),))
    git(project, "commit", "-q", "-a", "-m", "x", when="2022-03-08T12:00:00Z")
    (project / "content/sources/new.yaml").write_text("title: New\npublisher: Nobody\n", "utf-8")
    git(project, "add", ".")
    # Another file's commit makes nothing of this one newer.
    git(project, "commit", "-q", "-m", "x", when="2022-03-20T12:00:00Z")
    further = "  - {{date: {}, kind: correction, text: More.}}"
    old = f"{FILES[FIRST]}corrections:\n" + further.format("2022-03-08").replace(
        "More", "It was four"
    )
    (project / "content" / FIRST).write_text(old.replace("value: 3", "value: 4"), encoding="utf-8")
    for day, status in (("2022-03-07", 1), ("2022-03-08", 0)):
        file = project / "content" / FIRST
        text = file.read_text("utf-8")
        file.write_text(f"{text}\n{further.format(day)}\n", encoding="utf-8")
        assert check(project) == status
        file.write_text(text, encoding="utf-8")
    assert "what it would be of is of 2022-03-08" in capsys.readouterr().err


@pytest.mark.parametrize("when", ["@253402300799 +0000", "@9999999999999 +0000", "@1 -1400"])
def test_a_commit_of_the_ends_of_time_is_one(project: Path, when: str) -> None:
    edit(project, ((SECOND, "category", "summary: More.\ncategory"),))
    git(project, "commit", "-q", "-a", "-m", "x", when=when)
    assert check(project) == 0
    assert main(["build", "--history", "--project", str(project), "--quiet"]) == 0


def test_a_clone_that_is_cut_off_goes_by_what_pages_say(project: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut"
    git(project, "commit", "-q", "--allow-empty", "-m", "x", when="2022-03-20T12:00:00Z")
    git(project, "clone", "-q", "--depth", "1", f"file://{project}", str(cut))
    edit(cut, (WRONG, correction("2022-03-05")))
    assert check(cut) == 0
    edit(cut, ((FIRST, "2022-03-05", "2022-03-02"),))
    assert check(cut) == 1
