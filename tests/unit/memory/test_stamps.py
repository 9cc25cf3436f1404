"""A stamp is trusted once no change can hide behind it."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from generator.memory.stamps import COARSE_STEP, FINE_STEP, holds, settled, stamp_of

SECOND = 10**9


@pytest.mark.parametrize(
    ("changed", "step"), [(7 * SECOND + 123_456_789, FINE_STEP), (7 * SECOND, COARSE_STEP)]
)
def test_a_change_within_one_step_of_the_clock_could_hide(changed: int, step: int) -> None:
    stamp = (changed, changed, 10, 1)
    assert settled(stamp, changed) is None
    assert settled(stamp, changed + step) is None
    assert settled(stamp, changed + step + 1) == stamp


def test_the_later_of_both_times_counts() -> None:
    early, late = 3 * SECOND + 1, 9 * SECOND + 1
    assert settled((early, late, 10, 1), early + COARSE_STEP) is None
    assert settled((late, early, 10, 1), early + COARSE_STEP) is None


def test_a_file_that_is_not_there_has_no_stamp(tmp_path: Path) -> None:
    assert stamp_of(str(tmp_path / "nothing")) is None
    assert settled(None, 0) is None


def test_without_a_stamp_the_bytes_are_compared(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"one")
    digest = sha256(b"one").hexdigest()
    assert holds(str(path), None, digest)
    stamp = stamp_of(str(path))
    path.write_bytes(b"two")
    os.utime(path, ns=(1, 1))
    assert not holds(str(path), None, digest)
    assert not holds(str(path), stamp, digest)
