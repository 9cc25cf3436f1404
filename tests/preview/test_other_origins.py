"""Who may ask the preview, and for which paths: requests as no browser of good will sends them."""

import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.preview.raw import UPGRADE, first_said, request, said, status
from tests.preview.running import EVENT, Preview, answer
from tests.tools.waiting import eventually

HIDDEN = "nobody may read this"
HOSTS = [
    "evil.example",
    "evil.example:{port}",
    "127.0.0.1.nip.example:{port}",
    "localtest.example:{port}",
    "localhost",
    "localhost.:{port}",
    "localhost.evil.example:{port}",
    "127.0.0.1",
    "127.0.0.1:1",
    "127.0.0.1:0{port}",
    "127.0.0.1:{port}:{port}",
    "127.0.0.2:{port}",
    "127.1:{port}",
    "2130706433:{port}",
    "0x7f000001:{port}",
    "0.0.0.0:{port}",
    "[::1]:{port}",
    "[::ffff:127.0.0.1]:{port}",
    "[::]:{port}",
    "user@127.0.0.1:{port}",
    "127.0.0.1:{port}@evil.example",
    "127.0.0.1:{port}, evil.example",
    "evil.example 127.0.0.1:{port}",
    "127.0.0.1:{port}/",
    "127.0.0.1:{port}\u0085",
    "127.0.0.1:{port}\0",
    "",
    ":{port}",
]
ORIGINS = [
    "https://evil.example",
    "http://evil.example:{port}",
    "https://127.0.0.1:{port}",
    "http://127.0.0.1",
    "http://127.0.0.1:1",
    "http://127.0.0.1:{port}.evil.example",
    "http://127.0.0.1:{port}@evil.example",
    "http://evil.example#127.0.0.1:{port}",
    "http://evil.example/http://127.0.0.1:{port}",
    "http://[::1]:{port}",
    "http://localhost.:{port}",
    "//127.0.0.1:{port}",
    "127.0.0.1:{port}",
    "file://",
    "null",
    "chrome-extension://abcdefghijklmnop",
    "http://127.0.0.1:{port}\\evil.example",
    "http://[127.0.0.1:{port}",
]
PATHS = [
    "/../project/content/site.yaml",
    "/../../../../../../../../etc/passwd",
    "/static/../../content/site.yaml",
    "/%2e%2e/content/site.yaml",
    "/%2E%2E%2Fcontent/site.yaml",
    "/%252e%252e/content/site.yaml",
    "/%252e%252e%252fcontent%252fsite.yaml",
    "/..%c0%afcontent/site.yaml",
    "/..%5c..%5ccontent%5csite.yaml",
    "/..\\..\\content\\site.yaml",
    "/....//....//content/site.yaml",
    "/..;/content/site.yaml",
    "/.%2e/.%2e/content/site.yaml",
    "/%u002e%u002e/content/site.yaml",
    "/%00",
    "/\0",
    "/index.html%00.txt",
    "/index.html%0d%0aSet-Cookie:%20a=b",
    "//evil.example/",
    "//evil.example/..",
    "///etc/passwd",
    "/etc/passwd",
    "/content/site.yaml",
    "/.cache/",
    "/.git/config",
    "/CON",
    "/aux.html",
    "/index.html:$DATA",
    "/~root/",
    "/" + "a" * 5_000,
    "/" + "a/" * 10_000,
    "/" + "%2e%2e/" * 5_000,
    "/" + "../" * 5_000 + "etc/passwd",
    "file:///etc/passwd",
    "http://evil.example/",
    "*",
    "content/site.yaml",
    "/livereload/../content/site.yaml",
    "/livereload/preview.js/../../site.yaml",
    "/livereload.js",
    "/forcereload",
]


@pytest.fixture
def secretive(preview: Preview) -> Preview:
    """Return a preview of a project with a word in its settings that is on no page."""
    settings = preview.project / "content/site.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}# {HIDDEN}\n", encoding="utf-8")
    return preview


def test_only_this_machine_s_names_are_answered(preview: Preview) -> None:
    for form in HOSTS:
        host = form.format(port=preview.port)
        for path in ("/", "/livereload/preview.js", "/nothing/"):
            assert status(said(preview, request(path, host=host))) in {400, 403}, host
        upgrade = request("/livereload", *UPGRADE, host=host)
        assert status(first_said(preview, upgrade)) in {400, 403}, host
    for name in ("127.0.0.1", "localhost", "LocalHost"):
        assert status(said(preview, request("/", host=f"{name}:{preview.port}"))) == 200


def test_one_name_is_given_and_one_only(preview: Preview) -> None:
    own = f"127.0.0.1:{preview.port}"
    assert status(said(preview, request("/"))) == 400
    assert status(said(preview, request("/", version="1.0"))) == 403
    for other in (own, "evil.example"):
        assert status(said(preview, request("/", f"Host: {other}", host=own))) == 400
    for line in (f" {own}", f"Host : {own}", f"Host\t: {own}", f"X: a\r\n Host: {own}"):
        assert status(said(preview, request("/", line, host="evil.example"))) in {400, 403}
    for header in ("X-Forwarded-Host", "Forwarded", "X-Host", "X-Real-IP"):
        assert status(said(preview, request("/", f"{header}: {own}", host="evil.example"))) == 403


