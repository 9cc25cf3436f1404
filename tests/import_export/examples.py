"""The worked examples of the page on imports and exports: its files, and its commands."""

import re
import shlex
from typing import NamedTuple

from tests.tools.required import ROOT

PAGE = ROOT / "docs/import-export.md"
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STATUS = re.compile(r"\s+# status (\d)$")


class Command(NamedTuple):
    """A command of the page, without `python build.py`, and the status that it ends with."""

    arguments: list[str]
    status: int


def files() -> dict[str, str]:
    """Return the page's files by name."""
    found = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    return {name: text for _, name, text in found if name}


def commands() -> list[Command]:
    """Return the page's commands in order."""
    blocks = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    lines = [line for kind, _, text in blocks if kind == "sh" for line in text.splitlines()]
    return [command_of(line) for line in lines]


def command_of(line: str) -> Command:
    """Return a line's command."""
    status = STATUS.search(line)
    words = shlex.split(STATUS.sub("", line))
    assert words[:2] == ["python", "build.py"]
    return Command(words[2:], int(status[1]) if status else 0)
