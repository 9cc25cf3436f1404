"""A web server on this machine that answers well and badly, for captures to be taken from."""

import gzip
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import brotli
import pytest

PAGE = (
    "<!doctype html><html lang=en><head><title>Made up</title></head><body><h1>Made up</h1>"
    "<p>‘We built it in a <b>ye</b>ar,’ she&nbsp;said.</p><p>Nobody was there.</p></body></html>"
).encode()
HUGE = 300_000_000
Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers each path in its own way."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer, or say that there is nothing."""
        ANSWERS.get(self.path, missing)(self)

    def answer(self, body: bytes, status: int = 200, /, **headers: str) -> None:
        """Send a whole answer; underscores in headers' names stand for hyphens."""
        self.send_response(status)
        headers = {"Content_Type": "text/html; charset=utf-8", **headers}
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def missing(handler: Handler) -> None:
    handler.answer(b"<p>not here</p>", 404)


def moved(target: str) -> Answer:
    return lambda handler: handler.answer(b"", 302, Location=target)


def page(body: bytes = PAGE, **headers: str) -> Answer:
    return lambda handler: handler.answer(body, **headers)


def truncated(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(PAGE)
    handler.close_connection = True


def cut_chunks(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"5\r\n<p>we\r\n")
    handler.close_connection = True


def chunks(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html; charset=utf-8")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    for part in (PAGE[:40], PAGE[40:]):
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
    handler.wfile.write(b"0\r\n\r\n")


def dripping_head(handler: Handler) -> None:
    for _ in range(200):
        handler.wfile.write(b"H")
        time.sleep(0.05)


def dripping_body(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"x")
        time.sleep(0.05)


def silent(_: Handler) -> None:
    time.sleep(3)


def huge(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/plain")
    handler.send_header("Content-Length", str(HUGE))
    handler.end_headers()
    for _ in range(HUGE // 1_000_000):
        handler.wfile.write(b"x" * 1_000_000)


def bomb(coding: str) -> bytes:
    """Return 200 million spaces, compressed."""
    spaces = b" " * 200_000_000
    return gzip.compress(spaces, 9) if coding == "gzip" else brotli.compress(spaces, quality=1)


CYRILLIC = "<p>Ми не зупинимося, сказала вона, і ніхто не помилявся.</p>" * 3
ANSWERS: dict[str, Answer] = {
    "/page": page(),
    "/moved": moved("/moved-again"),
    "/moved-again": moved("page"),
    "/loop": moved("/loop-back"),
    "/loop-back": moved("/loop"),
    "/away": moved("http://10.0.0.1/secret"),
    "/to-file": moved("file:///etc/passwd"),
    "/error": lambda handler: handler.answer(b"", 500),
    "/truncated": truncated,
    "/cut-chunks": cut_chunks,
    "/chunks": chunks,
    "/dripping-head": dripping_head,
    "/dripping-body": dripping_body,
    "/silent": silent,
    "/huge": huge,
    "/gzip": page(gzip.compress(PAGE), Content_Encoding="gzip"),
    "/deflate": page(zlib.compress(PAGE), Content_Encoding="deflate"),
    "/raw-deflate": page(zlib.compress(PAGE)[2:-4], Content_Encoding="deflate"),
    "/br": page(brotli.compress(PAGE), Content_Encoding="br"),
    "/bad-gzip": page(b"\x1f\x8bnothing", Content_Encoding="gzip"),
    "/half-gzip": page(gzip.compress(PAGE)[:-20], Content_Encoding="gzip"),
    "/gzip-bomb": lambda handler: handler.answer(bomb("gzip"), Content_Encoding="gzip"),
    "/br-bomb": lambda handler: handler.answer(bomb("br"), Content_Encoding="br"),
    "/unknown-coding": page(b"?", Content_Encoding="compress"),
    "/windows-1251": page(
        CYRILLIC.encode("cp1251"), Content_Type="text/html; charset=windows-1251"
    ),
    "/wrong-charset": page(CYRILLIC.encode(), Content_Type="text/html; charset=iso-8859-1"),
    "/no-charset": page(CYRILLIC.encode("cp1251"), Content_Type="text/html"),
    "/picture": page(b"\x89PNG", Content_Type="image/png"),
}


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Serve the answers; return the address, without a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # clients leave early here
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
