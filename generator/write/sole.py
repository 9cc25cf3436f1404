"""One build at a time: two that wrote the same site at once would mix it.

The lock is the operating system's own, on the site's folder itself: whichever project or clone
builds into it meets the same one, no file of it can be published, and it ends with the process
that holds it, however that ended.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.errors import MachineError, UsageError

# A network or foreign file system may have no locks, or none on folders.
LOCKLESS = {errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP}


@contextmanager
def sole_build(site: Path) -> Iterator[None]:
    """Hold the site's folder, making it for as long as nothing else does.

    Raise MachineError when another build holds it or it cannot be made, UsageError when it is no
    folder. Where there are no such locks, that is said, and nothing is held.
    """
    made = [folder for folder in (site, *site.parents) if not folder.exists()]
    held = held_folder(site)
    try:
        yield
    finally:
        with suppress(OSError):
            for folder in made:
                folder.rmdir()
        os.close(held)


def held_folder(site: Path) -> int:
    """Return the descriptor of the folder, locked; the lock ends when it is closed.

    Processes forked for a share of the work have it too: what they write after the death of the
    one that forked them, they write before another build begins.
    """
    while True:
        folder = opened(site)
        try:
            lock(folder, site)
            if is_at(folder, site):
                return folder
        except BaseException:
            os.close(folder)
            raise
        # The build that had made it has just removed it, since it wrote nothing.
        os.close(folder)


def opened(site: Path) -> int:
    """Return the folder's descriptor, with the folder made if need be."""
    try:
        site.mkdir(parents=True, exist_ok=True)
        return os.open(site, os.O_RDONLY)
    except (FileExistsError, NotADirectoryError) as error:
        message = f"{site}: not a folder; name another with --output"
        raise UsageError(message) from error
    except OSError as error:
        message = f"{site}: {error.strerror}; nothing was written; mend the cause and build again"
        raise MachineError(message) from error


def lock(folder: int, site: Path) -> None:
    """Lock the folder for this process; raise MachineError when another has it."""
    try:
        import fcntl  # noqa: PLC0415 - not every system has it

        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        message = f"{site}: another build is at work on it; nothing was written; wait for its end"
        raise MachineError(message) from error
    except (ImportError, OSError) as error:
        if isinstance(error, OSError) and error.errno not in LOCKLESS:
            raise
        sys.stderr.write(f"{site}: no locks here; let no two builds write it at once\n")


def is_at(folder: int, site: Path) -> bool:
    """Return whether the folder that was opened is still the one at the path."""
    try:
        return os.path.samestat(os.fstat(folder), site.stat())
    except FileNotFoundError:
        return False
