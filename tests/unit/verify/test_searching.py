"""Searching for the pieces of a quote, side by side, finds what a search piece by piece does."""

from bisect import bisect_right
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import EndlessSearchError
from generator.model.citation import Cited
from generator.model.quote_lock import QuoteLock
from generator.model.verification import KnownCapture
from generator.verify import searching
from generator.verify.checking import Copy, check_quotes
from generator.verify.faults import not_found
from generator.verify.folding import MOST_MARKS, fold, fold_text
from generator.verify.marks import Piece, pieces_of
from generator.verify.matching import SourceText, find_quote
from generator.verify.searching import LONGEST_ELISION, LONGEST_INSERTION, Search, Span

WORDS = st.sampled_from(
    ["a", "ab", "the", "we", "We", "no", "9", "9,000", "語", "…", '"', "l'", "kill", "killed", "."]
)
GAPS = st.sampled_from([" ", " ", " ", "", "\n", "-", " " + "y " * 30, " " + "y " * 499])
MARKS = st.sampled_from(["[…]", "[W]e", "[x]", "kill[ed]", "[a]b"])


def slowly(pieces: Sequence[Piece], text: str) -> list[Span]:
    """Return the spans that a search finds which notes every place of every piece."""
    search = Search(pieces, fold_text(text), text)
    folded = search.text
    steps: list[dict[Span, Span]] = []
    for piece in pieces:
        size = len(piece.text)
        places = [
            (at, at + size)
            for at in range(len(folded))
            if folded.startswith(piece.text, at)
            and search.may_begin(piece, at)
            and search.may_end(piece, at + size)
        ]
        if not steps:
            steps.append(dict.fromkeys(places, (0, 0)))
            continue
        before = list(steps[-1])
        ends = [end for _, end in before]
        found: dict[Span, Span] = {}
        for begin, end in places:
            number = bisect_right(ends, begin) - 1
            widest = LONGEST_ELISION if piece.inserted is None else LONGEST_INSERTION
            if number < 0 or begin - ends[number] > widest:
                continue
            if piece.inserted is None or search.is_replaceable(ends[number], begin):
                found[begin, end] = before[number]
        steps.append(found)
    path = [next(iter(steps[-1]), (0, 0))]
    for step in reversed(steps[1:]):
        path.append(step.get(path[-1], (0, 0)))
    return path[::-1] if steps[-1] else []


@given(
    source=st.lists(st.tuples(WORDS, GAPS), max_size=14),
    quote=st.lists(st.one_of(WORDS, MARKS), min_size=1, max_size=7),
    gap=st.sampled_from([" ", ""]),
)
def test_the_pieces_stand_where_a_slow_search_finds_them(
    source: list[tuple[str, str]], quote: list[str], gap: str
) -> None:
    text = "".join(map("".join, source))
    pieces = pieces_of(gap.join(quote))
    if pieces:
        assert Search(pieces, fold_text(text), text).spans() == slowly(pieces, text)


def test_two_hundred_pieces_of_one_word_are_found_among_a_hundred_thousand_of_it() -> None:
    match = find_quote(" […] ".join(["the"] * 200), SourceText("the " * 100_000))
    assert match is not None
    assert match.spans == tuple((4 * number, 4 * number + 3) for number in range(200))


def test_pieces_that_are_not_there_in_order_are_not_looked_for_at_each_place() -> None:
    source = SourceText("end " + "the " * 100_000)
    assert find_quote(" […] ".join([*["the"] * 199, "end"]), source) is None


def test_a_piece_within_words_is_passed_over() -> None:
    source = SourceText("aa " * 100_000 + "a")
    match = find_quote("a", source)
    assert match is not None
    assert match.spans == ((300_000, 300_001),)


def test_pieces_in_too_many_places_are_not_looked_for_to_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(searching, "MOST_PLACES", 1_000)
    source = SourceText("the " * 2_000 + "word " * 1_000 + "end")
    with pytest.raises(EndlessSearchError, match="more than 1,000 places"):
        find_quote("the […] end", source)


def test_the_limit_counts_all_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "MOST_PLACES", 6)
    source = SourceText("one two one two one three")
    assert find_quote("one […] three", source) is not None
    monkeypatch.setattr(searching, "MOST_PLACES", 3)
    with pytest.raises(EndlessSearchError):
        find_quote("one […] three", source)


def test_a_quote_in_too_many_places_is_told_as_that() -> None:
    known = KnownCapture(
        source="paper",
        body="a" * 64,
        text="b" * 64,
        taken="2026-11-01T00:00:00Z",
        media_type="text/plain",
    )
    cited = Cited("the […] end", "paper", "event", "quotes[0].text")
    copy = Copy(known, lambda: "the " * 600_000 + "word " * 1_000 + "end")
    checked = check_quotes([cited], {"paper": [copy]}, QuoteLock({}, {}), (), "2026-11-02")
    assert not_found(checked.findings[0]) == (
        "the pieces between the quote's marks stand in more than 500,000 places of the copy of "
        '"paper" taken 2026-11-01, or of one before it; quote longer pieces, or fewer'
    )


def test_marks_without_end_are_left_as_they_are() -> None:
    piled = "a" + "\u0301\u0316" * 50_000
    assert fold(f"cafe\u0301 {piled}") == f"café {piled}"
    ordered = "a" + "\u0316" * 20 + "\u0301" * (MOST_MARKS - 20)
    assert fold(ordered) == "á" + "\u0316" * 20 + "\u0301" * (MOST_MARKS - 21)


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\n", " ", "\u0301", "\u0301\u0316"])
def test_a_source_of_one_sign_is_searched(sign: str) -> None:
    source = SourceText(f"Words.{sign * 100_000}")
    assert find_quote("Words.", source) is not None or "\u0301" in sign
    assert find_quote("Other words.", source) is None
