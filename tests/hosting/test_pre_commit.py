"""The hook for pre-commit says what pre-commit has to run, and that refuses what it should.

pre-commit itself runs it in tests/documentation/test_installing.py.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.tools.required import ROOT

(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def checked(folder: Path, *more: str) -> "subprocess.CompletedProcess[str]":
    """Run the hook's command in a folder, as pre-commit does, with the arguments of a config."""
    program, *arguments = HOOK["entry"].split()
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    module, _, function = scripts[program].partition(":")
    code = f"from {module} import {function}; {function}()"
    command = [sys.executable, "-c", code, *arguments, *more]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project, with nothing of Verbatim in it but content."""
    shutil.copytree(ROOT / "generator/starter/content", tmp_path / "timeline/content")
    return tmp_path / "timeline"


def test_it_is_run_for_every_commit_since_one_that_deletes_has_no_files() -> None:
    assert HOOK["language"] == "python"
    assert (HOOK["always_run"], HOOK["pass_filenames"]) == (True, False)
    assert "files" not in HOOK


def test_a_good_project_passes_and_one_that_lost_a_source_does_not(project: Path) -> None:
    assert checked(project).returncode == 0
    shutil.rmtree(project / "content/sources")
    refused = checked(project)
    assert refused.returncode == 1
    assert "is not the id of a source" in refused.stderr


def test_a_project_in_a_folder_of_its_repository_is_named_by_arguments(project: Path) -> None:
    assert checked(project.parent, "--project", "timeline").returncode == 0
    assert checked(project.parent).returncode != 0
