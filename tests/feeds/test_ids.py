"""Ids that feeds and calendars are known by: they stay wherever a copy of the site stands."""

import re
import subprocess
import sys
from pathlib import Path

from tests.tools.required import ROOT

ID = re.compile(r"<id>([^<]+)</id>|UID:(\S+)")


def test_a_copy_built_for_another_address_keeps_the_ids_of_the_content(
    tmp_path: Path, full_site: Path
) -> None:
    command = [sys.executable, str(ROOT / "build.py"), "build"]
    command += ["--project", str(ROOT / "tests/sites/full"), "--output", str(tmp_path / "site")]
    command += ["--base-url", "https://m.example/x/"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for name in ("feeds/changes.xml", "feeds/corrections.xml", "feeds/calendar.ics"):
        mirror, own = ((site / name).read_text("utf-8") for site in (tmp_path / "site", full_site))
        assert ID.findall(mirror) == ID.findall(own) != []
    assert "https://m.example/x/events/" in (tmp_path / "site/feeds/changes.xml").read_text("utf-8")
