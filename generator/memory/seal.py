"""The seal: says that nothing has changed since a good build, asked before anything is loaded.

It holds the stamps of every file that the build read or wrote, of every folder that it looked
into, of the program and of the libraries. It imports next to nothing, since most of the time of
a build that has nothing to do is the time that imports take.
"""

import marshal
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from zlib import crc32

from generator.memory.stamps import NOT_THERE, Stamp, stamp_of

CHECKSUM_BYTES = 4
PROGRAM = Path(__file__).resolve().parent.parent
Edition = tuple[object, ...]
Outcome = tuple[int, list[object], list[str]]


def sealed_outcome(seal: Path, edition: Edition) -> Outcome | None:
    """Return what came of the last build if nothing has changed since, else None.

    `edition` is what the build is asked for now. The outcome is the number of the site's files,
    the warnings, and each of them on a line.
    """
    try:
        content = seal.read_bytes()
        if crc32(content[CHECKSUM_BYTES:]) != int.from_bytes(content[:CHECKSUM_BYTES]):
            return None
        version, sealed, until, seen, outcome = marshal.loads(content[CHECKSUM_BYTES:])  # noqa: S302 - the checksum says that it is whole
    except (OSError, ValueError, EOFError, TypeError):
        return None
    if version != sys.version or sealed != edition or time.time() >= until:
        return None
    if any((stamp_of(path) or NOT_THERE) != stamp for path, stamp in seen):
        return None
    found: Outcome = outcome
    return found


def write_seal(
    seal: Path,
    edition: Edition,
    until: float,
    seen: Iterable[tuple[str, Stamp | None]],
    outcome: Outcome,
) -> None:
    """Seal a good build until a moment, in seconds of Unix time.

    `seen` are the paths that the build rests on, each with its stamp from before it was used.
    """
    content = marshal.dumps((sys.version, edition, until, list(seen), outcome))  # type: ignore[arg-type] # the outcome is made of plain values
    draft = seal.with_name(f"{seal.name}.{os.getpid()}")
    draft.write_bytes(crc32(content).to_bytes(CHECKSUM_BYTES) + content)
    draft.replace(seal)


def program_files() -> Iterator[str]:
    """Yield the program's files, and the folders in which its libraries are installed."""
    yield from map(str, PROGRAM.rglob("*.py"))
    yield from (folder for folder in sys.path if folder.endswith("-packages"))
