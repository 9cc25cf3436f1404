"""Matching: where in a source's text the words of a quote stand.

Pieces between editorial marks must stand in order: an elision may leave out so much, an
insertion may replace a few words of one paragraph, never a number or a negation.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from generator.model.verification import Difference, Result
from generator.verify.boundaries import is_boundary, is_hyphenated
from generator.verify.differences import differences
from generator.verify.folding import FoldedText, fold_divided, fold_paragraphs, fold_text
from generator.verify.marks import Piece, pieces_of
from generator.verify.negations import negation_in

LONGEST_ELISION = 1000
LONGEST_INSERTION = 60


Span = tuple[int, int]
NOWHERE: Span = (0, 0)


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
        others = (
            (self.joined, Difference.REPEATED_MARKS),
            (self.undivided, Difference.DIVIDED_WORDS),
        )
        for folded, name in others:
            if folded.text != self.folded.text:
                yield folded, name


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


class Search:
    """One search for pieces in a folded text."""

    def __init__(self, pieces: Sequence[Piece], folded: FoldedText, raw: str) -> None:
        """Take what is looked for, and where."""
        self.pieces = pieces
        self.folded = folded
        self.text = folded.text
        self.raw = raw

    def spans(self) -> list[tuple[int, int]]:
        """Return the span of each piece in the folded text, empty when they are not there.

        Every piece takes each place that follows the nearest one of the piece before it: what is
        nearest leaves out least.
        """
        reached = dict.fromkeys(self.occurrences(0, 0), NOWHERE)
        steps = [reached]
        for number in range(1, len(self.pieces)):
            if not reached:
                return []
            reached = self.following(number, list(reached))
            steps.append(reached)
        return path_through(steps)

    def following(self, number: int, before: Sequence[Span]) -> dict[Span, Span]:
        """Return each place of a piece, with the place of the piece before that it follows."""
        piece = self.pieces[number]
        widest = LONGEST_ELISION if piece.inserted is None else LONGEST_INSERTION
        ends = [end for _, end in before]
        found: dict[Span, Span] = {}
        for begin, end in self.occurrences(number, ends[0]):
            nearest = bisect_right(ends, begin) - 1
            if begin - ends[nearest] > widest:
                continue
            if piece.inserted is None or self.is_replaceable(ends[nearest], begin):
                found[begin, end] = before[nearest]
        return found

    def occurrences(self, number: int, begin: int) -> Iterator[Span]:
        """Yield where a piece stands behind an offset without cutting a word."""
        piece = self.pieces[number]
        at = self.text.find(piece.text, begin)
        while at >= 0:
            behind = at + len(piece.text)
            if self.may_begin(piece, at) and self.may_end(piece, behind):
                yield at, behind
            at = self.text.find(piece.text, at + 1)

    def may_begin(self, piece: Piece, at: int) -> bool:
        """Return whether the piece may begin there."""
        if not piece.joins_before or not piece.text[0].isalnum():
            return piece.joins_before or self.is_whole(at, self.folded.start(at))
        begin = at
        while begin > 0 and self.text[begin - 1].isalnum():
            begin -= 1
        return self.text[begin:at].casefold() in {"", (piece.inserted or "").casefold()}

    def may_end(self, piece: Piece, at: int) -> bool:
        """Return whether the piece may end there."""
        return piece.joins_after or self.is_whole(at, self.folded.end(at))

    def is_whole(self, at: int, raw: int) -> bool:
        """Return whether no word is cut at an offset of the folded and of the raw text."""
        return is_boundary(self.text, at) and not is_hyphenated(self.raw, raw)

    def is_replaceable(self, begin: int, end: int) -> bool:
        """Return whether an insertion may stand for that part of the text."""
        replaced = self.text[begin:end]
        crosses = "\n" in self.raw[self.folded.end(begin) : self.folded.start(end)].strip()
        return not (crosses or negation_in(replaced) or any(map(str.isdigit, replaced)))


def path_through(steps: Sequence[dict[Span, Span]]) -> list[Span]:
    """Return the places that lead to the first place of the last piece, empty when none do."""
    place = next(iter(steps[-1]), None)
    if place is None:
        return []
    path = [place]
    for step in reversed(steps[1:]):
        path.append(step[path[-1]])
    return path[::-1]
