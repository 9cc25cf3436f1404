"""The dataset: all that is published, gathered for those who read it as data."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.model.event import Correction
from generator.model.open_data import Dataset
from generator.plan.gate import Publication

# The need that changes with anything that is published.
EVERYTHING = "everything"


def dataset_of(publication: Publication) -> Dataset:
    """Return all that is published; whatever is made of it rests on everything."""
    publication.needs.add(EVERYTHING)
    return gathered(publication)


@lru_cache(maxsize=1)
def gathered(publication: Publication) -> Dataset:
    """Return all that is published, gathered once."""
    outlines = publication.outlines.values()
    places = {id_ for event in outlines for id_ in event.places}
    places |= {around for id_ in places for around in publication.around(id_)}
    nouns: dict[str, Iterable[object]] = {
        "sources": map(publication.source, sorted({s for e in outlines for s, _, _ in e.sources})),
        "people": map(publication.person, sorted({p for e in outlines for p in e.people})),
        "places": map(publication.place, sorted(places)),
        "figures": map(publication.figure, publication.figures()),
        "categories": publication.categories.values(),
    }
    return Dataset(
        events=tuple(publication.outlines),
        nouns={name: tuple(each) for name, each in nouns.items()},
        retracted=tuple(retracted(publication)),
    )


def retracted(publication: Publication) -> Iterator[tuple[str, None, int, Correction]]:
    """Yield the corrections of retracted events, numbered."""
    for id_ in publication.tombstones:
        tombstone = publication.tombstone(id_)
        for number, each in enumerate(tombstone.corrections, 1):
            yield tombstone.path, None, number, each
