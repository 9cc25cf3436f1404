"""What is published as TimelineJS 3's JSON, each event a slide.

TimelineJS shows headlines, texts, captions and credits as HTML. What it has no field for, the
date as typed and the time's zone, stands under `verbatim`, which it passes over.
"""

import html
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

import msgspec

from generator.exchange.timelinejs_dates import slide_dates
from generator.model.partial_date import Precision
from generator.model.published import Moment, PublishedEvent
from generator.model.published_media import PublishedMedia
from generator.model.settings import SiteSettings

Slide: TypeAlias = dict[str, object]
MARKUP = re.compile(r"<|&[#a-z]", re.IGNORECASE)


class SlideWords(msgspec.Struct, frozen=True):
    """How an event is told: its text as safe HTML, its date in words, where a path leads.

    The text names every picture but that of the path which it is given.
    """

    text: Callable[[PublishedEvent, str], str]
    when: Callable[[Moment], str]
    address: Callable[[str], str]


def timelinejs_text(
    settings: SiteSettings, events: Iterable[PublishedEvent], words: SlideWords
) -> str:
    """Return a whole timeline, one slide a line; the site's title is the title slide."""
    title = {"headline": escaped(settings.title), "text": escaped(settings.tagline)}
    head = msgspec.json.encode({"text": title}).decode()
    slides = ",\n".join(msgspec.json.encode(slide_of(event, words)).decode() for event in events)
    return f'{{"title": {head},\n"events": [\n{slides}\n]}}\n'


def slide_of(event: PublishedEvent, words: SlideWords) -> Slide:
    """Return an event as a slide."""
    start, end = slide_dates(event.when.date)
    shown = shown_medium(event)
    if event.when.time is not None:
        start |= {"hour": event.when.time.hour, "minute": event.when.time.minute}
    slide: Slide = {
        "unique_id": event.id,
        "start_date": start,
        "display_date": words.when(event.when),
        "text": {
            "headline": escaped(event.title),
            "text": words.text(event, shown.path if shown else ""),
        },
        "group": twice_escaped(event.category.category.label),
        "verbatim": typed_moment(event.when),
    }
    if end:
        slide["end_date"] = end
    if shown is not None:
        slide["media"] = media_of(shown, words)
    return slide


def shown_medium(event: PublishedEvent) -> PublishedMedia | None:
    """Return the picture that may be seen unasked; what needs a warning first is none.

    TimelineJS shows one a slide; the text links to every other.
    """
    if event.content_note:
        return None
    return next((each for each in event.media if not each.graphic and not each.is_moving), None)


def media_of(medium: PublishedMedia, words: SlideWords) -> Mapping[str, str]:
    """Return a picture with its words."""
    credit = ", ".join(filter(None, (medium.credit, medium.licence)))
    return {
        "url": words.address(medium.path),
        "alt": medium.alt,
        "caption": escaped(medium.caption),
        "credit": escaped(credit),
    }


def typed_moment(moment: Moment) -> Mapping[str, str]:
    """Return date, time and zone as the content states them, what it leaves off left off."""
    if moment.date.precision is Precision.SECOND:
        return {"date": moment.date.text}
    about = "~" if moment.time and moment.time.is_approximate else ""
    parts = {
        "date": moment.date.text,
        "time": f"{moment.time}{about}" if moment.time else "",
        "part_of_day": moment.part_of_day.value if moment.part_of_day else "",
        "timezone": moment.timezone if moment.time else "",
    }
    return {name: value for name, value in parts.items() if value}


def escaped(text: str) -> str:
    """Return a text as HTML."""
    return html.escape(text, quote=False)


def twice_escaped(text: str) -> str:
    """Return a text that TimelineJS takes the marks of HTML from, and then shows as HTML."""
    return escaped(escaped(text)) if MARKUP.search(text) else text
