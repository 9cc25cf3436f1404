"""Moments: read as they are typed, or refused; every one that is read can be compared."""

from datetime import UTC, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.clock import Timestamp
from generator.model.document import Scalar
from generator.validate.fields.base import INVALID, Reader
from generator.validate.fields.moments import Instant, InstantOrDate

TYPED = st.builds(
    "{:04d}-{:02d}-{:02d}T{:02d}:{:02d}:{:02d}{}".format,
    st.sampled_from([0, 1, 2, 1970, 2022, 9998, 9999]),
    st.integers(0, 13),
    st.integers(0, 32),
    st.integers(0, 24),
    st.integers(0, 60),
    st.integers(0, 61),
    st.sampled_from(["Z", "+00:00", "+14:00", "-12:00", "+23:59", "-23:59", "-00:01", "+24:00"]),
)


@pytest.mark.parametrize("kind", [Instant(), InstantOrDate()])
@given(text=TYPED)
def test_a_moment_that_is_read_has_a_day_everywhere(
    kind: Instant | InstantOrDate, text: str
) -> None:
    reader = Reader("content/events/a.yaml")
    moment = kind.parse(Scalar(text, 3, 10), "embargo", reader)
    if isinstance(moment, Timestamp):
        assert moment.instant.astimezone(UTC).utcoffset() == timedelta()
        assert moment.text == text
    else:
        assert moment is INVALID
        (problem,) = reader.problems
        assert (problem.kind.code, problem.location.line) == ("bad-timestamp", 3)
        assert f'"{text}"' in problem.message


@pytest.mark.parametrize("text", ["9999-12-31T23:59:59-00:01", "0001-01-01T00:00:00+14:00"])
def test_a_moment_beyond_the_ends_of_time_is_a_problem(text: str) -> None:
    reader = Reader("content/events/a.yaml")
    assert Instant().parse(Scalar(text, 3, 10), "embargo", reader) is INVALID
    assert "years 0001 to 9999 of UTC" in reader.problems[0].message
