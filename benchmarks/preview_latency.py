"""From a saved file to the open page: how long Verbatim's preview takes, in real Chromium.

The clock starts before the file is written, and stops when the page tells, from a frame that it
painted, that the new words are there.
"""

import math
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.made_up import MadeUpEvent, made_up_events
from benchmarks.sites.verbatim import event_path, write_site

ROOT = Path(__file__).resolve().parent.parent
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
PORT = 5599
# Resolves to the time, in milliseconds of the page's clock, of the first frame with the words.
SEEN = """([words, patience]) => new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error(`never shown: ${words}`)), patience);
  const look = () => document.documentElement.textContent.includes(words)
    ? resolve() : requestAnimationFrame(look);
  look();
})"""
PATIENCE = 20_000
# Seconds in which what a glimpse leaves for afterwards is done.
SETTLING = 1
Edit = Callable[[Path, str], None]


def reword_body(path: Path, words: str) -> None:
    """Put the words at the beginning of the body."""
    path.write_text(path.read_text().replace("body: |\n  ", f"body: |\n  {words} ", 1))


def reword_title(path: Path, words: str) -> None:
    """Put the words into the title."""
    path.write_text(re.sub(r"title: .*", f"title: {words}", path.read_text(), count=1))


def change_date(path: Path, words: str) -> None:
    """Move the event to another day, in the year that the words are."""
    path.write_text(re.sub(r"date: .*", f"date: {words}-05-06", path.read_text(), count=1))


def own_template(project: Path) -> Path:
    """Return where a project has its own template of events' pages."""
    return project / "templates/pages/event.html"


def change_template(path: Path, words: str) -> None:
    """Put the words into the template of events' pages."""
    template = own_template(path.parents[3])
    shipped = (ROOT / "templates/pages/event.html").read_text()
    template.write_text(shipped.replace("<h1>", f"<h1>{words} "))


EDITS: dict[str, tuple[Edit, Callable[[int], str]]] = {
    "body": (reword_body, "Newbody{}".format),
    "title": (reword_title, "Newtitle{} of it".format),
    "date": (change_date, lambda number: str(3001 + number)),
    "template": (change_template, "Newtemplate{}".format),
}


def measured(page: Page, event: Path, rounds: int) -> dict[str, list[float]]:
    """Return the milliseconds that each kind of edit took to show, round by round."""
    found: dict[str, list[float]] = {kind: [] for kind in EDITS}
    for number in range(rounds):
        for kind, (edit, words_of) in EDITS.items():
            words = words_of(number)
            began = time.perf_counter()
            edit(event, words)
            page.evaluate(SEEN, [words, PATIENCE])
            found[kind].append((time.perf_counter() - began) * 1000)
            time.sleep(SETTLING)
    return found


def main(count: int = 10_000, rounds: int = 15) -> None:
    """Print the median and the 95th percentile for each kind of edit."""
    folder = Path(tempfile.mkdtemp(prefix="verbatim-latency-"))
    events: list[MadeUpEvent] = made_up_events(count)
    write_site(events, folder)
    # An edit is measured; that a project's first template comes to be is none.
    own_template(folder).parent.mkdir(parents=True)
    shutil.copy(ROOT / "templates/pages/event.html", own_template(folder))
    event = events[count // 2]
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", str(PORT)]
    with subprocess.Popen([*command, "--project", str(folder)]) as server:  # noqa: S603 - our own program
        try:
            with sync_playwright() as playwright:
                chromium = shutil.which("chromium")
                browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
                page = browser.new_page()
                time.sleep(2 + count / 2000)
                page.goto(f"http://127.0.0.1:{PORT}/events/{event.id}/")
                report(measured(page, event_path(folder, event), rounds))
                browser.close()
        finally:
            server.terminate()
    shutil.rmtree(folder)


def report(found: dict[str, list[float]]) -> None:
    """Print a line for each kind of edit, and one for all."""
    found = {**found, "all": [each for times in found.values() for each in times]}
    for kind, times in found.items():
        # The nearest rank: no fewer than 95 of 100 took so long or less.
        median, last = statistics.median(times), sorted(times)[math.ceil(0.95 * len(times)) - 1]
        print(f"{kind:10} median {median:4.0f} ms, 95th percentile {last:4.0f} ms")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
