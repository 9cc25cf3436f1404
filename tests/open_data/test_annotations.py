"""Web Annotations: one for each thing quoted, and none says more of it than is known."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.quote import EDITORIAL_MARK, runs_of_words
from tests.open_data.test_open_data import meant, rows_of
from tests.test_golden import build
from tests.tools.required import ROOT

Item: TypeAlias = dict[str, Any]
FULL = ROOT / "tests/sites/full"
HOME = "https://timeline.example/flood"
MOTIVATIONS = {"linking", "classifying", "tagging", "commenting"}


def items_of(data: Path) -> list[Item]:
    """Return the annotations of a site."""
    collection = json.loads((data / "annotations.json").read_text(encoding="utf-8"))
    assert collection["type"] == "AnnotationCollection"
    items: list[Item] = collection["first"]["items"]
    assert collection["total"] == len(items) == len({each["id"] for each in items})
    return items


def targets(item: Item) -> list[Item]:
    """Return what an annotation is about."""
    return item["target"] if isinstance(item["target"], list) else [item["target"]]


def body(item: Item, purpose: str | None) -> str:
    """Return the text of an annotation that has the purpose, empty where none has."""
    texts = [each for each in item["body"] if isinstance(each, dict)]
    return next((each["value"] for each in texts if each.get("purpose") == purpose), "")


@pytest.fixture(scope="module")
def items(data: Path) -> list[Item]:
    """Return the annotations of the full test site."""
    return items_of(data)


def test_everything_that_is_quoted_has_one(items: list[Item], data: Path) -> None:
    quotes = {meant(row["text"]) for row in rows_of(data / "tables/quotes.csv")}
    claims = {meant(row["quote"]) for row in rows_of(data / "tables/claims.csv")} - {""}
    assert len(quotes) > 2
    assert claims
    assert sorted(body(item, None) for item in items) == sorted(quotes | claims)


def test_each_says_how_far_its_words_were_verified(items: list[Item], data: Path) -> None:
    rows = rows_of(data / "tables/quotes.csv")
    standings = {meant(row["text"]): row["standing"] for row in rows}
    said = {body(item, None): body(item, "classifying") for item in items}
    assert {text: said[text] for text in standings} == standings
    assert {"verified", "unchecked"} <= set(standings.values())


def test_words_that_were_found_in_no_copy_are_given_as_typed_and_no_more(
    items: list[Item],
) -> None:
    (item,) = (each for each in items if body(each, "classifying") == "unchecked")
    assert "created" not in item
    assert item["target"] == {
        "type": "SpecificResource",
        "source": "https://courier.example/river?page=1&part=2",
        "selector": {"type": "TextQuoteSelector", "exact": "I opened no gate."},
        "state": {
            "type": "TimeState",
            "sourceDate": "2020-02-05T10:00:00Z",
            "cached": "https://archive.example/2020/courier",
        },
    }


def test_a_source_without_an_address_is_called_as_in_the_structured_data(
    items: list[Item], data: Path
) -> None:
    (item,) = (each for each in items if body(each, None) == "Das Wasser kam sehr schnell.")
    name = item["target"]["source"]
    assert name == f"{HOME}/sources/bericht/#source"
    page = (data.parent / "sources/bericht/index.html").read_text(encoding="utf-8")
    assert f'"@id":"{name}"' in page


def test_what_stands_beside_words_on_the_site_travels_with_them(items: list[Item]) -> None:
    held = [body(each, None) for each in items if body(each, "tagging") == "in_captivity"]
    assert held == ["I opened no gate."]
    noted = {body(each, None) for each in items if body(each, "commenting")}
    assert "Das Wasser kam sehr schnell." in noted
    assert "I opened no gate." not in noted


def test_the_file_of_a_source_has_all_that_is_quoted_of_it(items: list[Item], data: Path) -> None:
    page = json.loads((data.parent / "sources/courier/annotations.json").read_text("utf-8"))
    address = "https://courier.example/river?page=1&part=2"
    of_source = [item for item in items if targets(item)[0]["source"] == address]
    assert page["type"] == "AnnotationPage"
    key = lambda item: item["id"]  # noqa: E731 - for these two lists only
    assert sorted(page["items"], key=key) == sorted(of_source, key=key)


def test_an_id_stays_when_the_copies_are_gone(items: list[Item], tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(FULL, project)
    (project / "content/quotes.lock").unlink()
    build(project, tmp_path / "site")
    without = items_of(tmp_path / "site/data")
    assert [each["id"] for each in without] == [each["id"] for each in items]
    assert {body(each, "classifying") for each in without} == {"no-copy"}
    text = (tmp_path / "site/data/annotations.json").read_text(encoding="utf-8")
    assert not any(word in text for word in ("created", "prefix", "suffix", "verified"))


def body_faults(each: Item | str) -> Iterator[str]:
    """Yield what is not allowed of a body (sections 3.2.1, 3.2.4 and 3.3.5)."""
    if isinstance(each, str):
        if not urlsplit(each).scheme:
            yield "3.2.1: an external resource is an IRI"
    elif each["type"] != "TextualBody" or not isinstance(each["value"], str):
        yield "3.2.4: a text has one value"
    elif each.get("purpose", "linking") not in MOTIVATIONS:
        yield "3.3.5: purpose"


def target_faults(each: Item) -> Iterator[str]:
    """Yield what is not allowed of a target (sections 4, 4.2.4 and 4.3.1)."""
    if not urlsplit(each["source"]).scheme:
        yield "4: a specific resource has one source"
    selector = each["selector"]
    if selector["type"] != "TextQuoteSelector" or not selector["exact"].strip():
        yield "4.2.4: exactly one exact"
    if set(selector) - {"type", "exact", "prefix", "suffix"} or "\n" in selector["exact"]:
        yield "4.2.4: normalised text, nothing else"
    yield from moment_faults(each.get("state", {}).get("sourceDate"))


def moment_faults(moment: str | None) -> Iterator[str]:
    """Yield whether a moment is not an xsd:dateTime in UTC."""
    if moment and (moment[-1] != "Z" or datetime.fromisoformat(moment).tzinfo != UTC):
        yield "3.3.2, 4.3.1: xsd:dateTime in UTC"


def faults(item: Item) -> Iterator[str]:
    """Yield what the Web Annotation Data Model does not allow of an annotation."""
    if item["type"] != "Annotation" or not urlsplit(item["id"]).scheme:
        yield "3.1: type and IRI"
    if item["motivation"] not in MOTIVATIONS:
        yield "3.3.5: motivation"
    yield from moment_faults(item.get("created"))
    for each in item["body"]:
        yield from body_faults(each)
    for each in targets(item):
        yield from target_faults(each)


def test_each_keeps_to_the_data_model(items: list[Item]) -> None:
    assert [fault for item in items for fault in faults(item)] == []


@given(st.text(alphabet="ab .,«»[]…\n", max_size=60))
def test_runs_of_words_are_the_words_between_the_editors_marks(text: str) -> None:
    runs = runs_of_words(text)
    unmarked = EDITORIAL_MARK.sub("", text)
    assert [*filter(str.isalnum, "".join(runs))] == [*filter(str.isalnum, unmarked)]
    assert [" ".join(run.split()) for run in runs] == [*runs]
