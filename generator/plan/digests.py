"""Digests: by what it shows that something which pages rest on has changed."""

from collections.abc import Iterator
from hashlib import sha1

import msgspec

from generator.model.timeline import Timeline
from generator.plan.dataset import EVERYTHING
from generator.plan.gate import Publication
from generator.plan.search_layout import layout_of_all


def digests_of(publication: Publication, timeline: Timeline) -> dict[str, bytes]:
    """Return the digest of each thing that `Publication.needs` can name."""
    found: dict[str, bytes] = {}
    for id_ in publication.outlines:
        whole, link, _ = timeline.digests[id_]
        found[f"event:{id_}"] = whole
        found[f"link:{id_}"] = link
    for id_ in publication.tombstones:
        found[f"tombstone:{id_}"] = timeline.digests[id_][0]
    for id_, more in beside(publication, timeline):
        found[f"event:{id_}"] = digest(found[f"event:{id_}"], more)
    captures = timeline.lock.captures
    for id_, record in timeline.lock.verifications.items():
        copies = (captures[record.capture], captures.get(record.absent_from))
        found[f"quote:{id_}"] = digest(record, copies)
    for figure in publication.figures():
        found[f"figure:{figure}"] = digest(*publication.claims_behind(figure))
    # Whether a quote is verified is no part of an event; a file of the search index says it.
    quotes = digest(*(each for key, each in found.items() if key.startswith("quote:")))
    for part, ids in enumerate(layout_of_all(publication)[1]):
        found[f"part:{part}"] = digest(quotes, *(found[f"event:{id_}"] for id_ in ids))
    found[EVERYTHING] = digest(found)
    return found


def beside(publication: Publication, timeline: Timeline) -> Iterator[tuple[str, object]]:
    """Yield what an event's page shows that is no part of the event itself."""
    for id_, naming in publication.reverse.items():
        if id_ in publication.outlines:
            yield id_, naming
    for id_, outline in publication.outlines.items():
        if outline.media:
            yield id_, [timeline.media[file] for file in outline.media]
    for id_ in publication.held_back:
        yield id_, "held back"


def digest(*values: object) -> bytes:
    """Return a digest of values that msgspec can encode; it guards against change, not malice."""
    return sha1(msgspec.msgpack.encode(values), usedforsecurity=False).digest()
