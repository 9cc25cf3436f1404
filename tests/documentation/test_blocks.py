"""Every block of the documentation is run, or read as what it is; else it says why not."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.arguments import parse_arguments
from generator.pipeline.file_reading import understood
from generator.problem_kinds.fields import MISSING_FIELD
from generator.validate.schema import RECORDS
from tests.documentation.blocks import OURS, PAGES, Block, blocks_of, words_of
from tests.tools.required import ROOT

BLOCKS = [block for page in PAGES for block in blocks_of(page)]
COMMANDS = [block for block in BLOCKS if block.language == "sh"]
PAGES_WITH_COMMANDS = sorted({block.page for block in COMMANDS if not block.reason})
ENTRIES = [
    block for block in BLOCKS if block.language == "yaml" and not block.file and not block.reason
]
# What a page shows besides commands and entries: results, files for commands, styles.
SHOWN = {"", "sh", "yaml", "css", "csv", "html", "json", "ics"}
SAVED = {"csv", "html", "ics"}
COPIED = ("build.py", "content", "examples", "generator", "templates", "Makefile")
# When the copy's one commit was made, so that a day after it can be asked for.
DAY = "2026-03-01T12:00:00Z"
WAITING = 300


def place(block: Block) -> str:
    """Return what a test of a block is called."""
    return block.place


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install Verbatim into a folder of its own; return a folder with its command."""
    root = tmp_path_factory.mktemp("installed")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--target"]
    command = [sys.executable, "-m", "pip", "install", *options, str(root / "packages"), str(ROOT)]
    subprocess.run(command, check=True, cwd=root)
    (root / "bin").mkdir()
    verbatim = root / "bin/verbatim"
    packages = root / "packages"
    verbatim.write_text(
        "#!/bin/sh\n"
        f'PYTHONPATH="{packages}" exec "{sys.executable}" "{packages}/bin/verbatim" "$@"\n'
    )
    verbatim.chmod(0o755)
    return root / "bin"


@pytest.fixture
def checkout(tmp_path: Path, environment: dict[str, str]) -> Path:
    """Return a copy of the project as a repository with one commit."""
    root = tmp_path / "checkout"
    root.mkdir()
    for name in COPIED:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, root / name)
    for arguments in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "Begin"]):
        subprocess.run(["git", *arguments], cwd=root, env=environment, check=True)
    return root


@pytest.fixture
def environment(tmp_path: Path, installed: Path) -> dict[str, str]:
    """Return what commands find: ours by their names, an author, a home of their own."""
    search = f"{installed}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    author = {"GIT_AUTHOR_DATE": DAY, "GIT_COMMITTER_DATE": DAY}
    for who in ("AUTHOR", "COMMITTER"):
        author |= {f"GIT_{who}_NAME": "Somebody", f"GIT_{who}_EMAIL": "somebody@invented.example"}
    return os.environ | author | {"PATH": search, "HOME": str(tmp_path)}


@pytest.mark.parametrize("page", PAGES_WITH_COMMANDS, ids=lambda page: page.name)
def test_the_commands_of_a_page_do_in_their_order_what_it_says(
    page: Path, checkout: Path, environment: dict[str, str]
) -> None:
    folder = checkout
    for block in blocks_of(page):
        if block.file:
            file = folder / block.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
        elif block.language == "sh" and not block.reason:
            for command, status in block.lines():
                if command.startswith("cd "):
                    folder /= command.removeprefix("cd ")
                    continue
                done = ran(command, folder, environment)
                said = f"{block.place}: {command}\n{done.stdout}{done.stderr}"
                assert done.returncode == status, said


def ran(
    command: str, folder: Path, environment: dict[str, str]
) -> "subprocess.CompletedProcess[str]":
    """Run a command line in a folder."""
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=WAITING,
    )


@pytest.mark.parametrize("block", COMMANDS, ids=place)
def test_a_command_names_what_there_is(block: Block) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command, _ in block.lines():
        words = words_of(command)
        if words[:2] == ["python", "build.py"]:
            parse_arguments(words[2:])
        elif words[0] == "verbatim":
            parse_arguments(words[1:])
        elif words[0] == "make":
            assert f"\n{words[1]}:" in makefile


@pytest.mark.parametrize("block", ENTRIES, ids=place)
def test_an_entry_is_what_the_schema_allows(block: Block) -> None:
    keys = set(re.findall(r"^(\w+):", block.text, re.MULTILINE))
    (kind, *_) = [
        kind for kind, record in RECORDS.items() if keys <= {field.name for field in record.fields}
    ]
    file = understood(block.text.encode(), f"content/{kind.value}/example.yaml", kind)
    problems = [each for each in file.problems if each.kind != MISSING_FIELD]
    assert [f"{each.location}: {each.message}" for each in problems] == []


def test_no_block_is_neither_run_nor_read() -> None:
    strange = [block.place for block in BLOCKS if block.language not in SHOWN]
    hidden = [
        f"{block.place}: {line}"
        for block in BLOCKS
        if not block.language
        for line in block.text.splitlines()
        if line.startswith(OURS)
    ]
    files = [block.place for block in BLOCKS if block.language in SAVED and not block.file]
    assert (strange, hidden, files) == ([], [], [])


def test_every_fence_belongs_to_a_block() -> None:
    for page in PAGES:
        fences = re.findall(r"^ *```", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert len(fences) == 2 * len(blocks_of(page)), page


def test_what_is_not_run_says_why() -> None:
    reasons = {block.place: block.reason for block in BLOCKS if block.reason}
    assert reasons
    assert [place for place, reason in reasons.items() if len(reason.split()) <= 2] == []
