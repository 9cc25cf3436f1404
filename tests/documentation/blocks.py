"""The fenced blocks of the documentation, and the commands in them."""

import re
import shlex
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.tools.required import ROOT

PAGES = (
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").rglob("*.md")),
)
# A block that is not run says why in a comment before it; one that cannot be run as it stands says
# which test runs it.
BLOCK = re.compile(
    r"(?:^ *<!-- (?:not run: (?P<reason>[^>]+)|run apart: (?P<apart>[^;>]+)(?:; [^>]+)?) -->\n)?"
    r"^(?P<indent> *)```(?P<language>\w*)(?: (?P<file>\S+))?\n(?P<text>.*?)^ *```$",
    re.MULTILINE | re.DOTALL,
)
STATUS = re.compile(r"\s+# status (?P<status>\d)$")
REMARK = re.compile(r"\s+#.*$")
OURS = ("python build.py", "verbatim ", "make ", "frictionless ", "datasette ")


class Block(NamedTuple):
    """A block of a page: why it is not run, or which test runs it apart; mostly neither.

    `file` is what it is to be saved as.
    """

    page: Path
    line: int
    language: str
    file: str
    text: str
    reason: str
    apart: str

    @property
    def is_run_here(self) -> bool:
        """Whether it is run, or read, in its place on the page."""
        return not self.reason and not self.apart

    @property
    def place(self) -> str:
        """Where the block begins."""
        return f"{self.page.relative_to(ROOT).as_posix()}:{self.line}"

    def lines(self) -> Iterator[tuple[str, int]]:
        """Yield the lines of a block of commands, each with the status that it ends with."""
        for line in self.text.splitlines():
            status = STATUS.search(line)
            command = REMARK.sub("", line)
            if command:
                yield command, int(status["status"]) if status else 0


def blocks_of(page: Path) -> list[Block]:
    """Return the blocks of a page in order."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(
            page,
            text.count("\n", 0, found.start("indent")) + 1,
            found["language"],
            found["file"] or "",
            textwrap.dedent(found["text"]),
            found["reason"] or "",
            (found["apart"] or "").strip(),
        )
        for found in BLOCK.finditer(text)
    ]


def block_apart(test: str, page: str, begin: str) -> Block:
    """Return the block of a page that a test's file is to run, by how its text begins."""
    file = Path(test).relative_to(ROOT).as_posix()
    (found,) = (
        each
        for each in blocks_of(ROOT / page)
        if each.apart == file and each.text.startswith(begin)
    )
    return found


def words_of(command: str) -> list[str]:
    """Return the words of a command line."""
    return shlex.split(command)