def test_only_own_pages_may_listen(preview: Preview) -> None:
    own = f"127.0.0.1:{preview.port}"
    for form in ORIGINS:
        origin = f"Origin: {form.format(port=preview.port)}"
        asked = request("/livereload", origin, *UPGRADE, host=own)
        assert status(first_said(preview, asked)) in {400, 403}, form
    twice = (f"Origin: http://{own}", "Origin: https://evil.example")
    asked = request("/livereload", *twice, *UPGRADE, host=own)
    assert status(first_said(preview, asked)) in {400, 403}


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_no_path_leads_out_of_the_site(secretive: Preview, method: str) -> None:
    own = f"127.0.0.1:{secretive.port}"
    for path in PATHS:
        answered = said(secretive, request(path, method=method, host=own))
        assert status(answered) in {400, 403, 404}, path
        assert HIDDEN.encode() not in answered
        assert b"root:" not in answered
        assert b"Set-Cookie" not in answered
    assert secretive.errors.read_text() == ""


def test_other_methods_do_nothing(preview: Preview) -> None:
    own = f"127.0.0.1:{preview.port}"
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW", "get"):
        answered = said(preview, request("/", method=method, host=own))
        assert status(answered) in {400, 405}, method
        assert b"Access-Control" not in answered
    assert status(said(preview, "GET /\r\n\r\n")) in {0, 400}
    assert status(said(preview, request("/", version="9.9", host=own))) in {0, 400, 505}
    assert preview.errors.read_text() == ""


def test_an_event_that_becomes_a_link_leads_nowhere(preview: Preview, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(f"title: {HIDDEN}\ndate: 2022\ncategory: talk\n")
    (preview.project / "new").symlink_to(tmp_path / "secret")
    (preview.project / "new").replace(preview.project / EVENT)
    eventually(lambda: "link leads out of the project" in preview.errors.read_text())
    for path in ("/", "/events/first/"):
        assert HIDDEN not in answer(preview.port, path)[1]


def test_links_that_come_later_lead_nowhere(preview: Preview, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(f"title: {HIDDEN}\n")
    event, media = preview.project / EVENT, preview.project / "content/media"
    media.mkdir()
    (media / "a.txt").symlink_to(tmp_path / "secret")
    (media / "all").symlink_to("/")
    event.unlink()
    event.symlink_to(tmp_path / "secret")
    eventually(lambda: "link leads out of the project" in preview.errors.read_text())
    for path in ("/", "/events/first/", "/media/a.txt", "/media/all/etc/passwd"):
        assert HIDDEN not in answer(preview.port, path)[1]


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A web server that says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[str]:
    """Serve an empty page under another name and port; return its address."""
    (tmp_path / "web").mkdir()
    (tmp_path / "web/index.html").write_text("<!DOCTYPE html><title>Elsewhere</title>")
    handler = partial(Quiet, directory=tmp_path / "web")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


ATTEMPTS = """async (address) => {
  const got = [];
  const loaded = (name, element, key, value) => new Promise((settle) => {
    element.addEventListener("load", () => { got.push(name); settle(); });
    element.addEventListener("error", settle);
    element[key] = value;
    document.documentElement.append(element);
  });
  const opened = (address) => new Promise((settle) => {
    const socket = new WebSocket(address);
    socket.addEventListener("open", () => { got.push("socket"); settle(); });
    socket.addEventListener("error", settle);
  });
  await fetch(address).then(() => got.push("fetched")).catch(() => null);
  await fetch(address, {mode: "no-cors"}).then(() => got.push("blind")).catch(() => null);
  await loaded("picture", new Image(), "src", `${address}/static/icon.svg`);
  await loaded("script", document.createElement("script"), "src",
    `${address}/livereload/preview.js`);
  await opened(`${address.replace("http", "ws")}/livereload`);
  return got;
}"""


EMBED = """(address) => new Promise((settle) => {
  const frame = document.createElement("iframe");
  frame.addEventListener("load", settle);
  frame.src = address;
  document.body.append(frame);
})"""


@pytest.mark.browser
def test_a_page_elsewhere_gets_nothing(preview: Preview, page: Page, elsewhere: str) -> None:
    page.goto(elsewhere)
    assert page.evaluate(ATTEMPTS, preview.address) == []
    page.goto(f"{preview.address}/")
    assert page.evaluate(ATTEMPTS, preview.address) != []
    page.goto(elsewhere)
    page.evaluate(EMBED, preview.address)
    page.frames[-1].wait_for_url("chrome-error://chromewebdata/", wait_until="commit")
    assert "Somebody" not in page.frames[-1].content()
