"""The tools that tests need beside Python packages: where each is, or why a test is skipped."""

import os
import shutil
import sys
from pathlib import Path
from typing import NoReturn

import playwright
import pytest

ROOT = Path(__file__).resolve().parents[2]
MISSING = "missing tool: "

# Playwright brings a Node.js that is new enough for every validator; Debian 12's own is not.
PLAYWRIGHT_NODE = Path(playwright.__file__).with_name("driver") / "node"

COMMANDS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "java": ("java",),
    "jing": ("jing",),
    "lychee": (str(Path(sys.executable).with_name("lychee")), "lychee"),
    "nginx": ("nginx", "/usr/sbin/nginx"),
    "node": (str(PLAYWRIGHT_NODE), "node"),
    "rsync": ("rsync",),
    "xmllint": ("xmllint",),
}
NODE_FILES = {
    "axe-core": "axe-core/axe.min.js",
    "csp_evaluator": "csp_evaluator/dist/evaluator.js",
    "check-geojson": "@placemarkio/check-geojson/dist/index.js",
    "edtf": "edtf/package.json",
    "ical.js": "ical.js/package.json",
    "markwhen": "@markwhen/parser/lib/index.js",
    "timelinejs": "@knight-lab/timelinejs/dist/js/timeline.js",
    "html-validate": "html-validate/bin/html-validate.mjs",
    "yaml-language-server": "yaml-language-server/bin/yaml-language-server",
    "vnu": "vnu-jar/build/dist/vnu.jar",
}


def require_tool(name: str) -> Path:
    """Return where the tool is; without it skip the test, or fail it where CI is true."""
    path = find_tool(name)
    if path is None:
        _do_without(f"{MISSING}{name} (tests/tools/install.sh brings it)")
    return path


def find_tool(name: str) -> Path | None:
    """Return the tool's command or file, or None where this machine has none.

    The variable that is the tool's name in capitals, as in CHROMIUM, is asked first.
    """
    if name in NODE_FILES:
        path = ROOT / "node_modules" / NODE_FILES[name]
        return path if path.is_file() else None
    candidates = (os.environ.get(name.upper(), ""), *COMMANDS[name])
    found = (shutil.which(candidate) for candidate in candidates if candidate)
    return next((Path(path) for path in found if path), None)


def _do_without(reason: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
