"""axe finds nothing on the kinds of pages that the default site does not have, all of it open."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from generator.cli import main
from tests.history.repository import GIT, WHO
from tests.site_quality.loopback import served
from tests.site_quality.pages import page_of_each_kind
from tests.site_quality.test_accessibility import RULES, RUN_AXE, violation_text
from tests.tools.required import ROOT, require_tool

pytestmark = [pytest.mark.browser, pytest.mark.tools]

# What is closed at first is read, too: words behind a note, formats of citations, histories.
OPEN_ALL = """() => {
  for (const each of document.querySelectorAll("details:not(.more-sections)")) each.open = true;
}"""
FULL = ROOT / "tests/sites/full"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the full test site with what a repository records of it; return its folder.

    It is the last folder of its own address, which the page for lost readers asks for.
    """
    project = tmp_path_factory.mktemp("kinds") / "project"
    shutil.copytree(FULL, project, ignore=shutil.ignore_patterns(".cache", "site"))
    event = project / "content/events/river.yaml"
    words = event.read_text("utf-8")
    event.write_text(words.replace("The gauge stood", "The gauge was"), "utf-8")
    git = [*GIT, "-C", str(project)]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "First"]):
        subprocess.run([*git, *command], check=True, env=os.environ | WHO)
    event.write_text(words, "utf-8")
    subprocess.run([*git, "commit", "-qam", "Second"], check=True, env=os.environ | WHO)
    site = project.with_name("host") / "flood"
    arguments = ["--history", "--project", str(project), "--output", str(site)]
    assert main(["build", "--quiet", *arguments]) == 0
    return site


@pytest.fixture(scope="module")
def addresses(site: Path) -> Iterator[dict[str, str]]:
    """Serve the site; return an address of each kind of page that is no redirect."""
    kinds = page_of_each_kind(site)
    pages = {kind: path for kind, path in kinds.items() if is_page(site / path)}
    pages["retracted"] = "events/retracted-event/"
    pages["found"] = "search/?q=river&category=water"
    with served(site.parent) as root:
        yield {kind: f"{root}/flood/{path}" for kind, path in pages.items()}


def is_page(file: Path) -> bool:
    return 'http-equiv="refresh"' not in file.read_text("utf-8")


def open_whole(page: Page, kind: str, address: str) -> None:
    """Open a page with all that is closed or comes later."""
    page.goto(address)
    page.evaluate(OPEN_ALL)
    if kind == "found":
        expect(page.locator(".hit")).not_to_have_count(0)
        expect(page.locator("#place option").last).to_contain_text("(")
    if kind == "map":
        page.get_by_label("From", exact=True).focus()
        page.keyboard.press("End")
        expect(page.locator(".brush.chosen")).to_be_visible()


def test_the_site_has_the_kinds_that_the_default_site_has_not(
    site: Path, addresses: dict[str, str]
) -> None:
    assert {"events/*/*/*", "embed/*", "feeds", "retracted", "found", "map"} <= addresses.keys()
    event = (site / "events/river/index.html").read_text("utf-8")
    parts = ("history", "corrected", "compared milestone", "claims beside", "note")
    assert [part for part in parts if f'class="{part}"' not in event] == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_of_them(
    browser: Browser, addresses: dict[str, str], scheme: Literal["light", "dark"], width: int
) -> None:
    axe = require_tool("axe-core").read_text("utf-8")
    viewport = ViewportSize(width=width, height=800)
    found: list[str] = []
    with browser.new_context(color_scheme=scheme, viewport=viewport) as context:
        page = context.new_page()
        for kind, address in addresses.items():
            open_whole(page, kind, address)
            page.evaluate(axe)
            violations = page.evaluate(RUN_AXE, RULES)["violations"]
            found += [f"{kind}: {violation_text(violation)}" for violation in violations]
    assert found == []
