"""Words: whether no more of a content file changed than the words of its events."""

from generator.model.citation import citations
from generator.model.document import Kind
from generator.model.entry import ContentFile, Entry
from generator.model.event import Event


def bones(entry: Entry) -> object:
    """Return what of an entry must be the same for no more than words to have changed."""
    return (entry.id, entry.digests[2]) if entry.digests else entry


def is_reworded(was: ContentFile, now: ContentFile) -> bool:
    """Return whether the file's events differ in words alone, and quote as they did before.

    A file that is doubted in any way is none of these: its warnings say where words stand, and
    what it acknowledges may have become needless.
    """
    return (
        now.kind is Kind.EVENT
        and not was.problems
        and not now.problems
        and not any(entry.acknowledged for entry in (*was.entries, *now.entries))
        and was.wants == now.wants
        and [*map(bones, was.entries)] == [*map(bones, now.entries)]
        and quoted(was) == quoted(now)
    )


def quoted(file: ContentFile) -> list[tuple[str, str]]:
    """Return the words that the file's events quote, each with its source."""
    events = [entry.noun for entry in file.entries if isinstance(entry.noun, Event)]
    return [(cited.text, cited.source) for cited in citations(events)]


def retitled(was: ContentFile, now: ContentFile) -> list[Event]:
    """Return the events of the file whose titles are not what they were."""
    pairs = zip(was.entries, now.entries, strict=True)
    return [
        new.noun
        for old, new in pairs
        if isinstance(old.noun, Event)
        and isinstance(new.noun, Event)
        and old.noun.title != new.noun.title
    ]
