"""Shelf: a mapping kept on disk in two files, so that a small change is written in no time.

`NAME.base` holds everything at some time, `NAME.changes` what is different since. Both begin
with a checksum, and the changes name the base that they belong to. A file that is damaged, or
was written by another program version, is as good as none. If the changes alone are lost, the
base is whole and out of date: a shelf that is `bound` is trusted only with the checksums that
somebody else keeps.
"""

import os
from collections.abc import Collection
from pathlib import Path
from typing import Any, Generic, TypeVar
from zlib import crc32

import msgspec

Value = TypeVar("Value")
Sums = tuple[int, int]
CHECKSUM_BYTES = 4
# Beyond this share of the base, the changes take longer to read than a new base to write.
MOST_CHANGES = 0.1


class Shelf(Generic[Value]):
    """One mapping on disk; `kind` is the type of its values, `version` the program's."""

    def __init__(self, folder: Path, name: str, kind: Any, version: bytes) -> None:  # noqa: ANN401 - any type that msgspec can read
        self.base_path = folder / f"{name}.base"
        self.changes_path = folder / f"{name}.changes"
        self.version = version
        self.base_sum = 0
        self.base_size = 0
        self.changed: set[str] = set()
        self.is_bound = False
        self.sums: Sums | None = None
        self.is_loaded = False
        self.loaded: dict[str, Value] = {}
        self._bases = msgspec.msgpack.Decoder(tuple[bytes, dict[str, kind]])
        self._changes = msgspec.msgpack.Decoder(tuple[bytes, int, dict[str, kind]])

    def bind(self, sums: "Sums | None") -> None:
        """Trust no files but those with these checksums; none at all without any."""
        self.is_bound = True
        self.sums = sums

    def load(self) -> dict[str, Value]:
        """Return the mapping, empty where there is none to trust."""
        self.is_loaded = True
        self.base_sum = self.base_size = 0
        self.changed = set()
        content = checked(self.base_path)
        try:
            version, values = self._bases.decode(content[CHECKSUM_BYTES:])
            if version != self.version:
                return {}
            base_sum = int.from_bytes(content[:CHECKSUM_BYTES])
            self.base_size = len(values)
            content = checked(self.changes_path)
            if self.is_bound and self.sums != (base_sum, int.from_bytes(content[:CHECKSUM_BYTES])):
                return {}
            if content:
                version, of_base, changed = self._changes.decode(content[CHECKSUM_BYTES:])
                if version != self.version or of_base != base_sum:
                    return {}
                values.update(changed)
                self.changed = set(changed)
        except msgspec.MsgspecError:
            return {}
        self.base_sum = base_sum
        self.loaded = dict(values)
        return values

    def differing(self, values: dict[str, Value]) -> set[str]:
        """Return the keys of what is not the very thing that was loaded, or is gone."""
        new = {key for key, value in values.items() if self.loaded.get(key) is not value}
        return new | (self.loaded.keys() - values.keys())

    def save(self, values: dict[str, Value], changed: Collection[str]) -> None:
        """Keep the mapping; `changed` are the keys that differ from what was loaded.

        A mapping that was never loaded holds no more than what changed.
        """
        if not changed:
            return
        if not self.is_loaded:
            values = self.load() | values
        self.changed |= set(changed)
        is_smaller = any(key not in values for key in changed)
        many = MOST_CHANGES * self.base_size
        # What was deleted must not lie about in the base.
        if not self.base_sum or is_smaller or len(self.changed) > many:
            self.changes_path.unlink(missing_ok=True)
            self.base_sum = write_checked(self.base_path, (self.version, values))
            self.base_size = len(values)
            self.changed = set()
            self.sums = (self.base_sum, 0)
        else:
            held = {key: values[key] for key in self.changed}
            changes_sum = write_checked(self.changes_path, (self.version, self.base_sum, held))
            self.sums = (self.base_sum, changes_sum)


def checked(path: Path) -> memoryview:
    """Return a file's bytes, its checksum first; empty where it is not there or not whole."""
    try:
        content = memoryview(path.read_bytes())
    except OSError:
        return memoryview(b"")
    stated = int.from_bytes(content[:CHECKSUM_BYTES])
    return content if crc32(content[CHECKSUM_BYTES:]) == stated else memoryview(b"")


def write_checked(path: Path, value: object) -> int:
    """Write a value behind its checksum, all at once; return the checksum."""
    content = msgspec.msgpack.encode(value)
    checksum = crc32(content)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with draft.open("wb", buffering=0) as file:
        file.write(checksum.to_bytes(CHECKSUM_BYTES))
        file.write(content)
    draft.replace(path)
    return checksum
