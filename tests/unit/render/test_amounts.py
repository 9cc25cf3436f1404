"""Amounts: a claim's number with its source's hedge, and no number where there is none."""

import re
from decimal import Decimal
from typing import Any

import pytest

from generator.model.claim import Claim, Qualifier
from generator.render.amounts import Amounts
from tests.unit.render.words import interface

NINE = Decimal(9000)
RANGE = {"low": Decimal(1000), "high": Decimal(2000)}
AMOUNTS: list[tuple[dict[str, Any], str]] = [
    ({"value": NINE}, "9,000"),
    ({"value": Decimal("9000.1234")}, "9,000.1234"),
    ({"value": Decimal(0)}, "0"),
    ({"value": NINE, "qualifier": Qualifier.ABOUT}, "about 9,000"),
    ({"value": NINE, "qualifier": Qualifier.AT_LEAST}, "at least 9,000"),
    ({"value": NINE, "qualifier": Qualifier.MORE_THAN}, "more than 9,000"),
    ({"value": NINE, "qualifier": Qualifier.UP_TO}, "up to 9,000"),
    (RANGE, "1,000–2,000"),
    ({**RANGE, "qualifier": Qualifier.ABOUT}, "about 1,000–2,000"),
    ({"low": NINE}, "9,000 or more"),
    ({"low": NINE, "qualifier": Qualifier.ABOUT}, "about 9,000 or more"),
    ({"low": NINE, "qualifier": Qualifier.AT_LEAST}, "at least 9,000"),
    ({"high": NINE}, "up to 9,000"),
    ({"high": NINE, "qualifier": Qualifier.ABOUT}, "up to about 9,000"),
    ({}, "no figure given"),
]


@pytest.mark.parametrize(("fields", "text"), AMOUNTS)
def test_an_amount_says_no_more_than_its_source(fields: dict[str, Any], text: str) -> None:
    claim = Claim(figure="f", claimant="c", source="s", **fields)
    assert Amounts(interface("en-GB")).amount(claim) == text


@pytest.mark.parametrize(("fields", "text"), AMOUNTS)
def test_set_apart_from_its_number_a_hedge_says_the_same(fields: dict[str, Any], text: str) -> None:
    claim = Claim(figure="f", claimant="c", source="s", **fields)
    html = Amounts(interface("en-GB")).amount_html(claim)
    assert re.sub("<[^>]+>", "", html) == text
    numbers = len([end for end in (claim.value, claim.low, claim.high) if end is not None])
    assert html.count('class="digits"') == numbers


def test_the_longest_number_says_how_large_all_of_a_comparison_can_be() -> None:
    amounts = Amounts(interface("uk"))
    short, long, vast = (
        Claim(figure="f", claimant="c", source="s", value=Decimal(10**power))
        for power in (6, 9, 14)
    )
    assert amounts.breadth([short]) == ""
    assert amounts.breadth([short, long]) == "long"
    assert amounts.breadth([long, vast, short]) == "vast"


def test_a_number_does_not_break_in_the_middle() -> None:
    assert Amounts(interface("uk")).number(9000) == "9\N{NO-BREAK SPACE}000"
