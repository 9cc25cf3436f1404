"""`check --safety`: everything that can do harm, with the decision or its absence, and no name."""

from pathlib import Path

import pytest

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
            "shown with the notice that it was made in captivity"
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
