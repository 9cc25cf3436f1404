"""Boundaries: where a quote may begin or end, so that it cuts no word and no number in two.

A cut word says something else: `kill` of `killed`, `9` of `9,000`, `can` of `can't`,
`violent` of `non-violent`.
"""

import re
import unicodedata

# Scripts that put no space between words.
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
NUMBER = re.compile(r"(?<!\w)[-+]?(?:\d{1,3}(?: \d{3}(?!\d))+|\d+)(?:[.,:/'-]\d+)*")
# Articles and prepositions that are written together with the word that is quoted.
ELIDED = re.compile(r"(?<!\w)(?:l|d|qu|dell|all|dall|nell|sull)'\Z", re.IGNORECASE)
HYPHENS = "-‐‑"
LONGEST_NUMBER = 40


def is_boundary(text: str, at: int) -> bool:
    """Return whether a quote may begin or end between two characters of a folded text."""
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if unicodedata.category(after).startswith("M"):
        return False
    if _is_word(before) and _is_word(after):
        return bool(UNSPACED.match(before) or UNSPACED.match(after))
    return not (_is_in_number(text, at) or _is_at_apostrophe(text, at))


def is_hyphenated(raw: str, at: int) -> bool:
    """Return whether a hyphen beside that place of a raw text joins two words there."""
    return any(
        raw[hyphen] in HYPHENS and raw[hyphen - 1].isalnum() and raw[hyphen + 1].isalnum()
        for hyphen in (at - 1, at)
        if 0 < hyphen < len(raw) - 1
    )


def _is_word(character: str) -> bool:
    return (
        character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")
    )


def _is_in_number(text: str, at: int) -> bool:
    begin = max(0, at - LONGEST_NUMBER)
    return any(
        begin + number.start() < at < begin + number.end()
        for number in NUMBER.finditer(text[begin : at + LONGEST_NUMBER])
    )


def _is_at_apostrophe(text: str, at: int) -> bool:
    """Return whether an apostrophe at that place stands inside a word."""
    for mark in (at - 1, at):
        if text[mark] != "'" or not 0 < mark < len(text) - 1:
            continue
        if text[mark - 1].isalpha() and text[mark + 1].isalpha():
            begin = max(0, mark - 5)
            return not (mark == at - 1 and ELIDED.search(text[begin:at]))
    return False
