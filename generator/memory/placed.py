"""Placed files: which ones builds put into a site, kept outside it in case its manifest is lost."""

import os
from collections.abc import Mapping
from contextlib import suppress
from hmac import compare_digest
from pathlib import Path

import msgspec

from generator.memory.seal import SUM_BYTES, keyed_sum


class PlacedFiles:
    """The files of one site; they are known to any version of the program, but to no other user."""

    def __init__(self, folder: Path) -> None:
        """Name the file; nothing is read yet."""
        self.path = folder / "placed"
        self.known: dict[str, str] = {}

    def recalled(self) -> dict[str, str]:
        """Return a SHA-256 that each file had, by its path; none where none can be trusted."""
        try:
            content = memoryview(self.path.read_bytes())
            if compare_digest(keyed_sum(content[SUM_BYTES:]), content[:SUM_BYTES]):
                self.known = msgspec.msgpack.decode(content[SUM_BYTES:], type=dict[str, str])
        except (OSError, msgspec.MsgspecError):
            self.known = {}
        return self.known

    def keep(self, files: Mapping[str, str]) -> None:
        """Keep the files, unless just these paths are known.

        Where the cache folder cannot be written, the site's manifest is all that knows them.
        """
        if files.keys() == self.known.keys():
            return
        content = msgspec.msgpack.encode(files)
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            draft = self.path.with_name(f"{self.path.name}.{os.getpid()}")
            draft.write_bytes(keyed_sum(content) + content)
            draft.replace(self.path)
            self.known = dict(files)
