"""What a command took is measured with its children's memory and processor time."""

import sys
from pathlib import Path

import pytest

from benchmarks.measure import CommandFailedError, measure

HELD = 60_000_000
CHILD = f"import time; held = bytearray({HELD}); time.sleep(0.5)"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {CHILD!r}])"
BUSY = "import time\nwhile time.process_time() < 0.2: pass"


def test_a_childs_memory_is_its_parents(tmp_path: Path) -> None:
    took = measure([sys.executable, "-c", PARENT], tmp_path)
    assert took.peak > HELD
    assert took.wall >= 0.5


def test_processor_time_is_counted(tmp_path: Path) -> None:
    assert measure([sys.executable, "-c", BUSY], tmp_path).cpu >= 0.2


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(CommandFailedError, match="no such thing"):
        measure([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)
