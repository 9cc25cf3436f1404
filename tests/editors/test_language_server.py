"""The line that `new` writes and the schemas that `schema` writes, in a real language server."""

import json
import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from tests.tools.required import ROOT, require_tool

pytestmark = pytest.mark.tools

ASK = ROOT / "tests/editors/ask.mjs"
EVENT = "content/events/2020/a-flood.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Begin a project, write a new event and the schemas; return the project's folder."""
    root = tmp_path / "project"
    for command in (
        ["init", str(root)],
        ["new", "A flood", "--date", "2020-01-01", "--category", "events", "--project", str(root)],
        ["schema", "--project", str(root)],
    ):
        assert main(command) == 0
    return root


def answer(file: Path, field: str) -> dict[str, list[str] | str]:
    """Return what the server completes for a field, says of it, and finds wrong in the file."""
    command = [require_tool("node"), ASK, require_tool("yaml-language-server"), file, field]
    done = subprocess.run([*map(str, command)], capture_output=True, check=True, timeout=60)
    said: dict[str, list[str] | str] = json.loads(done.stdout)
    return said


def test_an_editor_completes_the_site_s_own_categories(project: Path) -> None:
    said = answer(project / EVENT, "category")
    assert said["completion"] == ["events", "statements"]
    assert said["diagnostics"] == []


def test_an_editor_says_what_a_field_means(project: Path) -> None:
    said = answer(project / EVENT, "category")
    assert "Its group in" in said["hover"]


def test_an_editor_marks_a_category_and_a_field_that_there_are_not(project: Path) -> None:
    file = project / EVENT
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("category: events", "category: vents\nheadline: S"), "utf-8")
    found = " ".join(answer(file, "category")["diagnostics"])
    assert '"events"' in found
    assert "headline" in found
