"""Every page, style sheet and picture is what the standards say it must be."""

import subprocess
from pathlib import Path

import pytest

from tests.site_quality.pages import html_pages
from tests.tools.required import ROOT, require_tool

# The Nu checker takes file: addresses for foreign ones and so reports that 'self' blocks them.
# Of SVG 2 it knows neither what keeps lines thin nor what puts letters before their rim.
FALSE_ALARMS = ".*(Content Security Policy|“vector-effect” not allowed|“paint-order” doesn).*"

pytestmark = pytest.mark.tools


def test_the_nu_checker_finds_nothing_in_any_page(default_site: Path) -> None:
    assert html_pages(default_site)
    assert nu_complaints("--skip-non-html", str(default_site)) == ""


def test_the_nu_checker_finds_nothing_in_any_style_sheet(default_site: Path) -> None:
    sheets = sorted(map(str, default_site.rglob("*.css")))
    assert sheets
    assert nu_complaints("--css", *sheets) == ""


def test_the_nu_checker_finds_nothing_in_any_drawing(default_site: Path) -> None:
    drawings = sorted(map(str, default_site.rglob("*.svg")))
    assert not drawings or nu_complaints("--svg", *drawings) == ""


def test_html_validate_finds_nothing_in_any_page(default_site: Path) -> None:
    command = [
        *[str(require_tool("node")), str(require_tool("html-validate"))],
        *["--config", str(ROOT / ".htmlvalidate.json"), "--formatter", "text"],
        f"{default_site}/**/*.html",
    ]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stderr


def nu_complaints(*arguments: str, unless: str = FALSE_ALARMS) -> str:
    """Return what the Nu checker says of those files, in its own words, `unless` it matches."""
    checker = ["-jar", str(require_tool("vnu")), "--Werror", "--filterpattern", unless]
    command = [str(require_tool("java")), *checker, *arguments]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.stderr or checked.returncode == 0, f"the checker failed: {checked.returncode}"
    return checked.stderr
