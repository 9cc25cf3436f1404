"""Source: a work that can be cited."""

from enum import StrEnum

from msgspec import Struct

from generator.model.clock import Timestamp
from generator.model.partial_date import PartialDate


class SourceKind(StrEnum):
    """What sort of work a source is."""

    ARTICLE = "article"
    REPORT = "report"
    POST = "post"
    VIDEO = "video"
    BROADCAST = "broadcast"
    STATEMENT = "statement"
    DOCUMENT = "document"


class Source(Struct, frozen=True, kw_only=True, array_like=True, tag=True, gc=False):
    """A work that can be cited; a `restricted` one is named but never linked."""

    id: str
    title: str
    publisher: str
    kind: SourceKind = SourceKind.ARTICLE
    url: str = ""
    author: str = ""
    published: PartialDate | None = None
    accessed: PartialDate | None = None
    language: str = ""
    archive_url: str = ""
    archived_at: Timestamp | PartialDate | None = None
    restricted: bool = False
