"""Matching: a quote stands in its source word for word, or it does not."""

import pytest

from generator.model.verification import Difference, Result
from generator.verify.matching import SourceText, find_quote
from tests.unit.verify.made_up import ARABIC, ENGLISH, HEBREW, JAPANESE, UKRAINIAN


def words_found(quote: str, text: str) -> list[str] | None:
    """Return the source's words for each piece of the quote, None when it is not there."""
    match = find_quote(quote, SourceText(text))
    return None if match is None else [text[begin:end] for begin, end in match.spans]


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("We built it in a year.", ENGLISH),
        ("Ми не зупинимося", UKRAINIAN),
        ("близько 9\u202f000 гривень", UKRAINIAN),
        ("لم نتوقف عن العمل، ولن نتوقف أبدا", ARABIC),
        ("לא הפסקנו לעבוד, והגשר יעמוד", HEBREW),
        ("決して止まらない", JAPANESE),
        ("‘We built it", ENGLISH),
    ],
)
def test_words_that_stand_in_the_source_are_exact(quote: str, text: str) -> None:
    match = find_quote(quote, SourceText(text))
    assert match is not None
    assert (match.result, match.differences) == (Result.EXACT, ())
    assert words_found(quote, text) == [quote]


@pytest.mark.parametrize(
    ("quote", "differences"),
    [
        ("All 9,000 of us paid for it - every single brick", (Difference.DASHES,)),
        ("firm couldn't finish", (Difference.QUOTATION_MARKS,)),
        ("We  built\nit", (Difference.WHITE_SPACE,)),
        ("We built it in\u00a0a year", (Difference.WHITE_SPACE,)),
        ("We buil\u00adt it", (Difference.SOFT_HYPHENS,)),
        ("We\u200b built it", (Difference.ZERO_WIDTH_CHARACTERS,)),
        ("not small... and not final", (Difference.ELLIPSIS_POINTS,)),
        ("firm couldn't  finish", (Difference.QUOTATION_MARKS, Difference.WHITE_SPACE)),
        (
            "The town will receive only one thing – a bridge.\n\nAnd it will stand.",
            (Difference.WHITE_SPACE, Difference.REPEATED_MARKS),
        ),
    ],
)
def test_what_had_to_be_normalised_is_said(quote: str, differences: tuple[Difference, ...]) -> None:
    match = find_quote(quote, SourceText(ENGLISH))
    assert match is not None
    assert (match.result, match.differences) == (Result.NORMALISED, differences)


def test_decomposed_letters_are_the_same_letters() -> None:
    match = find_quote("café ouvert", SourceText("Le cafe\u0301 ouvert."))
    assert match is not None
    assert match.differences == (Difference.COMPOSED_LETTERS,)
    assert match.spans == ((3, 15),)


def test_an_accent_that_the_quote_drops_is_a_difference() -> None:
    assert find_quote("замок", SourceText("старий за\u0301мок")) is None
    assert find_quote("cafe", SourceText("Le cafe\u0301 ouvert.")) is None


@pytest.mark.parametrize(
    "quote",
    [
        "It was easy",  # a dropped "never"
        "they will have peace here",  # a dropped "not"
        "All 9,00",  # a cut number
        "All 9",
        "000 of us",
        "about 1",
        "before 1 March 203",
        "firm could finish",  # a dropped negation
        "firm could",
        "the well-know",
        "known firm",  # half of a compound
        "official called the sum",
        "we built it in a year",  # a capital is not a matter of form
        "We built it in a year!",
        "We built it in a yеar",  # a Cyrillic letter
        "We built it in year a",
        "paid for it every single brick",
        "",
        "[…]",
    ],
)
def test_other_words_are_not_found(quote: str) -> None:
    assert find_quote(quote, SourceText(ENGLISH)) is None


def test_a_cut_word_is_not_found_in_any_script() -> None:
    assert find_quote("зупини", SourceText(UKRAINIAN)) is None
    assert find_quote("ять тисяч", SourceText(UKRAINIAN)) is None
    assert find_quote("نتوق", SourceText(ARABIC)) is None
    assert find_quote("לעבו", SourceText(HEBREW)) is None
    assert find_quote("9", SourceText(UKRAINIAN)) is None


def test_an_article_written_with_its_noun_may_be_left_off() -> None:
    text = "Il a dit que l’armée n’est pas là."
    assert words_found("armée", text) == ["armée"]
    assert words_found("est pas", text) is None


def test_an_elision_stands_for_what_the_source_says_between() -> None:
    assert words_found("We built it […] and we did not stop", ENGLISH) == [
        "We built it",
        "and we did not stop",
    ]
    assert words_found("We built it [...] and we did not stop", ENGLISH) is not None


def test_a_reporting_clause_is_left_out_by_an_elision() -> None:
    quote = "and we did not stop, […] All 9,000 of us"
    assert words_found(quote, ENGLISH) == ["and we did not stop,", "All 9,000 of us"]


def test_the_pieces_stand_in_order() -> None:
    assert words_found("All 9,000 of us […] We built it", ENGLISH) is None


def test_an_elision_reaches_only_so_far() -> None:
    text = "He began here. " + "Other words stand between. " * 50 + "He ended there."
    assert words_found("He began here. […] He ended there.", text) is None


def test_a_piece_that_stands_twice_is_found_where_the_rest_follows() -> None:
    text = "We agreed. " + "x " * 700 + "We agreed. We signed it."
    assert words_found("We agreed. […] We signed it.", text) is not None


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("[Mayor] It was never easy", ["It was never easy"]),
        ("[T]hem will not have peace", None),
        ("[w]e built it in a year", ["e built it in a year"]),
        ("she [the mayor] warned", ["she", "warned"]),
        ("will receive only [a single] thing", ["will receive only", "thing"]),
        ("we [really] stop", None),  # would hide a "not"
        ("All [few] of us", None),  # would hide a number
        ("[h]er warned", None),
    ],
)
def test_an_insertion_replaces_a_few_words(quote: str, found: list[str] | None) -> None:
    assert words_found(quote, ENGLISH) == found


def test_an_insertion_may_change_a_capital_and_nothing_more_of_a_word() -> None:
    assert words_found("[t]hey will not have peace", ENGLISH) == ["hey will not have peace"]
    assert words_found("[h]onest man", "a dishonest man") is None


def test_brackets_may_be_the_sources_own() -> None:
    text = "He wrote: [inaudible] the end […] of it."
    assert words_found("[inaudible] the end […] of it", text) == ["[inaudible] the end […] of it"]


def test_marks_at_a_paragraph_are_left_out_only_where_a_quotation_goes_on() -> None:
    text = "Nobody spoke that day.\n‘We won,’ she said. ‘We are glad.\n‘We rest now.’"
    assert find_quote("Nobody spoke that day. We won", SourceText(text)) is None
    assert find_quote("We are glad. We rest now.", SourceText(text)) is not None
    assert find_quote("Nobody spoke that day. ‘We won", SourceText(text)) is not None


def test_words_divided_at_the_end_of_a_line_are_whole_words() -> None:
    text = "The well-\nknown sol-\ndiers came home."
    match = find_quote("soldiers came home", SourceText(text))
    assert match is not None
    assert match.differences == (Difference.DIVIDED_WORDS,)


def test_a_hostile_quote_is_answered_soon() -> None:
    quote = " […] ".join(["a"] * 40) + " […] b"
    assert find_quote(quote, SourceText("a " * 3000)) is None
