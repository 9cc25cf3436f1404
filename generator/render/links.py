"""Links: written as site paths behind a mark, made relative when their page is known.

Relative links let the site open from disk and work below any path. The mark is what no
content can hold, so that one replacement in a finished page finds every link and nothing else.
"""

from urllib.parse import urlsplit

MARK = "\x00"
ALONE, LINK = MARK.encode(), f"{MARK}/".encode()
NOT_FOUND = "/404.html"


def site_link(path: str) -> str:
    """Return a site path as a marked link to the file that is there.

    `/events/x/#quote-1` becomes the mark and `/events/x/index.html#quote-1`.
    """
    folder, hash_, fragment = path.partition("#")
    index = "index.html" if folder.endswith("/") else ""
    return f"{MARK}{folder}{index}{hash_}{fragment}"


def prefix_of(path: str, base_url: str) -> str:
    """Return what leads from the page at `path` back to the site's root.

    The page for addresses not found is served at any depth, so it starts from the host.
    """
    if path == NOT_FOUND:
        return f"{urlsplit(base_url).path.rstrip('/')}/"
    return "../" * (path.count("/") - 1) or "./"


def with_links(html: str, prefix: str) -> bytes:
    """Return a rendered page's bytes with its marked links made relative; no mark remains."""
    # Much faster than replacing, and in bytes than in text.
    content = prefix.encode().join(html.encode().split(LINK))
    return content.replace(ALONE, b"") if ALONE in content else content


def permalink(path: str, base_url: str) -> str:
    """Return the absolute address of a path, empty when the site does not know its own."""
    return f"{base_url.rstrip('/')}{path}" if base_url else ""


def output_path(path: str) -> str:
    """Return the file that a path is written to, from the site's root."""
    return f"{path}index.html"[1:] if path.endswith("/") else path[1:]
