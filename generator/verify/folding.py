"""Folding: text with the differences taken out that no reader would call a different wording.

Folded away are, and nothing else is: composed or decomposed letters (Unicode NFC), the kind and
amount of white space, straight or curly quotation marks, the kind of dash, soft hyphens,
characters without width, and `…` against three points. Letters, their case, accents, figures
and all other punctuation stay.
"""

import re
import sys
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u061c\u2060\u2066-\u2069\u202a-\u202e\ufeff"
SINGLE_MARKS = "'‘’‚‛‹›ʼ`´′"
DOUBLE_MARKS = '"“”„‟«»″'
DASHES = "-‐‑‒–—―−"
ONE_FOR_ONE = str.maketrans(
    {
        **dict.fromkeys(SINGLE_MARKS, "'"),
        **dict.fromkeys(DOUBLE_MARKS, '"'),
        **dict.fromkeys(DASHES, "-"),
    }
)
INVISIBLE = re.compile(f"[{SOFT_HYPHEN}{ZERO_WIDTH}]+")
# White space that invisible characters stand in is one run.
SPACE = re.compile(rf"[{SOFT_HYPHEN}{ZERO_WIDTH}]*+\s[\s{SOFT_HYPHEN}{ZERO_WIDTH}]*+")
ANY_SPACE = re.compile(r"\s")
OTHER_LENGTH = rf"{SPACE.pattern}|{INVISIBLE.pattern}|…"
# White space with a line's end in it; nothing that was matched is given back (`*+`).
LINE_END = r"(?=[^\S\n]*+\n)\s++"
REPEATED_MARK = rf"(?P<reopened>(?<!\s){LINE_END}[{SINGLE_MARKS}{DOUBLE_MARKS}](?=\w))"
ANY_MARK = re.compile(
    rf"(?<!\w)[{SINGLE_MARKS}{DOUBLE_MARKS}]|[{SINGLE_MARKS}{DOUBLE_MARKS}](?!\w)"
)
DIVIDED_WORD = rf"(?P<divided>(?<=[^\W\d_])[-‐\u00ad]{LINE_END}(?=[^\W\d_]))"
# Vowels and final consonants of Korean, which are composed with what stands before them.
JAMO = "\u1160-\u11ff"
# No writing has more on one letter (Unicode Standard Annex 15, section 13); putting more in
# order takes the square of their number, so that they stay as they are.
MOST_MARKS = 30

Change = tuple[int, int, str]


class FoldedText(NamedTuple):
    """A folded text, and where in the raw text each part of it stands.

    `folded` and `raw` are the offsets, in characters, at which both go on in step.
    """

    text: str
    folded: "array[int]"
    raw: "array[int]"

    def start(self, at: int) -> int:
        """Return the raw offset of the first character that `at` stands for."""
        found = bisect_right(self.folded, at) - 1
        return self._beside(found, at)

    def end(self, at: int) -> int:
        """Return the raw offset behind the last character before `at`."""
        found = bisect_left(self.folded, at)
        if found < len(self.folded) and self.folded[found] == at:
            return self.raw[found]
        return self._beside(found - 1, at)

    def _beside(self, found: int, at: int) -> int:
        offset = self.raw[found] + at - self.folded[found]
        following = self.raw[found + 1] if found + 1 < len(self.raw) else offset
        return min(offset, following)


def fold(text: str) -> str:
    """Return the folded text alone."""
    return fold_text(text).text


def fold_text(text: str) -> FoldedText:
    """Return the text folded, with its offsets."""
    return _folded(text, re.compile(OTHER_LENGTH))


def fold_paragraphs(text: str) -> FoldedText:
    """Return the text folded, without the marks that reopen a quotation at each paragraph."""
    return _folded(text, re.compile(f"{REPEATED_MARK}|{OTHER_LENGTH}"))


def has_repeated_marks(text: str) -> bool:
    """Return whether a text has marks that may reopen a quotation."""
    return re.search(REPEATED_MARK, text) is not None


def has_divided_words(text: str) -> bool:
    """Return whether a text has words that were divided at the ends of lines."""
    return re.search(DIVIDED_WORD, text) is not None


def fold_divided(text: str) -> FoldedText:
    """Return the text folded, with words joined that were divided at the ends of lines."""
    return _folded(text, re.compile(f"{DIVIDED_WORD}|{OTHER_LENGTH}"))


def _folded(text: str, changes: re.Pattern[str]) -> FoldedText:
    """Return the text with each change made; offsets are noted where lengths differ."""
    parts: list[str] = []
    folded, raw = array("i", [0]), array("i", [0])
    done = length = 0
    for begin, end, new in _changes(text, changes):
        if begin > done:
            parts.append(text[done:begin])
            length += begin - done
        done = end
        if end - begin != len(new):
            folded.extend((length, length + len(new)))
            raw.extend((begin, end))
        if new:
            parts.append(new)
            length += len(new)
    parts.append(text[done:])
    return FoldedText("".join(parts).translate(ONE_FOR_ONE), folded, raw)


def _changes(text: str, changes: re.Pattern[str]) -> Iterator[Change]:
    """Yield each change in order; one that begins inside another is part of it."""
    found = ((*match.span(), _replacement(match)) for match in changes.finditer(text))
    if unicodedata.is_normalized("NFC", text):
        yield from found
        return
    done = 0
    for change in merge(found, _composed(text)):
        if change[0] >= done:
            done = change[1]
            yield change


def _replacement(found: re.Match[str]) -> str:
    if found[0] == "…":
        return "..."
    if found.lastgroup == "divided":
        return ""
    if found.lastgroup == "reopened" and not _is_open(found.string, found.start()):
        return " " + found[0][-1]
    return " " if ANY_SPACE.search(found[0]) else ""


def _is_open(text: str, at: int) -> bool:
    """Return whether a quotation that was opened in the paragraph ending there is not closed."""
    marks = list(ANY_MARK.finditer(text, text.rfind("\n", 0, at) + 1, at))
    return bool(marks) and text[marks[-1].end() : marks[-1].end() + 1].isalnum()


def _composed(text: str) -> Iterator[Change]:
    """Yield each letter with its marks whose composed form differs, with that form."""
    for match in composable().finditer(text):
        run = match[0]
        if len(run) <= MOST_MARKS + 1 and (composed := unicodedata.normalize("NFC", run)) != run:
            yield match.start(), match.end(), composed


@cache
def composable() -> re.Pattern[str]:
    """Return what finds letters with marks behind them, and those that are composed otherwise."""
    characters = [chr(code) for code in range(sys.maxunicode + 1)]
    marks = _ranges([one for one in characters if unicodedata.category(one).startswith("M")])
    others = _ranges([one for one in characters if not unicodedata.is_normalized("NFC", one)])
    return re.compile(f"[^{marks}{JAMO}]?[{marks}{JAMO}]+|[{others}]")


def _ranges(characters: list[str]) -> str:
    """Return characters, which are in order, as the inside of a class of a pattern."""
    numbered = groupby(enumerate(map(ord, characters)), lambda each: each[1] - each[0])
    runs = (list(map(itemgetter(1), run)) for _, run in numbered)
    return "".join(f"\\U{run[0]:08x}-\\U{run[-1]:08x}" for run in runs)
