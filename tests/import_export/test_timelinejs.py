"""A TimelineJS timeline becomes drafts that pass the check; the rest stands in a report."""

import json
import shutil
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.exchange.timelinejs import read_timelinejs
from tests.tools.required import ROOT

EVENTS = [
    {"start_date": {"year": "1066"}, "text": {"headline": "A <b>year</b>"}, "group": "Water"},
    {
        "start_date": {"year": 2020, "month": 2, "day": "9", "hour": 4, "minute": 5},
        "text": {"headline": "A day", "text": "<p>One <em>two</em><script>bad()</script></p>"},
        "media": {"url": "https://media.example/one.jpg"},
    },
    {"start_date": {"year": -44}, "text": {"headline": "A day"}},
    {
        "start_date": {"year": 2019, "month": 3},
        "end_date": {"year": 2019, "month": 4},
        "text": {"headline": "Months", "text": "1. not a list * [x]"},
    },
    {"start_date": {"year": 2019, "month": 13}, "text": {"headline": "No month"}},
    {"start_date": {"year": 2019, "month": 2, "day": 30}, "text": {"headline": "No day"}},
    "nonsense",
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests/sites/full", tmp_path / "full")
    timeline = {"title": {"text": {"headline": "Whole"}}, "events": EVENTS, "eras": [{"a": 1}]}
    (tmp_path / "t.json").write_text(json.dumps(timeline), encoding="utf-8-sig")
    return tmp_path / "full"


def run(project: Path) -> int:
    file = str(project.parent / "t.json")
    return main(["import", "timelinejs", file, "--category", "words", "--project", str(project)])


def test_events_keep_their_precision_and_pass_the_check(project: Path) -> None:
    assert run(project) == 1
    folder = project / "content/events/imported"
    read = {
        path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts only
        for path in folder.iterdir()
    }
    assert {name: event["date"] for name, event in read.items()} == {
        "a-year": "1066",
        "a-day": "2020-02-09",
        "a-day-2": "-0043",
        "months": "2019-03/2019-04",
    }
    assert {event["status"] for event in read.values()} == {"draft"}
    assert read["a-day"]["time"] == "04:05"
    assert read["a-day"]["body"].strip() == "One *two*"
    assert read["a-year"]["category"] == "water"
    assert main(["check", "--quiet", "--project", str(project)]) == 0


def test_the_report_names_all_that_has_no_place(project: Path) -> None:
    run(project)
    unfinished = (project / "import-unfinished.yaml").read_text(encoding="utf-8")
    rest = yaml.load(unfinished, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts only
    assert [each["title"] for each in rest] == ["No month", "No day", "Untitled, event 7"]
    assert [each["date"] for each in rest] == ["", "2019-02-30", ""]
    report = (project / "import-report.md").read_text(encoding="utf-8")
    for words in ("https://media.example/one.jpg", "Whole", "eras", "No month", "No day"):
        assert words in report
    assert report.count("not written") == 3
    assert "nonsense" in report
    assert "What 4 drafts and 3 unfinished events still need" in report
    assert "- each event in `import-unfinished.yaml`" in report


def test_nothing_is_written_over(project: Path) -> None:
    run(project)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    run(project)
    assert all(path.read_bytes() == data for path, data in before.items())
    assert len(list((project / "content/events/imported").iterdir())) == 8


def test_what_was_exported_and_then_changed_is_what_the_slide_says() -> None:
    typed = {"date": "2020-02-03~", "time": "04:05~", "timezone": "Europe/Kyiv"}
    start = {"year": 2020, "month": 2, "day": 3, "hour": 4, "minute": 5}
    same = {"start_date": start, "verbatim": typed, "text": {"headline": "Same"}}
    later = {**same, "start_date": {**start, "day": 4}}
    longer = {**same, "end_date": {"year": 2021}}
    found, _ = read_timelinejs(json.dumps({"events": [same, later, longer]}).encode())
    assert [(each.date, each.time) for each in found] == [
        ("2020-02-03~", "04:05~"),
        ("2020-02-04", "04:05"),
        ("2020-02-03/2021", ""),
    ]
    assert found[0].notes == []
    assert found[1].notes[0].startswith("verbatim, which is not what start_date says")
