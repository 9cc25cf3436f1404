"""From a key to the first results: how long the search page takes, in real Chromium.

The clock runs in the page: it starts with the key's event, and stops at the first frame that
shows results for the words. Each word is looked for once with none of its files loaded, then
again.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from gzip import compress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Page, sync_playwright

from benchmarks.made_up import made_up_events
from benchmarks.sites.verbatim import write_site

ROOT = Path(__file__).resolve().parent.parent
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
WORDS = ("bri", "river", "council harbour", "place-7", "convoy repair storm", "mee", "train west")
# Puts the words into the field and resolves to the milliseconds until results stand in a frame.
TIMED = """words => new Promise(resolve => {
  const field = document.getElementById("q"), list = document.querySelector(".hits");
  const began = performance.now();
  new MutationObserver((_, watch) => {
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
  }).observe(list, {childList: true});
  field.value = words;
  field.dispatchEvent(new InputEvent("input", {bubbles: true}));
})"""


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of what it serves."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base names it so
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve the folder on this machine; give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def measured(page: Page, address: str, rounds: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds to first results, with no file of the words loaded, and again."""
    first: list[float] = []
    again: list[float] = []
    for words in WORDS * rounds:
        page.goto(address)
        # Every filter has been counted when the choices are there.
        page.wait_for_selector("#category option:nth-child(2)", state="attached")
        first.append(page.evaluate(TIMED, words))
        page.evaluate(TIMED, "")
        again.append(page.evaluate(TIMED, words))
    return first, again


def told(name: str, times: list[float]) -> None:
    """Print the median and the worst."""
    print(f"{name:28} median {statistics.median(times):6.0f} ms, worst {max(times):6.0f} ms")


def sizes(folder: Path) -> None:
    """Print how many files of each kind there are, and how large."""
    for kind in ("index", "names", "events", "words", "texts"):
        contents = [path.read_bytes() for path in folder.glob(f"{kind}*")]
        whole, largest = sum(map(len, contents)), max(map(len, contents))
        packed = sum(len(compress(content)) for content in contents)
        print(
            f"{kind:8} {len(contents):4} files, {whole / 1000:8.0f} kB,"
            f" gzip {packed / 1000:7.0f} kB, largest {largest / 1000:5.1f} kB"
        )


def main(count: int = 10_000, rounds: int = 3) -> None:
    """Build a site of made-up events, and print times and sizes."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project, site = Path(folder, "project"), Path(folder, "site")
        write_site(made_up_events(count), project)
        command = [sys.executable, str(ROOT / "build.py"), "build", "--quiet"]
        subprocess.run(  # noqa: S603 - our own program
            [*command, "--project", str(project), "--output", str(site)], check=True
        )
        sizes(site / "search")
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        with served(site) as address:
            first, again = measured(browser.new_page(), f"{address}/search/", rounds)
        told("first, files not yet loaded", first)
        told("again", again)
        browser.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
