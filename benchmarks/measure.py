"""Measure one command: seconds, processor seconds, and the memory of its whole tree."""

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

SAMPLE_EVERY = 0.010
MOST_OF_A_CORE = 0.05  # sampling takes no more of one core than this
PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Measurement:
    """What a command took; `peak` is in bytes, of memory that the tree holds (PSS)."""

    wall: float
    cpu: float
    peak: int


class CommandFailedError(Exception):
    """A measured command ended with a fault."""


def measure(command: list[str], folder: Path) -> Measurement:
    """Run a command to its end; its children's time and memory are counted with its own."""
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - the commands are written in tools.py
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    sampler = Sampler(process.pid)
    sampler.start()
    errors = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    sampler.stop()
    if process.stderr:
        process.stderr.close()
    if process.returncode:
        raise CommandFailedError(f"{command}: {errors.decode(errors='replace')[-2000:]}")
    return Measurement(wall, usage.ru_utime + usage.ru_stime, sampler.peak)


class Sampler(threading.Thread):
    """Reads, every 10 ms, how much memory a process and all beneath it hold."""

    def __init__(self, pid: int) -> None:
        """Take the process to watch."""
        super().__init__(daemon=True)
        self.pid = pid
        self.peak = 0
        self.over = threading.Event()

    def run(self) -> None:
        """Sample until told to stop; a large tree, which is slow to read, is read less often."""
        pause = 0.0
        while not self.over.wait(pause):
            started = time.thread_time()
            self.peak = max(self.peak, sum(proportional_size(pid) for pid in tree(self.pid)))
            pause = max(SAMPLE_EVERY, (time.thread_time() - started) / MOST_OF_A_CORE)

    def stop(self) -> None:
        """Stop and wait for the last sample."""
        self.over.set()
        self.join()


def tree(pid: int) -> list[int]:
    """Return a process and all processes beneath it."""
    found = [pid]
    for parent in found:
        found += children(parent)
    return found


def children(pid: int) -> list[int]:
    """Return the processes that a process's threads started; none if it has ended."""
    held: list[int] = []
    try:
        for task in (PROC / str(pid) / "task").iterdir():
            held += [int(word) for word in (task / "children").read_text().split()]
    except OSError:
        return held
    return held


def proportional_size(pid: int) -> int:
    """Return the process's PSS in bytes: shared pages are shared out among their holders."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
