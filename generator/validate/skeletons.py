"""Skeletons: texts in few and plain letters, made fast, to tell where a name cannot be."""

import re
from codecs import charmap_build, charmap_encode
from collections.abc import Iterable

from generator.validate.letters import LATIN, SOFT, letters_of

# Every character of a text that can be told at a glance, at most 256: English and Ukrainian.
LETTERS = (
    *map(chr, (*range(0x80), *range(0x400, 0x460))),
    *"ґҐ“”„‘’‚«»‹›–—−…·•°№€£×ʼ\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}",
)
PLACES = {letter: place for place, letter in enumerate(LETTERS)}
CODES = charmap_build("".join(LETTERS).ljust(256, "\ufffe"))
# What stands for a letter, or may be in the midst of a word and not be seen.
ESCAPE = re.compile(rb"%[0-9A-Fa-f]")
LINK_IN_WORD = re.compile(rb"\]\([^()]*\)[A-Za-z\x80-\xff]")


def plain_place(letter: str) -> int | None:
    """Return the place of the letter that stands for all that look like it, None for a mark."""
    plain = "" if letter in SOFT else letters_of(letter)
    return PLACES[LATIN.get(plain, plain)] if len(plain) == 1 else None


PLAIN = [plain_place(letter) for letter in LETTERS]
ONE_LETTER = bytes(place or 0 for place in PLAIN).ljust(256, b"\0")
MARKS = bytes(place for place in range(len(LETTERS)) if PLAIN[place] is None)


def skeleton(text: bytes) -> bytes | None:
    """Return the letters of a text in UTF-8, equal where they look alike.

    It is None where the text has unusual letters, or what may be read as letters.
    """
    if is_puzzling(text):
        return None
    if not text.isascii():
        try:
            text, _ = charmap_encode(text.decode(), "strict", CODES)
        except UnicodeEncodeError:
            return None
    return text.translate(ONE_LETTER, MARKS)


def bones_of(ways: Iterable[str]) -> bytes:
    """Return the pattern of the skeletons of any of some plain letters, one of which may be none.

    What begins alike stands once: a text is searched for that much faster.
    """
    return pattern_of({skeleton(letters.encode()) or b"" for letters in ways})


def pattern_of(words: set[bytes]) -> bytes:
    """Return the pattern of any of the words."""
    heads = sorted({word[:1] for word in words if word})
    tails = [{word[1:] for word in words if word[:1] == head} for head in heads]
    either = b"|".join(
        re.escape(head) + pattern_of(rest) for head, rest in zip(heads, tails, strict=True)
    )
    return (b"(?:%b)?" if b"" in words else b"(?:%b)") % either if either else b""


def is_puzzling(text: bytes) -> bool:
    """Return whether letters may be written as something else, or apart."""
    return (
        b"&" in text
        or b"<" in text
        or (b"%" in text and ESCAPE.search(text) is not None)
        or (b"](" in text and LINK_IN_WORD.search(text) is not None)
    )
