"""take_capture: a source fetched, or taken from a file, and stored with its text."""

import mimetypes
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator import __version__
from generator.capture.auto_archiver import archived_row
from generator.capture.confined import confined_text
from generator.capture.fetch import fetch
from generator.capture.limits import Limits
from generator.capture.store import StoredCapture, store_capture
from generator.capture.warc import archived_page, write_exchanges, write_resource
from generator.errors import CaptureError
from generator.model.capture import Capture, Origin
from generator.model.source import Source

TOOL = f"Verbatim {__version__}"
ARCHIVES = (".warc", ".warc.gz", ".wacz")
# What the name of a file says, where the system's own table may not.
MEDIA_TYPES = {
    ".md": "text/markdown",
    ".mht": "multipart/related",
    ".mhtml": "multipart/related",
    ".txt": "text/plain",
    ".xhtml": "application/xhtml+xml",
}


class Taken(NamedTuple):
    """A copy about to be stored; `write` writes it as WARC."""

    moment: datetime
    url: str
    content_type: str
    body: bytes
    write: Callable[[Path], None]


def take_capture(
    captures: Path, source: Source, file: Path | None, limits: Limits
) -> StoredCapture:
    """Store a copy of the source, from its address or from a file, and return it.

    Raises CaptureError when there is none to be had, or it holds no text.
    """
    if not source.url and (file is None or is_archive(file)):
        message = f'"{source.id}" has no url; give a copy of it with --file'
        raise CaptureError(message)
    taken = fetched(source.url, limits) if file is None else from_file(file, source, limits)
    media_type, charset = described(taken.content_type)
    text = confined_text(taken.body, media_type, charset)
    capture = Capture(
        source=source.id,
        taken=taken.moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        origin=Origin.FETCHED if file is None else Origin.FILE,
        url=source.url,
        final_url=taken.url,
        media_type=media_type,
        body=sha256(taken.body).hexdigest(),
        text=sha256(text.encode()).hexdigest(),
        tool=TOOL,
        file=file.name if file else "",
    )
    return store_capture(captures, capture, text, taken.write)


def fetched(url: str, limits: Limits) -> Taken:
    """Return what stands at the address."""
    found = fetch(url, limits)
    last = found.last
    return Taken(
        last.moment,
        last.url,
        last.header("content-type") or "text/html",
        found.body,
        lambda path: write_exchanges(path, found.exchanges),
    )


def from_file(file: Path, source: Source, limits: Limits) -> Taken:
    """Return what a local file holds of the source."""
    if not file.is_file():
        message = f"{file}: no such file; check its name"
        raise CaptureError(message)
    if file.name.lower().endswith(".csv"):
        return from_table(file, source, limits)
    if is_archive(file):
        page = archived_page(file, source.url, limits)
        content_type = page.header("content-type") or "text/html"
        return resource(page.url, content_type, page.body, page.moment)
    if file.stat().st_size > limits.bytes:
        message = (
            f"{file.name} is larger than {limits.bytes:,} bytes; save what is quoted as a text"
        )
        raise CaptureError(message)
    return resource(source.url, media_type_of(file), file.read_bytes(), datetime.now(UTC))


def from_table(table: Path, source: Source, limits: Limits) -> Taken:
    """Return what the auto-archiver's table has of the source."""
    row = archived_row(table, source.url, limits)
    moment = row.moment or datetime.now(UTC)
    if row.file is None:
        return resource(source.url, "text/plain; charset=utf-8", row.text.encode(), moment)
    taken = from_file(row.file, source, limits)
    return resource(taken.url, taken.content_type, taken.body, row.moment or taken.moment)


def resource(url: str, content_type: str, body: bytes, moment: datetime) -> Taken:
    """Return a copy that did not come over the wire."""
    name = url or "urn:verbatim:file"
    return Taken(
        moment,
        url,
        content_type,
        body,
        lambda path: write_resource(path, name, body, content_type, moment),
    )


def is_archive(file: Path) -> bool:
    """Return whether the file's name is that of an archive of pages."""
    return file.name.lower().endswith(ARCHIVES)


def media_type_of(file: Path) -> str:
    """Return the media type that the file's name stands for."""
    ending = file.suffix.lower()
    return MEDIA_TYPES.get(ending) or mimetypes.types_map.get(ending, "")


def described(content_type: str) -> tuple[str, str]:
    """Return the media type and the charset of a Content-Type header."""
    message = EmailMessage()
    message["Content-Type"] = content_type
    declared = message.get_param("charset", "")
    return message.get_content_type(), declared if isinstance(declared, str) else ""
