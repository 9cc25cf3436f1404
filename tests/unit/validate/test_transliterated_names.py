"""A name in Cyrillic letters is found in Latin ones, by whichever scheme or mixture of schemes."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.transliteration import LATIN_FOR, MOST_IN_GIST, Word
from generator.validate.glance import glance_for
from generator.validate.likeness import Likeness, readings

# Invented people with common names. The schemes: Ukraine's of 2010, BGN/PCGN's, the Russian
# passport's, ISO 9, German, French, Polish.
SPELT = {
    "Юрій Щербак": (
        "Yurii Shcherbak", "Yuriy Shcherbak", "Iurii Shcherbak", "Jurij Ščerbak",
        "Jurij Schtscherbak", "Iouri Chtcherbak", "Jurij Szczerbak", "Yuri Shcherbak",
    ),
    "Євген Журавльов": (
        "Yevhen Zhuravlov", "Evgen Zhuravlov", "Ievhen Juravliov", "Jewhen Schurawljow",
        "Yevhen Zhuravlyov", "Jevhen Žuravlov",
    ),
    "Хома Цапенко": (
        "Khoma Tsapenko", "Homa Capenko", "Choma Zapenko", "Khoma Tzapenko", "Xoma Capenko",
    ),
    "Ярослава Їжакевич": (
        "Yaroslava Yizhakevych", "Iaroslava Izhakevych", "Jaroslava Jižakevyč",
        "Jaroslawa Jischakewytsch", "Iaroslava Ijakevytch", "Jarosława Jiżakewycz",
    ),
    "Андрій Зеленський": (
        "Andrii Zelenskyi", "Andriy Zelenskyy", "Andrij Selenskyj", "Andriï Zelensky",
        "Andrej Zelenskij", "Andrei Zelenskii", "Andrij Zełenski",
    ),
    "Георгій Згурський": ("Heorhii Zghurskyi", "Georgiy Zgurskiy", "Georgij Sgurskyj"),
    "Максим Феденко": ("Maksym Fedenko", "Maxim Fedenko", "Maksim Phedenko"),
    "Лукʼян Вовк": ("Lukian Vovk", "Luk'yan Vovk", "Lukjan Wowk", "Luk’ian Vovk"),
    "Фёдор Воробьёв": ("Fyodor Vorobyov", "Fedor Vorobev", "Fjodor Worobjow", "Fiodor Vorobiov"),
    "Аляксей Быкаў": ("Aliaksei Bykau", "Aljaksej Bykaŭ", "Alaksei Bykaw"),
    "Ганна Щур": ("Hanna Shchur", "Ganna Schtschur", "Hanna Chtchour"),
    "Петренко Іван Сергійович": (
        "Ivan Petrenko", "Petrenko Ivan", "Ivan Serhiiovych Petrenko", "Iwan Petrenko",
        "Petrenko, Ivan", "ivan-petrenko", "IvanPetrenko", "Ivan S. Petrenko",
        "I\u200bvan Petrenko",
    ),
}  # fmt: skip
OTHERS = [
    ("Марія Коваль", "Mariia Kovalchuk"),
    ("Марія Коваль", "Koval Olena, Mariia Bondar"),
    ("Олег Бондар", "Oleh Bondaruk"),
    ("Ян Ли", "an L-shaped house in an alley"),
    ("Іван Петренко", "Ivan met Petrenko"),
    ("Ганна Щур", "Hanna and sure others"),
]
LETTERS = st.text(alphabet="абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёў", min_size=4, max_size=14)


def is_found(name: str, text: str) -> bool:
    """Return whether the name is found in the text."""
    return any(map(Likeness(name).whole.search, readings(text)))


def is_suspected(name: str, text: str) -> bool:
    """Return whether a glance tells that the text must be looked at."""
    encoded = json.dumps(text, ensure_ascii=False).encode()
    return "held" in glance_for({"held": Likeness(name)}).suspects(encoded)


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in SPELT.items() for text in texts]
)
def test_a_cyrillic_name_is_found_in_latin_letters(name: str, text: str) -> None:
    assert is_found(name, f"They met {text} there.")
    assert is_suspected(name, f"They met {text} there.")


@pytest.mark.parametrize(("name", "text"), OTHERS)
def test_another_name_is_not_taken_for_it(name: str, text: str) -> None:
    assert not is_found(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [("Юрій Щербак", "The Shcherbaks’ house, or Shcherbak’s"), ("Іван Петренко", "PETRENKO")],
)
def test_the_surname_alone_is_found_as_such(name: str, text: str) -> None:
    assert Likeness(name).alone.search(text)
    assert not is_found(name, text)


@settings(deadline=None)
@given(given_name=LETTERS, surname=LETTERS, data=st.data())
def test_any_mixture_of_schemes_is_found_and_never_passed_over(
    given_name: str, surname: str, data: st.DataObject
) -> None:
    def spelt(word: str) -> str:
        ways = [data.draw(st.sampled_from(ways)) for ways in Word(word).spellings]
        return "".join(ways).title()

    name, text = f"{given_name.title()} {surname.title()}", f"{spelt(given_name)} {spelt(surname)}"
    if len(Likeness(name).words) == 2:
        assert is_found(name, text)
        assert is_suspected(name, text)


def test_every_spelling_is_of_plain_latin_letters() -> None:
    assert {each for ways in LATIN_FOR.values() for way in ways for each in way} <= set(
        "abcdefghijklmnoprstuvwxyz"
    )


def test_a_name_of_many_ways_costs_little() -> None:
    word = Word("х" * 300)
    assert len(word.gists) <= 2**MOST_IN_GIST
    name = f"{'ж' * 150} {'щ' * 140}"
    # What a pattern costs goes by its length, and here that by the name's.
    assert len(Likeness(name).whole.pattern) < 2_000 * len(name)
    assert not is_found(name, "sch" * 3000)
