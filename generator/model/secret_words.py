"""Secret words: those of names that are withheld, kept out of the words around quotes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property

from generator.model.respelling import PLAIN, Respelt
from generator.model.scripts import ARABIC, CYRILLIC, HEBREW, UNSPACED
from generator.model.transliteration import Word, gist

IN_CYRILLIC = re.compile(f"[{CYRILLIC}]")
WORD_END = r"(?!\w)"
# It stands behind many a consonant, and is mostly left out in Latin letters.
SOFT = "[ьъ]?"
LEAST_BEGINNING = 3
# A word of these may begin within what looks like one.
JOINED = re.compile(f"[{UNSPACED}{ARABIC}{HEBREW}]")


class SecretWord:
    """A word of a name, which is found also where its ending or its letters change."""

    def __init__(self, word: str) -> None:
        """Take the word as it is typed."""
        self.beginning = word[: max(LEAST_BEGINNING, len(word) - 2)]
        self.spelt = Word(word) if IN_CYRILLIC.search(word) else None
        plain = plain_letters(word)
        self.respelt = Respelt(plain) if PLAIN.fullmatch(plain) else None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds the word; it takes some milliseconds to make."""
        start = "" if JOINED.match(self.beginning) else r"(?<!\w)"
        return re.compile(rf"{start}(?:{'|'.join(self.beginnings())})\w*", re.IGNORECASE)

    def beginnings(self) -> Iterator[str]:
        """Yield patterns of how the word begins, also in letters of the other alphabet."""
        yield re.escape(self.beginning)
        if self.spelt:
            letters = (f"(?:{'|'.join(ways)})" for ways in self.spelt.spellings)
            yield f"{''.join(letters)}{WORD_END if self.spelt.is_short else ''}"
        if self.respelt:
            yield SOFT.join(f"(?:{'|'.join(map(soft, ways))})" for ways in self.respelt.spellings)

    def may_be_in(self, text: str, said: bytes) -> bool:
        """Return whether the word may be in a text in lower case, of which the gist is given."""
        if self.beginning.lower() in text:
            return True
        if self.spelt is None:
            return self.respelt is not None and IN_CYRILLIC.search(text) is not None
        return any(each in said for each in self.spelt.gists)


def soft(letters: str) -> str:
    """Return the pattern of letters between which soft signs may stand."""
    return SOFT.join(letters)


def plain_letters(word: str) -> str:
    """Return the letters of a word without case and marks."""
    apart = unicodedata.normalize("NFKD", word).casefold()
    return "".join(each for each in apart if not unicodedata.combining(each))


def secret_words(names: Iterable[str]) -> tuple[SecretWord, ...]:
    """Return the words of names, each once; initials are none, one letter of Han may be a name."""
    words = sorted({word for name in names for word in name.split()})
    return tuple(SecretWord(word) for word in words if len(word) > 1 or JOINED.match(word))


def behind(text: str, words: Iterable[SecretWord]) -> str:
    """Return what stands in a text behind the last of the words, empty where it says nothing."""
    for pattern in suspected(text, words):
        text = text[max((found.end() for found in pattern.finditer(text)), default=0) :]
    return text if text.strip() else ""


def before(text: str, words: Iterable[SecretWord]) -> str:
    """Return what stands in a text before the first of the words, empty where it says nothing."""
    for pattern in suspected(text, words):
        found = pattern.search(text)
        text = text[: found.start()] if found else text
    return text if text.strip() else ""


def suspected(text: str, words: Iterable[SecretWord]) -> list[re.Pattern[str]]:
    """Return what finds each of the words that may be in the text."""
    lower = text.lower()
    said = gist(unicodedata.normalize("NFKD", lower).encode(errors="replace"))
    return [each.pattern for each in words if each.may_be_in(lower, said)]
