"""Text fragments: addresses that lead to the very words of a quote in its live source.

Rules of the URL Fragment Text Directives draft: `#:~:text=[prefix-,]start[,end][,-suffix]`. A
start alone must stand within one block; longer words, and those across blocks, are given by
their beginning and end. Words around them are added where they alone are not enough.
"""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from generator.model.verification import Passage

DIRECTIVE = ":~:"
LONGEST_START = 300
FEW_WORDS = 3
WORDS_AT_END = 6
WORDS_AROUND = 4


def address_of_words(url: str, passages: Sequence[Passage]) -> str:
    """Return the address with a fragment that leads to the passages."""
    address, mark, fragment = url.partition("#")
    fragment = fragment.partition(DIRECTIVE)[0]
    directives = "&".join(f"text={directive(passage)}" for passage in unambiguous(passages))
    return f"{address}{mark or '#'}{fragment}{DIRECTIVE}{directives}"


def unambiguous(passages: Sequence[Passage]) -> Sequence[Passage]:
    """Return the passages that lead to one place only; the first of all if there is none."""
    found = [each for each in passages if not each.is_repeated or before(each) or behind(each)]
    return found or passages[:1]


def directive(passage: Passage) -> str:
    """Return what finds one passage."""
    blocks = passage.exact.split("\n")
    words = passage.exact.split()
    if len(blocks) == 1 and len(passage.exact) <= LONGEST_START:
        parts = [encoded(passage.exact)]
    else:
        first, last = blocks[0].split(), blocks[-1].split()
        # Within one block the end must not begin before the start has ended.
        most = WORDS_AT_END if len(blocks) > 1 else min(WORDS_AT_END, len(words) // 2)
        parts = [encoded(" ".join(first[:most])), encoded(" ".join(last[-most:]))]
    if passage.is_repeated or len(words) <= FEW_WORDS:
        parts = [*before(passage), *parts, *behind(passage)]
    return ",".join(parts)


def before(passage: Passage) -> list[str]:
    """Return the words before a passage in its block, none if there are none."""
    words = passage.prefix.rpartition("\n")[2].split()[-WORDS_AROUND:]
    return [f"{encoded(' '.join(words))}-"] if has_letters(words) else []


def behind(passage: Passage) -> list[str]:
    """Return the words behind a passage in its block, none if there are none."""
    words = passage.suffix.partition("\n")[0].split()[:WORDS_AROUND]
    return [f"-{encoded(' '.join(words))}"] if has_letters(words) else []


def has_letters(words: Iterable[str]) -> bool:
    """Return whether the words are more than punctuation."""
    return any(character.isalnum() for word in words for character in word)


def encoded(text: str) -> str:
    """Return the text percent-encoded; `-`, `,` and `&` would mean something else."""
    return quote(text, safe="").replace("-", "%2D")
