"""The page that lists the feeds is as good as every other page."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site_quality.loopback import served
from tests.site_quality.test_html import nu_complaints
from tests.site_quality.visit import visit
from tests.tools.required import ROOT, require_tool

RUN_AXE = "() => axe.run(document, {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag22aa', 'best-practice']}})"  # noqa: E501 - one call
KINDS = ("feeds", "people/mayor", "events/river", "corrections")


@pytest.fixture(scope="module")
def address(full_site: Path) -> Iterator[str]:
    with served(full_site) as found:
        yield found


@pytest.mark.tools
def test_validators_find_nothing(full_site: Path) -> None:
    pages = [str(full_site / kind / "index.html") for kind in KINDS]
    assert nu_complaints(*pages) == ""
    config = ["--config", str(ROOT / ".htmlvalidate.json"), "--formatter", "text"]
    command = [str(require_tool("node")), str(require_tool("html-validate")), *config, *pages]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stderr


@pytest.mark.browser
def test_a_browser_complains_of_nothing_and_asks_nobody(browser: Browser, address: str) -> None:
    for kind in KINDS:
        seen = visit(browser, f"{address}/{kind}/index.html")
        assert (seen.complaints, seen.broken_policy, seen.foreign_requests) == ([], [], [])
        assert seen.overflow == 0


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, address: str, scheme: str) -> None:
    axe = require_tool("axe-core").read_text(encoding="utf-8")
    with browser.new_context(color_scheme="dark" if scheme == "dark" else "light") as context:
        page = context.new_page()
        page.goto(f"{address}/feeds/index.html")
        page.evaluate(axe)
        assert page.evaluate(RUN_AXE)["violations"] == []


@pytest.mark.browser
def test_the_manifest_of_the_site_names_icons_that_are_there(
    browser: Browser, address: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/events/river/index.html")
        sizes = page.evaluate(
            """async () => {
              const link = document.querySelector("link[rel=manifest]").href;
              const manifest = await (await fetch(link)).json();
              const found = [];
              for (const icon of manifest.icons) {
                const image = new Image();
                image.src = new URL(icon.src, link);
                await image.decode();
                found.push([icon.sizes, image.naturalWidth > 0]);
              }
              return [...found, new URL(manifest.start_url, link).pathname];
            }"""
        )
    assert sizes == [["any", True], ["192x192", True], ["512x512", True], "/index.html"]
