"""Every block of the documentation is run, or read as what it is; else it says why not."""

import re
from pathlib import Path

import pytest

from generator.cli.arguments import parse_arguments
from generator.pipeline.file_reading import understood
from generator.problem_kinds.fields import MISSING_FIELD
from generator.validate.schema import RECORDS
from tests.documentation.blocks import OURS, PAGES, Block, blocks_of, words_of
from tests.documentation.commands import ran
from tests.tools.required import ROOT

BLOCKS = [block for page in PAGES for block in blocks_of(page)]
COMMANDS = [block for block in BLOCKS if block.language == "sh"]
PAGES_WITH_COMMANDS = sorted({block.page for block in COMMANDS if not block.reason})
ENTRIES = [
    block for block in BLOCKS if block.language == "yaml" and not block.file and block.is_run_here
]
# What a page shows besides commands and entries: results, files for commands, styles.
SHOWN = {"", "sh", "yaml", "css", "csv", "html", "json", "ics"}
SAVED = {"csv", "html", "ics"}


def place(block: Block) -> str:
    """Return what a test of a block is called."""
    return block.place


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
        elif block.language == "sh" and block.is_run_here:
            for command, status in block.lines():
                if command.startswith("cd "):
                    folder /= command.removeprefix("cd ")
                    continue
                done = ran(command, folder, environment)
                said = f"{block.place}: {command}\n{done.stdout}{done.stderr}"
                assert done.returncode == status, said


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


def test_what_is_run_apart_is_asked_for_by_the_test_that_runs_it() -> None:
    apart = [block for block in BLOCKS if block.apart]
    assert apart
    for block in apart:
        page = block.page.relative_to(ROOT).as_posix()
        text = (ROOT / block.apart).read_text(encoding="utf-8")
        asked = re.findall(r'block_apart\(\s*__file__, "([^"]+)", "([^"]+)"', text)
        is_asked = any(name == page and block.text.startswith(begin) for name, begin in asked)
        assert is_asked, block.place
