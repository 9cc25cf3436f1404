"""Running a target: so many inputs, each within so much work."""

import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from tests.fuzz.targets import Target

# Seconds of work that one input may take.
MOST_WORK = 2
BATCH = 10_000


class EndlessError(AssertionError):
    """An input that takes more work than any may."""


def give_up(*_: object) -> None:
    """Say that it takes too long."""
    raise EndlessError(f"more than {MOST_WORK} seconds of work")


@contextmanager
def bounded_work() -> Iterator[None]:
    """Raise EndlessError within what takes too long, where the system can measure work."""
    if sys.platform == "win32":
        yield
        return
    before = signal.signal(signal.SIGVTALRM, give_up)
    gc.disable()  # what was fed before is not this input's work
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_WORK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        gc.enable()
        signal.signal(signal.SIGVTALRM, before)


def run(target: Target, runs: int, seed: int) -> None:
    """Feed the target; raise what the smallest input that fails raises."""
    for number, done in enumerate(range(0, runs, BATCH)):
        run_batch(target, min(BATCH, runs - done), seed + number)


def run_batch(target: Target, runs: int, seed: int) -> None:
    """Feed the target so often that hypothesis can remember all that it was fed."""

    @seeded(seed)
    @settings(
        max_examples=runs,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(st.tuples(*target.feed))
    def fuzz(fed: tuple[object, ...]) -> None:
        with bounded_work():
            target.check(*fed)

    fuzz()
