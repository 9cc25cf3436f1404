"""Which of its fonts a page asks for: those whose letters it has."""

import re

import pytest

from generator.render.font_sets import font_sets
from tests.tools.required import ROOT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain", ("latin",)),
        ("“Curly” – 5 °", ("latin",)),
        ("A café", ("latin",)),
        ("é" * 20, ("latin", "latin-accents")),
        ("Zażółć gęślą jaźń, zażółć gęślą jaźń, ąęśćż", ("latin", "latin-central")),
        ("«Слава»", ("latin", "cyrillic")),
        ("Ој" * 20, ("latin", "cyrillic", "cyrillic-south")),
        ("مرحبا", ("latin",)),
    ],
)
def test_a_page_asks_for_the_fonts_of_its_letters(text: str, expected: tuple[str, ...]) -> None:
    assert font_sets(f"<p>{text}</p>") == expected


SAMPLES = {
    "latin": "Aa09 “–”…·«»",
    "latin-accents": "àÿÉß",
    "latin-central": "ąęłžőș",
    "cyrillic": "АяЁёЄєІіЇїЎўҐґ",
    "cyrillic-south": "Ђђјњќџѓ",
}


@pytest.mark.parametrize("name", SAMPLES)
def test_each_set_is_the_font_whose_range_has_its_letters(name: str) -> None:
    css = (ROOT / "templates/static/css/site.css").read_text(encoding="utf-8")
    found = re.search(rf"serif-{name}\.woff2.*unicode-range: ([^;]+);", css)
    assert found is not None
    listed: set[str] = set()
    for each in found[1].split(","):
        first, _, last = each.removeprefix("U+").partition("-")
        listed.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    assert set(SAMPLES[name]) <= listed
