"""Clients that speak HTTP by hand, also wrongly, and what they cost the server."""

import socket
from contextlib import suppress
from pathlib import Path

from tests.preview.running import Preview
from tests.tools.waiting import PATIENCE

UPGRADE = (
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
)


def connected(preview: Preview) -> socket.socket:
    """Return a connection to the preview."""
    return socket.create_connection(("127.0.0.1", preview.port), timeout=PATIENCE)


def said(preview: Preview, request: str) -> bytes:
    """Return all that the preview answers to these words, until it hangs up."""
    with connected(preview) as client, suppress(ConnectionError):
        client.sendall(request.encode("latin-1"))
        return everything(client)
    return b""


def first_said(preview: Preview, request: str) -> bytes:
    """Return the beginning of what the preview answers, also where it does not hang up then."""
    with connected(preview) as client:
        client.sendall(request.encode("latin-1"))
        return client.recv(1000)


def everything(client: socket.socket) -> bytes:
    """Return what comes until the server hangs up; fail when it does not in good time."""
    answer = b""
    try:
        while part := client.recv(100_000):
            answer += part
    except ConnectionResetError:
        pass
    return answer


def status(answer: bytes) -> int:
    """Return an answer's status; 0 where the server only hung up."""
    return int(answer.split(b" ", 2)[1]) if answer else 0


def request(
    path: str, *lines: str, method: str = "GET", host: str | None = None, version: str = "1.1"
) -> str:
    """Return a request of these header lines, the first of them Host where one is given.

    It is the connection's last one, unless the lines say otherwise.
    """
    names = [] if host is None else [f"Host: {host}"]
    if not any(line.startswith("Connection:") for line in lines):
        names.append("Connection: close")
    return "\r\n".join([f"{method} {path} HTTP/{version}", *names, *lines, "", ""])


def listening(preview: Preview) -> socket.socket:
    """Return a reload socket of a page that was opened."""
    client = connected(preview)
    own = f"127.0.0.1:{preview.port}"
    asked = request("/livereload", f"Origin: http://{own}", *UPGRADE, host=own)
    client.sendall(asked.encode())
    assert b"101 Switching Protocols" in client.recv(1000)
    return client


def greeting(client: socket.socket) -> bytes:
    """Return what a reload socket answers to livereload's first word."""
    word = b'{"command":"hello"}'
    client.sendall(bytes([0x81, 0x80 | len(word), 0, 0, 0, 0]) + word)
    return client.recv(1000)


def open_files(preview: Preview) -> int:
    """Return how many files the server has open, sockets among them."""
    return len(list(Path(f"/proc/{preview.process.pid}/fd").iterdir()))


def memory(preview: Preview) -> int:
    """Return the bytes of memory that the server occupies."""
    fields = Path(f"/proc/{preview.process.pid}/status").read_text().splitlines()
    (held,) = (line.split()[1] for line in fields if line.startswith("VmRSS"))
    return int(held) * 1024


def watches(preview: Preview) -> int:
    """Return how many folders and files the server has the system watch (inotify)."""
    infos = Path(f"/proc/{preview.process.pid}/fdinfo").iterdir()
    return sum(info.read_text().count("inotify wd") for info in infos)
