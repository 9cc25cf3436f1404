"""Quotes: verbatim, with the editors' marks told apart from the source's words."""

from generator.render.quotes import Quotes
from tests.unit.render.words import interface

ENGLISH = Quotes(interface("en-GB"))


def test_a_quote_is_not_markup() -> None:
    assert ENGLISH.html("<b>&") == "<p>&lt;b&gt;&amp;</p>"


def test_an_elision_says_that_words_were_left_out() -> None:
    assert ENGLISH.html("a […] b") == (
        '<p>a <span class="editorial" title="words left out by the editors">[…]</span> b</p>'
    )


def test_an_insertion_says_that_words_were_added() -> None:
    assert ENGLISH.html("[the “city”]") == (
        '<p><span class="editorial" title="words added by the editors">[the “city”]</span></p>'
    )


def test_a_blank_line_begins_a_paragraph() -> None:
    assert ENGLISH.html("a\nb\n\nc\n") == "<p>a\nb</p>\n<p>c</p>"
