"""Slugs: an id out of a title, whatever its script, that no other entry has."""

import re
import unicodedata
from collections.abc import Container

from generator.model.portable_names import is_device

LONGEST = 60
# Ukraine's table of 2010 (Cabinet of Ministers, resolution 55) for its letters; then the
# letters of other languages that are written in Cyrillic.
CYRILLIC = {
    **dict(
        zip(
            "абвгґдезиіклмнопрстуф",
            "a b v h g d e z y i k l m n o p r s t u f".split(" "),  # noqa: SIM905 - easier to read
            strict=True,
        )
    ),
    "є": "ie",
    "ж": "zh",
    "ї": "i",
    "й": "i",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "iu",
    "я": "ia",
    "ь": "",
    "ъ": "",
    "ы": "y",
    "э": "e",
    "ё": "e",
    "ў": "u",
    "ђ": "dj",
    "ј": "j",
    "љ": "lj",
    "њ": "nj",
    "ћ": "c",
    "џ": "dz",
    "ѓ": "gj",
    "ѕ": "dz",
    "ќ": "kj",
    "ә": "a",
    "ғ": "gh",
    "қ": "q",
    "ң": "n",
    "ө": "o",
    "ұ": "u",
    "ү": "u",
    "һ": "h",
}
FIRST_IN_WORD = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(" "),  # noqa: SIM905 - easier to read
        strict=True,
    )
)
LATIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
LATIN |= {"ı": "i", "ħ": "h", "ŋ": "ng", "ə": "a"}
LETTERS = {**CYRILLIC, **GREEK, **LATIN}
APOSTROPHES = re.compile("['’ʼ`´]")
WORD = re.compile(r"\w+")


def slug_of(title: str, fallback: str) -> str:
    """Return the title in a–z, 0–9 and hyphens, at most 60 long.

    The fallback is returned where fewer than half of the letters can be written so, as those
    of Chinese or Arabic.
    """
    text = APOSTROPHES.sub("", unicodedata.normalize("NFC", title)).lower().replace("зг", "zgh")
    words = [word_of(found[0]) for found in WORD.finditer(text)]
    slug = re.sub("-+", "-", "-".join(words)).strip("-")
    letters = sum(character.isalnum() for character in text)
    lost = sum(character.isalnum() and not plain(character) for character in text)
    lost -= sum(LETTERS.get(character) == "" for character in text)
    if not slug or lost * 2 > letters:
        return fallback
    return shortened(slug)


def word_of(word: str) -> str:
    """Return a word of small letters in a–z and 0–9."""
    first = FIRST_IN_WORD.get(word[0], "")
    rest = word[1:] if first else word
    return first + "".join(
        LETTERS[each] if each in LETTERS else plain(each) or "-" for each in rest
    )


def plain(character: str) -> str:
    """Return a small letter or digit in a–z and 0–9, empty where it cannot be written so."""
    if character in LETTERS:
        return LETTERS[character]
    bare = unicodedata.normalize("NFKD", character)
    found = [LETTERS.get(each, each) for each in bare if not unicodedata.combining(each)]
    return "".join(each for each in "".join(found) if each.isascii() and each.isalnum())


def shortened(slug: str) -> str:
    """Return the slug cut behind a whole word, where there is one."""
    if len(slug) <= LONGEST:
        return slug
    whole = slug[: LONGEST + 1].rpartition("-")[0]
    return whole or slug[:LONGEST]


def unique(slug: str, taken: Container[str]) -> str:
    """Return the slug, with the next free number behind it where it cannot be an entry's alone."""
    number, candidate = 1, slug
    while candidate in taken or is_device(candidate):
        number += 1
        candidate = f"{slug}-{number}"
    return candidate
