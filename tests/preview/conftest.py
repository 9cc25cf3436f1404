"""A project to edit, its preview, and a page of it open in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.preview.running import Preview, copied_project, free_port, running_preview

RECORD_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`broken policy: ${event.violatedDirective} ${event.blockedURI}`);
});
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project that a test may edit."""
    return copied_project(tmp_path)


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    """Start the preview of the project."""
    with running_preview(project, free_port()) as running:
        yield running


@pytest.fixture
def complaints() -> list[str]:
    """Return where the open page's errors and warnings are noted."""
    return []


@pytest.fixture
def page(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    """Open an empty page, too low for a site's page to fit."""
    with browser.new_context(viewport={"width": 800, "height": 300}) as context:
        page = context.new_page()
        page.add_init_script(RECORD_VIOLATIONS)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: note_complaint(complaints, said.type, said.text))
        yield page


def note_complaint(complaints: list[str], kind: str, text: str) -> None:
    """Note what a page's console says when it is an error or a warning."""
    if kind in {"error", "warning"}:
        complaints.append(text)
