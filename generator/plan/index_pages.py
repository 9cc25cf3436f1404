"""Index pages: all categories, places, people, tags, sources or figures."""

from collections.abc import Iterator, Sequence

from generator.model.listing import Pagination
from generator.model.page import IndexEntry, IndexPage, Page
from generator.plan import urls
from generator.plan.gate import Publication
from generator.plan.pagination import LINES_A_PAGE, paginate


def index_pages(kind: str, entries: Sequence[IndexEntry]) -> Iterator[Page]:
    """Yield the pages of one index; none when there is nothing to list."""
    if not entries:
        return
    for path, pagination, chunk in paginate(urls.index_path(kind), entries, LINES_A_PAGE):
        yield Page(
            path=path,
            template="pages/index.html",
            make=index_content,
            about=(kind, tuple(chunk), len(entries), pagination),
            section=kind,
        )


def index_content(
    _: Publication,
    kind: str,
    entries: tuple[IndexEntry, ...],
    count: int,
    pagination: Pagination,
) -> IndexPage:
    """Return what one page of an index shows."""
    return IndexPage(kind=kind, entries=entries, entry_count=count, pagination=pagination)
