"""Alphabetical order, as readers look things up: by letters, not by their numbers in Unicode."""

import re
from functools import lru_cache
from unicodedata import category, normalize

# Cyrillic letters of several alphabets in one order that agrees with each of them. Unicode has
# those that Russian does without at the end, and so would file Irpin (Ірпінь) after Yahotyn.
CYRILLIC = "абвгґѓдђеєжзѕиіїйјклљмнњопрстћќуўфхцчџшщъыьэюя"
# Letters for private use have an order and no marks to take off.
PLACES = {ord(letter): chr(0xE000 + place) for place, letter in enumerate(CYRILLIC)}
LATIN = str.maketrans({"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe"})
MARKS = re.compile(r"[\u0300-\u036f]+")
NUMBER = re.compile(r"[0-9]+")
DIGITS = 12


@lru_cache(maxsize=20_000)
def filed(text: str) -> tuple[str, str]:
    """Return by what a text is put in alphabetical order.

    Punctuation, signs, case and accents count only between texts that are otherwise alike; numbers
    are put in order by what they are.
    """
    signless = "".join(each for each in text.casefold() if category(each)[0] not in "PS")
    placed = normalize("NFC", signless).translate(PLACES)
    plain = MARKS.sub("", normalize("NFD", placed)).translate(PLACES).translate(LATIN)
    return NUMBER.sub(lambda number: number[0].zfill(DIGITS), plain.strip()), text
