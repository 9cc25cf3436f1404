"""`init`: a new project begins as a copy of the starter, with one example of an event."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from generator.cli.arguments import program
from generator.cli.moments import source_date
from generator.errors import MachineError, UsageError
from generator.project import PACKAGE

STARTER = PACKAGE / "starter"
# A file whose name begins with a dot would hide in the starter, and act on it.
DOTTED = {"gitignore": ".gitignore"}
SETTINGS, BEGINNING = "content/site.yaml", "since: 2026-01-15"


def start_project(folder: Path, *, quiet: bool) -> int:
    """Write the starter into a new or empty folder; return 0.

    Raises UsageError when something is there already, MachineError when it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or set(folder.iterdir()) - {folder / ".git"}):
        message = f"{folder}: something is there already; name a new or an empty folder"
        raise UsageError(message)
    try:
        shutil.copytree(STARTER, folder, copy_function=copied, dirs_exist_ok=True)
        begin_today(folder / SETTINGS)
    except OSError as error:
        message = f"{error.filename2 or error.filename}: {error.strerror}"
        raise MachineError(message) from error
    if not quiet:
        print(f"{folder}: a new project, with one invented example of an event")
        print(f"write in {folder / 'content'}, then: {program()} build --project {folder}")
        print(f"or see it while you write: {program()} serve --project {folder}")
    return 0


def begin_today(settings: Path) -> None:
    """Write into the settings that the site begins on this day, in UTC."""
    today = (source_date() or datetime.now(UTC)).date()
    text = settings.read_text("utf-8").replace(BEGINNING, f"since: {today}")
    settings.write_text(text, "utf-8", newline="\n")


def copied(origin: str, target: str) -> str:
    """Copy a file of the starter under the name that it has in a project; return where it is."""
    place = Path(target)
    return str(shutil.copyfile(origin, place.with_name(DOTTED.get(place.name, place.name))))
