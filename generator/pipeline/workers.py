"""Workers: pure work split over processes; the results come back in order, whoever did it."""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import Any, TypeVar

from msgspec import Struct

from generator.errors import MachineError

Common = TypeVar("Common")
Share = TypeVar("Share")
Result = TypeVar("Result")
Task = Callable[[Common, Share], Result]

# What all shares of one run have in common; each worker process is given it once.
_common: Any = None


class Workers(Struct, frozen=True):
    """So many processes on this machine; or an executor of any kind, on whatever machines."""

    jobs: int = 1
    executor: Executor | None = None

    def results(
        self, task: Task[Common, Share, Result], common: Common, shares: Sequence[Share]
    ) -> list[Result]:
        """Return what the task makes of each share; raise what it raises.

        The task is a function of a module; what all shares have in common and the shares can be
        pickled.
        """
        if self.executor is not None:
            futures = [self.executor.submit(task, common, share) for share in shares]
            return [future.result() for future in futures]
        if self.jobs == 1 or len(shares) == 1:
            return [task(common, share) for share in shares]
        return in_processes(min(self.jobs, len(shares)), task, common, shares)

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


def in_processes(
    count: int, task: Task[Common, Share, Result], common: Common, shares: Sequence[Share]
) -> list[Result]:
    """Return the results of so many processes of this machine."""
    # Libraries that a build in one process never needs.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - see above
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - see above

    # A forked process has everything already; elsewhere what is common is pickled.
    method = "fork" if sys.platform == "linux" else None
    context = multiprocessing.get_context(method)
    gc.freeze()
    try:
        with ProcessPoolExecutor(
            count, mp_context=context, initializer=begin, initargs=(common,)
        ) as pool:
            futures = [pool.submit(work, task, share) for share in shares]
            return [future.result() for future in futures]
    except BrokenProcessPool as error:
        message = (
            "a process of the build was ended from outside, perhaps for want of memory; "
            "the site was left as it is; build again, with --jobs 1 if it happens again"
        )
        raise MachineError(message) from error
    finally:
        gc.unfreeze()


def begin(common: object) -> None:
    """Prepare a worker process; Ctrl-C is for the process that asked for the work."""
    global _common  # noqa: PLW0603 - one process works for one run
    _common = common
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def work(task: Callable[[Any, Share], Result], share: Share) -> Result:
    """Return what the task makes of the share."""
    return task(_common, share)
