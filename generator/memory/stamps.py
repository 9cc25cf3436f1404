"""Stamps: what a file system says of a file, by which a change shows without reading it."""

import os

from msgspec import Struct

# File systems keep times in steps: of a few milliseconds, or of seconds where the nanoseconds
# are round. A file that is changed twice within one step bears one time for both contents.
FINE_STEP, COARSE_STEP = 50_000_000, 2_500_000_000
ROUND = 1_000_000


class Stamp(Struct, frozen=True, array_like=True, gc=False):
    """When a file was last changed, in nanoseconds, how many bytes it has, and which file it is."""

    modified: int
    changed: int
    size: int
    inode: int


def stamp_of(path: str) -> Stamp | None:
    """Return the stamp of a file, None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a Path costs more than asking
    except OSError:
        return None
    return Stamp(found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)


def settled(stamp: Stamp | None, now: int) -> Stamp | None:
    """Return the stamp if any change after `now`, in nanoseconds, must show in it; else None."""
    if stamp is None:
        return None
    step = COARSE_STEP if stamp.changed % ROUND == 0 else FINE_STEP
    last = max(stamp.changed, stamp.modified)
    return stamp if last + step < now else None
