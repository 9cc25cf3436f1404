"""A search for canaries in whatever form a file of the site may hold them."""

import gzip
import re
import sqlite3
import zlib
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote_to_bytes

import brotli

CANARY = re.compile(rb"canary(\w+?)x(\w+?)z", re.IGNORECASE)
PNG = b"\x89PNG\r\n\x1a\n"
DATABASE = b"SQLite format 3\0"
ESCAPE = re.compile(rb"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")
# RFC 5545, 3.1: a long line is folded by a break and a blank, wherever.
FOLD = re.compile(rb"\r?\n[ \t]")
UNPACK = {".gz": gzip.decompress, ".br": brotli.decompress}


def found_in(site: Path) -> list[str]:
    """Return `file: canary` for each canary in a file's name or in any reading of its bytes."""
    found = []
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        texts = [name.encode(), *(readings(name, file.read_bytes()) if file.is_file() else ())]
        hits = {hit[0].decode().lower() for text in texts for hit in CANARY.finditer(text)}
        found += [f"{name}: {hit}" for hit in sorted(hits)]
    return found


def readings(name: str, content: bytes) -> Iterator[bytes]:
    """Yield a file's bytes as they are, unpacked, and without escapes, entities and folds."""
    yield content
    for ending, unpack in UNPACK.items():
        if name.endswith(ending):
            yield from readings(name.removesuffix(ending), unpack(content))
            return
    if content.startswith(PNG):
        yield from pieces_of_png(content)
    elif content.startswith(DATABASE):
        yield from cells_of(content)
    elif b"\0" not in content:
        text = ESCAPE.sub(lambda each: escaped(each[1] or each[2]), FOLD.sub(b"", content))
        yield text
        yield unquote_to_bytes(unescape(text.decode(errors="replace")))


def escaped(digits: bytes) -> bytes:
    """Return the character of that number in UTF-8."""
    return chr(int(digits, 16)).encode(errors="replace")


def pieces_of_png(content: bytes) -> Iterator[bytes]:
    """Yield each chunk's data, and what any part of it unpacks to (PNG 3rd edition, 11.3.3)."""
    at = len(PNG)
    while at < len(content):
        size = int.from_bytes(content[at : at + 4])
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        yield data
        if kind in {b"zTXt", b"iTXt", b"iCCP"}:
            starts = (each.start() for each in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data))
            yield from (inflated(data[start:]) for start in starts)
        at += size + 12


def inflated(data: bytes) -> bytes:
    """Return what the data unpacks to, nothing where it is not packed."""
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return b""


def cells_of(content: bytes) -> Iterator[bytes]:
    """Yield every cell of a database as text, with the names and statements of its tables."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema")]
    for table in ("sqlite_schema", *tables):
        kind = connection.execute("SELECT type FROM sqlite_schema WHERE name = ?", [table])
        if table == "sqlite_schema" or kind.fetchone() == ("table",):
            for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - its own names
                yield " ".join(map(str, row)).encode()
    connection.close()
