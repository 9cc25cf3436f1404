"""Stamps: what a file system says of a file, by which a change shows without reading it.

This module imports next to nothing: it is asked before it is known whether there is work to do.
"""

import os
import stat
from hashlib import sha256

# When it was last modified and changed, in nanoseconds; its size; its number on the disk.
Stamp = tuple[int, int, int, int]

# File systems keep times in steps: of a few milliseconds, or of seconds where the nanoseconds
# are round. A file that is changed twice within one step bears one time for both contents.
FINE_STEP, COARSE_STEP = 50_000_000, 2_500_000_000
ROUND = 1_000_000


# What stands for the stamp of a file that is not there, where that is no doubt but knowledge.
NOT_THERE: Stamp = (0, 0, 0, 0)


def stamp_of(path: str) -> Stamp | None:
    """Return the stamp of a file or folder, None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a Path costs more than asking
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)


def is_settled(stamp: Stamp, now: int) -> bool:
    """Return whether any change after `now`, in nanoseconds, must show in the stamp."""
    modified, changed, _, _ = stamp
    step = COARSE_STEP if changed % ROUND == 0 else FINE_STEP
    return max(modified, changed) + step < now


def settled(stamp: Stamp | None, now: int) -> Stamp | None:
    """Return the stamp if it is settled, else None."""
    return stamp if stamp is not None and is_settled(stamp, now) else None


def holds(path: str, stamp: Stamp | None, digest: str) -> bool:
    """Return whether a file still is what it was when it had this stamp and this SHA-256."""
    if stamp is not None:
        return stamp_of(path) == stamp
    try:
        # A pipe in a file's place would be waited for.
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - see `stamp_of`
            return False
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path costs more than reading
            return sha256(file.read()).hexdigest() == digest
    except OSError:
        return False
