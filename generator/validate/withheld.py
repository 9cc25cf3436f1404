"""Withheld names: whoever is not to be named is not named in any text, address or file name."""

from collections.abc import Iterator, Mapping

import msgspec

from generator.model.document import Kind
from generator.model.entry import Noun
from generator.model.person import Person, PersonKind
from generator.model.settings import SiteSettings
from generator.model.timeline import Timeline
from generator.problem import Problem
from generator.problem_kinds import links, meaning
from generator.validate.likeness import Likeness, readings
from generator.validate.published_texts import nouns_besides_events, published_events, texts_of
from generator.validate.skeletons import skeleton

Likenesses = Mapping[str, Likeness]
ENCODER = msgspec.json.Encoder()
ADDRESSES = {
    "id": ("id", "choose another id"),
    "file": ("file's name", "rename the file"),
    "url": ("address", "leave it out or set restricted"),
    "archive_url": ("address", "leave it out or set restricted"),
}


def withheld_names(timeline: Timeline, settings: SiteSettings) -> list[Problem]:
    """Return a problem for each published text, address or id that names a withheld person."""
    names = likenesses(timeline)
    if not names:
        return []
    found = withheld_in_events(timeline)
    for kind, id_, noun in nouns_besides_events(timeline, settings):
        if is_suspect(noun, names):
            found.extend(names_in(timeline, names, (kind, id_), noun))
    return found


def withheld_in_events(timeline: Timeline) -> list[Problem]:
    """Return the problems of the events alone."""
    names = likenesses(timeline)
    if not names:
        return []
    return [
        problem
        for event in published_events(timeline.events)
        if is_suspect(event, names)
        for problem in names_in(timeline, names, (Kind.EVENT, event.id), event)
    ]


def likenesses(timeline: Timeline) -> Likenesses:
    """Return what finds each name that is withheld, by the ids of the people."""
    found = {id_: Likeness(each.name) for id_, each in timeline.people.items() if is_secret(each)}
    return {id_: each for id_, each in found.items() if each.words}


def is_secret(person: Person) -> bool:
    """Return whether the person's name is a name, and withheld; "a soldier" is none."""
    return person.is_withheld and person.kind is PersonKind.PERSON


def is_suspect(noun: Noun, names: Likenesses) -> bool:
    """Return whether a surname may be anywhere in the noun; most are told at a glance to be free.

    All its texts are looked at as one, since there are many and few hold a name.
    """
    text = ENCODER.encode(noun)
    plain = skeleton(text)
    read = readings(text.decode()) if plain is None else []
    for each in names.values():
        if plain is not None and each.bones is not None:
            if each.bones in plain:
                return True
        elif any(map(each.trace.search, read or readings(text.decode()))):
            return True
    return False


def names_in(
    timeline: Timeline, names: Likenesses, place: tuple[Kind, str], noun: Noun
) -> Iterator[Problem]:
    """Yield a problem for each withheld name in a text; the message does not repeat the name."""
    for field, text in texts_of(place[0], noun):
        read = readings(text)
        for id_, likeness in names.items():
            if any(map(likeness.whole.search, read)):
                what, remedy = ADDRESSES.get(
                    field.rpartition(".")[2], ("text", "leave the name out")
                )
                message = (
                    f'the {what} names "{id_}", whose name is withheld; {remedy}, or record '
                    "a publish_decision"
                )
                yield Problem(links.WITHHELD_NAME, timeline.locate(*place, field), field, message)


def withheld_surnames(timeline: Timeline) -> Iterator[Problem]:
    """Yield a warning for each text of an event with the surname of a withheld person it names."""
    names = {id_: each for id_, each in likenesses(timeline).items() if each.alone is not None}
    if not names:
        return
    for event in published_events(timeline.events):
        involved = [id_ for id_ in timeline.outlines[event.id].people if id_ in names]
        if not involved:
            continue
        for field, text in texts_of(Kind.EVENT, event):
            read = readings(text)
            for id_ in involved:
                alone = names[id_].alone
                if alone is not None and any(map(alone.search, read)):
                    at = timeline.locate(Kind.EVENT, event.id, field)
                    message = (
                        f'a surname like that of "{id_}", whose name is withheld; leave it out, '
                        "or acknowledge that it is somebody else's"
                    )
                    entry = f"{Kind.EVENT}:{event.id}"
                    yield Problem(meaning.WITHHELD_SURNAME, at, field, message, entry)
