"""Names: every fixed value of the model has a label, languages and countries their names."""

import pytest

from generator.model.event import Relation
from generator.model.published import PublishedRelation
from generator.render.label_table import LABELS, REVERSED, Labelled
from generator.render.names import Names, direction
from tests.unit.render.site import LINK
from tests.unit.render.words import interface

ENGLISH, UKRAINIAN = Names(interface("en-GB")), Names(interface("uk"))


@pytest.mark.parametrize("kind", LABELS)
def test_every_value_has_a_label(kind: type[Labelled]) -> None:
    assert set(LABELS[kind]) == set(kind)


def test_a_relation_reads_from_both_sides() -> None:
    assert set(REVERSED[Relation]) == set(Relation)
    stated = PublishedRelation(relation=Relation.DENIES, event=LINK)
    reverse = PublishedRelation(relation=Relation.DENIES, event=LINK, is_reverse=True)
    assert ENGLISH.label(stated) == ENGLISH.label(Relation.DENIES) == "Denies"
    assert ENGLISH.label(reverse) == ENGLISH.label(Relation.DENIES, is_reverse=True) == "Denied by"


def test_languages_and_countries_are_named_in_the_sites_language() -> None:
    assert ENGLISH.language_name("uk") == "Ukrainian"
    assert UKRAINIAN.language_name("uk") == "українська"
    assert UKRAINIAN.country_name("ua") == "Україна"


def test_an_unknown_code_is_its_own_name() -> None:
    assert ENGLISH.language_name("qqq") == "qqq"
    assert ENGLISH.language_name("x y") == "x y"
    assert ENGLISH.country_name("QQ") == "QQ"


@pytest.mark.parametrize(
    ("code", "expected"), [("ar", "rtl"), ("he", "rtl"), ("uk", "ltr"), ("", "ltr"), ("qqq", "ltr")]
)
def test_a_language_has_a_direction(code: str, expected: str) -> None:
    assert direction(code) == expected
