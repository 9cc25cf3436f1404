"""What is exported as Markwhen is read by the real parser, event by event."""

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.exchange.markwhen import harmless_line
from tests.import_export.sites import LINES, Entry, events, write_project
from tests.import_export.test_round_trip import QUICKLY
from tests.tools.required import ROOT, require_tool

# What a key holds depends on its name, which types cannot say.
Parsed: TypeAlias = Any
SCRIPT = ROOT / "tests/import_export/markwhen_events.mjs"
LIKE_EVENTS = st.sampled_from(
    """
2022: x
- 2022-01-01: x
now: x
: x
every man: x
## x
// x
by !it: x
5 May 2022: x
300 BC: x
3 days: x
12pm: x
- [x] x
---
id: x
2022/now: x
""".strip().split("\n")
)


def parsed(text: str) -> Parsed:
    """Return what the real parser makes of a text."""
    command = [str(require_tool("node")), str(SCRIPT), str(require_tool("markwhen"))]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return json.loads(done.stdout)


def exported(project: Path) -> Parsed:
    """Return what the parser makes of a project's export."""
    file = project / "out.mw"
    command = ["export", "markwhen", "--project", str(project), "--output", str(file), "--quiet"]
    assert main(command) == 0
    return parsed(file.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Parsed:
    file = tmp_path_factory.mktemp("markwhen") / "out.mw"
    project = str(ROOT / "tests/sites/full")
    command = ["export", "markwhen", "--project", project, "--output", str(file), "--quiet"]
    assert main(command) == 0
    return parsed(file.read_text(encoding="utf-8"))


@pytest.mark.tools
def test_the_parser_reads_every_event_and_complains_of_nothing(full: Parsed) -> None:
    assert full["messages"] == []
    assert full["groups"] == 0
    assert len(full["events"]) == 13
    assert full["header"]["title"] == "The flood that never was"


@pytest.mark.tools
def test_what_a_date_says_beyond_markwhen_stands_beside_it(full: Parsed) -> None:
    by_id = {each["properties"]["id"]: each for each in full["events"]}
    assert by_id["decade"]["from"].startswith("1950-01-01")
    assert by_id["decade"]["to"].startswith("1960-01-01")
    assert by_id["decade"]["properties"]["edtf"] == "195X"
    assert by_id["about"]["properties"]["when"] == "about 4 February 2020"
    assert by_id["river"]["from"] == "2020-02-03T02:00:00.000+00:00"
    assert by_id["river"]["properties"]["timezone"] == "Europe/London"
    assert by_id["old"]["from"].startswith("-000043")


@pytest.mark.tools
def test_what_a_content_note_covers_is_left_to_the_site(full: Parsed) -> None:
    river = next(each for each in full["events"] if each["properties"]["id"] == "river")
    assert "Content note: Describes fear of drowning" in river["text"]
    assert "came" not in river["text"]
    assert "“more than 120 houses”" in river["text"]
    assert "more than 120, disputed" in river["text"]


@pytest.mark.tools
@settings(QUICKLY, max_examples=6)  # each starts Node.js
@given(entries=events({"summary": LINES, "body": LIKE_EVENTS | LINES}))
def test_no_text_is_taken_for_an_event(entries: list[Entry]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = exported(write_project(Path(folder), entries))
    assert found["messages"] == []
    assert sorted(each["properties"]["id"] for each in found["events"]) == [
        each["id"] for each in entries if not str(each["date"]).startswith("Y-138")
    ]


@given(st.text(max_size=40))
def test_a_line_that_could_begin_an_event_is_marked_as_text(words: str) -> None:
    line = " ".join(words.split())
    assert harmless_line(f"2022-03-02: {line}").startswith("> ")
    assert harmless_line(f"Ada said: {line}").startswith("Ada said: ")


def test_years_that_markwhen_cannot_write_are_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    event = {"id": "ice", "title": "Ice", "category": "talk", "date": "Y-170000"}
    write_project(tmp_path, [event, event | {"id": "soon", "date": "2022"}])
    assert main(["export", "markwhen", "--project", str(tmp_path)]) == 0
    said = capfd.readouterr()
    assert "2022: Ice" in said.out
    assert "1 published events exported\nleft out" in said.err
    assert "for the format: ice" in said.err
