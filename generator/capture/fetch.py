"""Fetch: a source asked for over HTTP, with every answer on the way to it."""

import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from time import monotonic
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

import brotli
import httpcore

from generator import __version__
from generator.capture.limits import Limits
from generator.capture.network import PublicNetwork, refuse_after, trusted_authorities
from generator.errors import CaptureError

AGENT = f"Verbatim/{__version__} (stores a copy of one source on an editor's request)"
ACCEPTED = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5"
REDIRECTS = {301, 302, 303, 307, 308}
GOOD = 200
Headers = tuple[tuple[str, str], ...]


class Exchange(NamedTuple):
    """One request and its answer; `body` is as it was sent, still compressed if it was."""

    url: str
    moment: datetime
    request: Headers
    status: int
    reason: str
    headers: Headers
    body: bytes

    def header(self, name: str) -> str:
        """Return the first header of that name, empty when there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")


class Fetched(NamedTuple):
    """A source as fetched: all exchanges, and the last one's body as it is to be read."""

    exchanges: tuple[Exchange, ...]
    body: bytes

    @property
    def last(self) -> Exchange:
        """The exchange that brought the source."""
        return self.exchanges[-1]


def fetch(url: str, limits: Limits) -> Fetched:
    """Return what stands at the address; raise CaptureError when it cannot be had whole."""
    deadline = monotonic() + limits.seconds
    network = PublicNetwork(deadline, is_private_allowed=limits.is_private_allowed)
    exchanges: list[Exchange] = []
    with httpcore.ConnectionPool(trusted_authorities(), network_backend=network) as pool:
        while len(exchanges) <= limits.redirects:
            checked_address(url)
            if url in {each.url for each in exchanges}:
                message = f"{url} leads back to itself; open it in a browser, correct the address"
                raise CaptureError(message)
            exchanges.append(exchange(pool, url, limits, deadline))
            if exchanges[-1].status not in REDIRECTS:
                break
            url = urljoin(url, exchanges[-1].header("location")).partition("#")[0]
    last = exchanges[-1]
    if last.status in REDIRECTS:
        message = f"{url}: more than {limits.redirects} redirects; correct the address"
        raise CaptureError(message)
    if last.status != GOOD:
        message = (
            f"{last.url} answers {last.status} {last.reason}; open it in a browser, and correct "
            "the address or give a saved copy with --file"
        )
        raise CaptureError(message)
    coding = last.header("content-encoding")
    return Fetched(tuple(exchanges), uncompressed(last.url, coding, last.body, limits))


def checked_address(url: str) -> None:
    """Raise CaptureError for what is no address of the web."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        message = f'"{url}" is no address of the web; it begins with https:// or http://'
        raise CaptureError(message)
    if parts.username is not None or parts.password is not None:
        message = "the address holds a name or a password; leave them out"
        raise CaptureError(message)


def exchange(pool: httpcore.ConnectionPool, url: str, limits: Limits, deadline: float) -> Exchange:
    """Return one request and its whole answer."""
    request = (
        ("Host", urlsplit(url).netloc.encode("idna").decode()),
        ("User-Agent", AGENT),
        ("Accept", ACCEPTED),
        ("Accept-Encoding", "gzip, deflate, br"),
    )
    moment = datetime.now(UTC)
    waits = dict.fromkeys(("connect", "read", "write", "pool"), limits.wait)
    try:
        with pool.stream(
            "GET", ascii_address(url), headers=list(request), extensions={"timeout": waits}
        ) as answer:
            body = bounded(answer.iter_stream(), limits, deadline)
    except httpcore.TimeoutException as error:
        message = f"{url} does not answer in {limits.wait:g} s; try later"
        raise CaptureError(message) from error
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        message = f"{url} cannot be had whole ({error}); try later"
        raise CaptureError(message) from error
    headers = tuple(
        (key.decode("latin-1"), value.decode("latin-1")) for key, value in answer.headers
    )
    reason = answer.extensions.get("reason_phrase", b"").decode("latin-1")
    return Exchange(url, moment, request, answer.status, reason, headers, body)


def ascii_address(url: str) -> str:
    """Return the address as it is sent: host and path in ASCII."""
    parts = urlsplit(url)
    host = parts.netloc.encode("idna").decode()
    safe = "/%:@!$&'()*+,;=~-._?"
    return parts._replace(
        netloc=host,
        path=quote(parts.path or "/", safe=safe),
        query=quote(parts.query, safe=safe),
        fragment="",
    ).geturl()


def bounded(chunks: Iterator[bytes], limits: Limits, deadline: float) -> bytes:
    """Return all the chunks; raise CaptureError when they are too many or come too slowly."""
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > limits.bytes:
            raise CaptureError(too_large(limits))
        refuse_after(deadline)
    return bytes(body)


def too_large(limits: Limits) -> str:
    """Return the message for a source that is larger than is taken."""
    most = f"{limits.bytes:,}"
    return f"the source is larger than {most} bytes; save what is quoted, give it with --file"


def uncompressed(url: str, coding: str, body: bytes, limits: Limits) -> bytes:
    """Return the body as it is to be read; raise CaptureError for one that cannot be."""
    for name in reversed([each.strip() for each in coding.lower().split(",") if each.strip()]):
        try:
            body = expanded(body, name, limits)
        except (zlib.error, brotli.error) as error:
            message = f"{url}: its {name} compression is damaged ({error}); try later"
            raise CaptureError(message) from error
    return body


def expanded(body: bytes, coding: str, limits: Limits) -> bytes:
    """Return the bytes without one compression, no more than the limit allows."""
    most = limits.bytes + 1
    if coding in {"gzip", "x-gzip", "deflate"}:
        # 32 takes gzip and zlib; some servers send deflate without zlib's header.
        window = 32 + zlib.MAX_WBITS if body[:1] in {b"\x1f", b"\x78"} else -zlib.MAX_WBITS
        inflater = zlib.decompressobj(window)
        found = inflater.decompress(body, most)
        is_whole = inflater.eof or len(found) == most
    elif coding == "br":
        reader = brotli.Decompressor()
        found = reader.process(body, output_buffer_limit=most)
        is_whole = reader.is_finished() or len(found) >= most
    elif coding == "identity":
        return body
    else:
        message = f'the answer is compressed by "{coding}"; give a saved copy with --file'
        raise CaptureError(message)
    if len(found) >= most:
        raise CaptureError(too_large(limits))
    if not is_whole:
        message = f"the answer ends in the midst of its {coding} compression; try later"
        raise CaptureError(message)
    return bytes(found)
