"""Digests: by what it shows that something which pages rest on has changed."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha1

import msgspec

from generator.model.search import SearchLayout
from generator.model.timeline import Timeline
from generator.plan.gate import Publication
from generator.plan.search_layout import layout_of_all, marks_need, words_need


def digests_of(publication: Publication, timeline: Timeline) -> dict[str, bytes]:
    """Return the digest of each thing that `Publication.needs` can name."""
    return with_parts(digests_of_each(publication, timeline), *layout_of_all(publication))


def digests_of_each(publication: Publication, timeline: Timeline) -> dict[str, bytes]:
    """Return the digests of things by themselves.

    What rests on the words of an event is in `event_digests`; what is said here beside it rests on
    no more than their bones, so that it need not be asked again while only words change.
    """
    found: dict[str, bytes] = {}
    for id_ in (*publication.outlines, *publication.tombstones):
        found.update(event_digests(id_, publication, timeline))
    captures = timeline.lock.captures
    for id_, record in timeline.lock.verifications.items():
        copies = (captures[record.capture], captures.get(record.absent_from))
        found[f"quote:{id_}"] = digest(record, copies)
    for figure in publication.figures():
        found[f"figure:{figure}"] = digest(*publication.claims_behind(figure))
    return found


def with_parts(
    each: Mapping[str, bytes], layout: SearchLayout, parts: Iterable[Iterable[str]]
) -> dict[str, bytes]:
    """Return the digests with those of the files of the search index, of which parts share one."""
    found = dict(each)
    # Whether a quote is verified is no part of an event; a file of the search index says it.
    quotes = digest(*(each for key, each in found.items() if key.startswith("quote:")))
    for part, ids in enumerate(parts):
        whole = digest(quotes, *(found[f"event:{id_}"] for id_ in ids))
        found[marks_need(part)] = whole
        found.update((words_need(part, bucket), whole) for bucket in range(layout.buckets))
    return found


def event_digests(
    id_: str, publication: Publication, timeline: Timeline
) -> Iterator[tuple[str, bytes]]:
    """Yield the digests that rest on one event's words; none where readers see nothing of it."""
    if id_ in publication.outlines:
        whole, link, _ = timeline.digests[id_]
        for more in beside(id_, publication, timeline):
            whole = digest(whole, more)
        yield f"event:{id_}", whole
        yield f"link:{id_}", link
    elif id_ in publication.tombstones:
        yield f"tombstone:{id_}", timeline.digests[id_][0]


def beside(id_: str, publication: Publication, timeline: Timeline) -> Iterator[object]:
    """Yield what an event's page shows that is no part of the event itself."""
    if id_ in publication.reverse:
        yield publication.reverse[id_]
    media = publication.outlines[id_].media
    if media:
        yield [timeline.media[file] for file in media]
    if id_ in publication.held_back:
        yield "held back"


def digest(*values: object) -> bytes:
    """Return a digest of values that msgspec can encode; it guards against change, not malice."""
    return sha1(msgspec.msgpack.encode(values), usedforsecurity=False).digest()
