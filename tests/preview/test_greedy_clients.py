"""Clients that ask for too much, too slowly or never, cost a bound of files, memory and time."""

import resource
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from generator.preview.bounds import MOST_BUFFERED, MOST_CONNECTIONS, MOST_HEADERS, MOST_LISTENERS
from tests.preview.raw import (
    connected,
    everything,
    greeting,
    listening,
    memory,
    open_files,
    request,
    said,
    status,
    watches,
)
from tests.preview.running import (
    EVENT,
    TITLE,
    Preview,
    answer,
    free_port,
    running_preview,
)
from tests.tools.waiting import eventually

IDLE = 1000
SPARE = 100
# The clock of the bounds runs faster for a test; all else is as an editor starts it.
HURRY = """
import sys
from generator.cli import main
from generator.preview import bounds
bounds.ASKING = bounds.TAKING = bounds.BREATHING = 3.0
sys.exit(main(sys.argv[1:]))
"""
IMPATIENT = ("-c", HURRY)
# What Python's allocator may keep, and sixty buffers.
MOST_GROWTH = 40_000_000
MOST_WATCHES = 200
needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture
def impatient(project: Path) -> Iterator[Preview]:
    """Start a preview that waits for three seconds where it otherwise waits for half a minute."""
    with running_preview(project, free_port(), IMPATIENT) as running:
        yield running
        assert running.errors.read_text() == ""


@pytest.fixture
def idle() -> Iterator[int]:
    """Return 1,000, or as many connections as this process may open."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = IDLE + SPARE if hard == resource.RLIM_INFINITY else min(IDLE + SPARE, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
    yield min(IDLE, max(soft, wanted) - SPARE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@needs_proc
def test_a_thousand_idle_connections_leave_room_for_a_page(preview: Preview, idle: int) -> None:
    with listening(preview) as page, ExitStack() as stack:
        before, held = open_files(preview), memory(preview)
        for _ in range(idle):
            stack.enter_context(connected(preview))
        assert answer(preview.port, "/")[0] == 200
        assert b"protocols/official-7" in greeting(page)
        assert open_files(preview) <= before + MOST_CONNECTIONS
        assert memory(preview) <= held + MOST_GROWTH
        stack.close()
        eventually(lambda: open_files(preview) <= before)
    assert preview.errors.read_text() == ""


@needs_proc
def test_a_thousand_pages_that_listen_leave_room_for_another(preview: Preview, idle: int) -> None:
    before, held = open_files(preview), memory(preview)
    with ExitStack() as stack:
        for _ in range(idle):
            stack.enter_context(listening(preview))
        newest = stack.enter_context(listening(preview))
        assert b"protocols/official-7" in greeting(newest)
        assert open_files(preview) <= before + MOST_LISTENERS + MOST_CONNECTIONS
        assert memory(preview) <= held + MOST_GROWTH
    eventually(lambda: open_files(preview) <= before)
    assert preview.errors.read_text() == ""


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\n", b"GET /", b"\r\n" * 10])
def test_a_request_that_is_never_finished_is_hung_up_on(impatient: Preview, begun: bytes) -> None:
    with connected(impatient) as client:
        client.sendall(begun)
        assert status(everything(client)) in {0, 400}


def test_a_header_that_drips_is_hung_up_on(impatient: Preview) -> None:
    with connected(impatient) as client:
        client.settimeout(0.2)
        words = iter(request("/", "X: " + "x" * 1000, host=f"127.0.0.1:{impatient.port}"))
        eventually(lambda: is_over(client, next(words)))


def is_over(client: socket.socket, letter: str) -> bool:
    """Send one more letter; return whether the server has hung up."""
    try:
        client.sendall(letter.encode())
        return client.recv(1000) == b""
    except TimeoutError:
        return False
    except ConnectionError:
        return True


@needs_proc
def test_an_answer_that_nobody_takes_is_dropped(impatient: Preview) -> None:
    static = impatient.project / "templates/static"
    static.mkdir(parents=True)
    (static / "long.txt").write_text("All invented, for the length of it.\n" * 60_000)
    eventually(lambda: len(answer(impatient.port, "/static/long.txt")[1]) > 2_000_000)
    before, held = open_files(impatient), memory(impatient)
    asked = request("/static/long.txt", host=f"127.0.0.1:{impatient.port}").encode()
    with ExitStack() as stack:
        for _ in range(20):
            client = stack.enter_context(socket.socket())
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            client.connect(("127.0.0.1", impatient.port))
            client.sendall(asked)
        eventually(lambda: open_files(impatient) <= before)
        assert memory(impatient) <= held + MOST_GROWTH
        assert answer(impatient.port, "/")[0] == 200


@needs_proc
def test_a_page_that_no_longer_answers_is_no_longer_told(impatient: Preview) -> None:
    before = open_files(impatient)
    with listening(impatient):
        assert open_files(impatient) > before
        eventually(lambda: open_files(impatient) <= before)


def test_headers_have_a_bound(preview: Preview) -> None:
    own = f"127.0.0.1:{preview.port}"
    short, long = "x" * (MOST_HEADERS // 2), "x" * (MOST_BUFFERED * 5)
    assert status(said(preview, request("/", f"X: {short}", host=own))) == 200
    assert status(said(preview, request("/", f"X: {long}", host=own))) in {0, 400}
    assert status(said(preview, request("/" + long, host=own))) in {0, 400}
    many = [f"X{number}: x" for number in range(50_000)]
    assert status(said(preview, request("/", *many, host=own))) in {0, 400}
    assert answer(preview.port, "/")[0] == 200


@pytest.mark.parametrize(
    "lines",
    [
        ("Content-Length: 1", "", "x"),
        ("Content-Length: 100000000000",),
        ("Transfer-Encoding: chunked", "", "5\r\nhello\r\n0\r\n"),
        ("Content-Length: 5", "Transfer-Encoding: chunked", "", "0\r\n"),
        ("Content-Length: 0", "Content-Length: 5"),
        ("Content-Length: -1",),
    ],
    ids=repr,
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_body_is_taken(preview: Preview, method: str, lines: tuple[str, ...]) -> None:
    words = request("/", *lines, method=method, host=f"127.0.0.1:{preview.port}")
    assert status(said(preview, words)) in {0, 400}
    assert answer(preview.port, "/")[0] == 200


def test_a_page_that_says_too_much_is_hung_up_on(preview: Preview) -> None:
    with listening(preview) as page:
        page.sendall(b"\x81\xff" + (1 << 40).to_bytes(8) + b"\0\0\0\0" + b"x" * 1000)
        everything(page)
    with listening(preview) as page:
        page.sendall(b"\x81\x85\0\0\0\0hello")
        everything(page)
    assert preview.errors.read_text() == ""


@needs_proc
def test_what_a_link_leads_to_outside_is_not_watched(project: Path) -> None:
    (project / "content/media").mkdir()
    (project / "content/media/all").symlink_to("/")
    with running_preview(project, free_port()) as running:
        assert "link leads out of the project" in running.errors.read_text()
        assert watches(running) < MOST_WATCHES
        (project / "content/media/all").unlink()
        eventually(lambda: TITLE in answer(running.port, "/")[1])
        (project / "content/events/more").mkdir()
        event = (project / EVENT).read_text().replace(TITLE, "Another said another thing")
        (project / "content/events/more/second.yaml").write_text(event)
        eventually(lambda: "Another said" in answer(running.port, "/")[1])
