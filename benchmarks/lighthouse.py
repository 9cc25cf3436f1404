"""Lighthouse's four scores of one page of each kind that readers look for first.

The repository's own content is built, served with compression and the headers of `_headers`, and
looked at by Lighthouse as it comes: a slow phone, simulated. `python -m benchmarks.lighthouse`.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import partial
from gzip import compress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

ROOT = Path(__file__).resolve().parent.parent
TOOL = Path(__file__).parent / "lighthouse-tool"
INSTALLED = ROOT / ".cache/lighthouse"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
# Chromium now and then does not begin.
ATTEMPTS = 3
FLAGS = "--headless=new --no-sandbox --disable-gpu"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAGES = {
    "home": "",
    "event": "events/unhcr-one-million-refugees/",
    "figure": "figures/refugees-from-ukraine/",
    "map": "map/",
    "search": "search/",
}
PACKED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".webmanifest"}


class Host(SimpleHTTPRequestHandler):
    """Serves a folder as a static host does that reads `_headers` and compresses texts."""

    protocol_version = "HTTP/1.1"

    def __init__(self, rules: dict[str, dict[str, str]], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - the base's own
        """Take the headers by the pattern of the paths that they are for."""
        self.rules = rules
        super().__init__(*args, **kwargs)

    def end_headers(self) -> None:
        """Add the headers that the site asks for."""
        for pattern, headers in self.rules.items():
            if fnmatch(self.path, pattern):
                for name, value in headers.items():
                    self.send_header(name, value)
        super().end_headers()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the head; return what follows, texts compressed."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in PACKED or not path.is_file():
            return super().send_head()
        content = compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base names it so
        """Say nothing."""


def rules_of(text: str) -> dict[str, dict[str, str]]:
    """Return the headers of a `_headers` file by their pattern, but for those of embeds."""
    rules: dict[str, dict[str, str]] = {}
    pattern = ""
    for line in text.splitlines():
        if line.startswith("/"):
            pattern = line.replace(":id", "*")
        elif (name := line.partition(":")[0].strip()) and not line.strip().startswith("!"):
            rules.setdefault(pattern, {})[name] = line.partition(":")[2].strip()
    return {each: headers for each, headers in rules.items() if not each.startswith("/embed/")}


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Build the site for a free port of this machine and serve it there; give its address."""
    rules: dict[str, dict[str, str]] = {}
    handler = partial(Host, rules, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        build = [sys.executable, str(ROOT / "build.py"), "build", "--quiet"]
        options = ["--output", str(folder), "--base-url", address]
        subprocess.run([*build, *options], check=True)  # noqa: S603 - our own program
        rules.update(rules_of((folder / "_headers").read_text(encoding="utf-8")))
        Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()


def installed() -> Path:
    """Return Lighthouse's program, installed as its lock says when it is not there."""
    program = INSTALLED / "node_modules/lighthouse/cli/index.js"
    if not program.is_file():
        INSTALLED.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(TOOL / name, INSTALLED / name)
        npm = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(npm, cwd=INSTALLED, check=True)  # noqa: S603 - the command is written above
    return program


def report_of(program: Path, address: str, options: list[str]) -> dict[str, Any]:
    """Return what Lighthouse reports of one address."""
    found = next(filter(None, map(shutil.which, CHROMIUM)))
    command = ["node", str(program), address, "--output=json", "--quiet"]
    command += [f"--chrome-flags={FLAGS}", "--only-categories=" + ",".join(CATEGORIES), *options]
    environment = os.environ | {"CHROME_PATH": found}
    for _ in range(ATTEMPTS):
        told = subprocess.run(  # noqa: S603 - the command is written above
            command, env=environment, check=False, capture_output=True, text=True
        )
        if told.returncode == 0:
            report: dict[str, Any] = json.loads(told.stdout)
            return report
        sys.stderr.write(told.stderr[-300:])
    message = f"Lighthouse failed {ATTEMPTS} times with {address}"
    raise RuntimeError(message)


def short_of_full(report: dict[str, Any]) -> list[str]:
    """Return what took points, each with its score."""
    found = []
    for name in CATEGORIES:
        for each in report["categories"][name]["auditRefs"]:
            score = report["audits"][each["id"]]["score"]
            if each["weight"] and score is not None and score < 1:
                shown = report["audits"][each["id"]].get("displayValue", "")
                found.append(f"{each['id']} {score} {shown}".strip())
    return found


def main(rounds: int = 3) -> int:
    """Print the median scores of each page and what took points; return 1 if any is below 100."""
    program = installed()
    is_full = True
    print("| page | " + " | ".join(CATEGORIES) + " |\n|---" * 1 + "|---" * len(CATEGORIES) + "|")
    with tempfile.TemporaryDirectory() as folder, hosted(Path(folder) / "site") as address:
        for kind, path in PAGES.items():
            reports = [report_of(program, address + path, sys.argv[1:]) for _ in range(rounds)]
            scores = [
                round(
                    100 * statistics.median(each["categories"][name]["score"] for each in reports)
                )
                for name in CATEGORIES
            ]
            is_full &= min(scores) == 100  # noqa: PLR2004 - the best there is
            print(f"| {kind} | " + " | ".join(map(str, scores)) + " |", flush=True)
            for reason in dict.fromkeys(
                reason for each in reports for reason in short_of_full(each)
            ):
                print(f"  - {reason}", file=sys.stderr)
    return 0 if is_full else 1


if __name__ == "__main__":
    sys.exit(main())
