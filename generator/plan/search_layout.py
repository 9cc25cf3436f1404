"""How the search index is cut up: by the events' ids, so that few files change with an event."""

from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from generator.model.outline import WEIGHT, EventOutline
from generator.model.search import SearchLayout
from generator.plan.gate import Publication

# No part has more than about so many events; their numbers in it have two digits of base 64.
EVENTS_A_PART = 3000
# What filters know of an event takes up to 150 bytes.
ROWS_A_FILE = 600
# Bytes that files are to have when their number is next doubled. The fullest has twice as many.
WORDS_FILE = 24_000
TEXTS_FILE = 32_000
# What an event's words become in a file of words and in one of texts, as a share of their length.
WORDS_SHARE = 0.3
TEXTS_SHARE = 1.3
# Bits of an id's checksum that say which block it belongs to are others than those of its part.
BLOCK_BITS = 12


def layout_of(outlines: Iterable[EventOutline]) -> tuple[SearchLayout, tuple[tuple[str, ...], ...]]:
    """Return how the index of these events is cut up, and the ids of each part in order."""
    weights = [(event.id, event.weight) for event in outlines]
    length = sum(weight for _, weight in weights) * WEIGHT
    parts = power_of_two(len(weights) / EVENTS_A_PART)
    members = members_of((id_ for id_, _ in weights), parts)
    layout = SearchLayout(
        parts=parts,
        buckets=power_of_two(length * WORDS_SHARE / parts / WORDS_FILE),
        blocks=power_of_two(length * TEXTS_SHARE / parts / TEXTS_FILE),
        row_files=tuple(-(-len(ids) // ROWS_A_FILE) or 1 for ids in members),
        versions=tuple(f"{crc32(' '.join(ids).encode()):08x}" for ids in members),
    )
    return layout, members


def members_of(ids: Iterable[str], parts: int) -> tuple[tuple[str, ...], ...]:
    """Return the ids of each part in order."""
    members: list[list[str]] = [[] for _ in range(parts)]
    ids = tuple(ids)
    for id_, checksum in zip(ids, map(crc32, map(str.encode, ids)), strict=True):
        members[checksum % parts].append(id_)
    return tuple(map(tuple, members))


def part_of(id_: str, parts: int) -> int:
    """Return which part an event is in."""
    return crc32(id_.encode()) % parts


def words_need(part: int, bucket: int) -> str:
    """Return the name of what the file of one bucket of a part's words rests on."""
    return f"words:{part}:{bucket}"


def marks_need(part: int) -> str:
    """Return the name of what the files of a part's rows rest on besides its outlines."""
    return f"marks:{part}"


def power_of_two(least: float) -> int:
    """Return the smallest power of two that is not less."""
    number = 1
    while number < least:
        number *= 2
    return number


def block_of(id_: str, blocks: int) -> int:
    """Return which block an event's texts are in."""
    return (crc32(id_.encode()) >> BLOCK_BITS) % blocks


@lru_cache(maxsize=2)
def layout_of_all(
    publication: Publication,
) -> tuple[SearchLayout, tuple[tuple[str, ...], ...]]:
    """Return `layout_of` all that is published, which each file of the index asks for."""
    return layout_of(publication.outlines.values())


@lru_cache(maxsize=2)
def members_of_all(publication: Publication, parts: int) -> tuple[tuple[str, ...], ...]:
    """Return `members_of` all that is published, of which nothing but the ids is looked at."""
    return members_of(publication.outlines, parts)
