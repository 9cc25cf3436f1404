"""Pagination: long lists are spread over several pages."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from generator.model.listing import Pagination
from generator.plan import urls

EVENTS_A_PAGE = 50
LINES_A_PAGE = 200

Item = TypeVar("Item")


def paginate(
    path: str, items: Sequence[Item], size: int
) -> Iterator[tuple[str, Pagination, Sequence[Item]]]:
    """Yield each page's path, its place among the pages, and its items; one page at least."""
    count = max(1, -(-len(items) // size))
    paths = tuple(urls.numbered_path(path, number) for number in range(1, count + 1))
    for number in range(1, count + 1):
        chunk = items[(number - 1) * size : number * size]
        yield paths[number - 1], Pagination(number=number, paths=paths), chunk
