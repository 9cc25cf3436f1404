"""`check --safety`: everything that can do harm, with the decision or its absence, and no name."""

from pathlib import Path

import pytest
from PIL import Image

from generator.cli import main

PEOPLE = """\
- {id: captive, name: Canary Name, status: prisoner-of-war}
- id: named-one
  name: Other Canary
  status: victim
  publish_decision: {basis: The family asked for it., by: The editors, date: 2022-03-04}
"""
PLACES = "- {id: cellar, name: Cellar, lat: 1.00001, lon: 2, precision: exact}\n"
EVENT = """\
title: Something invented
date: 2022-03-01
category: talk
places: [cellar]
people: [captive, named-one]
quotes:
  - text: These words are invented.
    source: paper
    speaker: captive
    in_captivity: true
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with something of each concern."""
    content = tmp_path / "content"
    for folder in ("events", "sources", "people", "places"):
        (content / folder).mkdir(parents=True)
    (content / "site.yaml").write_text("title: Invented\ncategories: {talk: {label: Talk}}\n")
    (content / "sources/paper.yaml").write_text("title: Paper\npublisher: Nobody\n")
    (content / "people/all.yaml").write_text(PEOPLE)
    (content / "places/all.yaml").write_text(PLACES)
    (content / "events/first.yaml").write_text(EVENT)
    return tmp_path


def test_each_concern_stands_with_its_place_and_its_decision(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--project", str(project), "--safety"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        (
            'content/events/first.yaml:10:19: words-in-captivity: quote 1 of "first": '
            "no decision is recorded; shown with the notice that it was made in captivity"
        ),
        (
            'content/people/all.yaml:1:44: person-at-risk: "captive", prisoner-of-war: '
            "no decision is recorded, so the name is withheld"
        ),
        (
            'content/people/all.yaml:4:11: person-at-risk: "named-one", victim: '
            "named by decision of The editors, 2022-03-04: The family asked for it."
        ),
        (
            'content/places/all.yaml:1:63: exact-location: "cellar", published to about a metre: '
            "no decision is recorded"
        ),
        "4 concerns, 3 without a recorded decision",
    ]


