"""The calendar: events whose days are known, as iCalendar (RFC 5545, with NAME of RFC 7986)."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from generator.model.feed import CalendarEntry, CalendarPage
from generator.render.links import permalink
from generator.render.moment_words import MomentWords

LONGEST_LINE = 75  # octets, RFC 5545, 3.1
LAST_DAY = date.max.toordinal()


class Calendars:
    """Writes calendars in the site's language."""

    def __init__(self, moments: MomentWords, base_url: str) -> None:
        """Take the words for times of day, and the site's address."""
        self.moments = moments
        self.base_url = base_url

    def text(self, page: CalendarPage, name: str, description: str) -> str:
        """Return the whole calendar, its lines ended as the standard wants it."""
        lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Verbatim//Verbatim//EN",
            "CALSCALE:GREGORIAN",
            f"NAME:{escaped(name)}",
            f"X-WR-CALNAME:{escaped(name)}",
        ]
        if description:
            lines.append(f"X-WR-CALDESC:{escaped(description)}")
        for entry in page.entries:
            lines.extend(self.lines(entry))
        lines.append("END:VCALENDAR")
        return "".join(f"{folded(line)}\r\n" for line in lines)

    def lines(self, entry: CalendarEntry) -> Iterator[str]:
        """Yield the lines of one event: whole days, since a time would need more than is known."""
        event = entry.event
        changed = f"{compact(entry.changed)}T000000Z"
        yield "BEGIN:VEVENT"
        yield f"UID:{escaped(entry.uid)}"
        yield f"DTSTAMP:{changed}"
        yield f"LAST-MODIFIED:{changed}"
        yield f"SEQUENCE:{entry.corrections}"
        yield f"DTSTART;VALUE=DATE:{compact(entry.first)}"
        if entry.last < LAST_DAY:
            yield f"DTEND;VALUE=DATE:{compact(entry.last + 1)}"
        yield f"SUMMARY:{escaped(event.title)}"
        if event.when.time or event.when.part_of_day:
            yield f"DESCRIPTION:{escaped(self.moments.text(event.when))}"
        yield f"CATEGORIES:{escaped(entry.category)}"
        yield f"URL:{permalink(event.path, self.base_url)}"
        yield f"X-EDTF:{escaped(event.when.date.text)}"
        yield "TRANSP:TRANSPARENT"
        yield "CLASS:PUBLIC"
        yield "END:VEVENT"


@lru_cache(maxsize=20_000)
def compact(day: int) -> str:
    """Return a day number as `YYYYMMDD`."""
    return date.fromordinal(day).isoformat().replace("-", "")


def escaped(text: str) -> str:
    """Return a text as a calendar's values have it (3.3.11)."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r", "").replace("\n", "\\n")


def folded(line: str) -> str:
    """Return a line in pieces of at most 75 octets, no character split (3.1)."""
    if len(line) <= LONGEST_LINE and (line.isascii() or len(line.encode()) <= LONGEST_LINE):
        return line
    pieces = []
    rest = line.encode()
    room = LONGEST_LINE
    while len(rest) > room:
        end = room
        while rest[end] & 0xC0 == 0x80:  # noqa: PLR2004 - the octet goes on with a character
            end -= 1
        pieces.append(rest[:end])
        rest = rest[end:]
        room = LONGEST_LINE - 1  # each piece but the first begins with a space
    return b"\r\n ".join([*pieces, rest]).decode()
