"""A name in Latin letters is found in Cyrillic ones, in any grammatical case."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.respelling import Respelt
from generator.model.secret_words import before, secret_words
from generator.model.transliteration import Word
from generator.validate.likeness import Likeness
from tests.unit.validate.test_transliterated_names import SPELT, is_found, is_suspected

# Invented people with common names.
RESPELT = {
    "Ivan Petrenko": (
        "Іван Петренко", "Івана Петренка", "Петренку Івану", "ПЕТРЕНКО ІВАН", "**Іван** Петренко",
        "Петренко Іван Сергійович", "Иван Петренко", "іван-петренко", "Іва\u0301н Петре\u0301нко",
    ),
    "Mykola Lvov": ("Микола Львов",),
    "Volodymyr Zelenskyi": ("Володимир Зеленський", "Володимира Зеленського"),
    "Olha Kobylianska": ("Ольга Кобилянська", "Ольги Кобилянської", "Ольгою Кобилянською"),
    "Solomiia Lviv": ("Соломія Львів",),
    "Hanna Shchur": ("Ганна Щур", "Ганні Щур"),
    "Lukian Vovk": ("Лукʼян Вовк", "Лук'яна Вовка"),
    "Fyodor Vorobyov": ("Фёдор Воробьёв", "Фёдора Воробьёва"),
    "John Smith": ("Джон Сміт", "Джона Сміта", "Джон Смит"),
    "Ada Moore": ("Ада Мур",),
    "Jürgen Müller": ("Юрген Мюллер",),
}  # fmt: skip
OTHERS = [
    ("Ivan Petrenko", "Іван зустрів Петренка"),
    ("Ivan Petrenko", "Іван Петров"),
    ("Maria Koval", "Марія Ковальчук"),
    ("Ada Moore", "Ада любить море"),
    ("Li An", "літо в анонсі"),
]


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in RESPELT.items() for text in texts]
)
def test_a_latin_name_is_found_in_cyrillic_letters(name: str, text: str) -> None:
    assert is_found(name, f"Там бачили {text} учора.")
    assert is_suspected(name, f"Там бачили {text} учора.")


@pytest.mark.parametrize(
    ("name", "text"), [(latin, name) for name, texts in SPELT.items() for latin in texts[:2]]
)
def test_what_schemes_make_of_a_name_leads_back_to_it(name: str, text: str) -> None:
    assert is_found(text.replace("-", " "), f"Там бачили: {name}.")
    assert is_suspected(text.replace("-", " "), f"Там бачили: {name}.")


@pytest.mark.parametrize(("name", "text"), OTHERS)
def test_another_name_is_not_taken_for_it(name: str, text: str) -> None:
    assert not is_found(name, text)


SYLLABLE = st.tuples(
    st.sampled_from("бвгґджзклмнпрстфхцчшщ"),
    st.sampled_from(["", "ь"]),
    st.sampled_from("аеиіїоуюя"),
).map("".join)


@given(st.lists(SYLLABLE, min_size=2, max_size=5).map("".join), st.randoms())
def test_any_mixture_of_schemes_leads_back_to_the_word(word: str, chance: Random) -> None:
    latin = "".join(chance.choice(ways) for ways in Word(f"{word}к").spellings)
    name = f"{latin} Petrenko"
    text = f"{word}к Петренко"
    if latin.isascii() and latin:
        assert is_suspected(name, text)
        assert is_found(name, text), (latin, Respelt(latin).spellings)


@pytest.mark.parametrize("part", ["schtsch", "szczstsch", "iou", "shch", "a", "sch", "yeyoyuya"])
def test_a_name_that_may_be_written_in_very_many_ways_has_a_pattern_of_some_size(part: str) -> None:
    word = (part * 40)[:40]
    assert 1_000 < len(Likeness(f"{word} x").whole.pattern) < 1_000_000
    assert Respelt(word).spellings
    # No name is longer, and what is made to be is looked for in its own letters alone.
    assert not Likeness(f"{word}a x").respelt.keys() & {f"{word}a"}


def test_words_around_a_quote_end_before_the_name_in_other_letters() -> None:
    words = secret_words(["Ivan Petrenko"])
    assert before("Учора Петренка бачили", words) == "Учора "
