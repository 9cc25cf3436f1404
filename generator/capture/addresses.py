"""Addresses: when two of them mean the same page."""

from urllib.parse import unquote, urlsplit


def same_page(one: str, other: str) -> bool:
    """Return whether two addresses differ only in what does not matter to a page.

    Those are the scheme, `www.`, a slash at the end, the fragment, and how letters are encoded.
    """
    return _plain(one) == _plain(other)


def _plain(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.")
    return host, unquote(parts.path).rstrip("/"), unquote(parts.query)
