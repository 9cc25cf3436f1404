"""`init`: a new project begins as a copy of the starter, with one example of an event."""

import shlex
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from generator.cli.arguments import program
from generator.cli.moments import source_date
from generator.errors import MachineError, UsageError
from generator.project import PACKAGE

STARTER = PACKAGE / "starter"
# A file whose name begins with a dot would hide in the starter, and act on it.
DOTTED = {"gitignore": ".gitignore"}
# What others put into a folder that is empty to its owner.
NOTHING = {".git", ".DS_Store", "Thumbs.db", "desktop.ini"}
BEGINNING = "since: 2026-01-15"


def start_project(folder: Path, *, quiet: bool) -> int:
    """Write the starter into a new or empty folder; return 0.

    Raises UsageError when something is there already, MachineError when it cannot be written;
    nothing is left then.
    """
    made: list[Path] = []
    try:
        refuse_full(folder)
        for path, text in starter_texts():
            make_folder(folder / path.parent, made)
            with (folder / path).open("x", encoding="utf-8", newline="\n") as file:
                made.append(folder / path)
                file.write(text)
    except OSError as error:
        for each in reversed(made):
            with suppress(OSError):
                each.rmdir() if each.is_dir() else each.unlink()
        message = f"{error.filename or folder}: {error.strerror}; nothing was written"
        raise MachineError(message) from error
    if not quiet:
        named = shlex.quote(str(folder))
        print(f"{folder}: a new project, with one invented example of an event")
        print(f"write in {folder / 'content'}, then: {program()} build --project {named}")
        print(f"or see it while you write: {program()} serve --project {named}")
    return 0


def refuse_full(folder: Path) -> None:
    """Raise UsageError when the folder is no folder, or is not empty."""
    wanted = "name a new or an empty folder"
    if not folder.is_dir():
        if folder.exists() or folder.is_symlink():
            raise UsageError(f"{folder}: a file is there already; {wanted}")
        return
    found = sorted(each.name for each in folder.iterdir() if each.name not in NOTHING)
    if found:
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        raise UsageError(f"{folder}: {found[0]}{more} is there already; {wanted}")


def starter_texts() -> Iterator[tuple[Path, str]]:
    """Yield each file of a new project: its path in it, and its text as of today, in UTC."""
    today = (source_date() or datetime.now(UTC)).date()
    for file in sorted(STARTER.rglob("*")):
        path = file.relative_to(STARTER)
        if file.is_file() and not path.parts[0].startswith("."):
            text = file.read_text("utf-8").replace(BEGINNING, f"since: {today}")
            yield path.with_name(DOTTED.get(path.name, path.name)), text


def make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those around it, where they are not; add those that it made."""
    if not folder.is_dir():
        make_folder(folder.parent, made)
        folder.mkdir()
        made.append(folder)
