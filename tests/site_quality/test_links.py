"""No link within the site leads nowhere."""

import subprocess
from pathlib import Path

import pytest

from tests.tools.required import require_tool


@pytest.mark.tools
def test_every_link_within_the_site_finds_its_file_and_its_anchor(default_site: Path) -> None:
    command = [
        *[str(require_tool("lychee")), "--offline", "--no-progress"],
        *["--include-fragments=anchor-only", "--index-files", "index.html"],
        *["--root-dir", str(default_site.resolve()), f"{default_site}/**/*.html"],
    ]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
