"""What is published as Markwhen: a date, a colon and a title, then properties, then Markdown.

Markwhen knows years, months, days and minutes, and intervals of them; of years before Christ it
knows the number alone. What a date says beyond that stands in the properties `edtf` and `when`.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from generator.exchange.html_text import open_markdown
from generator.exchange.timelinejs_dates import Parts, slide_dates
from generator.exchange.timelinejs_export import SlideWords
from generator.model.published import Moment, PublishedEvent
from generator.model.settings import SiteSettings

LONGEST_YEAR, LONGEST_PLAIN_YEAR = 99_999, 9999
# A line that begins so would be a section, a comment, a list of things to do, or a new event.
HEADING = re.compile(r"#+ +(.*)")
MARKS = re.compile(r"//|#|-\s*\[[xX ]?\]|---")
# Escapes that only a reader of Markdown needs; a bracket before a parenthesis would be a link.
ESCAPES = re.compile(r"\\([\[.>_]|\](?!\())")
WORD = re.compile(r"![\w.]+|[^\W\d_]+")
DATE_WORDS = """
every now am pm bc bce ad ce by before after plus to until til till for times other x t z w
week weeks work business day days d month months year years y hour hours h minute minutes
min mins second seconds sec secs s millisecond milliseconds ms start end
jan feb mar apr may jun jul aug sep oct nov dec january february march april june july
august september october november december
"""
OF_DATES = frozenset(DATE_WORDS.split())


def markwhen_text(
    settings: SiteSettings, events: Iterable[PublishedEvent], words: SlideWords
) -> tuple[str, list[str]]:
    """Return a whole timeline, and the ids of events whose years Markwhen cannot write."""
    head = {"title": settings.title, "description": settings.tagline}
    parts = ["\n".join(properties({**head, "timezone": settings.timezone}))]
    left_out: list[str] = []
    for event in events:
        day = day_text(event.when)
        if day:
            parts.append("\n".join(event_lines(event, day, words)))
        else:
            left_out.append(event.id)
    return "\n\n".join(parts) + "\n", left_out


def event_lines(event: PublishedEvent, day: str, words: SlideWords) -> Iterator[str]:
    """Yield the lines of one event."""
    when = event.when
    tag = event.category.category.id.replace("-", "_")
    yield f"{day}: {event.title} #{tag}"
    named = {"id": event.id, "url": words.address(event.path)}
    if when.time is not None:
        named["timezone"] = zone_text(when)
    if when.date.text not in {day, day.partition(" ")[0]}:
        named["edtf"] = when.date.text
    if "edtf" in named or when.part_of_day or (when.time and when.time.is_approximate):
        named["when"] = words.when(when)
    yield from properties(named)
    yield ""
    # Markwhen can close nothing behind a content note.
    yield from map(harmless_line, open_markdown(words.text(event, "")).split("\n"))


def properties(named: dict[str, str]) -> Iterator[str]:
    """Yield a property a line, as YAML that Markwhen reads, those without a value left off."""
    for name, value in named.items():
        if value:
            # Markwhen would take a hash for a colour's or a tag's, even in quotes.
            yield f"{name}: {msgspec.json.encode(value).decode()}".replace("#", "\\u0023")


def day_text(moment: Moment) -> str:
    """Return when an event begins an event's line; empty where its years are too long."""
    start, end = slide_dates(moment.date)
    if any(abs(each["year"]) > LONGEST_YEAR for each in (start, end) if each):
        return ""
    if moment.time is not None:
        return f"{part_text(start)} {moment.time}"
    if all(1 <= each["year"] <= LONGEST_PLAIN_YEAR for each in (start, end) if each):
        return "/".join(map(part_text, filter(None, (start, end))))
    return "-".join(map(era_text, filter(None, (start, end))))


def part_text(parts: Parts) -> str:
    """Return a date of four-digit years."""
    text = f"{parts['year']:04d}"
    return text + "".join(f"-{parts[name]:02d}" for name in ("month", "day") if name in parts)


def era_text(parts: Parts) -> str:
    """Return the year of a date before Christ, or of one long after."""
    return f"{abs(parts['year'])} {'BC' if parts['year'] < 0 else 'AD'}"


def zone_text(moment: Moment) -> str:
    """Return whose clock a time is of: a zone's name, or the offset that was typed."""
    if moment.timezone or moment.utc_offset is None:
        return moment.timezone or "UTC"
    hours, minutes = divmod(abs(moment.utc_offset), 60)
    return f"{'-' if moment.utc_offset < 0 else '+'}{hours:02d}:{minutes:02d}"


def harmless_line(line: str) -> str:
    """Return a line of text that is nothing but text."""
    line = ESCAPES.sub(r"\1", line)
    heading = HEADING.fullmatch(line)
    if heading:
        return harmless_line(f"**{heading[1]}**")
    before, colon, _ = line.partition(":")
    words = [word.lower() for word in WORD.findall(before) if not word.startswith("!")]
    is_dated = colon and ("every" in before.lower() or OF_DATES.issuperset(words))
    return f"> {line}" if is_dated or MARKS.match(line.lstrip()) else line
