"""Single files: compared, put in place all at once, pruned.

Verbatim makes folders and plain files. A link in a site's folder, a pipe or a device is not its
own: it is neither followed nor waited for, and where it stands in a file's way it is replaced.
"""

import os
import stat
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

# Windows has neither, and no pipes or links that these are needed for.
PLAIN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
PLAIN |= getattr(os, "O_BINARY", 0)


def content_at(target: str, size: int | None = None) -> bytes | None:
    """Return what a plain file holds, None where there is none, or none of that size in bytes."""
    try:
        opened = os.open(target, PLAIN)
    except (OSError, ValueError):
        return None
    with open(opened, "rb", buffering=0) as file:  # noqa: PTH123 - a Path takes no descriptor
        found = os.fstat(opened)
        if not stat.S_ISREG(found.st_mode) or size not in {None, found.st_size}:
            return None
        return file.read()


def has_digest(target: str, digest: str) -> bool:
    """Return whether a plain file is there and has that SHA-256."""
    content = content_at(target)
    return content is not None and sha256(content).hexdigest() == digest


def is_same(target: str, content: bytes) -> bool:
    """Return whether the file holds exactly these bytes."""
    return content_at(target, len(content)) == content


def sever_links(site: Path, path: str) -> None:
    """Remove the links that stand for folders on the way to a file of the site.

    What would be written through them, or pruned, lies elsewhere: in the content, say.
    """
    end = path.find("/")
    while end != -1:
        folder = f"{site}/{path[:end]}"
        if os.path.islink(folder):  # noqa: PTH114 - a Path costs more than asking
            sever(folder)
        end = path.find("/", end + 1)


def sever(link: str) -> None:
    """Remove a link, unless another process just did and made a folder in its place."""
    try:
        os.unlink(link)  # noqa: PTH108 - see `sever_links`
    except OSError:
        if os.path.islink(link):  # noqa: PTH114 - see `sever_links`
            raise


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
    """Make a folder, replacing a file or what else is no folder in its place."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        way = (folder, *folder.parents)
        next(each for each in way if os.path.lexists(each) and not each.is_dir()).unlink()
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
