"""What the preview answers and to whom, where it listens, and how it ends."""

import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.preview import ports
from tests.preview.running import Preview, answer, full_answer, running_preview
from tests.tools.required import ROOT

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_in_order_when_asked_to(preview: Preview, number: signal.Signals) -> None:
    assert answer(preview.port, "/")[0] == 200
    assert preview.stop(number) == 0
    assert preview.errors.read_text() == ""
    assert list(preview.temporary.iterdir()) == []


def test_it_stops_while_a_page_listens(preview: Preview) -> None:
    lines = [f"{name}: {value}" for name, value in UPGRADE.items()]
    request = [
        "GET /livereload HTTP/1.1",
        f"Host: 127.0.0.1:{preview.port}",
        f"Origin: {preview.address}",
        *lines,
        "",
        "",
    ]
    with socket.create_connection(("127.0.0.1", preview.port)) as listener:
        listener.sendall("\r\n".join(request).encode())
        assert b"101 Switching Protocols" in listener.recv(1000)
        assert preview.stop(signal.SIGINT) == 0
    assert preview.errors.read_text() == ""


def test_it_says_where_the_site_is(preview: Preview) -> None:
    assert f"{preview.address}/ shows the site" in preview.output.read_text()


def test_a_taken_port_leads_to_the_next_that_is_free(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        with running_preview(project, number) as preview:
            said = preview.errors.read_text()
            assert f"port {number} is taken; serving at http://127.0.0.1:" in said
            port = int(said.partition("127.0.0.1:")[2].partition("/")[0])
            assert number < port < number + ports.PORTS_TRIED
            assert answer(port, "/")[0] == 200
            assert answer(port, "/", Host=f"127.0.0.1:{number}")[0] == 403


def test_many_taken_ports_are_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "PORTS_TRIED", 2)
    with ExitStack() as stack:
        first = two_taken_ports(stack)
        with pytest.raises(UsageError, match=f"ports {first} to {first + 1} are taken; name"):
            ports.listening_socket(first)


def two_taken_ports(stack: ExitStack) -> int:
    """Take two ports in a row; return the first."""
    while True:
        first = stack.enter_context(socket.socket())
        first.bind(("127.0.0.1", 0))
        first.listen()
        number = int(first.getsockname()[1])
        second = stack.enter_context(socket.socket())
        try:
            second.bind(("127.0.0.1", number + 1))
        except (OSError, OverflowError):
            continue
        second.listen()
        return number


def test_another_host_s_name_is_refused(preview: Preview) -> None:
    for host in ("evil.example", f"evil.example:{preview.port}", "localhost", "127.0.0.1:1"):
        for path in ("/", "/livereload/preview.js"):
            assert answer(preview.port, path, Host=host)[0] == 403
    assert answer(preview.port, "/", Host=f"localhost:{preview.port}")[0] == 200


def test_pages_of_other_origins_may_not_listen(preview: Preview) -> None:
    evil = f"http://evil.example:{preview.port}"
    for origin in ("https://evil.example", evil, "http://localhost", "null"):
        assert answer(preview.port, "/livereload", Origin=origin, **UPGRADE)[0] == 403


def test_the_socket_refuses_another_host_s_name(preview: Preview) -> None:
    headers = {**UPGRADE, "Host": "evil.example", "Origin": preview.address}
    assert answer(preview.port, "/livereload", **headers)[0] == 403


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2fcontent/site.yaml",
        "/events/../../project/content/site.yaml",
        "/..%5c..%5cetc%5cpasswd",
        "//etc/passwd",
        "/manifest.json%00.html",
    ],
)
def test_nothing_outside_the_site_is_served(preview: Preview, path: str) -> None:
    status, text = answer(preview.port, path)
    assert status in {400, 403, 404}
    assert "categories:" not in text
    assert "root:" not in text


def test_an_unknown_address_shows_the_site_s_own_page(preview: Preview) -> None:
    status, text = answer(preview.port, "/nothing/here/")
    assert status == 404
    assert "<h1" in text
    assert 'data-path="/404.html"' in text


def test_a_folder_without_its_slash_leads_to_the_folder(preview: Preview) -> None:
    response, _ = full_answer(preview.port, "/events/first")
    assert response.status == 302
    assert response.headers["Location"] == f"{preview.address}/events/first/"
    response, _ = full_answer(preview.port, "//events/first")
    assert response.status == 404


def test_no_answer_is_kept(preview: Preview) -> None:
    for path in ("/", "/nothing/", "/livereload/preview.js", "/static/icon.svg"):
        response, _ = full_answer(preview.port, path)
        assert response.headers["Cache-Control"] == "no-store"


def test_files_have_their_media_types(preview: Preview) -> None:
    kinds = {
        "/": "text/html; charset=utf-8",
        "/_headers": "text/plain; charset=utf-8",
        "/static/css/categories.css": "text/css; charset=utf-8",
        "/static/icon.svg": "image/svg+xml",
        "/data/events.json": "application/json",
        "/livereload/preview.css": "text/css; charset=utf-8",
    }
    for path, kind in kinds.items():
        response, _ = full_answer(preview.port, path)
        assert (path, response.status, response.headers["Content-Type"]) == (path, 200, kind)


def test_a_folder_without_content_is_said_so(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--project", str(tmp_path)]
    tried = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert tried.returncode == 2
    assert "no content/ folder here" in tried.stderr
