"""Search: what is known of each event for it to be found, and the pages that hold it."""

from typing import TypeAlias

from msgspec import Struct

from generator.model.listing import Period
from generator.model.published import PublishedCategory

VERIFIED_QUOTE, UNVERIFIED_QUOTE, CONTESTED_FIGURE = 1, 2, 4


class SearchEntry(Struct, frozen=True, array_like=True, gc=False):
    """What search knows of one event.

    `words` are folded words, each once and in no order, with spaces between: those of the title,
    of quotes but not of the title, of names but of neither, and all others. `marks` are bits that
    say what the event has: a verified quote, one that is not, a contested figure. `shown` is
    JSON: what a result can show of it.
    """

    words: tuple[str, str, str, str]
    marks: int
    shown: str


class SearchLayout(Struct, frozen=True, array_like=True, gc=False):
    """How the index is cut up: numbers of parts, and in each part of buckets and of blocks.

    A part holds events, chosen by their ids; a bucket the words of a part that begin alike; a
    block what is shown of some events of a part. All are powers of two, so that they seldom
    change. `row_files` says how many files of rows each part has, `versions` which events it has,
    in which order.
    """

    parts: int
    buckets: int
    blocks: int
    row_files: tuple[int, ...]
    versions: tuple[str, ...]


class SearchWords(Struct, frozen=True, kw_only=True, gc=False):
    """The file of one bucket of the words of a part's events."""

    name: str
    events: tuple[str, ...]
    part: str
    bucket: int
    buckets: int


class SearchTexts(Struct, frozen=True, kw_only=True, gc=False):
    """The file of what is shown of some events."""

    name: str
    events: tuple[str, ...]


class SearchRow(Struct, frozen=True, array_like=True, gc=False):
    """What filters ask of an event: the days that it can mean, its block, the terms it bears.

    Terms are the folders of their pages, as `places/odesa`; the places around its places are
    among them. A day is None where it is not known.
    """

    id: str
    first: int | None
    last: int | None
    block: int
    terms: tuple[str, ...]


class SearchRows(Struct, frozen=True, kw_only=True, gc=False):
    """The file of what filters ask of a part's events."""

    name: str
    rows: tuple[SearchRow, ...]


class SearchNames(Struct, frozen=True, kw_only=True, gc=False):
    """A file of what terms are called: (`places/odesa`, `Odesa`)."""

    name: str
    labels: tuple[tuple[str, str], ...]


class SearchPage(Struct, frozen=True, kw_only=True, gc=False):
    """The page for searching, with the ways in that need no script.

    `categories` come with the number of their events, `indexes` are (kind, path, how many lines).
    `names` is how many files of names there are.
    """

    layout: SearchLayout
    names: int
    event_count: int
    categories: tuple[tuple[PublishedCategory, int], ...]
    periods: tuple[Period, ...]
    indexes: tuple[tuple[str, str, int], ...]


SearchFile: TypeAlias = SearchWords | SearchTexts | SearchRows | SearchNames
