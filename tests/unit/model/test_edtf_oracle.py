"""Dates beside npm's edtf, an independent parser: what both accept must mean the same days."""

import json
import subprocess
from datetime import date

import pytest

from generator.model.edtf import DateError, parse_edtf
from tests.tools.required import ROOT, require_tool

UNIX_EPOCH = date(1970, 1, 1).toordinal()
MILLISECONDS_OF_A_DAY = 86_400_000
SCRIPT = """
import edtf from 'edtf';
const finite = each => Number.isFinite(each) ? each : null;
const days = date => [finite(date.min), finite(date.max)];
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
    *("201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX", "2022-02-XX", "2022-X1"),
    *(f"{month}-{tens}X" for month in ("2022-03", "2022-02", "2024-02") for tens in range(4)),
    *("0000", "-0000", "-0000-XX", "-0043", "-0043-03-15", "-2022-02", "-0004-02-29", "Y1234"),
    *("2004-06/2006-08", "1964/2008", "2022-02-24/2022-03-03", "2022-03-05/2022-03-01"),
    *("2004-02-01/2005-02", "2005/2006-02", "2022/2022-03", "2022-03/2022", "1984?/2004~"),
    *("1985-04-12/..", "../1985-04-12", "1985/", "/1985-04", "/", "../..", "2022-05/2022-03"),
    *("[1667,1668,1670..1672]", "[..1760-12-03]", "[1760-12..]", "[2022-03-02,2022-03-03]"),
    *("2022-03-02T10:30:00", "2022-03-02T10:30:00Z", "2022-03-02T10:30:60"),
    *("2022-03-02T10:30", "2022-03-02T24:00:00", "2022-03-02T10:30:00+14:60"),
    "2022-03-02T10:30:00+0200",
    "2022-03-02T10:30:00Z/2022-03-03T10:30:00Z",
    *("2022-13-01", "2022-00-01", "20220303", "3 March 2022", "2022-3-3", "2022-42", ""),
    *("199u", "2004/open", "2004-06?~", " 2022", "2022 ", "2022-21-05"),
]
# What edtf 4.11.1 reads against the specification, tried one by one. Equality keeps the list true.
ITS_ERRORS = {
    "1900-02-29",  # a day that the month does not have, read as 1 March
    "2022-02-29",
    "2022-X1",  # X that is not from the right
    "20220303",  # not a date: read as milliseconds since 1970
    "-0000-XX",  # refused as -0000 and -0000-01 are
    "2022-03-02T10:30",  # a time without seconds
    "2022-03-02T24:00:00",
    "2022-03-02T10:30:00+0200",  # an offset without its colon
    "2022-03-02T10:30:00Z/2022-03-03T10:30:00Z",  # times in an interval
    "[1667,1668,1670..1672]",  # the last range's end is lost
}
# Where the specification leaves room and we chose otherwise; docs/dates.md says so.
OUR_CHOICES = {
    "/",  # says nothing: we ask for one end
    "../..",
    "2022-03/2022",  # overlaps: in order, because March begins before 2022 ends
}


def their_days(first: float | None, last: float | None) -> tuple[int | None, int | None]:
    """Return the days of two moments in milliseconds of Unix time, None where there is no end."""
    days = [
        None if each is None else int(each // MILLISECONDS_OF_A_DAY) + UNIX_EPOCH
        for each in (first, last)
    ]
    return (days[0], days[1])


def our_days(text: str) -> tuple[int | None, int | None] | None:
    """Return what we make of a text, None when it is no date."""
    try:
        parsed = parse_edtf(text)
    except DateError:
        return None
    return (parsed.earliest, parsed.latest)


@pytest.mark.tools
def test_another_parser_reads_the_same_days_but_for_its_known_errors() -> None:
    require_tool("edtf")
    node = str(require_tool("node"))
    command = [node, "--input-type=module", "--eval", SCRIPT, json.dumps(TEXTS)]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    theirs = {
        text: found and their_days(*found)
        for text, found in zip(TEXTS, json.loads(answer.stdout), strict=True)
    }
    assert {text for text in TEXTS if our_days(text) != theirs[text]} == (ITS_ERRORS | OUR_CHOICES)
