"""Shelf: a mapping kept on disk in two files, so that a small change is written in no time.

`NAME.base` holds everything at some time, `NAME.changes` what is different since. Both have
checksums, and the changes name the base that they belong to. A file that is damaged, or was
written by another program version, is as good as none. If the changes alone are lost, the
base is whole and out of date: a shelf that is `bound` is trusted only with the checksums that
somebody else keeps. One value is read without the others.
"""

import os
from collections.abc import Collection
from pathlib import Path
from typing import Any, Generic, TypeVar
from zlib import crc32

import msgspec

from generator.memory.blobs import Blobs, DamagedMemoryError, read_blobs, write_blobs

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
        self.base: Blobs | None = None
        self.changes: dict[str, Value] = {}
        self.is_open = False
        self.is_bound = False
        self.sums: Sums | None = None
        self.is_loaded = False
        self.loaded: dict[str, Value] = {}
        self._values = msgspec.msgpack.Decoder(tuple[str, kind])
        self._changes = msgspec.msgpack.Decoder(tuple[bytes, int, dict[str, kind]])

    def bind(self, sums: "Sums | None") -> None:
        """Trust no files but those with these checksums; none at all without any."""
        self.is_bound = True
        self.sums = sums

    def open(self) -> None:
        """Find out what there is to trust."""
        if self.is_open:
            return
        self.is_open = True
        base = read_blobs(self.base_path, self.version)
        if base is None:
            return
        content = checked(self.changes_path)
        if self.is_bound and self.sums != (
            base.checksum,
            int.from_bytes(content[:CHECKSUM_BYTES]),
        ):
            return
        if content:
            try:
                version, of_base, changes = self._changes.decode(content[CHECKSUM_BYTES:])
            except msgspec.MsgspecError:
                return
            if version != self.version or of_base != base.checksum:
                return
            self.changes = changes
        self.base = base

    def get(self, key: str) -> Value | None:
        """Return one value, None where there is none; raise DamagedMemoryError."""
        self.open()
        if key in self.changes:
            return self.changes[key]
        for content in self.base.having(key) if self.base else ():
            found, value = self.decoded(content)
            if found == key:
                return value
        return None

    def holds(self, key: str, value: Value) -> bool:
        """Return whether this value is kept, and whole."""
        try:
            return self.get(key) == value
        except DamagedMemoryError:
            return False

    def decoded(self, content: memoryview) -> tuple[str, Value]:
        """Return a value with its key; raise DamagedMemoryError."""
        try:
            found: tuple[str, Value] = self._values.decode(content)
        except msgspec.MsgspecError as error:
            raise DamagedMemoryError from error
        return found

    def load(self) -> dict[str, Value]:
        """Return the mapping, empty where there is none to trust."""
        self.open()
        self.is_loaded = True
        base = self.base
        try:
            pairs = (base.value(number) for number in range(len(base))) if base else ()
            values = dict(map(self.decoded, pairs))
        except DamagedMemoryError:
            self.base, self.changes = None, {}
            return {}
        values.update(self.changes)
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
        self.open()
        held = self.changes.keys() | set(changed)
        is_smaller = any(key not in values for key in changed)
        # What was deleted must not lie about in the base.
        if self.base is None or is_smaller or len(held) > MOST_CHANGES * len(self.base):
            whole = dict(values) if self.is_loaded else {**self.load(), **values}
            self.save_base({k: v for k, v in whole.items() if k in values or k not in held})
        else:
            new = {key: values[key] for key in changed}
            self.changes = {**self.changes, **new}
            content = (self.version, self.base.checksum, self.changes)
            self.sums = (self.base.checksum, write_checked(self.changes_path, content))

    def save_base(self, values: dict[str, Value]) -> None:
        """Keep the whole mapping, written anew."""
        self.changes_path.unlink(missing_ok=True)
        encode = msgspec.msgpack.Encoder().encode
        pairs = ((key, encode((key, value))) for key, value in values.items())
        self.sums = (write_blobs(self.base_path, self.version, pairs), 0)
        self.is_open, self.base, self.changes = False, None, {}


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
