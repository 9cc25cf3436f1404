"""Searching: where the pieces of a quote stand in a folded text.

Pieces between editorial marks must stand in order: an elision may leave out so much, an
insertion may replace a few words of one paragraph, never a number or a negation.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import NamedTuple, Optional

from generator.errors import EndlessSearchError
from generator.verify.boundaries import UNSPACED, is_boundary, is_hyphenated
from generator.verify.folding import FoldedText
from generator.verify.marks import Piece
from generator.verify.negations import negation_in

LONGEST_ELISION = 1000
LONGEST_INSERTION = 60
LONGEST_WORD = 100
# Making a pattern of a longer piece takes longer than looking for it in most texts.
LONGEST_PATTERN = 20
# Where pieces may stand, all together: a long book has some ten thousand places for a word.
MOST_PLACES = 500_000

Span = tuple[int, int]


class Place(NamedTuple):
    """Where a piece stands, and the place of the piece before that it follows."""

    begin: int
    end: int
    before: Optional["Place"]


class Lane:
    """A piece: where it may stand next, and the places of the piece before that it may follow."""

    def __init__(self, piece: Piece) -> None:
        """Stand nowhere yet."""
        self.piece = piece
        self.rest: Iterator[int] | None = None
        self.coming: deque[Place] = deque()
        self.passed: Place | None = None

    def nearest(self, begin: int) -> Place | None:
        """Return the last place of the piece before that ends before an offset."""
        while self.coming and self.coming[0].end <= begin:
            self.passed = self.coming.popleft()
        return self.passed


class Search:
    """One search for pieces in a folded text."""

    def __init__(self, pieces: Sequence[Piece], folded: FoldedText, raw: str) -> None:
        """Take what is looked for, and where."""
        self.folded = folded
        self.text = folded.text
        self.raw = raw
        self.lanes = [Lane(piece) for piece in pieces]
        # The next offset of each lane that has been begun.
        self.next: list[tuple[int, int]] = []
        self.looked_at = 0

    def spans(self) -> list[Span]:
        """Return the span of each piece in the folded text, empty when they are not there.

        Every piece takes each place that follows the nearest one of the piece before it: what is
        nearest leaves out least. The text is gone through once, for all pieces side by side,
        until the last has a place; raise EndlessSearchError when there are too many on the way.
        """
        if not self.stand_in_order():
            return []
        self.begin(0, 0)
        while self.next:
            begin, number = heappop(self.next)
            self.advance(number)
            place = self.place(number, begin)
            if place is not None:
                if number + 1 == len(self.lanes):
                    return path_to(place)
                self.begin(number + 1, place.end)
                self.lanes[number + 1].coming.append(place)
        return []

    def stand_in_order(self) -> bool:
        """Return whether the text has the pieces one behind the other, however far apart."""
        at = 0
        for lane in self.lanes:
            at = self.text.find(lane.piece.text, at)
            if at < 0:
                return False
            at += len(lane.piece.text)
        return True

    def begin(self, number: int, at: int) -> None:
        """Look for a piece from an offset on, unless that has been begun."""
        lane = self.lanes[number]
        if lane.rest is None:
            lane.rest = self.occurrences(lane.piece, at)
            self.advance(number)

    def advance(self, number: int) -> None:
        """Note where a piece may stand next."""
        at = next(self.lanes[number].rest or iter(()), None)
        if at is not None:
            heappush(self.next, (at, number))

    def place(self, number: int, begin: int) -> Place | None:
        """Return the place of a piece, None where it does not follow the piece before it."""
        lane = self.lanes[number]
        end = begin + len(lane.piece.text)
        if number == 0:
            return Place(begin, end, None)
        before = lane.nearest(begin)
        is_insertion = lane.piece.inserted is not None
        widest = LONGEST_INSERTION if is_insertion else LONGEST_ELISION
        if before is None or begin - before.end > widest:
            return None
        if is_insertion and not self.is_replaceable(before.end, begin):
            return None
        return Place(begin, end, before)

    def occurrences(self, piece: Piece, begin: int) -> Iterator[int]:
        """Yield where a piece stands behind an offset without cutting a word."""
        for at in places_of(piece, self.text, begin):
            self.looked_at += 1
            if self.looked_at > MOST_PLACES:
                raise EndlessSearchError(f"more than {MOST_PLACES:,} places")
            if self.may_begin(piece, at) and self.may_end(piece, at + len(piece.text)):
                yield at

    def may_begin(self, piece: Piece, at: int) -> bool:
        """Return whether the piece may begin there."""
        if not piece.joins_before or not piece.text[0].isalnum():
            return piece.joins_before or self.is_whole(at, self.folded.start(at))
        begin = at
        while begin > max(0, at - LONGEST_WORD) and self.text[begin - 1].isalnum():
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


def places_of(piece: Piece, text: str, begin: int) -> Iterator[int]:
    """Yield where a text has a piece behind an offset; of a short one not all within words."""
    if len(piece.text) > LONGEST_PATTERN:
        at = text.find(piece.text, begin)
        while at >= 0:
            yield at
            at = text.find(piece.text, at + 1)
        return
    pattern = pattern_of(piece)
    found = pattern.search(text, begin)
    while found:
        yield found.start()
        found = pattern.search(text, found.start() + 1)


def pattern_of(piece: Piece) -> re.Pattern[str]:
    """Return what finds a piece, but not, if it is a word, where letters stand beside it.

    That the piece comes first in the pattern lets it be found as fast as a text alone.
    """
    text, unspaced = piece.text, UNSPACED.pattern
    pattern = re.escape(text)
    if not piece.joins_before and is_of_words(text[0]):
        pattern += rf"(?:(?<!\w(?s:.{{{len(text)}}}))|(?<={unspaced}(?s:.{{{len(text)}}})))"
    if not piece.joins_after and is_of_words(text[-1]):
        pattern += rf"(?:(?!\w)|(?={unspaced}))"
    return re.compile(pattern)


def is_of_words(character: str) -> bool:
    """Return whether a character is a letter or figure of words with spaces between them."""
    return character.isalnum() and not UNSPACED.match(character)


def path_to(place: Place) -> list[Span]:
    """Return the places that lead to a place, and itself."""
    path: list[Span] = []
    here: Place | None = place
    while here:
        path.append((here.begin, here.end))
        here = here.before
    return path[::-1]
