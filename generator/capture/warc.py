"""WARC: a copy as archives keep it (ISO 28500), written and read through warcio."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from generator.capture.addresses import same_page
from generator.capture.fetch import GOOD, REDIRECTS, Exchange, Headers
from generator.capture.limits import Limits
from generator.errors import CaptureError

# What is stored is whole and no longer in chunks.
OF_THE_WIRE = {"transfer-encoding", "connection", "keep-alive"}
MOST_LISTED = 5


class Archived(NamedTuple):
    """A page of an archive: its address, when it was archived, its body as it is to be read."""

    url: str
    moment: datetime
    status: int
    headers: Headers
    body: bytes

    def header(self, name: str) -> str:
        """Return the first header of that name, empty when there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")


def write_exchanges(path: Path, exchanges: Sequence[Exchange]) -> None:
    """Write requests and answers as they went over the wire."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for each in exchanges:
            date = {"WARC-Date": each.moment.strftime("%Y-%m-%dT%H:%M:%SZ")}
            kept = [pair for pair in each.headers if pair[0].lower() not in OF_THE_WIRE]
            head = StatusAndHeaders(f"{each.status} {each.reason}", kept, protocol="HTTP/1.1")
            asked = StatusAndHeaders(
                f"GET {target_of(each.url)} HTTP/1.1", list(each.request), is_http_request=True
            )
            answer = writer.create_warc_record(
                each.url,
                "response",
                payload=io.BytesIO(each.body),
                length=len(each.body),
                warc_headers_dict=date,
                http_headers=head,
            )
            request = writer.create_warc_record(
                each.url, "request", warc_headers_dict=date, http_headers=asked
            )
            writer.write_request_response_pair(request, answer)


def target_of(url: str) -> str:
    """Return the part of an address that a request's first line names."""
    parts = urlsplit(url)
    return parts._replace(scheme="", netloc="", path=parts.path or "/").geturl()


def write_resource(path: Path, url: str, body: bytes, media_type: str, moment: datetime) -> None:
    """Write a local file as a copy of what stands at an address."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        date = {"WARC-Date": moment.strftime("%Y-%m-%dT%H:%M:%SZ")}
        record = writer.create_warc_record(
            url,
            "resource",
            payload=io.BytesIO(body),
            length=len(body),
            warc_content_type=media_type,
            warc_headers_dict=date,
        )
        writer.write_record(record)


def archived_page(path: Path, url: str, limits: Limits) -> Archived:
    """Return the newest copy of a page in a WARC or WACZ; raise CaptureError if it has none."""
    pages = list(pages_of(path, limits))
    wanted, found = url, None
    for _ in range(limits.redirects):
        copies = [page for page in pages if same_page(page.url, wanted)]
        found = max(copies, key=lambda page: page.moment, default=None)
        if found is None or found.status not in REDIRECTS:
            break
        wanted = found.header("location")
    if found is None or found.status != GOOD:
        held = list(dict.fromkeys(page.url for page in pages if page.status == GOOD))
        listed = ", ".join(held[:MOST_LISTED]) or "no page at all"
        message = f"{path.name} has no copy of {url}; it has {listed}"
        raise CaptureError(message)
    return found


def pages_of(path: Path, limits: Limits) -> Iterator[Archived]:
    """Yield every page in an archive; raise CaptureError for what is none."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                for name in sorted(packed.namelist()):
                    if name.endswith((".warc", ".warc.gz")):
                        with packed.open(name) as stream:
                            yield from pages_in(stream, limits)
        else:
            with path.open("rb") as stream:
                yield from pages_in(stream, limits)
    except (ArchiveLoadFailed, zipfile.BadZipFile, EOFError, TypeError, ValueError) as error:
        message = f"{path.name} is no WARC or WACZ that can be read ({error}); export it again"
        raise CaptureError(message) from error


def pages_in(stream: Any, limits: Limits) -> Iterator[Archived]:  # noqa: ANN401 - any stream of bytes, as the library has it
    """Yield the answers and resources of one WARC."""
    for record in ArchiveIterator(stream):
        if record.rec_type not in {"response", "resource"}:
            continue
        moment = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date"))
        url = record.rec_headers.get_header("WARC-Target-URI")
        head = record.http_headers
        headers: Headers = tuple(head.headers) if head else ()
        if not head:
            headers = (("Content-Type", record.rec_headers.get_header("Content-Type") or ""),)
        status = int(head.get_statuscode()) if head else GOOD
        body = record.content_stream().read(limits.bytes + 1)
        if len(body) > limits.bytes:
            message = f"{url} is larger than {limits.bytes:,} bytes; save what is quoted as a text"
            raise CaptureError(message)
        yield Archived(url, moment.astimezone(UTC), status, headers, body)
