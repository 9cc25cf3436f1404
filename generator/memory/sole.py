"""One build at a time: two that wrote the same site at once would mix it.

The lock is the operating system's own, on a file in the memory of the site, so that it ends with
the process that holds it, however that ended: no stale lock is ever left.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.errors import MachineError
from generator.memory.folder import memory_folder


@contextmanager
def sole_build(project: Path, site: Path) -> Iterator[None]:
    """Hold the site's lock; raise MachineError when another build holds it.

    Where the cache folder cannot be written, or the system has no such locks, nothing is held.
    """
    try:
        import fcntl  # noqa: PLC0415 - not every system has it
    except ImportError:
        yield
        return
    folder = memory_folder(project, site)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    try:
        file = (folder / "lock").open("w")
    except OSError:
        yield
        return
    with file:
        try:
            # Processes that the holder starts do not inherit this kind of lock.
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            message = (
                f"{site}: another build is at work on it; nothing was written; wait for its end"
            )
            raise MachineError(message) from error
        yield
