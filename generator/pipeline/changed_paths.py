"""Changed paths: folders of the content that hold what they held, pages read when asked for."""

import os
import stat
from collections.abc import Iterable, Sequence
from time import time_ns
from typing import overload

from generator.memory.seal import Sealed
from generator.memory.stamps import Stamp, settled, stamp_of
from generator.model.page import Page
from generator.pipeline.page_codes import decoded_page
from generator.pipeline.recalled import NotRememberedError
from generator.project import Project

CONTENT = "content"


def stamps_of_folders(project: Project, sealed: Sealed) -> dict[str, Stamp | None]:
    """Return the stamps of changed folders of the content, all of which hold the same names.

    Raises NotRememberedError where one holds others. Many editors write a file anew beside the old
    one and rename it, which changes the folder's stamp.
    """
    content = f"{project.root}/{CONTENT}"
    found: dict[str, Stamp | None] = {}
    for path in sealed.changed:
        if not stat.S_ISDIR(mode_of(path)):
            continue
        if path != content and not path.startswith(f"{content}/"):
            raise NotRememberedError
        now = time_ns()
        found[path] = settled(stamp_of(path), now)
        below = path.removeprefix(f"{project.root}/")
        try:
            here = os.listdir(path)  # noqa: PTH208 - names are all that is wanted
        except OSError as error:
            raise NotRememberedError from error
        before = names_seen(path, sealed)
        if without_ignored(here, below) != without_ignored(before, below):
            raise NotRememberedError
    return found


def without_ignored(names: Iterable[str], folder: str) -> set[str]:
    """Return the names but for those that no build looks at in a folder of the content."""
    from generator.load.discovery import is_ignored  # noqa: PLC0415 - most edits leave the folder

    return {name for name in names if not is_ignored(name, folder)}


def names_seen(folder: str, sealed: Sealed) -> set[str]:
    """Return what a folder held when the site was sealed."""
    start = f"{folder}/"
    names = {path.removeprefix(start) for path in sealed.seen if path.startswith(start)}
    return {name for name in names if "/" not in name}


def mode_of(path: str) -> int:
    """Return what a path is, itself and not what it links to; 0 where nothing is."""
    try:
        return os.lstat(path).st_mode
    except OSError:
        return 0


class RecalledPages(Sequence[Page]):
    """The planned pages, each read when it is looked at."""

    def __init__(self, encoded: Sequence[bytes]) -> None:
        """Take the pages, encoded."""
        self.encoded = encoded
        self.read: dict[int, Page] = {}

    @overload
    def __getitem__(self, number: int) -> Page: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Page]: ...
    def __getitem__(self, number: int | slice) -> Page | Sequence[Page]:
        """Return one page or several; raise DamagedMemoryError."""
        if isinstance(number, slice):
            return [self[each] for each in range(len(self))[number]]
        if number not in self.read:
            self.read[number] = decoded_page(self.encoded[number])
        return self.read[number]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.encoded)
