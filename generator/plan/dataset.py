"""The dataset: what is published beside events, gathered for those who read it as data."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from generator.model.event import Correction
from generator.model.on_demand import OnDemand
from generator.model.published import PublishedPlace
from generator.plan.gate import Publication


def ids_of_nouns(publication: Publication) -> dict[str, tuple[str, ...]]:
    """Return the ids of what has a table of its own and is no event, by the table's name."""
    outlines = publication.outlines.values()
    places = {id_ for event in outlines for id_ in event.places}
    places |= {around for id_ in places for around in publication.around(id_)}
    return {
        "sources": tuple(sorted({s for e in outlines for s, _, _ in e.sources})),
        "people": tuple(sorted({p for e in outlines for p in e.people})),
        "places": tuple(sorted(places)),
        "figures": tuple(publication.figures()),
        "categories": tuple(publication.categories),
    }


def nouns_of(publication: Publication, table: str, ids: tuple[str, ...]) -> Mapping[str, Any]:
    """Return the nouns of these ids, each made when it is looked at."""
    makers: dict[str, Callable[[str], object]] = {
        "sources": publication.source,
        "people": publication.person,
        "places": publication.place,
        "figures": publication.figure,
        "categories": publication.categories.__getitem__,
    }
    return OnDemand(ids, makers[table]) if ids else {}


def outermost(publication: Publication, ids: Iterable[str]) -> tuple[PublishedPlace, ...]:
    """Return those of these places that are within none, which all others are within."""
    places = map(publication.place, ids)
    return tuple(place for place in places if not place.within)


def retracted(publication: Publication) -> Iterator[tuple[str, None, int, Correction]]:
    """Yield the corrections of retracted events, numbered."""
    for id_ in publication.tombstones:
        tombstone = publication.tombstone(id_)
        for number, each in enumerate(tombstone.corrections, 1):
            yield tombstone.path, None, number, each
