"""Locales: names of files are in UTF-8, whatever the machine's locale is, or nothing is done."""

import os
import subprocess
import sys
from pathlib import Path

from tests.tools.required import ROOT

# Without the two, Python takes UTF-8 for the locale C by itself (PEP 538, PEP 540).
PLAIN = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}


def build(site: Path, utf8: str) -> subprocess.CompletedProcess[str]:
    project = ["--project", str(ROOT / "tests/sites/minimal"), "--output", str(site)]
    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "build", "--quiet", *project],
        env=os.environ | PLAIN | {"PYTHONUTF8": utf8},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_names_that_would_not_be_in_utf_8_are_refused_and_the_remedy_helps(tmp_path: Path) -> None:
    done = build(tmp_path / "site", "0")
    assert done.returncode == 2
    assert "set the environment's PYTHONUTF8=1" in done.stderr
    assert not (tmp_path / "site").exists()
    assert build(tmp_path / "site", "1").returncode == 0
    assert (tmp_path / "site/index.html").is_file()
