"""What the preview answers: the site's files, the reload script, the reload socket."""

import mimetypes
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import web
from tornado.httputil import HTTPHeaders

RELOAD_SCRIPT = b'<script src="/livereload.js?port=%d" async></script></head>'
LOCAL_NAMES = {"127.0.0.1", "localhost"}


def is_local(authority: str, port: int) -> bool:
    """Return whether a Host header or an origin's authority is this server's own.

    A page elsewhere that has its name resolved to this machine sends its own name.
    """
    name, _, given = authority.partition(":")
    return name.lower() in LOCAL_NAMES and given in {"", str(port)}


class LocalHandler(web.RequestHandler):
    """A handler that answers only requests made to this machine by name."""

    port: int

    def prepare(self) -> None:
        """Refuse a request that names another host."""
        if not is_local(self.request.host, self.application.settings["preview_port"]):
            raise web.HTTPError(
                HTTPStatus.FORBIDDEN, "the preview answers on 127.0.0.1 and localhost only"
            )


class SiteFiles(LocalHandler, web.StaticFileHandler):
    """The files of the last good build, never cached."""

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002 - tornado calls it so
        """Forbid the browser to keep a file; the next build may change it."""
        self.set_header("Cache-Control", "no-store")

    def should_return_304(self) -> bool:
        """Send every file whole."""
        return False

    @classmethod
    def get_content_modified_time(cls, abspath: str) -> datetime:
        """Return the file's time; the parent class's way is deprecated."""
        return datetime.fromtimestamp(Path(abspath).stat().st_mtime, UTC)

    def get_content_type(self) -> str:
        """Return the media type, with UTF-8 named for text."""
        kind = mimetypes.guess_type(self.absolute_path or "")[0] or "application/octet-stream"
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def write_error(self, status_code: int, **kwargs: object) -> None:
        """Show the site's own page for addresses that do not exist."""
        page = Path(self.root) / "404.html"
        if status_code == HTTPStatus.NOT_FOUND and page.is_file():
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.finish(page.read_bytes())
        elif status_code == HTTPStatus.NOT_FOUND:
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish("No good build yet; the terminal lists the problems.\n")
        else:
            super().write_error(status_code, **kwargs)


class ReloadScript(LocalHandler, LiveReloadJSHandler):
    """livereload's script, as a file: the site's content security policy allows no other."""


class ReloadSocket(LiveReloadHandler):
    """The socket that tells open pages to reload."""

    def check_origin(self, origin: str) -> bool:
        """Let only pages of this very server listen."""
        return is_local(urlsplit(origin).netloc, self.application.settings["preview_port"])


class ReloadScriptInjector(web.OutputTransform):
    """Puts the reload script into every page on its way out; the site's files stay as built."""

    port = 0

    def __init__(self, request: object) -> None:  # noqa: ARG002 - tornado calls it so
        """Make the element that loads the script."""
        self.script = RELOAD_SCRIPT % self.port

    def transform_first_chunk(
        self,
        status_code: int,
        headers: HTTPHeaders,
        chunk: bytes,
        finishing: bool,  # noqa: ARG002, FBT001 - tornado calls it so
    ) -> tuple[int, HTTPHeaders, bytes]:
        """Return the page with the script in its head."""
        if "html" in headers.get("Content-Type", "") and b"</head>" in chunk:
            chunk = chunk.replace(b"</head>", self.script, 1)
            if "Content-Length" in headers:
                length = int(headers["Content-Length"]) + len(self.script) - len(b"</head>")
                headers["Content-Length"] = str(length)
        return status_code, headers, chunk
