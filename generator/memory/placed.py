"""Placed files: which ones builds put into a site, kept outside it in case its manifest is lost."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from generator.memory.seal import read_keyed, write_keyed


class PlacedFiles:
    """The files of one site; they are known to any version of the program, but to no other user."""

    def __init__(self, folder: Path) -> None:
        """Name the file; nothing is read yet."""
        self.path = folder / "placed"
        self.known: dict[str, str] = {}

    def recalled(self) -> dict[str, str]:
        """Return a SHA-256 that each file had, by its path; none where none can be trusted."""
        try:
            self.known = msgspec.msgpack.decode(read_keyed(self.path), type=dict[str, str])
        except (OSError, ValueError, msgspec.MsgspecError):
            self.known = {}
        return self.known

    def keep(self, files: Mapping[str, str]) -> None:
        """Keep the files, unless just these paths are known.

        Where the cache folder cannot be written, the site's manifest is all that knows them.
        """
        if files.keys() == self.known.keys():
            return
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_keyed(self.path, msgspec.msgpack.encode(files))
            self.known = dict(files)
