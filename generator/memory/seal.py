"""The seal: says that nothing has changed since a good build, asked before anything is loaded.

It holds the stamps of every file that the build read or wrote, of every folder that it looked
into, of the program and of the libraries. It imports next to nothing, since most of the time of
a build that has nothing to do is the time that imports take.
"""

import marshal
import os
import sys
from collections.abc import Iterator
from datetime import datetime
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path
from typing import NamedTuple

from generator.memory.machine_key import machine_key
from generator.memory.own_files import own_files
from generator.memory.stamps import NOT_THERE, Stamp, stamp_of

SUM_BYTES = 16
Edition = tuple[object, ...]
Outcome = tuple[int, list[object], list[str], list[str]]


class Sealed(NamedTuple):
    """What a good build left, and which of the paths that it rests on are not what they were.

    It holds from `since`, the moment for which it was built, until `until`, in seconds of Unix
    time.
    `version` is the program's, `record` the checksum of the site's record, `seen` every path with
    its stamp, None where the next change might not have shown. The outcome is the number of the
    site's files, the warnings, each of them on a line, and the codes of those acknowledged.
    """

    since: float
    until: float
    version: bytes
    record: int
    seen: dict[str, Stamp | None]
    outcome: Outcome
    changed: list[str]


def last_sealed(seal: Path, edition: Edition, now: datetime) -> Sealed | None:
    """Return what the last build left, None where nothing of it can be trusted.

    `edition` is what the build is asked for, `now` the moment for which it is.
    """
    read = read_seal(seal)
    if read is None:
        return None
    sealed_edition, sealed = read
    holds = sealed.since <= now.timestamp() < sealed.until
    return sealed if sealed_edition == edition and holds else None


def read_seal(seal: Path) -> tuple[Edition, Sealed] | None:
    """Return the edition that was sealed and what it left, None where that cannot be read."""
    try:
        python, edition, *rest = marshal.loads(read_keyed(seal))  # noqa: S302 - the sum says that it is whole, and our own
        since, until, version, record, seen, outcome = rest
    except (OSError, ValueError, EOFError, TypeError):
        return None
    if python != sys.version:
        return None
    changed = [path for path, stamp in seen.items() if (stamp_of(path) or NOT_THERE) != stamp]
    return edition, Sealed(since, until, version, record, seen, outcome, changed)


def write_seal(seal: Path, edition: Edition, sealed: Sealed) -> None:
    """Seal a good build."""
    write_keyed(seal, marshal.dumps((sys.version, edition, *sealed[:-1])))  # type: ignore[arg-type] # the outcome is made of plain values


def read_keyed(path: Path) -> memoryview:
    """Return what this user wrote into a file; raise ValueError where it is not that, OSError."""
    content = memoryview(path.read_bytes())
    if not compare_digest(keyed_sum(content[SUM_BYTES:]), content[:SUM_BYTES]):
        raise ValueError
    return content[SUM_BYTES:]


def write_keyed(path: Path, content: bytes) -> None:
    """Write content behind its sum, all at once."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_bytes(keyed_sum(content) + content)
    draft.replace(path)


def keyed_sum(content: bytes | memoryview) -> bytes:
    """Return what only this user can have made of the content."""
    return blake2b(content, key=machine_key(), digest_size=SUM_BYTES).digest()


def program_files() -> Iterator[str]:
    """Yield the program's files, and the folders in which its libraries are installed."""
    yield from own_files()
    yield from (folder for folder in sys.path if folder.endswith("-packages"))
