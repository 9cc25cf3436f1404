"""What an event says twice: refused where it can only be a slip, else told apart in all data."""

import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from generator.cli import main
from generator.validate.fields.structure import ListOf
from generator.validate.schema import OF_EVENTS, RECORDS

SITE = """\
title: Twice
base_url: https://twice.example/
since: 2022-01-01
sqlite: true
share_cards: quotes
categories: {talk: {label: Talk}}
"""
EVENT = "title: A\ndate: 2022-03-01\ncategory: talk\n"
CLAIM = "{figure: houses, claimant: anna, source: one, value: 3, disputed_by: [DISPUTED]}"
# Each list of an event, with an item for it.
ITEMS = {
    "after": "other",
    "places": "town",
    "people": "anna",
    "tags": "river",
    "aliases": "/old/",
    "related": "{event: other, relation: denies}",
    "disputed_by": "anna",
    "quotes": "{text: The same words., source: one, speaker: anna}",
    "claims": CLAIM.replace("DISPUTED", "ben"),
    "media": "{file: a.png, alt: A, credit: C}",
    "corrections": "{date: 2022-03-02, kind: update, text: The same.}",
}
# Words that stand twice in a source, numbers in two parts of it, two updates of one day.
MAY_REPEAT = {"quotes", "claims", "media", "corrections"}
LISTS = {
    field.name
    for record in (*RECORDS.values(), *OF_EVENTS)
    for field in record.fields
    if isinstance(field.type, ListOf) and field.name != "acknowledged"  # which is in no data
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with an event, and all that it may refer to."""
    content = tmp_path / "content"
    texts = {
        "site.yaml": SITE,
        "events/other.yaml": EVENT.replace("2022-03-01", "2022-02-01"),
        "sources/one.yaml": "title: S\npublisher: P\nurl: https://s.example/\n",
        "people/all.yaml": "[{id: anna, name: Anna}, {id: ben, name: Ben}]\n",
        "places/town.yaml": "name: Town\n",
        "figures/houses.yaml": "title: Houses\n",
        "pages/about.md": "---\ntitle: About\n---\nText.\n",
    }
    for path, text in texts.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, encoding="utf-8")
    (content / "media").mkdir()
    Image.new("RGB", (8, 8), "gray").save(content / "media/a.png")
    return tmp_path


def built(project: Path, *items: str, name: str) -> int:
    """Return the status of a build in which the event's list of that name has these items."""
    listed = f"{name}: [{', '.join(items)}]"
    if name == "disputed_by":
        listed = f"claims: [{CLAIM.replace('DISPUTED', ', '.join(items))}]"
    (project / "content/events/one.yaml").write_text(f"{EVENT}{listed}\n", encoding="utf-8")
    return main(["build", "--quiet", "--jobs", "1", "--project", str(project)])


def test_every_list_is_tried() -> None:
    assert ITEMS.keys() == LISTS


@pytest.mark.parametrize("name", sorted(ITEMS.keys() - MAY_REPEAT))
def test_what_may_stand_once_is_refused_the_second_time(
    project: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built(project, ITEMS[name], name=name) == 0
    capsys.readouterr()
    assert built(project, ITEMS[name], ITEMS[name], name=name) == 1
    assert "content/events/one.yaml:4:" in capsys.readouterr().err


@pytest.mark.parametrize("name", sorted(MAY_REPEAT))
def test_what_may_stand_twice_is_told_apart(project: Path, name: str) -> None:
    assert built(project, ITEMS[name], ITEMS[name], name=name) == 0
    site = project / "site"
    with closing(sqlite3.connect(site / "data/timeline.sqlite")) as database:
        assert database.execute(f"SELECT count(*) FROM {name}").fetchone() == (2,)  # noqa: S608 - a name of ours
    annotations = json.loads((site / "data/annotations.json").read_text("utf-8"))
    assert repeated(ids_in(annotations)) == []
    for feed in site.rglob("*.xml"):
        elements = ET.parse(feed).iter()  # noqa: S314 - a feed of ours
        assert repeated([each.text or "" for each in elements if each.tag.endswith("}id")]) == []


def test_relations_of_other_kinds_or_to_other_events_are_others(project: Path) -> None:
    (project / "content/events/third.yaml").write_text(EVENT.replace("03-01", "01-01"), "utf-8")
    items = ["{event: other, relation: part-of}", "{event: third, relation: denies}"]
    assert built(project, ITEMS["related"], *items, name="related") == 0


def test_a_relation_typed_in_another_order_is_the_same(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = '{relation: "denies", event: other}'
    assert built(project, ITEMS["related"], other, name="related") == 1
    message = 'related[1]: "event: other, relation: denies" stands on line 4 already; remove one'
    assert message in capsys.readouterr().err


def ids_in(annotations: dict[str, Any]) -> list[str]:
    """Return the ids of all annotations."""
    return [each["id"] for each in annotations.get("first", {}).get("items", [])]


def repeated(ids: list[str]) -> list[str]:
    """Return what stands more than once."""
    return [id_ for id_, count in Counter(ids).items() if count > 1]
