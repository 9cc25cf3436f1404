"""Nearest passage: an editor sees at once what the source says instead."""

import pytest

from generator.verify.matching import SourceText
from generator.verify.nearest import nearest_passage
from tests.unit.verify.made_up import ARABIC, ENGLISH, UKRAINIAN


@pytest.mark.parametrize(
    ("quote", "text", "nearest"),
    [
        (
            "It was easy, and we did not stop",
            ENGLISH,
            "It was {+never+} easy, and we did not stop",
        ),
        ("All 900 of us paid for it", ENGLISH, "All [-900-] {+9,000+} of us paid for it"),
        ("we built it in a year", ENGLISH, "[-we-] {+'We+} built it in a year"),
        ("We built it, in a year.", ENGLISH, "We built [-it,-] {+it+} in a year."),
        (
            "They will have peace here […] only one thing",
            ENGLISH,
            None,
        ),
        ("Шість тисяч людей не можуть помилятися", UKRAINIAN, None),
        ("نتوقف عن العمل، ولن نتوقف غدا", ARABIC, None),
        ("Nothing of the kind was ever said by anyone anywhere", ENGLISH, ""),
        ("", ENGLISH, ""),
    ],
)
def test_the_nearest_passage_is_compared_word_by_word(
    quote: str, text: str, nearest: str | None
) -> None:
    found = nearest_passage(quote, SourceText(text))
    if nearest is None:
        assert "{+" in found
        assert "[-" in found
    else:
        assert found == nearest
