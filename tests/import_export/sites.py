"""Invented projects of a few events, and what a project's events say."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st

from generator.model.document import Kind
from generator.model.event import Event
from generator.pipeline.authoring import whole_content
from generator.project import find_project
from generator.render.markdown import Prose

Entry = Mapping[str, object]
SITE = {
    "title": "Invented & <tested>",
    "base_url": "https://invented.example/timeline/",
    "since": "2022-01-01",
    "timezone": "Europe/Kyiv",
    "author": {"name": "The editors", "email": "editors@invented.example"},
    "categories": {"talk": {"label": "Talk & <walk>"}, "water": {"label": "Water"}},
}
PROSE = Prose()
WORDS = st.text(
    st.characters(
        exclude_categories=["C", "Z"], include_characters=" ", exclude_characters="\ufeff"
    ),
    min_size=1,
    max_size=30,
).map(lambda text: " ".join(text.split()))
LINES = WORDS.filter(lambda text: any(each.isalnum() for each in text))
CODE = st.lists(st.sampled_from(["x = 1", "  y = [2]", "a|b `c`", "# d & <e>"]), min_size=1).map(
    lambda lines: "\n".join(f"    {line}" for line in lines)
)
BLOCKS = st.one_of(
    LINES,
    CODE,
    LINES.map(lambda line: f"Use `x < y & z` and ``a`b``\n\n{line}"),
    st.sampled_from(
        [
            "| a | b |\n|---|---|\n| `1|2` | *x* |\n| 3 \\| 4 | |",
            "- a\n- b\n    - c",
            "1. a\n2. b\n\n        x = 1\n          y = 2",
            "> a\n>\n> b",
            "## A **heading**",
            "a  \nb",
            "---",
        ]
    ),
)
# A paragraph between, so that none of the blocks becomes a part of the one before it.
TEXTS = st.lists(BLOCKS, min_size=1, max_size=4).map("\n\nA paragraph.\n\n".join)
DAYS = st.dates(date(1000, 1, 1), date(2024, 12, 31))
YEARS = st.integers(-9000, 2024).map(lambda year: f"{'-' if year < 0 else ''}{abs(year):04d}")
INTERVALS = st.tuples(DAYS, st.integers(1, 400)).map(
    lambda pair: f"{pair[0]}/{min(pair[0] + timedelta(pair[1]), date(2025, 1, 1))}"
)
MONTHS = DAYS.map(lambda day: day.isoformat()[:7])
LONG_YEARS = st.sampled_from(["Y-13800000000", "Y12000", "Y-10000"])
DOUBTS = st.sampled_from(["", "?", "~", "%"])
ODD_DATES = """
19XX 195X 2022-XX 2022-XX-XX 2022-02-XX 2022-02-2X 2022-21 2022/.. ../2022-05 /2022 2022-03/
[2021,2023-05] 2022-02-24T05:07:00+02:00
"""
ODD = st.sampled_from(ODD_DATES.split())
CLOCKS = st.tuples(st.times(), st.sampled_from(["", "~"])).map(
    lambda parts: f"{parts[0]:%H:%M}{parts[1]}"
)
DATES = st.one_of(
    ODD,
    INTERVALS,
    st.tuples(st.one_of(YEARS, LONG_YEARS, MONTHS, DAYS.map(date.isoformat)), DOUBTS).map("".join),
)
MOMENTS = st.one_of(
    st.fixed_dictionaries({"date": DATES}),
    st.fixed_dictionaries(
        {"date": DAYS.map(date.isoformat), "time": CLOCKS},
        optional={
            "timezone": st.sampled_from(["Europe/Kyiv", "America/New_York", "Asia/Kathmandu"])
        },
    ),
    st.fixed_dictionaries(
        {"date": DAYS.map(date.isoformat), "part_of_day": st.sampled_from(["night", "morning"])}
    ),
)


def events(more: Mapping[str, st.SearchStrategy[object]]) -> st.SearchStrategy[list[Entry]]:
    """Return lists of events with a title and a moment, and those fields more, or some of them."""
    known = st.fixed_dictionaries({"title": LINES, "category": st.sampled_from(["talk", "water"])})
    optional = st.fixed_dictionaries({}, optional=dict(more))
    one = st.tuples(known, MOMENTS, optional).map(lambda parts: parts[0] | parts[1] | parts[2])
    return st.lists(one, min_size=1, max_size=5).map(
        lambda found: [{"id": f"event-{number}", **each} for number, each in enumerate(found)]
    )


def write_project(root: Path, entries: Sequence[Entry], places: Sequence[Entry] = ()) -> Path:
    """Write a project of these events; return its folder."""
    for name, value in (("site", SITE), ("events/all", entries), ("places/all", places)):
        path = root / f"content/{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        if value:
            path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return root


def events_of(root: Path) -> dict[str, Event]:
    """Return a project's events by id; every one of them must be right."""
    content = whole_content(find_project(root, None))
    assert [problem for file in content.files for problem in file.problems] == []
    entries = [each for file in content.files for each in file.entries if each.kind is Kind.EVENT]
    return {each.id: each.noun for each in entries if isinstance(each.noun, Event)}


def moment_of(event: Event) -> tuple[object, ...]:
    """Return when an event happened, as the content states it; an unstated zone is the site's."""
    zone = (event.timezone or SITE["timezone"]) if event.time else ""
    return (event.date.text, event.time, event.part_of_day, zone)


def read_as(text: str) -> str:
    """Return what readers get of a text."""
    return " ".join(str(PROSE.html(text)).split())
