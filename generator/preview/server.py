"""The preview server, on livereload: builds to a temporary folder and serves that."""

import asyncio
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from livereload import Server
from livereload.handlers import LiveReloadHandler
from tornado import web

from generator.errors import UsageError, VerbatimError
from generator.pipeline import Edition, build_site, current_edition
from generator.preview.handlers import (
    ReloadScript,
    ReloadScriptInjector,
    ReloadSocket,
    SiteFiles,
)
from generator.project import Project

HOST = "127.0.0.1"
WATCHED = ("content", "templates")


class PreviewServer(Server):
    """livereload's server with the site's content security policy left as it is."""

    def application(self, port: int, host: str, **_: object) -> None:
        """Answer with the site's files and the reload script and socket."""
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = True
        # livereload drops changes that come sooner than this after a reload; none may be lost.
        LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
        ReloadScriptInjector.port = port
        application = web.Application(
            [
                (r"/livereload", ReloadSocket),
                (r"/livereload\.js", ReloadScript),
                (r"/(.*)", SiteFiles, {"path": self.root, "default_filename": "index.html"}),
            ],
            transforms=[ReloadScriptInjector],
            preview_port=port,
        )
        application.listen(port, address=host)


def serve_preview(project: Project, port: int, *, drafts: bool) -> int:
    """Serve the project until it is stopped; return the exit status.

    Raises UsageError when the port is taken.
    """
    # tornado asks for a current event loop, which newer Pythons no longer make by themselves.
    asyncio.set_event_loop(asyncio.new_event_loop())
    with tempfile.TemporaryDirectory(prefix="verbatim-preview-") as folder:
        temporary = Project(project.root, Path(folder))
        rebuild = rebuilder(temporary, drafts=drafts)
        rebuild()
        server = PreviewServer()
        for name in WATCHED:
            if (project.root / name).is_dir():
                server.watch(str(project.root / name), rebuild)
        try:
            server.serve(port=port, host=HOST, root=folder)
        except OSError as error:
            message = f"port {port} is taken; name another with --port"
            raise UsageError(message) from error
    return 0


def rebuilder(project: Project, *, drafts: bool) -> Callable[[], None]:
    """Return a function that builds the preview and says what came of it."""

    def rebuild() -> None:
        try:
            edition = current_edition()
            shown = Edition(drafts=drafts, now=edition.now)
            report = build_site(project, shown, lambda _: None)
        except VerbatimError as error:
            sys.stderr.write(f"{error}\n")
        else:
            time = datetime.now().astimezone().strftime("%H:%M:%S")
            sys.stdout.write(f"{time} built: {report.written} written, {report.pruned} pruned\n")

    return rebuild
