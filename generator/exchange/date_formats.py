"""Dates as other programs write them: a format says which part stands where."""

import re

from generator.errors import UsageError
from generator.model.edtf_calendar import MONTH_NAMES

NAMES = "|".join(sorted({*MONTH_NAMES, *(name[:3] for name in MONTH_NAMES)}, key=len, reverse=True))
PARTS = {
    "%Y": r"(?P<year>\d{4})",
    "%m": r"(?P<month>\d{1,2})",
    "%b": rf"(?P<name>{NAMES})",
    "%B": rf"(?P<name>{NAMES})",
    "%d": r"(?P<day>\d{1,2})",
    "%H": r"(?P<hour>\d{1,2})",
    "%M": r"(?P<minute>\d{2})",
    "%S": r"(?P<second>\d{2})",
    "%%": "%",
}
# What stands in a format, in words for whoever wrote another.
KNOWN = "%Y, %m, %b or %B (a month's English name), %d, %H, %M, %S"


def format_pattern(format_: str) -> re.Pattern[str]:
    """Return what finds the parts of a date; raise UsageError for a format that is none."""
    pieces = re.split(r"(%.?)", format_)
    unknown = next((each for each in pieces if each[:1] == "%" and each not in PARTS), None)
    if unknown is not None:
        raise UsageError(f'"{format_}" has "{unknown}"; a format has {KNOWN}')
    if "%Y" not in pieces:
        raise UsageError(f'"{format_}" has no %Y, and without its year no date is known')
    if "%d" in pieces and not {"%m", "%b", "%B"} & set(pieces):
        raise UsageError(f'"{format_}" has a day and no month')
    pattern = "".join(PARTS[each] if each[:1] == "%" else re.escape(each) for each in pieces)
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise UsageError(f'"{format_}" names one part twice') from error


def dated(text: str, patterns: list[re.Pattern[str]]) -> tuple[str, str]:
    """Return a date in EDTF and its time; both are empty where no format fits.

    What is not in the format is not in the date: a month stays a month.
    """
    for pattern in patterns:
        found = pattern.fullmatch(text)
        if found is not None:
            parts = found.groupdict()
            date = parts["year"]
            month = parts.get("month") or month_number(parts.get("name") or "")
            if month:
                date += f"-{int(month):02d}"
                date += f"-{int(parts['day']):02d}" if parts.get("day") else ""
            clock = [parts.get("hour"), parts.get("minute")]
            return date, f"{int(clock[0]):02d}:{clock[1]}" if clock[0] and clock[1] else ""
    return "", ""


def month_number(name: str) -> str:
    """Return the number of a month of that English name, empty for no name."""
    if not name:
        return ""
    short = name[:3].title()
    return str(next(at for at, each in enumerate(MONTH_NAMES, 1) if each[:3] == short))
