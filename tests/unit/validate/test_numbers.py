"""Numbers in words: which numbers a text states."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.validate.numbers import numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("around 9,000 soldiers", "9000"),
        ("9 000, 9\u00a0000, 9\u202f000 or 9’000", "9000"),
        ("9.000 Soldaten", "9000"),
        ("9 thousand", "9000"),
        ("nine thousand", "9000"),
        ("9k views", "9000"),
        ("1.5 million", "1500000"),
        ("1,5 млн", "1500000"),
        ("half a million", "500000"),
        ("one and a half million", "1500000"),
        ("more than one million", "1000000"),
        ("5 to 10 thousand", "5 5000 10000"),
        ("between five and ten million", "5 5000000 10000000"),
        ("дев’ять тисяч", "9000"),
        ("сто двадцять п'ять", "125"),
        ("півтора мільйона", "1500000"),
        ("тисяча двісті", "1200"),
        ("пять тысяч", "5000"),
        ("٩٠٠٠ شخص", "9000"),
        ("٩ آلاف", "9000"),
        ("9 tysięcy", "9000"),
        ("9 Millionen", "9000000"),
        ("two hundred and five", "205"),
        ("one hundred and twenty thousand three hundred", "120300"),
        ("twenty-one", "21"),
        ("two dozen and a dozen", "12 24"),
        ("9,000,000", "9000000"),
        ("1 234 567,8", "1234567.8"),
        ("0.5 per cent", "0.5"),
        ("2 March 2022, 30 people", "2 30 2022"),
        ("in 2022 300 people", "300 2022"),
        ("2 or 3", "2 3"),
        ("5 m deep", "5 5000000"),
        ("thousands of lives, a few thousand, dozens", ""),
        ("nobody at all", ""),
        ("", ""),
    ],
)
def test_a_text_states_these_numbers(text: str, numbers: str) -> None:
    assert numbers_in(text) == {Decimal(number) for number in numbers.split()}


@given(st.integers(0, 10**12))
def test_a_number_is_read_however_it_is_grouped(number: int) -> None:
    for mark in ",.\u00a0\u202f’' ":
        assert Decimal(number) in numbers_in(f"about {number:,} of them".replace(",", mark))
    assert numbers_in(f"about {number} of them") == {Decimal(number)}


@given(st.integers(1000, 10**9), st.integers(1000, 10**9))
def test_no_other_number_is_read(stated: int, other: int) -> None:
    assert (Decimal(other) in numbers_in(f"about {stated:,} people")) == (stated == other)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("nine thousand " * 20_000, "9000"),
        ("nine million nine thousand and nine " * 5_000, "9009009"),
        ("9 million 9 thousand " * 5_000, "9000000 9000"),
        ("nine " + "thousand " * 50 + "nine " + "thousand " * 49, ""),
        ("nine " + "hundred " * 600_000, ""),
        ("9 " + "thousand " * 20_000, ""),
        ("1" * 1_000_000 + " thousand", ""),
    ],
)
def test_numbers_that_nobody_writes_are_read_within_bounds(text: str, numbers: str) -> None:
    assert numbers_in(text) == {Decimal(number) for number in numbers.split()}


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(number >= 0 for number in numbers_in(text))
