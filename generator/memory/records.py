"""Records: what a build remembers of the files that it read and wrote."""

from msgspec import Struct

from generator.memory.stamps import Stamp
from generator.model.decisions import Decisions
from generator.model.entry import ContentFile
from generator.model.frame import Frame
from generator.model.ingredients import Ingredients
from generator.model.media import Original
from generator.model.search import SearchLayout


class FileRecord(Struct, frozen=True, array_like=True, gc=False):
    """A content file as last read: its stamp if that can be trusted, its SHA-256, what it says."""

    stamp: Stamp | None
    digest: bytes
    file: ContentFile


class MediaRecord(Struct, frozen=True, array_like=True, gc=False):
    """A medium as it was last read: its stamp if that can be trusted, what it holds."""

    stamp: Stamp | None
    original: Original


class OutputRecord(Struct, frozen=True, array_like=True, gc=False):
    """A file of the site as it was last written: its stamp and its SHA-256 in hexadecimal.

    `key` stands for what its page is about; `needs` are numbers of what it rests on, in
    `SiteRecord.needs`. Both are empty for files that are copied.
    """

    stamp: Stamp | None
    digest: str
    key: bytes = b""
    needs: tuple[int, ...] = ()


class SiteRecord(Struct, frozen=True, array_like=True, gc=False):
    """The site as it was last built.

    `frame` stands for what every page rests on. `needs` are what single pages rest on, each with
    its digest then; they are numbered in this order. `outputs` and `media` are by path. `shelves`
    are the checksums of what was kept of the pages' fragments.
    """

    version: bytes
    frame: bytes
    needs: dict[str, bytes]
    outputs: dict[str, OutputRecord]
    media: dict[str, MediaRecord]
    shelves: dict[str, tuple[int, int]] = {}


class PlanRecord(Struct, frozen=True, array_like=True, gc=False):
    """A plan as it was made, to be used again while no more than the words of events change.

    `pages` are the pages, encoded, in order; `needs` names what planning itself looked at.
    `paths` says which content file has an entry, by kind and id. `same_date` are the events whose
    dates are typed alike, by the date, where there are several. `search` says how the index of
    the search is cut up, `templates` are the pages', `ingredients` those of a renewal.
    """

    version: bytes
    frame: Frame
    decisions: Decisions
    pages: tuple[bytes, ...]
    needs: tuple[str, ...]
    paths: dict[str, dict[str, str]]
    same_date: dict[str, tuple[str, ...]]
    search: SearchLayout
    templates: tuple[str, ...]
    ingredients: Ingredients
