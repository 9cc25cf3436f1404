"""Respelling: how a name in Latin letters may be written in Cyrillic ones.

Each letter, or few letters that stand for one, as the schemes of transliteration have them, turned
round; besides that how names of other languages are mostly written (`John`, `Smith`).
"""

import re
from functools import cached_property, lru_cache

from generator.model.transliteration import LATIN_FOR

# What no scheme writes so, but names that are not Slavic have.
FOREIGN = {
    "c": ("к", "с"), "ck": ("к",), "ee": ("і", "и"), "h": ("",), "j": ("дж",), "oo": ("у",),
    "q": ("к",), "qu": ("кв",), "sch": ("ш",), "th": ("т",), "w": ("у",), "x": ("х",),
}  # fmt: skip
ENDING = re.compile(r"(?<=..)(?:y[iy]|i[iy]|[iyo]j|[oe][iy]|[aeiouy]|[iy]a)$")
# More letters in all ways of a part than that no name has but one that is made to.
MOST_LETTERS = 1600
LONGEST_WAY, DOUBLE = 7, 2
# No name has a longer word.
LONGEST_WORD = 40
PLAIN = re.compile(f"[a-z]{{1,{LONGEST_WORD}}}")


@lru_cache(maxsize=1)
def cyrillic_for() -> dict[str, tuple[str, ...]]:
    """Return the Cyrillic letters that each few Latin letters stand for."""
    found: dict[str, dict[str, None]] = {}
    for letters, ways in LATIN_FOR.items():
        for way in filter(None, ways):
            found.setdefault(way, {})[letters] = None
    for way, letters_of_it in FOREIGN.items():
        found.setdefault(way, {}).update(dict.fromkeys(letters_of_it))
    return {way: tuple(letters) for way, letters in found.items()}


class Respelt:
    """A word of a name in the letters a to z."""

    def __init__(self, word: str) -> None:
        """Take the word in lower case, without marks."""
        self.word = word

    @cached_property
    def stem(self) -> str:
        """What stays of the word before its ending."""
        return ENDING.sub("", self.word) or self.word

    @cached_property
    def spellings(self) -> list[tuple[str, ...]]:
        """How each few letters of the stem, in order, may be written; soft signs are left out."""
        found: list[tuple[str, ...]] = []
        start = 0
        for end in self.cuts():
            found.append(self.ways(start, end))
            start = end
        return found

    def cuts(self) -> list[int]:
        """Return the places that no few letters reach across, the word's end among them."""
        cuts: list[int] = []
        reach = 1
        for at in range(len(self.stem)):
            if at and at >= reach:
                cuts.append(at)
            sizes = range(1, min(LONGEST_WAY, len(self.stem) - at) + 1)
            reach = max(reach, at + 1, *(at + size for size in sizes if self.letters(at, size)))
        return [*cuts, len(self.stem)]

    def ways(self, start: int, end: int) -> tuple[str, ...]:
        """Return how a part of the stem may be written."""
        most = MOST_LETTERS // (end - start)
        found: list[dict[str, None]] = [{"": None}, *({} for _ in range(start, end))]
        for at in range(start, end):
            for size in range(1, min(LONGEST_WAY, end - at) + 1):
                after = found[at + size - start]
                for before in found[at - start]:
                    for letters in self.letters(at, size):
                        if len(after) < most:
                            after[before + letters] = None
        return tuple(found[-1])

    def letters(self, at: int, size: int) -> tuple[str, ...]:
        """Return what a few letters of the stem stand for by themselves; doubled ones for one."""
        few = self.stem[at : at + size]
        once = cyrillic_for().get(few[0], ()) if size == DOUBLE and few[0] == few[1] else ()
        return cyrillic_for().get(few, ()) + once
