"""Dates beside npm's edtf, an independent parser: what both accept must mean the same days."""

import json
import subprocess
from datetime import UTC, date, datetime

import pytest

from generator.model.edtf import DateError, parse_edtf
from tests.tools.required import ROOT, require_tool

# What edtf 4.11.1 accepts although the specification does not, tried one by one: days that a
# month does not have (see DAYS), reversed intervals, years of more than four digits without Y.
ITS_ERRORS = {"1900-02-29", "2022-03-05/2022-03-01", "2022-02-3X", "20220303"}
SCRIPT = """
import edtf from 'edtf';
const days = date => [date.min, date.max];
const read = text => { try { return days(edtf(text)); } catch { return null; } };
const texts = JSON.parse(process.argv[1]);
console.log(JSON.stringify(texts.map(read)));
"""
DAYS = [f"2022-{month:02d}-{day:02d}" for month in range(1, 13) for day in range(1, 32)]
TEXTS = [
    *DAYS,
    *(f"{year}-02-29" for year in (1900, 2000, 2020, 2022)),
    *(
        f"{stem}{sign}"
        for stem in ("1984", "2004-06", "2004-06-11")
        for sign in ("", "?", "~", "%")
    ),
    *("201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX", "2022-03-2X", "2022-02-3X"),
    *("2004-06/2006-08", "1964/2008", "2022-02-24/2022-03-03", "2022-03-05/2022-03-01"),
    *("2022-13-01", "2022-00-01", "2022-04-31", "20220303", "3 March 2022", "2022-3-3", ""),
]


def their_days(first: float, last: float) -> tuple[int, int]:
    """Return the days of two moments in milliseconds of Unix time."""
    days = [datetime.fromtimestamp(each / 1000, UTC).date() for each in (first, last)]
    return (days[0].toordinal(), days[1].toordinal())


def our_days(text: str) -> tuple[int | None, int | None] | None:
    """Return what we make of a text, None when it is no date."""
    try:
        parsed = parse_edtf(text)
    except DateError:
        return None
    return (parsed.earliest, parsed.latest)


@pytest.mark.tools
def test_another_parser_reads_the_same_days() -> None:
    require_tool("edtf")
    node = str(require_tool("node"))
    command = [node, "--input-type=module", "--eval", SCRIPT, json.dumps(TEXTS)]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    theirs = {
        text: found and their_days(*found)
        for text, found in zip(TEXTS, json.loads(answer.stdout), strict=True)
    }
    differing = {text for text in TEXTS if our_days(text) != theirs[text]}
    assert differing - {each for each in DAYS if not is_day(each)} <= ITS_ERRORS


def is_day(text: str) -> bool:
    """Return whether the calendar has the day."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
