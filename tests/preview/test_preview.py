"""The preview, as an editor uses it: a browser open beside the file."""

import http.client
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.tools.required import ROOT

PATIENCE = 20


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answer(port: int, path: str, **headers: str) -> tuple[int, str]:
    """Return the status and the text that the server answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    text = response.read().decode("utf-8", "replace")
    connection.close()
    return response.status, text


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project that a test may edit."""
    shutil.copytree(ROOT / "tests/sites/minimal", tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def port(project: Path) -> Iterator[int]:
    """Start the preview; return its port once it answers."""
    number = free_port()
    command = [sys.executable, str(ROOT / "build.py"), "serve"]
    command += ["--project", str(project), "--port", str(number)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", number)) == 0:
                    break
            time.sleep(0.05)
        yield number
        server.terminate()


@pytest.mark.browser
def test_an_open_page_follows_the_file(project: Path, port: int, browser: Browser) -> None:
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(f"http://127.0.0.1:{port}/events/first/")
    expect(page.locator("h1")).to_have_text("Somebody said something")
    event = project / "content/events/first.yaml"
    text = event.read_text(encoding="utf-8")
    for title in ("A second title", "A third title, right after"):
        event.write_text(text.replace("Somebody said something", title), encoding="utf-8")
        expect(page.locator("h1")).to_have_text(title, timeout=PATIENCE * 1000)
    assert [each for each in refused if "Content Security Policy" in each] == []
    page.close()


def test_a_broken_file_leaves_the_last_good_page(project: Path, port: int) -> None:
    event = project / "content/events/first.yaml"
    good = event.read_text(encoding="utf-8")
    event.write_text("title: [broken", encoding="utf-8")
    time.sleep(2)
    status, text = answer(port, "/events/first/")
    assert status == 200
    assert "Somebody said something" in text
    event.write_text(good.replace("Somebody", "Nobody"), encoding="utf-8")
    deadline = time.monotonic() + PATIENCE
    while "Nobody said" not in text and time.monotonic() < deadline:
        time.sleep(0.2)
        _, text = answer(port, "/events/first/")
    assert "Nobody said something" in text


def test_another_host_s_name_is_refused(port: int) -> None:
    assert answer(port, "/", Host="evil.example")[0] == 403
    assert answer(port, "/", Host=f"localhost:{port}")[0] == 200


def test_pages_of_other_origins_may_not_listen(port: int) -> None:
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    assert answer(port, "/livereload", Origin="https://evil.example", **upgrade)[0] == 403


def test_nothing_outside_the_site_is_served(port: int) -> None:
    for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2fcontent/site.yaml"):
        status, text = answer(port, path)
        assert status in {403, 404}
        assert "categories:" not in text
        assert "root:" not in text


def test_an_unknown_address_shows_the_site_s_own_page(port: int) -> None:
    status, text = answer(port, "/nothing/here/")
    assert status == 404
    assert "<h1" in text


def test_a_taken_port_is_said_so() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", str(number)]
        tried = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert tried.returncode == 2
    assert f"port {number} is taken" in tried.stderr
