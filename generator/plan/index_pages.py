"""Index pages: all categories, places, people, tags, sources, figures or events."""

from collections.abc import Iterator, Sequence

from generator.model.page import IndexEntry, IndexPage, Page
from generator.plan import urls
from generator.plan.pagination import LINES_A_PAGE, paginate


def index_pages(kind: str, entries: Sequence[IndexEntry]) -> Iterator[Page]:
    """Yield the pages of one index; none when there is nothing to list."""
    if not entries:
        return
    for path, pagination, chunk in paginate(urls.index_path(kind), entries, LINES_A_PAGE):
        content = IndexPage(
            kind=kind, entries=tuple(chunk), entry_count=len(entries), pagination=pagination
        )
        yield Page(path=path, template="pages/index.html", content=content, section=kind)
