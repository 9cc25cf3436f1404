"""Selectors: a quote's passages with the words around them (Web Annotation 4.2.4).

What an editor left out of a quote is not told here either: no prefix before an elision that
begins a quote, no suffix behind one that ends it, none that reaches into what any quote of the
source leaves out, none around words that were said in captivity, none that holds a name that
is withheld.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from generator.model.quote import ELISIONS
from generator.model.secret_words import SecretWord, before, behind
from generator.model.verification import Passage
from generator.verify.folding import fold
from generator.verify.matching import Match, SourceText

SHORTEST, LONGEST = 32, 64
# So many characters hold LONGEST of text, whatever white space is in it.
WINDOW = 4 * LONGEST
SPACES = re.compile(r"\s+")
Span = tuple[int, int]


class Secrets(NamedTuple):
    """What of one capture's text is not to be told: spans of it, in order and apart, and words."""

    begins: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[SecretWord, ...]

    @classmethod
    def of(cls, spans: Iterable[Span], words: tuple[SecretWord, ...]) -> "Secrets":
        """Return the secrets, with spans made one where they overlap."""
        begins: list[int] = []
        ends: list[int] = []
        for begin, end in sorted(spans):
            if ends and begin <= ends[-1]:
                ends[-1] = max(end, ends[-1])
            else:
                begins.append(begin)
                ends.append(end)
        return cls(tuple(begins), tuple(ends), words)

    def last_before(self, at: int) -> int:
        """Return where the last secret before an offset ends, there itself if it is in one."""
        number = bisect_left(self.begins, at) - 1
        return min(at, self.ends[number]) if number >= 0 else 0

    def first_behind(self, at: int, length: int) -> int:
        """Return where the first secret behind an offset begins, there itself if it is in one."""
        number = bisect_right(self.ends, at)
        return max(at, self.begins[number]) if number < len(self.begins) else length


def left_out(quote: str, match: Match) -> list[Span]:
    """Return the spans of the source that the quote's elisions stand for."""
    spans: list[Span] = [
        (before[1], after[0])
        for before, after in zip(match.spans, match.spans[1:], strict=False)
        if before[1] < after[0]
    ]
    text = quote.strip()
    if text.startswith(tuple(ELISIONS)):
        begin = match.spans[0][0]
        spans.append((max(0, begin - 2 * LONGEST), begin))
    if text.endswith(tuple(ELISIONS)):
        end = match.spans[-1][1]
        spans.append((end, end + 2 * LONGEST))
    return spans


def passages(
    match: Match, source: SourceText, secrets: Secrets, *, is_surrounded: bool = True
) -> tuple[Passage, ...]:
    """Return each run of words with what stands around it, if it `is_surrounded` at all."""
    raw = source.raw
    repeated = match.repeated or [is_repeated(raw[begin:end], source) for begin, end in match.spans]
    return tuple(
        Passage(
            start=begin,
            end=end,
            exact=collapsed(raw[begin:end]).strip(),
            prefix=prefix(raw, begin, secrets) if is_surrounded else "",
            suffix=suffix(raw, end, secrets) if is_surrounded else "",
            is_repeated=is_elsewhere,
        )
        for (begin, end), is_elsewhere in zip(match.spans, repeated, strict=True)
    )


def is_repeated(words: str, source: SourceText) -> bool:
    """Return whether the source has the words more than once, in any case."""
    wanted = fold(words).strip().casefold()
    first = source.caseless.find(wanted)
    return source.caseless.find(wanted, first + 1) >= 0


def prefix(raw: str, at: int, secrets: Secrets) -> str:
    """Return the words before an offset, as many as may be told."""
    text = collapsed(raw[max(secrets.last_before(at), at - WINDOW) : at])
    text = behind(text, secrets.words)
    if len(text) > LONGEST:
        text = _from_word(text[-LONGEST:])
    return text if text.strip() else ""


def suffix(raw: str, at: int, secrets: Secrets) -> str:
    """Return the words behind an offset, as many as may be told."""
    text = collapsed(raw[at : min(secrets.first_behind(at, len(raw)), at + WINDOW)])
    text = before(text, secrets.words)
    if len(text) > LONGEST:
        text = _from_word(text[:LONGEST][::-1])[::-1]
    return text if text.strip() else ""


def collapsed(text: str) -> str:
    """Return the text with each run of white space made a line break, or else a space."""
    return SPACES.sub(lambda run: "\n" if "\n" in run[0] else " ", text)


def _from_word(text: str) -> str:
    """Return the text from its second word on, where enough remains of it."""
    cut = next((at for at, each in enumerate(text) if each.isspace()), -1)
    return text[cut + 1 :] if 0 <= cut <= len(text) - SHORTEST - 1 else text
