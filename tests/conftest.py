"""What tests share: the repository's own site, a browser to open it in, and the tools they need."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from tests.tools.required import MISSING, ROOT, require_tool
from tests.tools.waiting import PATIENCE

expect.set_options(timeout=PATIENCE * 1000)

# How long an example takes says what else the machine does.
settings.register_profile("untimed", settings.default, deadline=None)
settings.load_profile("untimed")

CHROMIUM_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def default_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the repository's own content once in each test process; return the site's folder."""
    site = tmp_path_factory.mktemp("default") / "site"
    command = [sys.executable, "build.py", "build", "--output", str(site)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if built.returncode != 0:
        pytest.fail(
            f"the default site does not build:\n{built.stdout}{built.stderr}", pytrace=False
        )
    return site


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """Return the Chromium that tests open pages in."""
    return require_tool("chromium")


@pytest.fixture(scope="module")
def browser(chromium_path: Path) -> Iterator[Browser]:
    """Start one Chromium for a module; its tests open contexts of their own in it.

    Not for the session: while Playwright runs, no test in the process can call `asyncio.run`.
    """
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=str(chromium_path), args=CHROMIUM_ARGUMENTS
        )
        yield chromium
        chromium.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name every tool that tests were skipped for, and how many tests each."""
    counts: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        _, found, tool = reason.partition(MISSING)
        if found:
            counts[tool] = counts.get(tool, 0) + 1
    if counts:
        terminalreporter.section("tools this machine does not have", yellow=True)
    for tool, count in sorted(counts.items()):
        terminalreporter.write_line(f"{tool}: {count} tests skipped")
