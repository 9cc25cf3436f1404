"""JSON feeds are JSON Feed 1.1 and tell what the Atom feeds tell."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from tests.tools.required import ROOT

ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMA = json.loads((ROOT / "tests/feeds/json_feed.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["changes", "corrections"])
def test_the_feed_is_a_json_feed(full_site: Path, name: str) -> None:
    feed = json.loads((full_site / f"feeds/{name}.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(feed)] == []
    assert feed["feed_url"] == f"https://timeline.example/flood/feeds/{name}.json"
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"]) > 1


@pytest.mark.parametrize("name", ["changes", "corrections"])
def test_both_formats_tell_the_same(full_site: Path, name: str) -> None:
    items = json.loads((full_site / f"feeds/{name}.json").read_text(encoding="utf-8"))["items"]
    text = (full_site / f"feeds/{name}.xml").read_text(encoding="utf-8")
    entries = ET.fromstring(text).findall(f"{ATOM}entry")  # noqa: S314 - our own feed
    fields = {"id": "id", "title": "title", "content_html": "content", "date_modified": "updated"}
    for field, element in fields.items():
        told = [entry.findtext(f"{ATOM}{element}") for entry in entries]
        assert [item[field] for item in items] == told


def test_the_schema_refuses_an_item_without_id_or_content() -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"url": "x"}]}
    messages = [error.message for error in Draft202012Validator(SCHEMA).iter_errors(feed)]
    assert any("'id' is a required property" in message for message in messages)
    assert any("under any of the given schemas" in message for message in messages)
