"""Scales of charts: honest, whole, and of numbers that are easily read."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.render.chart_scales import day_ticks, nice_step, number_scale

NUMBERS = st.lists(
    st.integers(0, 10**9).map(float) | st.floats(-1e6, 1e6, allow_subnormal=False),
    min_size=1,
    max_size=20,
)
DAYS = st.integers(1, date.max.toordinal() - 1)


@given(NUMBERS)
def test_every_number_stands_within_the_axis_and_the_greater_one_higher(
    numbers: list[float],
) -> None:
    scale = number_scale(numbers)
    shares = [scale.share(number) for number in sorted(numbers)]
    assert shares == sorted(shares)
    assert -1e-6 <= shares[0] <= shares[-1] <= 1 + 1e-6


@given(NUMBERS)
def test_the_axis_begins_at_zero_unless_it_says_otherwise(numbers: list[float]) -> None:
    scale = number_scale(numbers)
    assert scale.times or scale.has(0)
    assert 2 <= len(scale.ticks) <= 20


@given(st.floats(1e-9, 1e12))
def test_a_step_is_one_two_or_five_times_a_power_of_ten(least: float) -> None:
    step = nice_step(least)
    assert step >= least * (1 - 1e-6)
    assert f"{step:e}"[0] in "125"


def test_numbers_that_lie_far_apart_are_set_on_powers_of_ten() -> None:
    assert number_scale([498.0, 9000.0]).times == 0
    scale = number_scale([40.0, 1_000_000.0])
    assert scale.times == 10
    assert scale.ticks == (10.0, 100.0, 1000.0, 10_000.0, 100_000.0, 1_000_000.0)


def test_a_zero_among_numbers_that_lie_far_apart_is_the_lowest_line() -> None:
    scale = number_scale([0.0, 12.0, 44.0, 5_000_000.0])
    assert scale.ticks[:3] == (0.0, 10.0, 100.0)
    assert scale.share(0.0) == 0
    assert scale.share(10.0) == scale.share(100.0) - scale.share(10.0)
    assert scale.share(44.0) - scale.share(12.0) > 0.05, "a great number flattens no others"


def test_each_line_is_as_many_times_the_one_below_it_as_the_scale_says() -> None:
    scale = number_scale([1.0, 9e14])
    assert all(after == before * scale.times for before, after in pairwise(scale.ticks))


@given(DAYS, DAYS)
def test_an_axis_of_days_names_few_days_of_its_span_in_order(one: int, other: int) -> None:
    first, last = min(one, other), max(one, other)
    days = [day for day, _ in day_ticks(first, last)]
    assert days == sorted(days)
    assert 1 <= len(days) <= 13
    assert first <= days[0]
    assert days[-1] <= last
