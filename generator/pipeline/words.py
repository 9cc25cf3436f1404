"""Words: whether no more of a content file changed than the words of its events, and which."""

from collections.abc import Iterable, Mapping

from generator.model.citation import citations
from generator.model.document import Kind
from generator.model.entry import ContentFile, Entry
from generator.model.event import Event
from generator.model.search import SearchEntry, SearchLayout
from generator.plan.digests import digest
from generator.plan.search_layout import marks_need, part_of, words_need
from generator.render.search_words import bucket_of


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


def changed_words(
    layout: SearchLayout,
    needs: Mapping[str, bytes],
    entries: Iterable[tuple[str, SearchEntry | None, SearchEntry]],
) -> dict[str, bytes]:
    """Return new digests of the files of the search index that other words make others.

    `needs` are the digests until now, `entries` what search knew of events and what it knows.
    """
    changed: dict[str, bytes] = {}
    for id_, was, now in entries:
        part = part_of(id_, layout.parts)
        found = set()
        if was is None or was.marks != now.marks:
            found.add(marks_need(part))
        for word in weighed(was) ^ weighed(now):
            found.add(words_need(part, bucket_of(word[1], layout.buckets)))
        for need in found:
            changed[need] = digest(changed.get(need, needs.get(need)), id_, now.words, now.marks)
    return changed


def weighed(entry: SearchEntry | None) -> set[tuple[int, str]]:
    """Return the words that an event is found by, each with the number of its weight."""
    groups = entry.words if entry else ()
    return {(weight, word) for weight, words in enumerate(groups) for word in words.split()}
