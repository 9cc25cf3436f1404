"""Single files: written only when they changed, and then all at once."""

import os
from pathlib import Path


def is_same(target: Path, content: bytes) -> bool:
    """Return whether the file holds exactly these bytes."""
    try:
        with target.open("rb") as file:
            same_size = os.fstat(file.fileno()).st_size == len(content)
            return same_size and file.read() == content
    except OSError:
        return False


def replace_file(target: Path, content: bytes, workbench: Path) -> None:
    """Put the bytes in the target's place at once; readers see the old file or the new one."""
    draft = workbench / "draft"
    draft.write_bytes(content)
    try:
        draft.replace(target)
    except (FileNotFoundError, NotADirectoryError):
        make_folder(target.parent)
        draft.replace(target)
    except IsADirectoryError:
        remove_empty(target)
        draft.replace(target)


def make_folder(folder: Path) -> None:
    """Make a folder, replacing a file that an earlier build left in its place."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        in_the_way = next(each for each in (folder, *folder.parents) if each.is_file())
        in_the_way.unlink()
        folder.mkdir(parents=True, exist_ok=True)


def remove_empty(folder: Path) -> None:
    """Remove a folder and those in it, as long as there is no file in any."""
    for inner in sorted(folder.rglob("*"), reverse=True):
        inner.rmdir()
    folder.rmdir()


def prune_file(site: Path, path: str) -> bool:
    """Delete a file of the site, and folders that it leaves empty; return whether it was there."""
    target = site / path
    try:
        target.unlink()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
        if target.is_file():
            raise
        return False
    for folder in target.parents:
        if folder == site:
            break
        try:
            folder.rmdir()
        except OSError:
            break
    return True