def test_the_list_repeats_no_name(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--project", str(project), "--safety"])
    assert "Canary" not in capsys.readouterr().out


def test_a_recorded_decision_on_a_place_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = project / "content/places/all.yaml"
    decision = "publish_decision: {basis: In ruins., by: The editors, date: 2022}"
    places.write_text(PLACES.replace("precision: exact", f"precision: exact, {decision}"))
    assert main(["check", "--project", str(project), "--safety"]) == 0
    assert "published by decision of The editors, 2022: In ruins." in capsys.readouterr().out


def test_words_of_a_captive_are_listed_and_warned_of_without_the_notice_too(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    event = project / "content/events/first.yaml"
    event.write_text(EVENT.replace("    in_captivity: true\n", ""))
    assert main(["check", "--project", str(project), "--safety"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == (
        'content/events/first.yaml:9:14: words-in-captivity: quote 1 of "first": no decision is '
        "recorded; its speaker is a captive, and it is shown without the notice"
    )
    assert main(["check", "--project", str(project)]) == 0
    assert "[captivity-unmarked]" in capsys.readouterr().err


def test_a_recorded_decision_on_words_of_a_captive_is_told_and_stays_unpublished(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    event = project / "content/events/first.yaml"
    decision = "{basis: Said after release., by: The canary desk, date: 2022}"
    event.write_text(f"{EVENT}    publish_decision: {decision}\n")
    assert main(["check", "--project", str(project), "--safety"]) == 0
    said = "shown by decision of The canary desk, 2022: Said after release."
    assert said in capsys.readouterr().out
    assert main(["build", "--project", str(project), "--quiet"]) == 0
    files = [path for path in (project / "site").rglob("*") if path.is_file()]
    assert not [path for path in files if b"canary desk" in path.read_bytes()]


CLAIMS = """\
claims:
  - {figure: lost, claimant: captive, source: paper, value: 3, quote: three were lost}
  - {figure: lost, claimant: named-one, source: paper, value: 4}
  - {figure: lost, claimant: free-one, source: paper, value: 5}
"""


def test_claims_of_people_at_risk_are_listed_and_words_of_captives_warned_of(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content/figures").mkdir()
    (project / "content/figures/lost.yaml").write_text("title: Lost\n")
    (project / "content/people/free.yaml").write_text("{id: free-one, name: Free One}\n")
    (project / "content/events/first.yaml").write_text(EVENT + CLAIMS)
    assert main(["check", "--project", str(project), "--safety"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line for line in listed if ": claim " in line] == [
        (
            'content/events/first.yaml:12:30: words-in-captivity: claim 1 of "first": no decision '
            "can be recorded; its words and its number are shown without any notice"
        ),
        (
            'content/events/first.yaml:13:30: words-of-person-at-risk: claim 2 of "first": no '
            "decision can be recorded; its number is shown without any notice"
        ),
    ]
    assert main(["check", "--project", str(project)]) == 0
    warnings = [
        line for line in capsys.readouterr().err.splitlines() if "[captivity-unmarked]" in line
    ]
    assert len(warnings) == 1
    assert 'first.yaml:12:30: claims[0].claimant: "captive" is a prisoner-of-war' in warnings[0]


def test_words_of_others_at_risk_and_pictures_beside_them_are_listed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content/media").mkdir()
    Image.new("RGB", (80, 60), "grey").save(project / "content/media/a.png")
    spoken = EVENT.replace("speaker: captive\n    in_captivity: true", "speaker: named-one")
    decided = "publish_decision: {basis: None seen., by: The editors, date: 2022}"
    media = "media: [{file: a.png, alt: Grey, credit: Nobody}]\n"
    event = project / "content/events/first.yaml"
    event.write_text(spoken + media)
    assert main(["check", "--project", str(project), "--safety"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        (
            'content/events/first.yaml:9:14: words-of-person-at-risk: quote 1 of "first": no '
            "decision is recorded; its speaker is at risk, and words can point to who said them"
        ),
        (
            'content/events/first.yaml:10:16: picture-beside-person-at-risk: a.png of "first", to '
            "which a person at risk belongs: no decision is recorded"
        ),
    ]
    event.write_text(spoken + media.replace("credit: Nobody", f"credit: Nobody, {decided}"))
    assert main(["check", "--project", str(project), "--safety"]) == 0
    assert "belongs: shown by decision of The editors, 2022: None" in capsys.readouterr().out


def test_a_graphic_picture_stands_with_its_decision_or_without(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    medium = "media:\n  - {file: a.png, alt: Grey, credit: Nobody, graphic: true}\n"
    (project / "content/media").mkdir()
    Image.new("RGB", (80, 60), "grey").save(project / "content/media/a.png")
    event = project / "content/events/first.yaml"
    event.write_text(EVENT + medium)
    assert main(["check", "--project", str(project), "--safety"]) == 0
    assert (
        'content/events/first.yaml:12:55: graphic-medium: a.png of "first": no decision is '
        "recorded; it stays behind a content note"
    ) in capsys.readouterr().out
    decision = "graphic: true, publish_decision: {basis: Known., by: The editors, date: 2022}"
    event.write_text(EVENT + medium.replace("graphic: true", decision))
    assert main(["check", "--project", str(project), "--safety"]) == 0
    assert "shown by decision of The editors, 2022: Known." in capsys.readouterr().out


def test_content_with_problems_has_its_list_after_them(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content/events/second.yaml").write_text("title: Nothing else\n")
    assert main(["check", "--project", str(project), "--safety"]) == 1
    said = capsys.readouterr()
    assert "content/events/second.yaml:1:1" in said.err
    first, *listed, last = said.out.splitlines()
    assert first.endswith("; entries with problems are not in this list:")
    assert [line.split(": ")[1] for line in listed] == [
        "words-in-captivity", "person-at-risk", "person-at-risk", "exact-location",
    ]  # fmt: skip
    assert last == "4 concerns, 3 without a recorded decision"
