"""Finds the files under `content/`, in one stable order, and says which are out of place."""

import heapq
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from generator.load.placement import folder_misplacement, misplacement, placed_kind
from generator.model.document import Kind
from generator.model.portable_names import unportable
from generator.problem import Problem, ProblemKind, SourceLocation
from generator.problem_kinds.files import (
    FILE_NAME,
    MISSING_FILE,
    NOT_A_FILE,
    SYMLINK_OUTSIDE,
    UNEXPECTED_FILE,
    UNREADABLE_FILE,
)

_CONTENT = "content"
_SITE_FILE = "content/site.yaml"
_MEDIA = "content/media/"
_CAPTURES = "content/captures"
_OTHER_STAGES_FILES = (_CAPTURES, "content/quotes.lock")

_TO_CAPTURES = "link leads to the captures, which are private; remove it"


class FoundFiles(Struct, frozen=True):
    """The files to read, sorted bytewise by path from the project's root.

    `media` holds paths below `content/media/`.
    """

    documents: tuple[tuple[str, Kind], ...]
    media: tuple[str, ...]
    problems: tuple[Problem, ...]


def find_files(project_root: Path) -> FoundFiles:
    """Return every content file that may be read, and a problem for every other one."""
    walk = _Walk(os.path.realpath(project_root))
    documents: list[tuple[str, Kind]] = []
    media: list[str] = []
    for path in sorted(walk.files(), key=os.fsencode):
        if path.startswith(_MEDIA):
            media.append(path.removeprefix(_MEDIA))
        elif kind := placed_kind(path):
            documents.append((path, kind))
        else:
            walk.report(UNEXPECTED_FILE, path, misplacement(path))
    seen = {path for path, _ in documents} | {found.location.path for found in walk.problems}
    if _CONTENT not in seen and _SITE_FILE not in seen:
        walk.report(MISSING_FILE, _SITE_FILE, "no site.yaml; create it, with the site's title")
    return FoundFiles(tuple(documents), tuple(media), tuple(walk.problems))


class _Walk:
    """One walk through `content/`; `problems` gathers what could not be entered."""

    def __init__(self, root: str) -> None:
        self.problems: list[Problem] = []
        self._root = root
        # Linked folders come last, so that a folder is known by its own name if it has one.
        self._folders: list[str] = []
        self._linked_folders: list[str] = []
        self._entered: set[str] = set()
        self._private = os.path.realpath(f"{root}/{_CAPTURES}")

    def files(self) -> Iterator[str]:
        """Yield the path of each regular file; each real folder is entered once."""
        if not self._begin():
            return
        while self._folders or self._linked_folders:
            folder = self._folders.pop() if self._folders else heapq.heappop(self._linked_folders)
            real = os.path.realpath(f"{self._root}/{folder}")
            if real in self._entered:
                continue
            self._entered.add(real)
            if is_within(real, self._private):
                self.report(SYMLINK_OUTSIDE, folder, _TO_CAPTURES)
                continue
            for entry in self._entries(folder):
                path = f"{folder}/{entry.name}"
                if self._is_file(entry, path):
                    yield path

    def report(self, kind: ProblemKind, path: str, message: str) -> None:
        """Add a problem with the file as a whole."""
        printable = os.fsencode(path).decode("utf-8", "backslashreplace")
        self.problems.append(Problem(kind, SourceLocation(printable), "", message))

    def _begin(self) -> bool:
        content = Path(self._root, _CONTENT)
        if not content.is_dir():
            message = 'no folder "content"; create it, or name the project with --project'
            self.report(MISSING_FILE, _CONTENT, message)
            return False
        self._folders.append(_CONTENT)
        return not content.is_symlink() or self._leads_inside(str(content), _CONTENT)

    def _entries(self, folder: str) -> list["os.DirEntry[str]"]:
        """Return what stands in the folder, without hidden files and editors' backups."""
        try:
            with os.scandir(f"{self._root}/{folder}") as found:
                entries = [entry for entry in found if not is_ignored(entry.name, folder)]
        except OSError as error:
            message = f"folder cannot be read ({error.strerror}); change its permissions"
            self.report(UNREADABLE_FILE, folder, message)
            return []
        names: dict[str, str] = {}
        return [
            entry
            for entry in entries
            if self._has_portable_name(entry.name, folder)
            and self._is_only_one(entry.name, folder, names)
        ]

    def _has_portable_name(self, name: str, folder: str) -> bool:
        if name.isprintable() and unicodedata.is_normalized("NFC", name):
            reason = unportable(name)
            if reason:
                self.report(FILE_NAME, f"{folder}/{name}", f"{reason}; rename the file")
            return not reason
        odd = next((letter for letter in name if not letter.isprintable()), None)
        if odd is None:
            message = "name is not in Unicode's composed form (NFC); rename the file"
        elif "\ud800" <= odd <= "\udfff":
            message = f"name has the byte 0x{ord(odd) & 0xFF:02X}, not UTF-8; rename the file"
        else:
            message = f"name has the invisible character U+{ord(odd):04X}; rename the file"
        self.report(FILE_NAME, f"{folder}/{name}", message)
        return False

    def _is_only_one(self, name: str, folder: str, names: dict[str, str]) -> bool:
        """Say whether no other name in the folder, noted in `names`, differs only in capitals."""
        other = names.setdefault(name.casefold(), name)
        if other is name:
            return True
        one, two = sorted((name, other))
        message = f'name differs from "{one}" only in capitals; rename one of the two'
        self.report(FILE_NAME, f"{folder}/{two}", message)
        return False

    def _is_file(self, entry: "os.DirEntry[str]", path: str) -> bool:
        """Say whether a regular file can be read here; a folder waits for its turn."""
        is_link = entry.is_symlink()
        if is_link and not self._leads_inside(entry.path, path):
            return False
        if entry.is_file():
            return True
        if not entry.is_dir():
            self.report(NOT_A_FILE, path, "pipe, socket or device; replace it with a file")
        elif message := folder_misplacement(path):
            self.report(UNEXPECTED_FILE, path, message)
        elif is_link:
            heapq.heappush(self._linked_folders, path)
        else:
            self._folders.append(path)
        return False

    def _leads_inside(self, link: str, path: str) -> bool:
        try:
            target = os.path.realpath(link, strict=True)
        except OSError:
            self.report(NOT_A_FILE, path, "link leads nowhere; mend or remove it")
            return False
        if is_within(target, self._private):
            self.report(SYMLINK_OUTSIDE, path, _TO_CAPTURES)
            return False
        if is_within(target, self._root):
            return True
        message = "link leads out of the project; replace it with a copy, or remove it"
        self.report(SYMLINK_OUTSIDE, path, message)
        return False


def is_within(path: str, folder: str) -> bool:
    """Say whether a path is a folder's, or of something in it; both are real."""
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def is_ignored(name: str, folder: str) -> bool:
    """Say whether the file is hidden, an editor's backup, or none of this stage's business."""
    is_backup = name.endswith("~") or (name.startswith("#") and name.endswith("#"))
    return name.startswith(".") or is_backup or f"{folder}/{name}" in _OTHER_STAGES_FILES
