"""The nginx example of the documentation, under a real nginx on this machine."""

import gzip
import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.preview.running import free_port
from tests.tools.required import ROOT, require_tool

pytestmark = pytest.mark.tools

EXAMPLE = ROOT / "docs/hosting/nginx.conf"
MAIN = """
daemon off; pid {folder}/pid; error_log stderr; {user}
events {{ worker_connections 64; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  include {folder}/site.conf;
}}
"""


def configure(folder: Path, site: Path, port: int) -> Path:
    """Write the example for a site and a port of this machine; return nginx's main file."""
    example = EXAMPLE.read_text("utf-8")
    example = example.replace("listen 80;", f"listen 127.0.0.1:{port};")
    example = example.replace("root /var/www/timeline;", f"root {site};")
    (folder / "site.conf").write_text(example)
    main = folder / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""
    main.write_text(MAIN.format(folder=folder, user=user))
    return main


def answered(port: int, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    """Ask the server for a path; return its answer and the body as it was sent."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Host": "timeline.example.org", **headers})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    """Return when the server answers."""
    for _ in range(100):
        assert server.poll() is None, "nginx ended"
        try:
            answered(port, "/")
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("nginx did not answer")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the repository's own content with compressed copies; return the site's folder."""
    folder = tmp_path_factory.mktemp("compressed") / "site"
    command = [sys.executable, "build.py", "build", "--compress", "--output", str(folder)]
    command += ["--base-url", "https://timeline.example.org/"]
    subprocess.run(command, cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="module")
def port(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Serve the site with the example; return the port."""
    nginx = require_tool("nginx")
    folder = tmp_path_factory.mktemp("nginx")
    number = free_port()
    main = configure(folder, site, number)
    server = subprocess.Popen([nginx, "-p", str(folder), "-c", str(main)])
    try:
        wait_for(number, server)
        yield number
    finally:
        server.terminate()
        server.wait(10)


def test_pages_carry_the_security_headers_that_other_hosts_are_told(port: int, site: Path) -> None:
    lines = (site / "_headers").read_text("utf-8").split("\n\n")[0].splitlines()
    told = dict(line.strip().split(": ", 1) for line in lines[1:])
    answer, _ = answered(port, "/")
    assert {name: answer.getheader(name) for name in told} == told


def test_styles_are_kept_for_a_year_and_pages_are_asked_for_again(port: int, site: Path) -> None:
    style = next(site.glob("static/css/site.*.css")).name
    assert "immutable" in str(answered(port, f"/static/css/{style}")[0].getheader("Cache-Control"))
    page, _ = answered(port, "/")
    assert page.getheader("Cache-Control") == "no-cache"
    again, body = answered(port, "/", **{"If-None-Match": str(page.getheader("ETag"))})
    assert (again.status, body) == (304, b"")


def test_other_hosts_are_told_to_keep_the_same_files_as_long(port: int, site: Path) -> None:
    told = dict(block.split("\n  Cache-Control: ") for block in cached(site))
    hashed = [path for path in told if path.endswith((".css", ".js"))]
    assert len(hashed) == len([*site.glob("static/*/*.????????.*s")]), "one is not told of"
    for path in hashed:
        assert answered(port, path)[0].getheader("Cache-Control") == told[path]
    assert (
        answered(port, "/static/icons/icon-192.png")[0].getheader("Cache-Control")
        == (told["/static/icons/*"])
    )


def cached(site: Path) -> list[str]:
    """Return the rules that say how long files are kept."""
    rules = (site / "_headers").read_text("utf-8").strip().split("\n\n")
    return [rule for rule in rules if "\n  Cache-Control: " in rule]


def test_feeds_are_sent_as_what_they_are(port: int, site: Path) -> None:
    feeds = [*site.glob("feeds/*.xml"), *site.glob("feeds/*.json"), *site.glob("*/*/feed.xml")]
    assert {feed.suffix for feed in feeds} == {".xml", ".json"}
    for feed in feeds:
        answer, _ = answered(port, f"/{feed.relative_to(site).as_posix()}")
        wanted = "atom+xml" if feed.suffix == ".xml" else "feed+json"
        assert str(answer.getheader("Content-Type")).startswith(f"application/{wanted}")


def test_text_is_sent_as_it_was_compressed_beforehand(port: int, site: Path) -> None:
    answer, body = answered(port, "/", **{"Accept-Encoding": "gzip"})
    assert answer.getheader("Content-Encoding") == "gzip"
    assert body == (site / "index.html.gz").read_bytes()
    assert gzip.decompress(body) == (site / "index.html").read_bytes()


def test_an_address_that_is_not_there_shows_the_site_s_own_page(port: int, site: Path) -> None:
    answer, body = answered(port, "/no/such/page/")
    assert answer.status == 404
    assert body == (site / "404.html").read_bytes()
    assert answer.getheader("X-Content-Type-Options") == "nosniff"


@pytest.mark.parametrize(
    "path", ["/_headers", "/_redirects", "/../etc/passwd", "/%2e%2e/etc/passwd"]
)
def test_what_is_not_for_readers_is_not_served(port: int, path: str) -> None:
    assert answered(port, path)[0].status in {400, 404}


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/data/events.json", "application/json"),
        ("/data/timeline.sqlite", "application/vnd.sqlite3"),
    ],
)
def test_data_has_its_media_type(port: int, path: str, media_type: str) -> None:
    answer, _ = answered(port, path)
    assert (answer.status, answer.getheader("Content-Type")) == (200, media_type)
