"""Volumes: all events in runs, so that what is made of all of them is joined from few parts."""

from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from generator.plan.gate import Publication

EVENTS_A_VOLUME = 128


@lru_cache(maxsize=2)
def volumes_of(publication: Publication) -> tuple[tuple[str, ...], ...]:
    """Return the ids of all that is published, in order, cut into volumes."""
    return cut(publication.outlines)


def cut(ids: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the ids in runs of about `EVENTS_A_VOLUME`.

    A run ends with an id that is chosen by its checksum, so that an event more or less makes one
    run another.
    """
    runs: list[tuple[str, ...]] = []
    run: list[str] = []
    ids = tuple(ids)
    for id_, checksum in zip(ids, map(crc32, map(str.encode, ids)), strict=True):
        run.append(id_)
        if checksum % EVENTS_A_VOLUME == 0:
            runs.append(tuple(run))
            run = []
    return (*runs, tuple(run)) if run else tuple(runs)
