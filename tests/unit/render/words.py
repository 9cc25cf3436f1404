"""What the tests of wording share: the words of one language, each made once."""

from functools import cache

from generator.model.edtf import parse_edtf
from generator.model.published import Moment
from generator.render.catalogues import Interface, load_interface
from generator.render.date_words import DateWords
from generator.render.headings import Headings
from generator.render.moment_words import MomentWords
from generator.render.names import Names
from tests.tools.required import ROOT

TEMPLATES = ROOT / "templates"


@cache
def interface(language: str) -> Interface:
    """Return the interface in a language, with the shipped catalogues."""
    return load_interface(language, [TEMPLATES])


@cache
def date_words(language: str) -> DateWords:
    """Return a language's words for dates."""
    return DateWords(interface(language))


@cache
def moment_words(language: str) -> MomentWords:
    """Return a language's words for moments."""
    return MomentWords(date_words(language), Names(interface(language)))


@cache
def headings(language: str) -> Headings:
    """Return a language's headings."""
    return Headings(date_words(language))


def date_text(language: str, edtf: str) -> str:
    """Return a date in words."""
    return date_words(language).text(parse_edtf(edtf))


def on(edtf: str) -> Moment:
    """Return a moment without a time."""
    return Moment(date=parse_edtf(edtf))
