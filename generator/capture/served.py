"""Served files: a site's files asked for over HTTP, many on one connection."""

from collections.abc import Iterable, Iterator
from time import monotonic
from urllib.parse import quote, urljoin

import httpcore

from generator.capture.fetch import GOOD, checked_address, exchange, uncompressed
from generator.capture.limits import Limits
from generator.capture.network import PublicNetwork, trusted_authorities

GONE = {404, 410}


def served_files(
    address: str, paths: Iterable[str], limits: Limits
) -> Iterator[tuple[str, bytes | str | None]]:
    """Yield each path, and what is served for it; None where nothing is.

    What the server says instead of sending it is a text. Redirects are not followed: a copy that
    sends readers elsewhere is no copy. Raises CaptureError when the server cannot be asked.
    """
    checked_address(address)
    root = address.rstrip("/") + "/"
    deadline = monotonic() + limits.seconds
    network = PublicNetwork(deadline, is_private_allowed=limits.is_private_allowed)
    with httpcore.ConnectionPool(trusted_authorities(), network_backend=network) as pool:
        for path in paths:
            answer = exchange(pool, urljoin(root, quote(path)), limits, deadline)
            if answer.status in GONE and path != "404.html":
                yield path, None
            elif answer.status in {GOOD, *GONE}:
                coding = answer.header("content-encoding")
                yield path, uncompressed(answer.url, coding, answer.body, limits)
            else:
                yield path, f"{answer.status} {answer.reason}"
