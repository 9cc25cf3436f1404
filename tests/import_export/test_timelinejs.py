"""A TimelineJS timeline becomes drafts that pass the check; the rest stands in a report."""

import json
import shutil
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.exchange.found import Found
from generator.exchange.timelinejs import read_timelinejs
from tests.import_export.imported import take
from tests.import_export.sites import write_project
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
    timeline = {"title": {"text": {"headline": "Whole"}}, "events": EVENTS, "eras": 1}
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


def found_in(*events: object, **more: object) -> list[Found]:
    """Return what is found in a timeline of these events."""
    return read_timelinejs(json.dumps({"events": events, **more}).encode())[0]


def test_what_html_shows_beside_its_words_is_noted_with_its_address() -> None:
    (found,) = found_in(
        {
            "start_date": {"year": 2020},
            "text": {
                "headline": 'A <a href="https://x.example/link">link</a>',
                "text": 'B <img src="https://x.example/a.jpg" alt="C"><audio src="https://x.example/d">',
            },
        }
    )
    assert found.notes == [
        'headline, which leaves out: <a href="https://x.example/link">link</a>',
        'text, which leaves out: <img src="https://x.example/a.jpg" alt="C">',
        'text, which leaves out: <audio src="https://x.example/d"></audio>',
    ]
    assert found.links == [
        "https://x.example/link",
        "https://x.example/a.jpg",
        "https://x.example/d",
    ]


@pytest.mark.parametrize(
    ("event", "note"),
    [
        ({"text": {"text": ["a", "b"]}}, 'text, which is no text: ["a","b"]'),
        ({"text": "words"}, "text, which is no mapping: words"),
        ({"text": {"headline": ["a"]}}, 'headline, which is no text: ["a"]'),
        ({"text": {"more": "a"}}, "text, more: a"),
        ({"group": 3}, "group, which is no text: 3"),
        ({"unique_id": 3}, "unique_id, which is no text: 3"),
        ({"end_date": "2021"}, "end_date, which is no mapping: 2021"),
        ({"verbatim": "a"}, "verbatim, which is no mapping: a"),
        ({"media": ["a"]}, 'media: ["a"]'),
        (
            {"start_date": {"year": 2020, "hour": "4pm"}},
            'time of start_date: {"year":2020,"hour":"4pm"}',
        ),
    ],
)
def test_values_of_another_type_are_noted(event: dict[str, object], note: str) -> None:
    (found,) = found_in({"start_date": {"year": 2020}, **event})
    assert note in found.notes


@pytest.mark.parametrize(
    ("year", "date"),
    [(-13800000000, "Y-13799999999"), ("12000", "Y12000"), (-10001, "Y-10000"), (-10000, "-9999")],
)
def test_a_year_of_more_than_four_digits_is_a_date(year: object, date: str) -> None:
    (found,) = found_in({"start_date": {"year": year, "month": ""}})
    assert (found.date, found.notes) == (date, [])
    (found,) = found_in({"start_date": {"year": 12000, "month": 2}})
    assert found.date == "Y12000"
    assert found.notes[0].startswith("start_date, of which only so long a year is taken")


@pytest.mark.parametrize(
    ("shown", "date"),
    [
        ("c. 1915", "1915~"),
        ("Circa 1915", "1915~"),
        ("ca 1915", "1915~"),
        ("about 1915", "1915~"),
        ("1915?", "1915?"),
        ("1915", "1915"),
        ("c. 1914", "1915"),
        ("the year 1915", "1915"),
        ("?", "1915"),
    ],
)
def test_a_year_that_is_shown_as_doubtful_is_no_more_certain_here(shown: str, date: str) -> None:
    event = {"start_date": {"year": "1915"}, "display_date": shown}
    within = {"start_date": {"year": "1915", "display_date": shown}}
    unread = {"start_date": {"year": ""}, "display_date": shown}
    found, _ = read_timelinejs(json.dumps({"events": [event, within, unread]}).encode())
    assert [each.date for each in found] == [date, date, ""]
    assert all(any(shown in note for note in each.notes) for each in found)


def test_an_era_is_an_event_of_its_interval() -> None:
    era = {
        "start_date": {"year": 1900},
        "end_date": {"year": 1950},
        "text": {"headline": "An age"},
    }
    (found,) = found_in(eras=[era])
    assert (found.title, found.date, found.tags) == ("An age", "1900/1950", ["era"])


def test_groups_become_tags_and_media_are_ready_to_be_filled_in(tmp_path: Path) -> None:
    media = {"url": "https://x.example/a.jpg", "caption": "A <i>dam</i>", "credit": "Ada"}
    event = {"start_date": {"year": 1936}, "text": {"headline": "A"}, "group": "Old dams"}
    taken = take(tmp_path, "timelinejs", json.dumps({"events": [{**event, "media": media}]}))
    assert taken.events["a"].tags == ("old-dams",)
    draft = (taken.root / "content/events/imported/a.yaml").read_text(encoding="utf-8")
    assert draft.endswith(
        """\
# media:
#   - file:  # below content/media/, once it may be shown
#     alt:  # what it shows, for those who cannot see it
#     caption: A dam
#     credit: Ada
# seen at https://x.example/a.jpg
"""
    )
    assert "group: Old dams" in taken.report


def test_an_import_that_cannot_be_written_whole_leaves_nothing(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project", ())
    (project / "content/events/imported").write_text("in the way", encoding="utf-8")
    file = tmp_path / "t.json"
    file.write_text(json.dumps({"events": EVENTS}), encoding="utf-8")
    before = sorted(project.rglob("*"))
    command = ["import", "timelinejs", str(file), "--category", "talk"]
    assert main([*command, "--project", str(project)]) > 1
    assert sorted(project.rglob("*")) == before


def test_a_key_that_stands_twice_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take(tmp_path, "timelinejs", '{"events": [], "events": []}').status == 2
    assert "stands twice in one object" in capsys.readouterr().err
