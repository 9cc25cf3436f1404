"""Withheld names: whoever is not to be named is not named in any text, address or file name."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from generator.model.asset import OwnFile
from generator.model.cleared import NOTHING_CLEARED, Cleared, names_looked_for
from generator.model.document import Kind
from generator.model.entry import Noun
from generator.model.settings import SiteSettings
from generator.model.timeline import Timeline
from generator.problem import Problem, SourceLocation
from generator.problem_kinds import links, meaning
from generator.validate.glance import Glance, glance_for
from generator.validate.likeness import Likeness, readings
from generator.validate.published_texts import nouns_besides_events, published_events, texts_of

Likenesses = Mapping[str, Likeness]
ENCODER = msgspec.json.Encoder()
MEDIA = "content/media/"
ADDRESSES = {
    "id": ("id", "choose another id"),
    "file": ("file's name", "rename the file"),
    "url": ("address", "leave it out or set restricted"),
    "archive_url": ("address", "leave it out or set restricted"),
}


def withheld_names(
    timeline: Timeline, settings: SiteSettings, cleared: Cleared = NOTHING_CLEARED
) -> list[Problem]:
    """Return a problem for each published text, address or id that names a withheld person.

    Events that were `cleared` of the same names are not looked at again.
    """
    names = likenesses(timeline)
    if not names:
        return []
    found = withheld_in_events(timeline, cleared)
    glance = glance_for(names)
    for kind, id_, noun in nouns_besides_events(timeline, settings):
        found.extend(names_in(timeline, glance, (kind, id_), noun))
    return found


def withheld_in_events(timeline: Timeline, cleared: Cleared = NOTHING_CLEARED) -> list[Problem]:
    """Return the problems of the events alone, but for those that were cleared before."""
    names = likenesses(timeline)
    if not names:
        return []
    glance = glance_for(names)
    known, digests = cleared.of(names_looked_for(timeline)), timeline.digests
    return [
        problem
        for event in published_events(timeline.events)
        if not known or digests[event.id][0] not in known
        for problem in names_in(timeline, glance, (Kind.EVENT, event.id), event)
    ]


def withheld_in_files(timeline: Timeline, files: Iterable[OwnFile]) -> Iterator[Problem]:
    """Yield a problem for each withheld name in the project's own files, or in their names."""
    names = likenesses(timeline)
    if not names:
        return
    glance = glance_for(names)
    shown = {
        f"{MEDIA}{each.file}" for event in published_events(timeline.events) for each in event.media
    }
    for file in files:
        if file.path.startswith(MEDIA) and file.path not in shown:
            continue
        for id_ in named_in(glance, file.path):
            yield in_file(f"the file's name names {withheld(id_)}; rename the file", file.path)
        for id_ in named_in(glance, file.text):
            line = line_of(file.text, names[id_])
            yield in_file(f"the file names {withheld(id_)}; leave the name out", file.path, line)


def in_file(message: str, path: str, line: int = 1) -> Problem:
    """Return the problem at a line of a file, with the other remedy."""
    message = f"{message}, or record a publish_decision"
    return Problem(links.WITHHELD_NAME, SourceLocation(path, line), "", message)


def withheld(id_: str) -> str:
    """Return what a message calls a person; it does not repeat the name."""
    return f'"{id_}", whose name is withheld'


def line_of(text: str, name: Likeness) -> int:
    """Return the first line with a name, else the first with the surname that it has in it."""
    read = [readings(line) for line in text.split("\n")]
    for pattern in (name.whole, name.trace):
        for number, each in enumerate(read, 1):
            if any(map(pattern.search, each)):
                return number
    return 1


def likenesses(timeline: Timeline) -> Likenesses:
    """Return what finds each name that is withheld, by the ids of the people."""
    found = {id_: Likeness(each.name) for id_, each in timeline.people.items() if each.is_secret}
    return {id_: each for id_, each in found.items() if each.words}


def names_in(
    timeline: Timeline, glance: Glance, place: tuple[Kind, str], noun: Noun
) -> Iterator[Problem]:
    """Yield a problem for each withheld name in a text of a noun.

    All its texts are looked at as one before, since there are many and few hold a name.
    """
    suspects = glance.suspects(ENCODER.encode(noun))
    if not suspects:
        return
    closer = glance_for({id_: glance.names[id_] for id_ in suspects})
    for field, text in texts_of(place[0], noun):
        what, remedy = ADDRESSES.get(field.rpartition(".")[2], ("text", "leave the name out"))
        for id_ in named_in(closer, text):
            message = f"the {what} names {withheld(id_)}; {remedy}, or record a publish_decision"
            yield Problem(links.WITHHELD_NAME, timeline.locate(*place, field), field, message)


def named_in(glance: Glance, text: str) -> Iterator[str]:
    """Yield the ids of the people whom a text names."""
    suspects = dict.fromkeys(glance.suspects(text.encode()))
    read = readings(text) if suspects else []
    for id_ in suspects:
        if any(map(glance.names[id_].whole.search, read)):
            yield id_


def withheld_surnames(timeline: Timeline) -> Iterator[Problem]:
    """Yield a warning for each text of an event with the surname of a withheld person it names."""
    names = {id_: each for id_, each in likenesses(timeline).items() if each.has_telling_surname}
    if not names:
        return
    glance = glance_for(names, by_surname=True)
    for event in published_events(timeline.events):
        involved = names.keys() & timeline.outlines[event.id].people
        if not involved or involved.isdisjoint(glance.suspects(ENCODER.encode(event))):
            continue
        for field, text in texts_of(Kind.EVENT, event):
            suspects = dict.fromkeys(glance.suspects(text.encode()))
            read = readings(text) if suspects else []
            for id_ in suspects:
                if id_ in involved and any(map(names[id_].alone.search, read)):
                    at = timeline.locate(Kind.EVENT, event.id, field)
                    message = (
                        f"a surname like that of {withheld(id_)}; leave it out, or acknowledge "
                        "that it is somebody else's"
                    )
                    entry = f"{Kind.EVENT}:{event.id}"
                    yield Problem(meaning.WITHHELD_SURNAME, at, field, message, entry)
