"""Verification: what came of looking for a quote's words in the capture of its source."""

from enum import StrEnum
from functools import lru_cache
from hashlib import sha256

from msgspec import Struct


class Result(StrEnum):
    """Whether the words stand in the capture."""

    EXACT = "exact"
    NORMALISED = "normalised"
    NOT_FOUND = "not-found"


class Difference(StrEnum):
    """What was normalised: ways in which a quote is written otherwise but says the same words."""

    SOFT_HYPHENS = "soft-hyphens"
    ZERO_WIDTH_CHARACTERS = "zero-width-characters"
    ELLIPSIS_POINTS = "ellipsis-points"
    QUOTATION_MARKS = "quotation-marks"
    DASHES = "dashes"
    COMPOSED_LETTERS = "composed-letters"
    WHITE_SPACE = "white-space"
    REPEATED_MARKS = "repeated-marks"
    DIVIDED_WORDS = "divided-words"


class Passage(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One unbroken run of a quote's words as the capture has them (a TextQuoteSelector).

    `start` and `end` are offsets in characters in the capture's text. White space is collapsed in
    `exact`, `prefix` and `suffix`, to a line break where a block of the source ends, else to a
    space; the latter two are the words around it, 32 to 64 characters where there are so many that
    may be told. `is_repeated` says that the source has the same words elsewhere.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    is_repeated: bool = False


class Verification(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One quote's record: `quote` is `quote_digest`, `capture` the SHA-256 of the body.

    `differences` say what was normalised. `absent_from` is the newest capture where the words
    stand no more, though they stood in the older `capture`. `checked` is UTC.
    """

    quote: str
    source: str
    result: Result
    capture: str
    checked: str
    differences: tuple[Difference, ...] = ()
    absent_from: str = ""
    passages: tuple[Passage, ...] = ()

    @property
    def is_verified(self) -> bool:
        """Whether the words stand in the newest copy."""
        return self.result is not Result.NOT_FOUND and not self.absent_from


class KnownCapture(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What may be told of a capture: never the copy itself, only when it was taken and its hashes.

    `taken` is UTC; `body` and `text` are SHA-256 in hexadecimal.
    """

    source: str
    body: str
    text: str
    taken: str
    media_type: str


@lru_cache(maxsize=100_000)
def quote_digest(text: str, source: str) -> str:
    """Return what stands for these words from this source: 128 bits of SHA-256, in hexadecimal."""
    return sha256(f"{source}\n{text}".encode()).hexdigest()[:32]
