"""The exported table has a row for each event, and nothing in it that a spreadsheet would run."""

import csv
from pathlib import Path

from generator.cli import main
from tests.import_export.sites import write_project
from tests.tools.required import ROOT


def rows_of(project: Path, file: Path) -> dict[str, dict[str, str]]:
    """Return the rows of a project's export by id; lines end as RFC 4180 has them."""
    command = ["export", "csv", "--project", str(project), "--output", str(file), "--quiet"]
    assert main(command) == 0
    content = file.read_bytes()
    assert content.count(b"\n") >= content.count(b"\r\n") > 1
    assert content.endswith(b"\r\n")
    with file.open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row for row in csv.DictReader(lines, strict=True)}


def test_a_row_says_what_is_published_of_an_event(tmp_path: Path) -> None:
    rows = rows_of(ROOT / "tests/sites/full", tmp_path / "out.csv")
    assert len(rows) == 13
    river = rows["river"]
    assert (river["date"], river["time"], river["timezone"]) == (
        "2020-02-03",
        "02:00~",
        "Europe/London",
    )
    assert river["places"] == "The river gauge | Invented Town"
    assert river["people"] == "Ada Invented | Bo Invented"
    assert river["people_withheld"] == "1"
    assert "The invented river rises, The Invented Courier" in river["sources"]
    assert river["url"] == "https://timeline.example/flood/events/river/"
    assert (rows["decade"]["earliest"], rows["decade"]["latest"]) == ("1950-01-01", "1959-12-31")


def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(tmp_path: Path) -> None:
    event = {"id": "formula", "title": "=1+1", "category": "talk", "date": "-0043"}
    event |= {"summary": "＠sum", "body": '-\n\n,quoted "line"'}
    rows = rows_of(write_project(tmp_path, [event]), tmp_path / "out.csv")
    formula = rows["formula"]
    assert (formula["title"], formula["date"]) == ("'=1+1", "'-0043")
    assert formula["summary"] == "'＠sum"
    assert formula["body"] == '\'-\n\n,quoted "line"'
