"""Fonts: what a page's letters need is asked for before its styles are read, no more."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.cli import main
from tests.site_quality.loopback import served
from tests.tools.required import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.tools]

UKRAINIAN = """\
title: Two languages
date: 2020-04-01
category: words
quotes: [{text: "Вода зайшла в дім, «і все»", source: courier, language: uk}]
"""
PRELOADED = re.compile(r'<link rel="preload" href="[^"]*/fonts/([^"]+)"')
OFTEN = {"verbatim-serif-latin", "verbatim-serif-cyrillic", "verbatim-sans-latin"}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site in English, one of whose quotes is in Ukrainian; return its address."""
    folder = tmp_path_factory.mktemp("fonts")
    shutil.copytree(ROOT / "tests/sites/full", folder / "project")
    content = folder / "project/content"
    (content / "events/two.yaml").write_text(UKRAINIAN, encoding="utf-8")
    arguments = ["--quiet", "--project", str(folder / "project"), "--output", str(folder / "site")]
    assert main(["build", *arguments]) == 0
    with served(folder / "site") as root:
        yield root


def fonts_of(page: Page, address: str) -> tuple[set[str], set[str]]:
    """Open a page; return the names of the fonts that it preloads and of those it asks for."""
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(Path(request.url).name))
    response = page.goto(address, wait_until="networkidle")
    assert response is not None
    names = PRELOADED.findall(response.text())
    used = {Path(name).stem for name in asked if name.endswith(".woff2")}
    return {Path(name).stem for name in names}, used


@pytest.mark.parametrize("path", ["events/two", "embed/two", "2020/04"])
def test_a_quote_in_other_letters_is_not_set_in_two_fonts(
    browser: Browser, address: str, path: str
) -> None:
    with browser.new_context() as context:
        preloaded, used = fonts_of(context.new_page(), f"{address}/{path}/index.html")
    assert preloaded >= OFTEN
    assert used <= preloaded


def test_a_page_without_other_letters_asks_for_none_of_theirs(
    browser: Browser, address: str
) -> None:
    with browser.new_context() as context:
        preloaded, used = fonts_of(context.new_page(), f"{address}/events/rain/index.html")
    assert preloaded == {"verbatim-serif-latin", "verbatim-sans-latin"}
    assert not [name for name in used if "cyrillic" in name]
