"""Workers: pure work split over processes; the results come back in order, whoever did it."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn, TypeVar

from msgspec import Struct

from generator.errors import MachineError

if TYPE_CHECKING:
    from concurrent.futures import Executor

Common = TypeVar("Common")
Share = TypeVar("Share")
Task = Callable[[Common, Share], bytes]
CAN_FORK = sys.platform == "linux"


class Workers(Struct, frozen=True):
    """So many processes on this machine; or an executor of any kind, on whatever machines."""

    jobs: int = 1
    executor: "Executor | None" = None

    def results(
        self,
        task: Task[Common, Share],
        common: Common,
        shares: Sequence[Share],
        meanwhile: Callable[[], None] = lambda: None,
    ) -> list[bytes]:
        """Return what the task makes of each share; raise what it raises.

        The task is a function of a module, and what it is given can be pickled. `meanwhile` is
        called here while others are at work.
        """
        if self.executor is not None:
            futures = [self.executor.submit(task, common, share) for share in shares]
            meanwhile()
            return [future.result() for future in futures]
        if len(shares) > 1 and CAN_FORK:
            return forked(task, common, shares, meanwhile)
        meanwhile()
        return [task(common, share) for share in shares]

    def split(self, items: Sequence[Share], least: int) -> list[Sequence[Share]]:
        """Return the items in as many shares as there are workers, none of fewer than `least`."""
        count = max(1, min(self.jobs, len(items) // least))
        # Every n-th, so that neighbours, which are alike, do not all go to one.
        return [items[start::count] for start in range(count)]


def default_jobs() -> int:
    """Return how many processes this one may use at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def forked(
    task: Task[Common, Share],
    common: Common,
    shares: Sequence[Share],
    meanwhile: Callable[[], None],
) -> list[bytes]:
    """Return the results of forked processes, one for each share.

    A forked process has all that this one has, so nothing is sent to it. A pool of
    `concurrent.futures` takes longer to begin and end than a thousand events to read.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    gc.freeze()
    children: list[tuple[int, int]] = []
    try:
        children.extend(begun(task, common, share) for share in shares)
        meanwhile()
        return [result_of(reader) for _, reader in children]
    except BaseException:
        for process, _ in children:
            os.kill(process, signal.SIGKILL)
        raise
    finally:
        gc.unfreeze()
        for process, reader in children:
            os.close(reader)
            os.waitpid(process, 0)


def begun(task: Task[Common, Share], common: Common, share: Share) -> tuple[int, int]:
    """Fork a process for one share; return its number, and where its result can be read."""
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reader)
        work(task, common, share, writer)
    os.close(writer)
    return process, reader


def work(task: Task[Common, Share], common: Common, share: Share, writer: int) -> NoReturn:
    """Write what the task makes of the share, or its error, and end the process at once.

    Nothing of what the parent process has open is closed or flushed a second time.
    """
    try:
        # Ctrl-C is for the process that asked for the work.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            result = b"+" + task(common, share)
        except Exception as error:  # noqa: BLE001 - it is raised again where it is wanted
            import pickle  # noqa: PLC0415 - few builds meet an error

            result = b"-" + pickle.dumps(error)
        with open(writer, "wb") as pipe:
            pipe.write(result)
    finally:
        os._exit(0)


def result_of(reader: int) -> bytes:
    """Return a process's result; raise its error, or MachineError when it was ended."""
    with open(reader, "rb", closefd=False) as pipe:
        result = pipe.read()
    if result[:1] == b"-":
        import pickle  # noqa: PLC0415 - see `work`

        error: Exception = pickle.loads(result[1:])  # noqa: S301 - our own process wrote it
        raise error
    if not result:
        message = (
            "a process of the build was ended from outside, perhaps for want of memory; "
            "the site was left as it is; build again, with --jobs 1 if it happens again"
        )
        raise MachineError(message)
    return result[1:]
