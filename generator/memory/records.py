"""Records: what a build remembers of the files that it read and wrote."""

from msgspec import Struct

from generator.memory.stamps import Stamp
from generator.model.entry import ContentFile


class FileRecord(Struct, frozen=True, array_like=True, gc=False):
    """A content file as last read: its stamp if that can be trusted, its SHA-256, what it says."""

    stamp: Stamp | None
    digest: bytes
    file: ContentFile


class MediaRecord(Struct, frozen=True, array_like=True, gc=False):
    """A medium as it was last read: its stamp if that can be trusted, its SHA-256."""

    stamp: Stamp | None
    digest: str
