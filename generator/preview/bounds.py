"""What a client may take of the preview: connections, bytes, time; who takes more is let go."""

import asyncio
from typing import Any

from tornado import httputil
from tornado.httpserver import HTTPServer
from tornado.web import Application

# Together fewer than the 256 files that macOS lets a process open, accepted ones in waiting too.
MOST_CONNECTIONS = 60
MOST_LISTENERS = 50
# Bytes. Cookies of everything that ever ran on this machine's name come along in the headers.
MOST_HEADERS = 65_536
MOST_BUFFERED = 200_000
MOST_MESSAGE = 10_000
# Seconds: for a whole request, between asking an open page whether it lives and its answer,
# and for taking a whole answer, which a browser that plays a slow network does slowly.
ASKING = 30.0
BREATHING = 30.0
TAKING = 120.0


class BoundedServer(HTTPServer):
    """tornado's server; of too many connections, the one that asked longest ago makes room."""

    def initialize(self, *args: Any, **bounds: Any) -> None:  # noqa: ANN401 - tornado's signature
        """Wait for requests; called by tornado before the first."""
        self.asking: dict[Any, None] = {}
        super().initialize(*args, **bounds)

    def start_request(
        self,
        server_conn: Any,  # noqa: ANN401 - tornado's signature
        request_conn: httputil.HTTPConnection,
    ) -> httputil.HTTPMessageDelegate:
        """Wait for the connection's next request."""
        self.asking.pop(server_conn, None)
        self.asking[server_conn] = None
        if len(self.asking) > MOST_CONNECTIONS:
            longest = next(iter(self.asking))
            del self.asking[longest]
            longest.stream.close()
        return super().start_request(server_conn, request_conn)

    def on_close(self, server_conn: object) -> None:
        """Forget a connection that ended, or became an open page's socket."""
        self.asking.pop(server_conn, None)
        super().on_close(server_conn)


def bounded_server(handlers: list[Any], **settings: Any) -> BoundedServer:  # noqa: ANN401 - tornado's signature
    """Return a server that answers by these handlers, within the bounds."""
    application = Application(
        handlers,
        log_function=lambda _: None,
        websocket_ping_interval=BREATHING,
        websocket_ping_timeout=BREATHING,
        websocket_max_message_size=MOST_MESSAGE,
        **settings,
    )
    return BoundedServer(
        application,
        max_header_size=MOST_HEADERS,
        max_buffer_size=MOST_BUFFERED,
        max_body_size=0,
        body_timeout=ASKING,
        idle_connection_timeout=ASKING,
    )


def close_unless_taken(
    taken: "asyncio.Future[None]", connection: httputil.HTTPConnection | None
) -> None:
    """Close a connection whose client does not take the answer in time."""
    close = getattr(connection, "close", None)
    if close and not taken.done():
        late = asyncio.get_running_loop().call_later(TAKING, close)
        taken.add_done_callback(lambda _: late.cancel())
