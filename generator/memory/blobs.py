"""Blobs: a file of many values by key, of which one is read without the others.

A head says where each value is, sorted by the checksums of the keys, and has each value's own
checksum; the head's checksum so stands for the whole file. A value that is damaged is noticed when
it is read.
"""

import mmap
import os
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path
from zlib import crc32

import msgspec
from msgspec import Struct

CHECKSUM_BYTES, LENGTH_BYTES = 4, 8
NUMBER, PLACE = "I", "Q"


class DamagedMemoryError(Exception):
    """Something that is remembered is not what was written."""


class Head(Struct, frozen=True, array_like=True, gc=False):
    """Who wrote the file; for each value the key's checksum, place, size and checksum."""

    version: bytes
    keys: bytes
    places: bytes
    sizes: bytes
    sums: bytes


HEADS = msgspec.msgpack.Decoder(Head)


class Blobs:
    """The values of one file, each encoded with its key; `checksum` stands for all of them."""

    def __init__(self, content: memoryview, head: Head, begin: int, checksum: int) -> None:
        """Take a file's bytes, its head, and where its values begin."""
        self.content = content
        self.begin = begin
        self.checksum = checksum
        self.keys = array(NUMBER, head.keys)
        self.places = array(PLACE, head.places)
        self.sizes = array(NUMBER, head.sizes)
        self.sums = array(NUMBER, head.sums)

    def __len__(self) -> int:
        """Return how many values there are."""
        return len(self.keys)

    def having(self, key: str) -> Iterator[memoryview]:
        """Yield the values whose keys have the key's checksum, nearly always one or none."""
        wanted = crc32(key.encode())
        at = bisect_left(self.keys, wanted)
        while at < len(self.keys) and self.keys[at] == wanted:
            yield self.value(at)
            at += 1

    def value(self, number: int) -> memoryview:
        """Return the value of that number; raise DamagedMemoryError if it is not whole."""
        start = self.begin + self.places[number]
        value = self.content[start : start + self.sizes[number]]
        if crc32(value) != self.sums[number]:
            raise DamagedMemoryError
        return value


def read_blobs(path: Path, version: bytes) -> Blobs | None:
    """Return what a file holds, None where it is not there, not whole, or of another version."""
    try:
        with path.open("rb") as file:
            # Windows replaces no file that is mapped.
            is_mapped = os.name == "posix"
            access = mmap.ACCESS_READ
            content = memoryview(
                mmap.mmap(file.fileno(), 0, access=access) if is_mapped else file.read()
            )
    except (OSError, ValueError):
        return None
    stated = int.from_bytes(content[:CHECKSUM_BYTES])
    begin = CHECKSUM_BYTES + LENGTH_BYTES
    begin += int.from_bytes(content[CHECKSUM_BYTES:begin])
    head = content[CHECKSUM_BYTES:begin]
    if crc32(head) != stated:
        return None
    try:
        found = HEADS.decode(head[LENGTH_BYTES:])
    except msgspec.MsgspecError:
        return None
    return Blobs(content, found, begin, stated) if found.version == version else None


def write_blobs(path: Path, version: bytes, values: Iterable[tuple[str, bytes]]) -> int:
    """Write values by their keys, all at once; return the checksum that stands for them."""
    rows: list[tuple[int, int, int, int]] = []
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    place = 0
    encoded: list[bytes] = []
    for key, value in values:
        rows.append((crc32(key.encode()), place, len(value), crc32(value)))
        encoded.append(value)
        place += len(value)
    rows.sort()
    columns = zip(*rows, strict=True) if rows else ((), (), (), ())
    types = (NUMBER, PLACE, NUMBER, NUMBER)
    packed = (array(type_, column).tobytes() for type_, column in zip(types, columns, strict=True))
    head = msgspec.msgpack.encode(Head(version, *packed))
    head = len(head).to_bytes(LENGTH_BYTES) + head
    checksum = crc32(head)
    with draft.open("wb") as file:
        file.write(checksum.to_bytes(CHECKSUM_BYTES))
        file.write(head)
        file.writelines(encoded)
    draft.replace(path)
    return checksum
