"""Texts that try to become code stay texts: in every field, in every file, in a real browser."""

import csv
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from tests.hostile.site import write_hostile_project
from tests.hostile.vectors import VECTORS
from tests.site_quality.test_html import nu_complaints
from tests.tools.required import ROOT
from tests.tools.waiting import eventually

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "789c63606060000000040001f61738550000000049454e44ae426082"
)
SAFE_LINK = re.compile(r"^(?:https?://|mailto:|#|[^:]*$|[^/?#:]*[/?#])", re.IGNORECASE)
ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "cite", "xlink:href"}
# What Verbatim's own templates never write, so that it can only come from content.
STRANGERS = "iframe,object,embed,applet,base,portal,frame,frameset,style,math,template,slot,dialog"
# Quotes are verbatim, also where their letters are composed in an unusual way.
FALSE_ALARMS = ".*(Content Security Policy|Unicode Normalization Form).*"
# All pages are opened in frames, so many at once; each so-many-th also alone, as readers see it.
AT_ONCE, ALONE = 16, 24
RECORD = """
const tell = (what) => window.top.postMessage([location.href, what], '*');
window.canary = () => tell('canary');
window.alert = window.confirm = window.prompt = window.canary;
document.addEventListener('securitypolicyviolation', (event) => {
  tell(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample);
});
if (window === window.top) {
  window.fired = [];
  window.addEventListener('message', (event) => window.fired.push(event.data));
}
"""
# What a page tells before it is loaded has come when a message of our own, sent later, comes.
FIRED = """
() => new Promise((done) => {
  window.addEventListener('message', (event) => event.data === 'end' && done(
    window.fired.filter((each) => each !== 'end')
  ));
  window.postMessage('end', '*');
})
"""
OPEN = """
(addresses) => {
  document.body.replaceChildren();
  return Promise.all(addresses.map((address) => new Promise((done) => {
    const frame = document.createElement('iframe');
    Object.assign(frame, { onload: done, src: address, width: 900, height: 700 });
    document.body.append(frame);
  })));
}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the hostile project; return its site."""
    root = tmp_path_factory.mktemp("hostile")
    write_hostile_project(root, PICTURE)
    command = [sys.executable, str(ROOT / "build.py"), "--project", str(root), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    return root / "site"


def pages(site: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    """Yield every page's path, and the page as a parser of HTML sees it."""
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), LexborHTMLParser(file.read_text("utf-8"))


def test_there_are_more_than_300_vectors() -> None:
    assert len(VECTORS) >= 300


def test_no_page_holds_a_handler_a_style_or_a_foreign_element(site: Path) -> None:
    found: list[str] = []
    for path, page in pages(site):
        assert page.root is not None
        for node in page.root.traverse():
            names = node.attributes
            bad = [name for name in names if name.startswith("on") or name == "style"]
            found += [f"{path}: <{node.tag} {name}>" for name in bad]
        strange = [node.tag for node in page.css(STRANGERS)]
        found += [f"{path}: <{tag}>" for tag in strange if path.split("/")[0] != "embed"]
    assert found == []


def test_no_page_links_or_loads_what_is_no_web_address(site: Path) -> None:
    found: list[str] = []
    for path, page in pages(site):
        assert page.root is not None
        for node in page.root.traverse():
            for name in ADDRESSES & node.attributes.keys():
                address = node.attributes[name] or ""
                is_link = node.tag in {"a", "link", "blockquote", "q", "meta"}
                if not SAFE_LINK.match(address.strip()) or ("//" in address and not is_link):
                    found.append(f"{path}: <{node.tag} {name}={address}>")
    assert found == []


def test_every_page_keeps_its_frame(site: Path) -> None:
    broken = [
        path
        for path, page in pages(site)
        if 'http-equiv="refresh"' not in (page.html or "")
        and (
            len(page.css("main")) != 1
            or len(page.css("h1")) != 1
            or len(page.css("title")) < 1
            or not page.css("body > footer.site-footer, body.embed")
        )
    ]
    assert broken == []


def test_data_files_are_still_data(site: Path) -> None:
    for file in (*site.rglob("*.json"), *site.rglob("*.geojson"), *site.rglob("*.webmanifest")):
        json.loads(file.read_text("utf-8"))
    for file in (*site.rglob("*.xml"), *site.rglob("*.svg")):
        ET.fromstring(file.read_text("utf-8"))  # noqa: S314 - our own files, with no entities


def test_blocks_of_data_in_pages_are_still_data(site: Path) -> None:
    for _, page in pages(site):
        for node in page.css("script[type]"):
            if (node.attributes["type"] or "").endswith("json"):
                json.loads(node.text())


def test_no_cell_of_a_table_begins_as_a_formula(site: Path) -> None:
    tables = sorted(site.rglob("*.csv"))
    assert tables
    for file in tables:
        with file.open(encoding="utf-8", newline="") as text:
            cells = [cell for row in csv.reader(text) for cell in row]
        dangerous = [cell for cell in cells if re.match(r"[=+@\t\r]|-(?![\d.]+$)", cell)]
        assert dangerous == [], file.name


def test_the_calendar_holds_events_and_nothing_that_a_text_put_there(site: Path) -> None:
    calendar = Calendar.from_ical((site / "feeds/calendar.ics").read_bytes())
    components = [each.name for each in calendar.walk()]
    assert components == ["VCALENDAR", *["VEVENT"] * len(VECTORS)]
    known = {"UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY"}
    known |= {"DESCRIPTION", "CATEGORIES", "URL", "X-EDTF", "TRANSP", "CLASS"}
    strange = {name for event in calendar.walk("VEVENT") for name in event} - known
    assert strange == set()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    """Return a page that tells what fires in it and in its frames."""
    with browser.new_context() as context:
        page = context.new_page()
        page.add_init_script(RECORD)
        page.on("dialog", lambda dialog: dialog.dismiss())
        yield page


@pytest.mark.browser
def test_in_a_browser_nothing_fires(opened: Page, site: Path, tmp_path: Path) -> None:
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    addresses = [file.as_uri() for file in sorted(site.rglob("*.html"))]
    for address in addresses[::ALONE]:
        opened.goto(address, wait_until="load")
        assert opened.evaluate(FIRED) == []
    frames = tmp_path / "frames.html"
    frames.write_text("<!DOCTYPE html><title>Frames</title><body>", encoding="utf-8")
    opened.goto(frames.as_uri())
    for start in range(0, len(addresses), AT_ONCE):
        opened.evaluate(OPEN, addresses[start : start + AT_ONCE])
    assert opened.evaluate(FIRED) == []
    assert set(addresses) <= set(asked)
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


@pytest.mark.tools
def test_the_nu_checker_finds_nothing(site: Path) -> None:
    lines = nu_complaints("--skip-non-html", str(site), unless=FALSE_ALARMS).splitlines()
    assert lines == [], f"{len(lines)}: " + "\n".join(lines[:12])


@pytest.mark.browser
@pytest.mark.parametrize("is_framed", [False, True])
def test_the_canary_tells_of_code_that_runs(
    opened: Page,
    tmp_path: Path,
    is_framed: bool,  # noqa: FBT001 - a row of a table
) -> None:
    unsafe, frames = tmp_path / "unsafe.html", tmp_path / "frames.html"
    unsafe.write_text("<!DOCTYPE html><title>x</title><img src=x onerror=canary()>")
    frames.write_text("<!DOCTYPE html><title>x</title><body>")
    opened.goto((frames if is_framed else unsafe).as_uri(), wait_until="load")
    if is_framed:
        opened.evaluate(OPEN, [unsafe.as_uri()])
    eventually(lambda: opened.evaluate(FIRED) == [[unsafe.as_uri(), "canary"]])
