"""Matching: where in a source's text the words of a quote stand, and what was normalised."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from generator.model.verification import Difference, Result
from generator.verify.differences import differences
from generator.verify.folding import (
    FoldedText,
    fold_divided,
    fold_paragraphs,
    fold_text,
    has_divided_words,
    has_repeated_marks,
)
from generator.verify.marks import Piece, pieces_of
from generator.verify.searching import Search


class Match(NamedTuple):
    """Where a quote's pieces stand, as spans of the raw text, and what was normalised.

    `repeated` says of each piece whether the text has it elsewhere too, where that is known.
    """

    spans: tuple[tuple[int, int], ...]
    differences: tuple[Difference, ...]
    repeated: tuple[bool, ...] = ()

    @property
    def result(self) -> Result:
        """Whether anything had to be normalised."""
        return Result.NORMALISED if self.differences else Result.EXACT


class SourceText:
    """A capture's text; each way of folding it is done once, when it is first needed."""

    def __init__(self, raw: str) -> None:
        """Take the text as it was extracted."""
        self.raw = raw

    @cached_property
    def folded(self) -> FoldedText:
        """The text folded."""
        return fold_text(self.raw)

    @cached_property
    def caseless(self) -> str:
        """The folded text without the difference of capitals, as browsers compare."""
        return self.folded.text.casefold()

    @cached_property
    def joined(self) -> FoldedText:
        """The text folded, without the marks that reopen a quotation at each paragraph."""
        return fold_paragraphs(self.raw)

    @cached_property
    def undivided(self) -> FoldedText:
        """The text folded, with words joined that the ends of lines divided."""
        return fold_divided(self.raw)

    def ways(self) -> Iterator[tuple[FoldedText, Difference | None]]:
        """Yield each way of folding that comes out differently, the least first, and its name."""
        yield self.folded, None
        if has_repeated_marks(self.raw):
            yield self.joined, Difference.REPEATED_MARKS
        if has_divided_words(self.raw):
            yield self.undivided, Difference.DIVIDED_WORDS


def find_quote(quote: str, source: SourceText) -> Match | None:
    """Return where the quote stands in the source, None when it does not."""
    as_typed = Piece(fold_text(quote).text.strip(), quote.strip())
    pieces = pieces_of(quote)
    if not any(character.isalnum() for piece in pieces for character in piece.text):
        return None
    for folded, way in source.ways():
        # Brackets may be the source's own.
        for wanted in ((as_typed,), pieces) if len(pieces) > 1 or "[" in quote else ((as_typed,),):
            spans = Search(wanted, folded, source.raw).spans()
            if spans:
                raw = tuple((folded.start(begin), folded.end(end)) for begin, end in spans)
                # A point of the quote that is a part of the source's “…” is no sign of it.
                if all(begin < end for begin, end in raw):
                    return Match(raw, _differences(wanted, raw, source.raw, way))
    return None


def _differences(
    pieces: Sequence[Piece], spans: Sequence[tuple[int, int]], raw: str, way: Difference | None
) -> tuple[Difference, ...]:
    found: dict[Difference, None] = {}
    for piece, (begin, end) in zip(pieces, spans, strict=True):
        found.update(dict.fromkeys(differences(piece.typed, raw[begin:end], way)))
    return tuple(found)
