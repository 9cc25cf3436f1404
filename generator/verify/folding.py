"""Folding: text with the differences taken out that no reader would call a different wording.

Folded away are, and nothing else is: composed or decomposed letters (Unicode NFC), the kind and
amount of white space, straight or curly quotation marks, the kind of dash, soft hyphens,
characters without width, and `…` against three points. Letters, their case, accents, figures
and all other punctuation stay.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
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
SPACE = re.compile(rf"[{SOFT_HYPHEN}{ZERO_WIDTH}]*\s[\s{SOFT_HYPHEN}{ZERO_WIDTH}]*")
OTHER_LENGTH = rf"{SPACE.pattern}|{INVISIBLE.pattern}|…"
REPEATED_MARK = rf"(?P<reopened>\s*\n\s*[{SINGLE_MARKS}{DOUBLE_MARKS}](?=\w))"
ANY_MARK = re.compile(
    rf"(?<!\w)[{SINGLE_MARKS}{DOUBLE_MARKS}]|[{SINGLE_MARKS}{DOUBLE_MARKS}](?!\w)"
)
DIVIDED_WORD = r"(?P<divided>(?<=[^\W\d_])[-‐\u00ad]\s*\n\s*(?=[^\W\d_]))"
JAMO = re.compile("[\u1160-\u11ff]")


class FoldedText(NamedTuple):
    """A folded text, and where in the raw text each part of it stands.

    `folded` and `raw` are the offsets, in characters, at which both go on in step.
    """

    text: str
    folded: list[int]
    raw: list[int]

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


def fold_divided(text: str) -> FoldedText:
    """Return the text folded, with words joined that were divided at the ends of lines."""
    return _folded(text, re.compile(f"{DIVIDED_WORD}|{OTHER_LENGTH}"))


def _folded(text: str, changes: re.Pattern[str]) -> FoldedText:
    """Return the text with each change made; offsets are noted where lengths differ."""
    parts: list[str] = []
    folded, raw = [0], [0]
    done = length = 0
    for begin, end, new in _changes(text, changes):
        parts.append(text[done:begin])
        length += begin - done
        done = end
        if end - begin != len(new):
            folded += [length, length + len(new)]
            raw += [begin, end]
        parts.append(new)
        length += len(new)
    parts.append(text[done:])
    return FoldedText("".join(parts).translate(ONE_FOR_ONE), folded, raw)


def _changes(text: str, changes: re.Pattern[str]) -> list[tuple[int, int, str]]:
    found = [(match.start(), match.end(), _replacement(match)) for match in changes.finditer(text)]
    if unicodedata.is_normalized("NFC", text):
        return found
    taken = sorted(found + _composed(text))
    # A change that begins inside another is part of it.
    kept: list[tuple[int, int, str]] = []
    for change in taken:
        if not kept or change[0] >= kept[-1][1]:
            kept.append(change)
    return kept


def _replacement(found: re.Match[str]) -> str:
    if found[0] == "…":
        return "..."
    if found.lastgroup == "divided":
        return ""
    if found.lastgroup == "reopened" and not _is_open(found.string, found.start()):
        return " " + found[0][-1]
    return " " if SPACE.search(found[0]) else ""


def _is_open(text: str, at: int) -> bool:
    """Return whether a quotation that was opened in the paragraph ending there is not closed."""
    marks = list(ANY_MARK.finditer(text, text.rfind("\n", 0, at) + 1, at))
    return bool(marks) and text[marks[-1].end() : marks[-1].end() + 1].isalnum()


def _composed(text: str) -> list[tuple[int, int, str]]:
    """Return each run of letters and marks whose composed form differs, with that form."""
    found: list[tuple[int, int, str]] = []
    begin = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and _belongs(text[begin:at], text[at]):
            continue
        run = text[begin:at]
        composed = unicodedata.normalize("NFC", run)
        if composed != run:
            found.append((begin, at, composed))
        begin = at
    return found


def _belongs(run: str, following: str) -> bool:
    """Return whether a character may be composed with those before it."""
    return bool(
        unicodedata.combining(following)
        or JAMO.match(following)
        or unicodedata.normalize("NFC", run[-1] + following) != run[-1] + following
    )
