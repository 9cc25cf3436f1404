"""Withheld names: whoever is not to be named is not named in any text either."""

import re
import unicodedata
from collections.abc import Iterator

from generator.model.document import Kind
from generator.model.event import Event, Status
from generator.model.person import Person, PersonKind
from generator.model.timeline import Timeline
from generator.problem import Problem
from generator.problem_kinds import links


def withheld_names(timeline: Timeline) -> list[Problem]:
    """Return a problem for each published text that holds a withheld person's whole name."""
    names = {id_: name_pattern(each) for id_, each in timeline.people.items() if is_secret(each)}
    if not names:
        return []
    return [
        problem
        for kind, id_, field, text in published_texts(timeline)
        for problem in names_in(timeline, names, (kind, id_, field), text)
    ]


def is_secret(person: Person) -> bool:
    """Return whether the person's name is a name, and withheld; "a soldier" is none."""
    return person.is_withheld and person.kind is PersonKind.PERSON


def name_pattern(person: Person) -> re.Pattern[str]:
    """Return what finds the name as whole words, in any case and with any white space."""
    name = r"\s+".join(map(re.escape, folded(person.name).split()))
    return re.compile(rf"(?<!\w){name}(?!\w)")


def folded(text: str) -> str:
    """Return the text as it is compared: one form of each letter, no case."""
    return unicodedata.normalize("NFC", text).casefold()


def names_in(
    timeline: Timeline,
    names: dict[str, re.Pattern[str]],
    place: tuple[Kind, str, str],
    text: str,
) -> Iterator[Problem]:
    """Yield a problem for each withheld name in a text; the message does not repeat the name."""
    compared = folded(text)
    for id_, pattern in names.items():
        if pattern.search(compared):
            message = (
                f'the text names "{id_}", whose name is withheld; leave the name out, or record '
                "a publish_decision"
            )
            yield Problem(links.WITHHELD_NAME, timeline.locate(*place), place[2], message)


def published_texts(timeline: Timeline) -> Iterator[tuple[Kind, str, str, str]]:
    """Yield every text that readers may see: kind, id, field and text."""
    for event in timeline.events:
        if event.status is not Status.DRAFT:
            for field, text in texts_of(event):
                yield Kind.EVENT, event.id, field, text
    for page in timeline.pages:
        yield Kind.PAGE, page.id, "", f"{page.title}\n{page.body}"
    for source in timeline.sources.values():
        for field in ("title", "author", "url", "archive_url"):
            yield Kind.SOURCE, source.id, field, getattr(source, field)


def texts_of(event: Event) -> Iterator[tuple[str, str]]:
    """Yield each text of an event and its field."""
    for field in ("title", "summary", "body", "content_note"):
        yield field, getattr(event, field)
    parts = {
        "quotes": ("text", "attribution", "locator", "context"),
        "claims": ("quote", "note"),
        "media": ("file", "alt", "credit", "caption"),
        "corrections": ("text", "was", "now"),
    }
    for name, fields in parts.items():
        for index, part in enumerate(getattr(event, name)):
            for field in fields:
                yield f"{name}[{index}].{field}", getattr(part, field)
    for index, quote in enumerate(event.quotes):
        if quote.translation:
            yield f"quotes[{index}].translation.text", quote.translation.text
