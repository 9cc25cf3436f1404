"""WARC: a copy as archives keep it (ISO 28500), written and read through warcio."""

import io
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

import brotli
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from generator.capture.addresses import same_page
from generator.capture.fetch import GOOD, REDIRECTS, Exchange, Headers, expanded
from generator.capture.limits import Limits
from generator.capture.warc_reading import Allowance, payload, records_in, warcs_in
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
    """Return the newest copy of a page in a WARC or WACZ; raise CaptureError if it has none.

    Of all that an archive holds only the copies of the page are read.
    """
    wanted, held = url, dict[str, None]()
    allowance = Allowance(path.name)
    found: Archived | None = None
    for _ in range(limits.redirects + 1):
        copies = copies_of(path, wanted, held, limits, allowance)
        found = max(copies, key=lambda page: page.moment, default=None)
        if found is None or found.status not in REDIRECTS:
            break
        wanted = urljoin(wanted, found.header("location"))
    if found is None or found.status != GOOD:
        listed = ", ".join(held) or "no page at all"
        message = f"{path.name} has no copy of {url}; it has {listed}"
        raise CaptureError(message)
    return found


def copies_of(
    path: Path, url: str, held: dict[str, None], limits: Limits, allowance: Allowance
) -> Iterator[Archived]:
    """Yield an archive's copies of a page; add the addresses of its first pages to `held`."""
    try:
        for stream in warcs_in(path):
            for record in records_in(stream, allowance):
                target = record.rec_headers.get_header("WARC-Target-URI") or ""
                page = page_of(record, target)
                is_page = "html" in page.header("content-type") and page.status == GOOD
                if is_page and len(held) < MOST_LISTED:
                    held[target] = None
                if same_page(target, url):
                    body = body_of(page, record, limits)
                    allowance.unpack(len(body))
                    yield page._replace(body=body)
    except (CaptureError, OSError):
        raise
    except Exception as error:  # a broken file can make a reader raise whatever it likes
        said = (str(error).strip() or type(error).__name__).splitlines()[0]
        message = f"{path.name} is no WARC or WACZ that can be read ({said}); export it again"
        raise CaptureError(message) from error


def body_of(page: Archived, record: Any, limits: Limits) -> bytes:  # noqa: ANN401 - the library has no types
    """Return a page's body as it is to be read; raise CaptureError for one that is too large."""
    body = payload(record, limits.bytes + 1)
    # Some archives keep the header of what they unpacked.
    with suppress(zlib.error, brotli.error):
        for coding in reversed(page.header("content-encoding").lower().split(",")):
            body = expanded(body, coding.strip() or "identity", limits)
    if len(body) > limits.bytes:
        message = f"{page.url} is larger than {limits.bytes:,} bytes; save what is quoted as text"
        raise CaptureError(message)
    return body


def page_of(record: Any, url: str) -> Archived:  # noqa: ANN401 - the library has no types
    """Return what a record's head says of a page, its body not yet read."""
    moment = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date"))
    head = record.http_headers
    if head is None:
        headers: Headers = (("Content-Type", record.rec_headers.get_header("Content-Type") or ""),)
        return Archived(url, moment.astimezone(UTC), GOOD, headers, b"")
    return Archived(
        url, moment.astimezone(UTC), int(head.get_statuscode()), tuple(head.headers), b""
    )
