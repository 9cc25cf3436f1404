"""TimelineJS 3's JSON as fields of events, with notes on all that has no place in them."""

import html
from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.errors import UsageError
from generator.exchange.found import Found, FoundMedium, found_at
from generator.exchange.html_losses import addresses_in, note_left_out
from generator.exchange.html_text import (
    markdown_of,
    marked_parts,
    plain_text,
)
from generator.exchange.texts import json_of
from generator.exchange.timelinejs_moments import add_dates
from generator.exchange.timelinejs_values import (
    EMPTY,
    mapping_in,
    mapping_of,
    string_in,
    string_of,
    words_of,
)

KNOWN = {"start_date", "end_date", "text", "group", "unique_id", "verbatim"}
OF_TEXT = {"headline", "text"}
ERA = "era"
SUMMARY, BODY = "verbatim-summary", "verbatim-body"


def read_timelinejs(data: bytes) -> tuple[list[Found], list[str]]:
    """Return the events of a timeline in order, its eras last, and notes on the timeline itself."""
    timeline = json_of(data)
    if not isinstance(timeline, dict) or not isinstance(timeline.get("events"), list):
        raise UsageError('the file is no TimelineJS timeline: it has no list "events"')
    taken = {"events", "eras"} if isinstance(timeline.get("eras"), list) else {"events"}
    notes = [f"{name}: {words_of(value)}" for name, value in timeline.items() if name not in taken]
    events = [*numbered("event", timeline["events"], event_of)]
    if "eras" in taken:
        events += numbered("era", timeline["eras"], era_of)
    return events, notes


def numbered(
    name: str, given: Iterable[object], made: Callable[[object, str], Found]
) -> Iterator[Found]:
    """Yield what each of a list says; `name` and its number are its place."""
    for number, each in enumerate(given, 1):
        where = f"{name} {number}"
        yield found_at(where, made, each, where)


def era_of(era: object, where: str) -> Found:
    """Return an era as an event of its interval."""
    found = event_of(era, where)
    found.tags.append(ERA)
    return found


def event_of(event: object, where: str) -> Found:
    """Return one of the timeline's events."""
    found = Found(where)
    if not isinstance(event, dict):
        found.notes.append(f"not an event: {words_of(event)}")
        return found
    found.id = string_in(found, event, "unique_id")
    group = string_in(found, event, "group")
    # TimelineJS shows a group's text as HTML twice over.
    found.group = html.unescape(plain_text(group))
    note_left_out(found, "group", group, is_plain=True)
    add_text(found, event, is_own=bool(mapping_of(event.get("verbatim"))))
    add_dates(found, event)
    add_medium(found, event.get("media"))
    found.notes += [
        f"{name}: {words_of(value)}"
        for name, value in event.items()
        if name not in KNOWN and value not in EMPTY
    ]
    return found


def add_text(found: Found, event: Mapping[str, object], *, is_own: bool) -> None:
    """Add title and body; of an event that Verbatim exported, also its summary.

    What else the text of such an event says, its quotes and claims, is no prose of the event: it
    is noted.
    """
    text = mapping_in(found, event, "text")
    headline, told = string_in(found, text, "headline"), string_in(found, text, "text")
    found.title = plain_text(headline)
    note_left_out(found, "headline", headline, is_plain=True)
    if is_own:
        parts, rest = marked_parts(told, (SUMMARY, BODY))
        found.summary, found.body = parts.get(SUMMARY, ""), parts.get(BODY, "")
        found.notes += [f"text: {rest}"] if rest else []
    else:
        found.body = markdown_of(told)
    note_left_out(found, "text", told)
    found.notes += [
        f"text, {name}: {words_of(value)}"
        for name, value in text.items()
        if name not in OF_TEXT and value not in EMPTY
    ]


def add_medium(found: Found, media: object) -> None:
    """Add what the event shows; the report has all of it in any case."""
    given = mapping_of(media)
    if not given:
        return
    url = string_of(given.get("url"))
    found.links += [url] if url.startswith("http") else addresses_in(url)
    alt, caption, credit = (
        plain_text(string_of(given.get(name))) for name in ("alt", "caption", "credit")
    )
    found.media.append(FoundMedium(alt, caption, credit))
