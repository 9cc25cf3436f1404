"""Transliteration: how a name in Cyrillic letters may be written in Latin ones.

Every letter in each way that the common schemes have: Ukraine's of 2010 (KMU No. 55), BGN/PCGN's
for Ukrainian, Russian and Belarusian, passports', ISO 9, and those of German, French and Polish.
They may be mixed, as newspapers do.
"""

import unicodedata
from functools import cached_property
from itertools import product

# After the letters that most schemes agree in, those that each writes in its own way.
LATIN_FOR = {
    **{letter: (latin,) for letter, latin in zip("абдлмнопртэ", "abdlmnoprte", strict=True)},
    "в": ("v", "w"), "г": ("h", "g", "gh"), "ґ": ("g", "gh", "h"), "е": ("e", "ye", "je", "ie"),
    "є": ("ye", "ie", "je", "e"), "ё": ("yo", "io", "jo", "o", "e", "ye", "je"),
    "ж": ("zh", "sch", "sh", "j", "z", "g"), "з": ("z", "s"), "и": ("y", "i"),
    "і": ("i", "y"), "ї": ("i", "yi", "ji"), "й": ("y", "i", "j", ""), "к": ("k",),
    "с": ("s", "ss"), "у": ("u", "ou"), "ў": ("u", "w"), "ф": ("f", "ph"),
    "х": ("kh", "h", "ch", "x"), "ц": ("ts", "tz", "c", "z", "cz"),
    "ч": ("ch", "tsch", "tch", "cz", "c", "tsh"), "ш": ("sh", "sch", "ch", "sz", "s"),
    "щ": ("shch", "schtsch", "chtch", "szcz", "stsch", "sch", "sc", "shh"),
    "ъ": ("",), "ы": ("y", "i"), "ь": ("", "i", "y", "j"),
    "ю": ("yu", "iu", "ju", "iou", "you", "u"),
    "я": ("ya", "ia", "ja", "a"), "кс": ("ks", "x"), "дж": ("dzh", "dj", "dsch", "dz"),
}  # fmt: skip
ENDINGS = ("ий", "ій", "ый", "ой", "ей", "ая", "яя", *"аеєёиіїйоуыьэюя")
VOWELS = "aeiouyj"
# Of what is typed in Latin letters these stay whatever the scheme; `w` goes for `v`.
KEPT = "abdeklmnpruv"
LEAST_STEM = 3
# A name may be long, and its letters have their ways to the power of their number.
MOST_IN_GIST = 8
LEAST_GIST = 3
_DROPPED = bytes(set(range(256)) - set(KEPT.encode()) - {*b"w"})
_TABLE = bytes(ord("v") if code == ord("w") else code for code in range(256))


class Word:
    """A word of a name in Cyrillic letters."""

    def __init__(self, word: str) -> None:
        """Take the word in lower case."""
        letters = unicodedata.normalize("NFC", word).lower().replace("ʼ", "")
        self.letters = "".join(filter(str.isalpha, letters))

    @cached_property
    def stem(self) -> str:
        """What stays of the word before its ending; all of a short one."""
        ending = next((each for each in ENDINGS if self.letters.endswith(each)), "")
        stem = self.letters.removesuffix(ending)
        return stem if len(stem) >= LEAST_STEM else self.letters

    @cached_property
    def is_short(self) -> bool:
        """Whether the word has no stem to which another ending may come."""
        return len(self.letters) <= LEAST_STEM

    @cached_property
    def spellings(self) -> list[tuple[str, ...]]:
        """How each letter, or pair of letters, of the stem may be written."""
        found: list[tuple[str, ...]] = []
        at = 0
        while at < len(self.stem):
            size = 2 if self.stem[at : at + 2] in LATIN_FOR else 1
            letter = self.stem[at : at + size]
            found.append(LATIN_FOR.get(letter, (letter,)))
            at += size
        return found

    @cached_property
    def heads(self) -> tuple[bytes, ...]:
        """How the stem may begin, where its gist is too short to tell much; else nothing."""
        if min(map(len, self.gists)) >= LEAST_GIST:
            return ()
        return tuple("".join(ways).encode() for ways in product(*self.spellings[:LEAST_STEM]))

    @cached_property
    def gists(self) -> tuple[bytes, ...]:
        """The gists of the stem's beginning: that of any text that has the word has one of them."""
        letters = self.spellings[:MOST_IN_GIST]
        ways = (dict.fromkeys(gist(each.encode()) for each in either) for either in letters)
        return tuple(dict.fromkeys(map(b"".join, product(*ways))))


def gist(text: bytes) -> bytes:
    """Return the letters of a text without case and marks that no scheme writes otherwise."""
    return text.translate(_TABLE, _DROPPED)
