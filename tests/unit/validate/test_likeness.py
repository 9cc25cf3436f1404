"""A name is found however it is written, and no other name is taken for it."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.validate.glance import glance_for
from generator.validate.likeness import Likeness, readings

MARKS = ("", "", "*", "_", "**", "\u200b", "&shy;", "&#8288;", "<i>", "’", "\u0301")
SPACES = (" ", "-", "_", "&nbsp;", "&#32;", ", ", "\n", "\u202f", "%20", " S. ")
LATIN = ("Ivan Petrenko", "Petrenko, Ivan", "Ivan Serhiyovych Petrenko", "Іvan Реtrenkо")
CYRILLIC = ("Іван Петренко", "Петренко Іван Сергійович", "Іван Сергійович Петренко")
FORMS = {
    "in another case": "IVAN petrenko",
    "over a line": "Ivan\nPetrenko",
    "with a named space": "Ivan&nbsp;Petrenko",
    "with a numbered space": "Ivan&#32;Petrenko",
    "with a numbered letter": "Iv&#x61;n Petrenko",
    "with Markdown": "**Ivan** *Petrenko*",
    "with Markdown in words": "I*va*n Pet**renko**",
    "with an escape": "Ivan\\-Petrenko",
    "with a tag in a word": "Pet<b>re</b>nko Ivan",
    "with a comment": "Ivan<!-- and so on -->Petrenko",
    "in two links": "[Ivan](https://a.example/b) [Petrenko](/d/ 'title')",
    "with a link in a word": "Ivan [Pet](/d/)renko",
    "with a soft hyphen": "Ivan Pet&shy;renko",
    "with invisible characters": "Iv\u200ban Petr\u2060enko",
    "with a hyphen": "Ivan-Petrenko",
    "with a line below": "Ivan_Petrenko",
    "as one word": "#IvanPetrenko",
    "as a slug": "the-case-of-ivan-petrenko-2",
    "as a slug with a name between": "ivan-serhiyovych-petrenko",
    "as a file": "portraits/IMG_ivan_petrenko2.jpg",
    "as an address": "https://paper.example/ivan%20petrenko",
    "turned round": "Petrenko Ivan",
    "turned round with a comma": "Petrenko, Ivan",
    "with an initial": "Ivan S. Petrenko",
    "with two initials": "Ivan S.M. Petrenko",
    "with a patronymic": "Ivan Serhiyovych Petrenko",
    "with Cyrillic letters": "Iv\u0430n P\u0435tr\u0435nk\u043e",
    "with Greek letters": "Ιvan Pετrenkο",
    "with accents": "Iván Petrénko",
    "with accents apart": "Iva\u0301n Petre\u0301nko",
    "in wide letters": "Ｉｖａｎ Ｐｅｔｒｅｎｋｏ",
    "in bold letters": "𝐈𝐯𝐚𝐧 𝐏𝐞𝐭𝐫𝐞𝐧𝐤𝐨",
    "with a genitive": "Ivan Petrenko’s house",
}
OTHERS = (
    "Petrenko",
    "Ivan",
    "Ivan met Petrenko",
    "Ivana Petrenko",
    "Ivan Petrenkov",
    "They saw Ivan. The Petrenko house burned",
    "Ivan Koval, Petrenko Olena",
    "Petrenko Olena, Ivan Koval",
    "Petrenko and Ivan",
)


def is_found(name: str, text: str) -> bool:
    """Return whether the name is found in the text."""
    return any(map(Likeness(name).whole.search, readings(text)))


def is_traced(name: str, text: str) -> bool:
    """Return whether the text is one that must be looked at."""
    return bool(
        glance_for({"x": Likeness(name)}).suspects(json.dumps(text, ensure_ascii=False).encode())
    )


@pytest.mark.parametrize("name", LATIN)
@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_a_name_is_found_in_whatever_form(name: str, text: str) -> None:
    assert is_found(name, f"They met {text} there.")
    assert is_traced(name, f"They met {text} there.")


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_not_the_whole_name_is_not_taken_for_it(text: str) -> None:
    assert not is_found("Ivan Petrenko", text)


@pytest.mark.parametrize("name", CYRILLIC)
@pytest.mark.parametrize(
    "text",
    [
        "Івана Петренка",
        "Іваном Петренком",
        "Петренкові Іванові",
        "Іван С. Петренко",
        "ІВА́Н ПЕТРЕНКО",
    ],
)
def test_a_cyrillic_name_is_found_in_every_grammatical_case(name: str, text: str) -> None:
    assert is_found(name, text)
    assert is_traced(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Андрій Зеленський", "Андрія Зеленського"),
        ("Марія Коваль", "Марії Коваль"),
        ("Оксана Вишнева", "Оксану Вишневу"),
        ("Прокопʼєв Лука", "Луки Прокоп’єва"),
        ("Łukasz Wiśniewski", "LUKASZ WISNIEWSKI"),
        ("Ali", "they met ALI."),
        ("Juan de la Cruz", "Cruz, Juan"),
        ("김 철수", "김 철수"),
        ("محمد علي", "قال محمد علي"),
        ("أحمد محمد", "وأحمد محمد قال"),
        ("דן כהן", "ולדן כהן אמר"),
        ("王伟", "目击者王伟说，他看见了。"),
        ("王 伟", "目击者王伟说"),
        ("山田 ガク", "証人の山田ガクは"),
        ("สมชาย ใจดี", "พยานสมชาย ใจดีกล่าว"),
        ("မောင် အေး", "သက်သေမောင်အေးက"),
        ("Lt. Ivan Petrenko", "Ivan Petrenko"),
        ("Major Ivan Petrenko", "Petrenko Ivan"),
        ("Майор Іван Петренко", "Івана Петренка"),
        ("María García López", "María García said so"),
        ("María García López", "María López said so"),
        ("Jan Kowalski", "Jana Kowalskiego"),
        ("Jan Kowalski", "Janem Kowalskim"),
        ("Jan Kowalski", "Kowalskiemu Janowi"),
        ("Anna Kowalska", "Anny Kowalskiej"),
        ("Jan Nowak", "Janowi Nowakowi"),
        ("Ivan Petrenko", "Ivana Petrenka"),
    ],
)
def test_names_of_many_forms_are_found(name: str, text: str) -> None:
    assert is_found(name, text)
    assert is_traced(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Марія Коваль", "Марія Ковальчук"),
        ("Олег Бондар", "Олег Бондарук"),
        ("Ann Lee", "Annlee"),
        ("Ali", "all"),
        ("Juan de la Cruz", "de la Cruz"),
        ("Juan de la Cruz", "Juan de la Vega"),
        ("Lt. Petrenko", "Petrenko"),
        ("I. Petrenko", "Petrenko"),
    ],
)
def test_longer_and_shorter_names_are_others(name: str, text: str) -> None:
    assert not is_found(name, text)


def test_many_lines_below_are_read_in_one_go() -> None:
    assert not is_found("Ivan Petrenko", "Ivan_A_" * 20_000 + "; of Petrenko")


@given(
    marks=st.lists(st.sampled_from(MARKS), min_size=13, max_size=13),
    between=st.sampled_from(SPACES),
    seed=st.randoms(use_true_random=False),
)
def test_marks_between_letters_hide_no_name(
    marks: list[str], between: str, seed: random.Random
) -> None:
    cases = [seed.choice([letter, letter.upper()]) for letter in "IvanPetrenko"]
    letters = [mark + letter for mark, letter in zip(marks, cases, strict=False)]
    text = f"so {''.join(letters[:4])}{between}{''.join(letters[4:])}{marks[12]} said"
    assert is_found("Ivan Petrenko", text)
    assert is_traced("Ivan Petrenko", text)


@given(st.text(alphabet="ivan petrko-_.,*ІаеРSthe", max_size=40))
def test_a_text_that_names_is_never_passed_over(text: str) -> None:
    assert is_traced("Ivan Petrenko", text) or not is_found("Ivan Petrenko", text)


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Ivan Petrenko", "petrenko"),
        ("Petrenko, Ivan", "petrenko"),
        ("Петренко Іван Сергійович", "петренко"),
        ("Іван Сергійович Петренко", "петренко"),
        ("Ali", "ali"),
    ],
)
def test_the_surname_is_known_by_its_place(name: str, surname: str) -> None:
    assert Likeness(name).surname == surname


@pytest.mark.parametrize(("name", "is_asked"), [("Ann Lee", False), ("Petrenko", False)])
def test_a_short_or_only_name_is_not_looked_for_as_a_surname(name: str, is_asked: bool) -> None:  # noqa: FBT001 - a row of a table
    assert Likeness(name).has_telling_surname is is_asked
