"""Single files: compared, put in place all at once, pruned."""

import os
from contextlib import suppress
from pathlib import Path


def is_same(target: str, content: bytes) -> bool:
    """Return whether the file holds exactly these bytes."""
    try:
        with open(target, "rb", buffering=0) as file:  # noqa: PTH123 - a Path costs more than reading
            same_size = os.fstat(file.fileno()).st_size == len(content)
            return same_size and file.read() == content
    except OSError:
        return False


def write_whole(target: Path, content: bytes, workbench: Path, name: str = "whole") -> None:
    """Put the bytes in the target's place at once; readers see the old file or the new one.

    `name` is the draft's on the workbench, where no other may have it meanwhile.
    """
    draft = workbench / name
    draft.write_bytes(content)
    put_in_place(str(draft), str(target))


def put_in_place(draft: str, target: str) -> None:
    """Move a finished file to its place, over what is there."""
    try:
        os.replace(draft, target)  # noqa: PTH105 - a Path costs more than moving
    except (FileNotFoundError, NotADirectoryError):
        make_folder(Path(target).parent)
        os.replace(draft, target)  # noqa: PTH105 - see above
    except IsADirectoryError:
        remove_empty(Path(target))
        os.replace(draft, target)  # noqa: PTH105 - see above


def make_folder_of(target: str) -> None:
    """Make the folder that a file will stand in, if that is as easy as it mostly is."""
    with suppress(OSError):
        os.mkdir(target.rpartition("/")[0])  # noqa: PTH102 - a Path costs more than making


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
