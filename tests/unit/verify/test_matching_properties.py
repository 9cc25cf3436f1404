"""Matching, over many made-up quotes: no false accept, no false reject.

`MUTATIONS=100000 pytest tests/unit/verify` tries as many mutations of quotes as that.
"""

import os
import random
import re
import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.verify.matching import SourceText, find_quote
from tests.unit.verify.made_up import TEXTS

MUTATIONS = int(os.environ.get("MUTATIONS", "4000"))
SOURCES = [SourceText(text) for text in TEXTS]
SPACED = [text for text in TEXTS if " " in text]
WORDS = re.compile(r"[^ \n]+")
NOTHING_BUT_LETTERS = re.compile(r"[\W_]+")


def written_out(text: str) -> list[str]:
    """Return a text's words by a rule of its own: letters and figures, marks inside them kept."""
    folded = unicodedata.normalize("NFC", text).replace("’", "'").replace("‘", "'")
    folded = re.sub(r"[\s\u202f\u00a0]+", " ", folded)
    return re.findall(r"[\w]+(?:[-'.,][\w]+)*|[^\w\s]", folded)


def says(text: str, quote: str) -> bool:
    """Return whether the text has the quote's words and marks next to one another."""
    words, wanted = written_out(text), written_out(quote)
    size = len(wanted)
    return any(words[at : at + size] == wanted for at in range(len(words) - size + 1))


def real_quote(chance: random.Random) -> tuple[SourceText, list[str]]:
    """Return a source and some words that stand in it."""
    source = SOURCES[chance.randrange(4)]
    words = WORDS.findall(source.raw)
    begin = chance.randrange(len(words) - 3)
    return source, words[begin : begin + chance.randint(3, 14)]


def mutated(words: list[str], chance: random.Random) -> str:
    """Return the words with one change of meaning inside them."""
    words = list(words)
    at = chance.randrange(1, len(words) - 1)
    kind = chance.randrange(8)
    if kind == 0:
        del words[at]
    elif kind == 1:
        words[at], words[at - 1] = words[at - 1], words[at]
    elif kind == 2:
        words.insert(at, chance.choice(["not", "never", "не", "لا", "לא", "10", "very"]))
    elif kind == 3:
        words[at] = words[at][::-1]
    elif kind == 4:
        words[at] = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), words[at]) + "0"
    elif kind == 5:
        words[at] = words[at].swapcase()
    elif kind == 6:
        words[at] = words[at] + words[at]
    else:
        cut = chance.randrange(len(words[-1]))
        words[-1] = words[-1][:cut]
    return " ".join(words)


def test_no_mutation_of_a_real_quote_is_accepted() -> None:
    chance = random.Random(2031)  # noqa: S311 - the same mutations in every run, no secret
    accepted, tried = [], 0
    while tried < MUTATIONS:
        source, words = real_quote(chance)
        quote = mutated(words, chance)
        if says(source.raw, quote) or not NOTHING_BUT_LETTERS.sub("", quote):
            continue  # the change left words that the source does say
        tried += 1
        if find_quote(quote, source) is not None:
            accepted.append(quote)
    assert accepted == []


def test_no_mutation_of_a_quote_with_an_elision_is_accepted() -> None:
    chance = random.Random(2032)  # noqa: S311 - see above
    accepted, tried = [], 0
    while tried < MUTATIONS // 4:
        source, words = real_quote(chance)
        if len(words) < 8:
            continue
        quote = mutated(words[:3], chance) + " […] " + " ".join(words[-3:])
        head = quote.partition(" […]")[0]
        if says(source.raw, head) or not NOTHING_BUT_LETTERS.sub("", head):
            continue
        tried += 1
        if find_quote(quote, source) is not None:
            accepted.append(quote)
    assert accepted == []


SPELLINGS = {
    " ": [" ", "  ", "\n", "\u00a0", "\u202f", " \u200b", "\t"],
    "’": ["’", "'", "ʼ", "‘"],
    "‘": ["‘", "'", "‚"],
    "«": ["«", "“", '"'],
    "»": ["»", "”", '"'],
    "–": ["–", "—", "-"],
    "—": ["—", "-", "―"],
    "…": ["…", "..."],
}


@pytest.mark.parametrize("number", range(4))
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_no_other_way_of_writing_a_quote_is_rejected(number: int, data: st.DataObject) -> None:
    source = SOURCES[number]
    words = [match.span() for match in WORDS.finditer(source.raw)]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(first + 15, len(words) - 1)))
    typed = []
    for character in source.raw[words[first][0] : words[last][1]].replace("bridge.\n‘", "bridge. "):
        typed.append(data.draw(st.sampled_from(SPELLINGS.get(character, [character]))))
        if data.draw(st.integers(0, 30)) == 0 and character.isalpha():
            typed.append(data.draw(st.sampled_from(["\u00ad", "\u200b", "\u2060", "\u200e"])))
    quote = "".join(typed)
    assume(NOTHING_BUT_LETTERS.sub("", quote))
    for form in ("NFC", "NFD"):
        assert find_quote(unicodedata.normalize(form, quote), source) is not None


@settings(max_examples=300, deadline=None)
@given(quote=st.text(max_size=60), text=st.text(max_size=200))
def test_whatever_is_found_lies_in_the_source(quote: str, text: str) -> None:
    match = find_quote(quote, SourceText(text))
    if match is not None:
        ends = [0, *(end for span in match.spans for end in span), len(text)]
        assert ends == sorted(ends)
