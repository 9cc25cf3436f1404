"""Editorial marks: what in a quote is the source's, and what the editor left out or added.

`[…]` or `[...]` is an elision, `[word]` an insertion. Everything else is verbatim.
"""

from typing import NamedTuple

from generator.model.quote import EDITORIAL_MARK, ELISIONS
from generator.verify.folding import fold


class Piece(NamedTuple):
    """Words of the source without a gap, folded; `typed` is how they stand in the quote.

    `inserted` are the editor's words before it, None for an elision or at the quote's
    beginning. `joins_before` and `joins_after` say that an insertion is part of the piece's
    first or last word, as in `[W]e` or `kill[ed]`.
    """

    text: str
    typed: str
    inserted: str | None = None
    joins_before: bool = False
    joins_after: bool = False


def insertions(quote: str) -> list[str]:
    """Return what the editor added to a quote, folded."""
    return [fold(mark[1:-1]) for mark in EDITORIAL_MARK.findall(quote) if mark not in ELISIONS]


def pieces_of(quote: str) -> tuple[Piece, ...]:
    """Return the pieces of a quote in order; none when it holds nothing but marks."""
    found: list[Piece] = []
    inserted: str | None = None
    done = 0
    for mark in EDITORIAL_MARK.finditer(quote):
        _add(found, quote, (done, mark.start()), inserted)
        # An elision beside an insertion leaves out more than the insertion may.
        is_fresh = bool(quote[done : mark.start()].strip()) or not found
        is_elision = mark[0] in ELISIONS
        held = None if is_elision else mark[0][1:-1]
        inserted = held if is_fresh or inserted is not None else None
        done = mark.end()
    _add(found, quote, (done, len(quote)), inserted)
    return tuple(found)


def _add(found: list[Piece], quote: str, span: tuple[int, int], inserted: str | None) -> None:
    begin, end = span
    typed = quote[begin:end]
    text = fold(typed).strip()
    if not text:
        return
    joins_before = inserted is not None and _is_joined(quote, begin)
    joins_after = end < len(quote) and _is_joined(quote, end) and not _is_elision(quote, end)
    found.append(Piece(text, typed.strip(), inserted, joins_before, joins_after))


def _is_joined(quote: str, at: int) -> bool:
    """Return whether a bracket at that place touches a letter on its other side."""
    inside = quote[at - 1] if quote[at - 1 : at] == "]" else quote[at]
    outside = quote[at] if inside == "]" else quote[at - 1]
    return at > 0 and outside.isalnum()


def _is_elision(quote: str, at: int) -> bool:
    return any(quote.startswith(mark, at) for mark in ELISIONS)
