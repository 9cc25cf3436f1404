"""A value that is not what was written is noticed when it is read."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.memory.blobs import Blobs, DamagedMemoryError, read_blobs, write_blobs

VERSION = b"this program"
VALUES = st.dictionaries(st.text(max_size=5), st.binary(min_size=1, max_size=40), min_size=1)
HERE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def values_of(blobs: Blobs, keys: list[str]) -> list[list[bytes]]:
    return [[bytes(value) for value in blobs.having(key)] for key in keys]


@HERE
@given(values=VALUES)
def test_every_value_is_found_by_its_key(tmp_path: Path, values: dict[str, bytes]) -> None:
    path = tmp_path / "values"
    write_blobs(path, VERSION, values.items())
    blobs = read_blobs(path, VERSION)
    assert blobs is not None
    assert len(blobs) == len(values)
    assert all(
        values[key] in found for key, found in zip(values, values_of(blobs, [*values]), strict=True)
    )
    assert read_blobs(path, b"another program") is None


@HERE
@given(values=VALUES, at=st.integers(min_value=1), bit=st.integers(0, 7))
def test_a_byte_that_was_changed_is_never_taken_for_what_was_written(
    tmp_path: Path, values: dict[str, bytes], at: int, bit: int
) -> None:
    path = tmp_path / "values"
    write_blobs(path, VERSION, values.items())
    content = bytearray(path.read_bytes())
    content[-(at % len(content))] ^= 1 << bit
    path.write_bytes(content)
    blobs = read_blobs(path, VERSION)
    if blobs is None:
        return
    with pytest.raises(DamagedMemoryError):
        values_of(blobs, [*values])
