"""Nearest passage: what a source does say where a quote is not in it, word against word."""

import re
from collections.abc import Callable

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import partial_ratio_alignment

from generator.verify.folding import fold
from generator.verify.marks import pieces_of
from generator.verify.matching import SourceText

# Below this likeness, in percent, a passage is no misquote but something else.
LEAST_ALIKE = 60.0
LONGEST_COMPARED = 2000
WORD = re.compile(r"\S+")
PUNCTUATION = "'\".,;:!?()[]…-"


def nearest_passage(quote: str, source: SourceText) -> str:
    """Return the passage of the source most like the quote, empty when none is alike.

    Its words are compared with the quote's: `[-typed-]` is not in the source, `{+found+}` is not
    in the quote.
    """
    typed = " ".join(piece.text for piece in pieces_of(quote))[:LONGEST_COMPARED]
    text = source.folded.text
    if not typed or not text:
        return ""
    found = partial_ratio_alignment(typed.lower(), text.lower(), score_cutoff=LEAST_ALIKE)
    if found is None:
        return ""
    # The source may say it in more words, and the lower case of a letter may be longer.
    slack = len(typed) // 5 + 20
    begin, end = max(0, found.dest_start - slack), min(len(text), found.dest_end + slack)
    return compared(typed, text[_word_start(text, begin) : _word_end(text, end)])


def compared(typed: str, found: str) -> str:
    """Return the two texts' words with what differs marked.

    Marks of punctuation count only where the words are the same.
    """
    before, after = WORD.findall(fold(typed)), WORD.findall(fold(found))
    by_words = marked(before, after, lambda word: word.strip(PUNCTUATION))
    return (
        by_words
        if "[-" in by_words or "{+" in by_words
        else marked(before, after, lambda word: word.strip("'\""))
    )


def marked(before: list[str], after: list[str], key: Callable[[str], str]) -> str:
    """Return the words of both with what differs by the key marked; what only surrounds, not."""
    parts: list[str] = []
    dropped: list[str] = []
    added: list[str] = []
    steps = Indel.opcodes([key(word) for word in before], [key(word) for word in after])
    for step in steps:
        if step.tag == "equal":
            # Before the first word that both have, there is more of the source than is meant.
            parts += _changed(dropped, added if parts else added[-len(dropped) or len(added) :])
            parts += before[step.src_start : step.src_end]
            dropped, added = [], []
        dropped += before[step.src_start : step.src_end] if step.tag == "delete" else []
        added += after[step.dest_start : step.dest_end] if step.tag == "insert" else []
    parts += _changed(dropped, added[: len(dropped)])
    return " ".join(parts)


def _changed(dropped: list[str], added: list[str]) -> list[str]:
    return [
        *([f"[-{' '.join(dropped)}-]"] if dropped else []),
        *([f"{{+{' '.join(added)}+}}"] if added else []),
    ]


def _word_start(text: str, at: int) -> int:
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    return at
