"""Every command on the page of imports and exports does what the page says."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.arguments import EXPORTS, IMPORTS
from tests.import_export.examples import commands, files
from tests.import_export.sites import events_of
from tests.tools.required import ROOT


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the page's commands in a folder with the page's files; return the folder."""
    root = tmp_path_factory.mktemp("page")
    for name, text in files().items():
        (root / name).write_text(text, encoding="utf-8")
    for arguments, status in commands():
        command = [sys.executable, str(ROOT / "build.py"), *arguments]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        assert done.returncode == status, f"{arguments}\n{done.stdout}{done.stderr}"
    return root


def test_the_drafts_are_what_the_page_says(folder: Path) -> None:
    drafts = {
        id_: each
        for id_, each in events_of(folder / "floods").items()
        if each.status.value == "draft"
    }
    assert {id_: each.date.text for id_, each in drafts.items()} == {
        "a-1": "2020-02-03",
        "a-2": "2020-02",
        "a-3": "2020-02-03/2020-02-05",
        "a-hydrant-breaks": "2020-02-03",
        "the-council-meets": "2020-02-04",
        "the-dam-is-built": "1936",
        "the-valley-is-named": "-0043",
    }
    assert (str(drafts["a-1"].time), drafts["a-1"].timezone) == ("04:05", "Europe/Kyiv")
    assert "Nobody knows when" in (folder / "floods/import-unfinished.yaml").read_text("utf-8")


def test_no_draft_is_exported(folder: Path) -> None:
    for name in ("floods.json", "floods.mw", "floods.csv"):
        text = (folder / name).read_text(encoding="utf-8")
        assert "https://floods.example/events/" in text
        assert "hydrant" not in text


def test_the_page_names_every_format() -> None:
    shown = {(each[0], each[1]) for each, _ in commands() if each[0] in {"import", "export"}}
    wanted = {("import", each) for each in IMPORTS} | {("export", each) for each in EXPORTS}
    assert wanted - shown == {("import", "timelinejs-csv")}
