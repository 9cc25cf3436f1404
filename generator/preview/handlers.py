"""What the preview answers: the site's files, its own script and styles, the reload socket."""

import asyncio
from http import HTTPStatus
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote

from livereload.handlers import LiveReloadHandler
from tornado import escape, web

from generator.preview.bounds import MOST_LISTENERS, close_unless_taken
from generator.preview.live_site import LiveSite, ServedFile, canonical
from generator.preview.messages import page_message
from generator.preview.pages import SCRIPT_PATH, STYLE_PATH, WAITING, with_script
from generator.preview.rebuilds import Rebuilds

LOCAL_NAMES = ("127.0.0.1", "localhost")
HTTP_PORT = 80
NOT_FOUND = "/404.html"
HTML = "text/html; charset=utf-8"
CLIENT = Path(__file__).with_name("client")
CLIENT_FILES = {
    SCRIPT_PATH: ("preview.js", "text/javascript; charset=utf-8"),
    STYLE_PATH: ("preview.css", "text/css; charset=utf-8"),
}


def is_local(authority: str, port: int) -> bool:
    """Return whether a Host header or an origin's authority is this server's own.

    A page elsewhere that has its name resolved to this machine sends its own name.
    """
    own = {f"{name}:{port}" for name in LOCAL_NAMES}
    if port == HTTP_PORT:
        own.update(LOCAL_NAMES)
    return authority.lower() in own


class LocalHandler(web.RequestHandler):
    """A handler that answers only requests made to this machine by name; nothing is kept."""

    def set_default_headers(self) -> None:
        """Let no page of another origin show or embed what is not published yet."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("X-Frame-Options", "SAMEORIGIN")

    def prepare(self) -> None:
        """Refuse a request that names another host."""
        if not is_local(self.request.host, self.settings["preview_port"]):
            raise web.HTTPError(
                HTTPStatus.FORBIDDEN, "the preview answers on 127.0.0.1 and localhost only"
            )

    def finish(
        self, chunk: str | bytes | dict[str, object] | None = None
    ) -> "asyncio.Future[None]":
        """End the answer; a client that does not take it is not waited for."""
        taken = super().finish(chunk)
        close_unless_taken(taken, self.request.connection)
        return taken

    def send(self, status: HTTPStatus, content: bytes, media_type: str) -> None:
        """Answer with these bytes."""
        self.set_status(status)
        self.set_header("Content-Type", media_type)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.finish(content)


class SiteFiles(LocalHandler):
    """The files of the last good build; pages carry the preview's script."""

    async def get(self, path: str) -> None:
        """Answer with the file, its folder's address, or the site's page for unknown addresses."""
        rebuilds: Rebuilds = self.settings["rebuilds"]
        await rebuilds.begun.wait()
        # Asked first: a page that a build overtakes then knows itself to be old.
        now = rebuilds.now
        if now.outcome.built_at is None:
            page = with_script(WAITING.encode(), path, now.build)
            self.send(HTTPStatus.SERVICE_UNAVAILABLE, page, HTML)
        elif file := await self.file_at(path):
            self.send_file(HTTPStatus.OK, file, path, now.build)
        elif await self.file_at(f"{path}/"):
            # The whole address, so that no path is taken for another host's name.
            self.redirect(f"http://{self.request.host}{quote(path)}/")
        else:
            await self.send_unknown(now.build)

    async def head(self, path: str) -> None:
        """Answer as to GET; tornado leaves the bytes off."""
        await self.get(path)

    async def file_at(self, path: str) -> ServedFile | None:
        """Return the site's file, read in another thread: it may have to be made first."""
        site: LiveSite = self.settings["site"]
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.settings["reader"], site.read, path)

    async def send_unknown(self, build: str) -> None:
        """Answer with the site's own page for addresses that do not exist."""
        page = await self.file_at(NOT_FOUND)
        if page:
            self.send_file(HTTPStatus.NOT_FOUND, page, NOT_FOUND, build)
        else:
            self.send(HTTPStatus.NOT_FOUND, b"No such page\n", "text/plain; charset=utf-8")

    def send_file(self, status: HTTPStatus, file: ServedFile, path: str, build: str) -> None:
        """Answer with the file, a page with the script in it."""
        is_page = file.media_type.startswith("text/html")
        content = with_script(file.content, canonical(path), build) if is_page else file.content
        self.send(status, content, file.media_type)


class ClientFile(LocalHandler):
    """The preview's own script or styles: files, for the site's policy allows nothing else."""

    def get(self) -> None:
        """Answer with the file."""
        name, media_type = CLIENT_FILES[self.request.path]
        self.send(HTTPStatus.OK, (CLIENT / name).read_bytes(), media_type)


class ReloadSocket(LocalHandler, LiveReloadHandler):
    """livereload's socket; pages hear of each build, and of the last when they connect."""

    listeners: ClassVar["dict[ReloadSocket, None]"] = {}

    def open(self, *_: str, **__: str) -> None:
        """Keep the socket; of too many, the one that was opened first makes room."""
        self.listeners[self] = None
        if len(self.listeners) > MOST_LISTENERS:
            first = next(iter(self.listeners))
            del self.listeners[first]
            first.hang_up()

    def hang_up(self) -> None:
        """End the connection without a farewell, which would have to be waited for."""
        if self.ws_connection:
            self.ws_connection.stream.close()

    def on_close(self) -> None:
        """Forget the socket."""
        self.listeners.pop(self, None)
        super().on_close()

    def prepare(self) -> None:
        """Refuse other origins before tornado asks, to whom those of the same name are the same."""
        super().prepare()
        origin = self.request.headers.get("Origin")
        if origin is not None and not self.check_origin(origin):
            raise web.HTTPError(HTTPStatus.FORBIDDEN, "only the preview's own pages may listen")

    def check_origin(self, origin: str) -> bool:
        """Let only pages of this very server listen."""
        scheme, _, authority = origin.partition("://")
        return scheme == "http" and is_local(authority, self.settings["preview_port"])

    def on_message(self, message: str | bytes) -> None:
        """Greet a page as livereload does, and tell it what is shown now."""
        try:
            command = escape.json_decode(message)["command"]
        except (ValueError, KeyError, TypeError):
            self.close()
            return
        super().on_message(message)
        rebuilds: Rebuilds = self.settings["rebuilds"]
        if command == "info" and rebuilds.begun.is_set():
            self.send_message(page_message(rebuilds.now))

    @classmethod
    def tell(cls, message: dict[str, object]) -> None:
        """Send every open page the message."""
        for waiter in LiveReloadHandler.waiters.copy():
            waiter.send_message(message)
