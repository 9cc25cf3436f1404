"""Capture: the stored copy of a source that its quotes are checked against."""

from enum import StrEnum

from msgspec import Struct


class Origin(StrEnum):
    """How a capture came to be."""

    FETCHED = "fetched"
    FILE = "file"


class Capture(Struct, frozen=True, kw_only=True, gc=False):
    """What is known of one stored copy; the copy itself is private and never published.

    `taken` is UTC, `2026-11-24T04:01:02Z`: when the copy was fetched, or when the archive that it
    was taken from says so. `body` and `text` are the SHA-256, in 64 hexadecimal digits, of the
    source's bytes as they were served and of the plain text (UTF-8) that was extracted.
    """

    source: str
    taken: str
    origin: Origin
    url: str
    final_url: str
    media_type: str
    body: str
    text: str
    tool: str
    file: str = ""
