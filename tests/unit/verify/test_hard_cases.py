"""Hard cases: where an honest quote and a misquote differ by a hair."""

import pytest

from generator.verify.matching import SourceText, find_quote

STANDING = [
    ("we surrendered", "It is said we surrendered."),
    ("about 2.", "about 2. Then"),
    ("100", "100%"),
    ("1 million", "over 1 million people"),
    ("Он не", "Он не пришёл"),
    ("пришёл", "не пришёл"),
    ("J’ai vu", "« J'ai vu »"),
    ("l'eau", "Dans l’eau froide"),
    ("He said", "He said: yes"),
    ("A […] B", "A x. B"),
    ("We will […] surrender", "We will never surrender"),
    ("They [the soldiers] fled", "They fled"),
    ("[The soldiers] fled", "They fled"),
    ("[They] fled", "Nobody fled"),
    ("He [was] killed", "He has been killed"),
    ("[Un]happy people", "happy people"),
    ("kill[ed] them", "killing them"),
    ("我们不会停止", "市长说：我们不会停止工作。"),
    ("ไม่หยุด", "เราจะไม่หยุดทำงาน"),
    ("word word", "word\u00a0word"),
    ("naïve", "nai\u0308ve"),
    ("the end", "the end"),
    ("a", "a"),
    ("U.S. forces", "U.S. forces left"),
    ("forces left", "U.S. forces left!"),
    ("100 000 людей", "понад 100\u00a0000 людей"),
    ("в 2022 році 100 000", "в 2022 році 100 000"),
    ("в 2022", "в 2022 100 людей"),
    ("co-operate", "co‑operate"),
    ("Kyiv", "Kyiv—the capital"),
    ("the capital", "Kyiv—the capital"),
]
MISQUOTED = [
    ("200 tanks", "about 1,200 tanks"),
    ("200 tanks", "about 1 200 tanks"),
    ("5 tanks", "about 2.5 tanks"),
    ("about 2", "about 2.5 tanks"),
    ("at 02", "at 02:00 today"),
    ("cost $5", "cost $50"),
    ("5", "-5 degrees"),
    ("temperature of 5", "temperature of −5"),
    ("пришел", "не пришёл"),
    ("ai vu", "J'ai vu"),
    ("est venu", "Il n'est venu"),
    ("He [was] killed", "He was not killed"),
    ("[H]appy people", "Unhappy people"),
    ("do[] this", "don't do this"),
    ("ca[n] do", "can't do"),
    ("我们会停止", "市长说：我们不会停止工作。"),
    ("000 людей", "понад 100\u00a0000 людей"),
    ("році 100", "році 100 000"),
    ("Kyiv", "Kyiv-based"),
    ("She said no.", "She said «no.»"),
    ("soldiers, tanks and aircraft", "soldiers, tanks, and aircraft"),
]


@pytest.mark.parametrize(("quote", "text"), STANDING)
def test_an_honest_quote_is_found(quote: str, text: str) -> None:
    assert find_quote(quote, SourceText(text)) is not None


@pytest.mark.parametrize(("quote", "text"), MISQUOTED)
def test_a_misquote_is_not_found(quote: str, text: str) -> None:
    assert find_quote(quote, SourceText(text)) is None
