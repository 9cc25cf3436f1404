"""The preview server, on livereload: watches, rebuilds, serves, tells open pages."""

import asyncio
import logging
import signal
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime

from livereload import Server
from livereload.handlers import LiveReloadHandler
from tornado.ioloop import IOLoop

from generator.preview.bounds import bounded_server
from generator.preview.handlers import CLIENT_FILES, ClientFile, ReloadSocket, SiteFiles
from generator.preview.live_site import LiveSite
from generator.preview.messages import page_message, terminal_lines
from generator.preview.ports import HOST, address_of, listening_socket
from generator.preview.rebuilds import Rebuilds, Rebuilt, is_good
from generator.preview.watching import FileWatcher
from generator.project import Project


class PreviewServer(Server):
    """livereload's server, with a watching, building and answering of its own."""

    def __init__(
        self,
        project: Project,
        site: LiveSite,
        listener: socket.socket,
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        self.site = site
        self.listener = listener
        self.loop = loop
        self.rebuilds = Rebuilds(site, self.tell)
        self.reader = ThreadPoolExecutor(1, "read")
        self.running: set[asyncio.Task[None]] = set()
        super().__init__(watcher=FileWatcher(project, self.rebuilds.request))

    def application(self, port: int, host: str, **_: object) -> None:
        """Answer with the site's files, the preview's own, and the reload socket."""
        LiveReloadHandler.watcher = self.watcher
        server = bounded_server(
            [
                (r"/livereload", ReloadSocket),
                *((path.replace(".", r"\."), ClientFile) for path in CLIENT_FILES),
                (r"(/.*)", SiteFiles),
            ],
            preview_port=port,
            rebuilds=self.rebuilds,
            site=self.site,
            reader=self.reader,
        )
        server.add_socket(self.listener)
        for number in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError):  # Windows, where KeyboardInterrupt ends livereload
                self.loop.add_signal_handler(number, self.stop_soon)
        self.running.add(self.loop.create_task(self.rebuilds.follow()))
        self.running.add(self.loop.create_task(self.announce(address_of(port, host))))

    async def announce(self, address: str) -> None:
        """Say where the site is, once there is something to see there."""
        await self.rebuilds.begun.wait()
        sys.stdout.write(f"{address} shows the site; Ctrl-C ends it\n")
        sys.stdout.flush()

    def tell(self, rebuilt: Rebuilt) -> None:
        """Tell the terminal and the open pages what came of a build."""
        if rebuilt.outcome.is_whole:
            stream = sys.stdout if is_good(rebuilt.outcome) else sys.stderr
            stream.write(f"{terminal_lines(rebuilt)}\n")
            stream.flush()
        ReloadSocket.tell(page_message(rebuilt))

    def stop_soon(self) -> None:
        """Begin to stop; a second Ctrl-C does not wait for the build that is running."""
        for number in (signal.SIGINT, signal.SIGTERM):
            self.loop.remove_signal_handler(number)
        self.running.add(self.loop.create_task(self.stop()))

    async def stop(self) -> None:
        """Let every thread and task end, then the loop."""
        await self.watcher.stop()
        await self.loop.run_in_executor(None, self.rebuilds.close)
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        self.reader.shutdown()
        IOLoop.current().stop()

    def _setup_logging(self) -> None:
        """Leave out what livereload says of itself, and of wrong requests; faults are told."""
        logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
        logging.getLogger("tornado.general").setLevel(logging.ERROR)


def serve_preview(project: Project, port: int, *, drafts: bool, now: datetime | None) -> int:
    """Serve the project until it is stopped; return the exit status.

    Embargoes are looked at as of the moment `now`, or by the clock at every edit. Raises UsageError
    when no port is free, MachineError without a temporary folder.
    """
    listener, free_port = listening_socket(port)
    # tornado asks for a current event loop, which newer Pythons no longer make by themselves.
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    site = LiveSite(project, drafts=drafts, now=now)
    try:
        PreviewServer(project, site, listener, loop).serve(port=free_port, host=HOST)
    finally:
        site.close()
    return 0
