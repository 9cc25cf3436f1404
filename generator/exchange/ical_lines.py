"""The lines of an iCalendar file (RFC 5545, 3.1), and at which of them it is none."""

import re
from collections.abc import Iterator
from typing import Any, NoReturn

from icalendar.parser import Contentline

from generator.errors import UsageError

AGAIN = "mend it, or export the calendar again"
LINE_BREAK = re.compile("\r\n|\r|\n")
# Of what stands in these icalendar keeps what it cannot read, for the report.
KEPT_BROKEN = {"VEVENT", "VTODO", "VJOURNAL", "VALARM", "VFREEBUSY", "VTIMEZONE"}


def unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Yield each content line with the number of the line on which it begins."""
    begins, parts = 0, list[str]()
    for number, line in enumerate(LINE_BREAK.split(text), 1):
        if line[:1] in {" ", "\t"} and parts:
            parts.append(line[1:])
            continue
        if parts:
            yield begins, "".join(parts)
        begins, parts = number, [line] if line.strip() else []
    if parts:
        yield begins, "".join(parts)


def refuse_broken(text: str) -> None:
    """Raise UsageError with the line where a file is no iCalendar, or was cut off."""
    opened: list[tuple[str, int]] = []
    has_calendar, last = False, 1
    for last, line in unfolded(text):
        name, _, value = line.partition(":")
        kind = value.strip().upper()
        if name.upper() == "BEGIN":
            if not opened and kind != "VCALENDAR":
                refuse(last, f"BEGIN:{kind} outside of a VCALENDAR")
            opened.append((kind, last))
            has_calendar = True
        elif name.upper() == "END":
            if not opened or opened[-1][0] != kind:
                here = (
                    f"{opened[-1][0]}, which began on line {opened[-1][1]}" if opened else "nothing"
                )
                refuse(last, f"END:{kind} where {here}, is to end")
            opened.pop()
        elif not opened:
            refuse(last, "words outside of BEGIN:VCALENDAR and END:VCALENDAR")
        elif not KEPT_BROKEN & {each for each, _ in opened}:
            refuse_unread(last, line)
    if opened:
        kind, begins = opened[-1]
        refuse(last, f"the file ends within the {kind} that begins on line {begins}")
    if not has_calendar:
        refuse(1, "it has no VCALENDAR")


def refuse_unread(number: int, line: str) -> None:
    """Raise UsageError for a line that is no property of the calendar."""
    content: Any = Contentline
    try:
        content(line).parts()
    except ValueError:
        refuse(number, f'"{line[:60]}" is no property')


def refuse(line: int, reason: str) -> NoReturn:
    """Raise UsageError for what is wrong at a line."""
    raise UsageError(f"line {line}: this is no iCalendar: {reason}; {AGAIN}")
