"""Files of a project: written anew and never over others, or replaced whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.errors import MachineError, UsageError


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """Raise MachineError for what the machine could not do with the file."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise MachineError(f"{path}: {reason}; nothing was written over it") from error


def write_new(root: Path, path: str, text: str) -> bool:
    """Write a file that is not there yet; return False, and write nothing, where one is.

    A folder that leads out of the project raises UsageError.
    """
    target = root / path
    with faults_of(target):
        if not target.parent.resolve().is_relative_to(root.resolve()):
            raise UsageError(f"{target.parent} leads out of the project; nothing is written there")
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with target.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            return False
        except OSError:
            # Half a file would be worse than none.
            with suppress(OSError):
                target.unlink()
            raise
    return True


def replace_whole(target: Path, text: str) -> None:
    """Put the text in the file's place all at once, with the permissions that it had."""
    draft = target.with_name(f".{target.name}.new")
    with faults_of(target):
        try:
            draft.write_text(text, encoding="utf-8", newline="\n")
            if target.exists():
                draft.chmod(target.stat().st_mode & 0o7777)
            draft.replace(target)
        except OSError:
            with suppress(OSError):
                draft.unlink()
            raise


def free_name(root: Path, path: str) -> str:
    """Return the path, with the next free number before its ending where it is taken."""
    stem, dot, ending = path.rpartition(".")
    number, candidate = 1, path
    while os.path.lexists(root / candidate):
        number += 1
        candidate = f"{stem}-{number}{dot}{ending}"
    return candidate
