"""Likeness: how a name may be written and still be read as that name.

In another case, with other marks or none, in letters of another script that look the same, with
Markdown, HTML or invisible characters between its letters, as a part of an address, the surname
first, or with names between; of a name in Cyrillic letters also in Latin ones, and the reverse.
"""

import re
import unicodedata
from functools import cached_property
from html import unescape
from urllib.parse import unquote

from generator.model.respelling import PLAIN, Respelt
from generator.model.scripts import ARABIC, CYRILLIC, HEBREW, UNSPACED
from generator.model.transliteration import VOWELS, Word
from generator.validate.letters import ALIKE, LATIN, SOFT, STROKED, letters_of
from generator.validate.skeletons import bones_of, skeleton

# Between two letters of a word: marks, invisible characters, the apostrophe that is a letter, and
# signs that another alphabet has not; in sets of two, which are compiled in less time.
MARKS = rf"(?:[^\w\s]|[_ʼ]|[{SOFT[:2]}]|[{SOFT[2:]}])*"
# A letter whose mark was taken apart is one with it.
NO_LETTER_BEFORE = r"(?<![^\W\d_])(?<![^\W\d_][\u0300-\u036f])"
NO_LETTER_BEHIND = r"(?![\u0300-\u036f]*[^\W\d_])"
CAPITALS = "".join(filter(str.isupper, map(chr, range(0x530))))
# Between two names: nothing but marks, or besides two names with capitals, or a part of an address.
GAP = r"[\W_]*"
BETWEEN = (
    rf"{GAP}(?:(?<![.!?;:]\s)(?:[{CAPITALS}][^\W_]*(?:[^\w,;:!?]|_)+){{1,2}}"
    r"|(?<=[-_+/.])[^\W_]+[-_+/.]+)?"
)
PATRONYMIC = re.compile(
    r"\w{2,}(?:ович|евич|івна|овна|евна|ovych|evych|ovich|evich|ivna|ovna|evna)"
)
IN_CYRILLIC = re.compile(f"[{CYRILLIC}]")
ENDING = re.compile(r"(?:[иыо]и|ая|[аеєиіоуыьэюя])$")
ENDINGS = (
    *("а", "я", "у", "ю", "і", "ї", "и", "е", "є", "ы", "о", "й", "ь", "ом", "ем", "єм", "им"),
    *("ім", "ым", "ий", "ый", "ій", "ой", "ей", "ою", "ею", "єю", "ая", "ам", "ям", "ах", "ях"),
    *("ові", "еві", "єві", "ого", "ому", "ої", "ых", "их"),
)
LATIN_ENDINGS = (
    *("a", "u", "y", "i", "e", "o", "owi", "ovi", "em", "om", "ie", "iem", "ego", "emu", "ym"),
    *("im", "iego", "iemu", "iej", "ej", "oho", "omu", "ou", "oj", "ami", "ach", "ow", "imi"),
    *("ich",),
)
SHORTEST_SURNAME = 4
UNSPACED_WORD = re.compile(f"[{UNSPACED}]+")
PREFIXES = (
    (re.compile(f"[{ARABIC}]"), f"(?:[وف]{MARKS})?(?:[بكل]{MARKS})?(?:ا{MARKS}ل{MARKS})?"),
    (re.compile(f"[{HEBREW}]"), f"(?:[והבכלמש]{MARKS}){{0,3}}"),
)
RANKS = (
    *("lieutenant", "captain", "major", "colonel", "general", "sergeant", "corporal", "private"),
    *("admiral", "commander", "judge", "doctor", "professor", "father", "sister", "rabbi"),
    *("sheikh", "imam", "bishop", "sir", "lady", "lord", "mr", "mrs", "ms", "miss", "dr", "prof"),
    *("senor", "senora", "don", "dona", "pan", "pani", "лейтенант", "капітан", "капитан"),
    *("майор", "полковник", "генерал", "сержант", "капрал", "солдат", "адмірал", "адмирал"),
    *("пан", "пані", "доктор", "професор", "профессор", "отець", "отец"),
)
# A name so long may be written as one word.
LONGEST_APART = 8


class Likeness:
    """What finds one person's name in a text that was made `readable`."""

    def __init__(self, name: str) -> None:
        """Take the name as it is typed, the surname last, or first with a comma or patronymic."""
        parts = without_titles([part for part in re.split(r"[\s,]+", name) if letters_of(part)])
        typed = {letters_of(part): part for part in parts}
        self.words = list(map(letters_of, parts))
        names = [each for each in self.words if not PATRONYMIC.fullmatch(each)] or self.words
        is_turned = "," in name.strip(" ,") or self.words[-1:] != names[-1:]
        self.surname = names[0 if is_turned else -1] if names else ""
        self.given = names[-1 if is_turned else 0] if len(names) > 1 else ""
        self.other = self.first_surname(names) if not is_turned else ""
        self.is_inflected = IN_CYRILLIC.search(name) is not None
        self.is_unspaced = UNSPACED_WORD.fullmatch("".join(self.words)) is not None
        self.spelt = {word: Word(typed[word]) for word in (self.surname, self.given) if word}
        self.respelt = {word: Respelt(word) for word in self.spelt if PLAIN.fullmatch(word)}

    def first_surname(self, names: list[str]) -> str:
        """Return the first of two surnames, as in Spanish; empty where there is no such word."""
        other = names[-2] if len(names) > 2 else ""  # noqa: PLR2004 - a given name and two surnames
        return other if len(other) >= SHORTEST_SURNAME and PLAIN.fullmatch(other) else ""

    @cached_property
    def stem(self) -> str:
        """What all forms of the surname begin with."""
        if self.is_inflected:
            return stem_of(self.surname)
        return latin_stem(self.surname) if PLAIN.fullmatch(self.surname) else self.surname

    @cached_property
    def bones(self) -> tuple[bytes, ...]:
        """The skeletons of the stem, and of another surname; none where it has unusual letters."""
        found = [skeleton(each.encode()) for each in (self.stem, self.other) if each]
        return () if None in found else tuple(filter(None, found))

    @cached_property
    def respelt_bones(self) -> re.Pattern[bytes] | None:
        """What finds the skeletons of the surname in Cyrillic letters, if it is in Latin ones."""
        word = self.respelt.get(self.surname)
        if word is None:
            return None
        return re.compile(b"".join(map(bones_of, word.spellings)))

    @property
    def last(self) -> str:
        """The given name, or the only one."""
        return self.given or self.surname

    @cached_property
    def trace(self) -> re.Pattern[str]:
        """What is in every text that holds the name."""
        stems = [word_pattern(each) for each in (self.stem, self.other) if each]
        if self.is_inflected:
            stems.append(latin_pattern(self.spelt[self.surname]))
        if self.surname in self.respelt:
            stems.append(cyrillic_pattern(self.respelt[self.surname]))
        return re.compile("|".join(stems))

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """What finds the whole name."""
        surname = self.form(self.surname)
        forms = [r"[\W_]+".join(map(word_pattern, self.words)), surname]
        if self.given:
            given = self.form(self.given)
            is_short = len(self.surname + self.given) < LONGEST_APART and not self.is_unspaced
            apart = r"(?=[\W_])" if is_short else ""
            forms[1:] = [f"{given}{apart}{BETWEEN}{surname}", f"{surname}{apart}{GAP}{given}"]
            if PLAIN.fullmatch(self.surname) and PLAIN.fullmatch(self.given):
                given, surname = f"(?:{given}|{declined(self.given)})", declined(self.surname)
                forms += [f"{given}{apart}{BETWEEN}{surname}", f"{surname}{apart}{GAP}{given}"]
            if self.other:
                forms.append(f"{self.form(self.given)}{apart}{BETWEEN}{self.form(self.other)}")
        return re.compile(self.as_word("|".join(forms)))

    @property
    def has_telling_surname(self) -> bool:
        """Whether the surname by itself, beside another name, is long enough to tell anything."""
        return bool(self.given) and len(self.surname) >= SHORTEST_SURNAME

    @cached_property
    def alone(self) -> re.Pattern[str]:
        """What finds the surname as a word."""
        forms = self.form(self.surname)
        if PLAIN.fullmatch(self.surname):
            forms += f"|{declined(self.surname)}"
        return re.compile(self.as_word(forms))

    def as_word(self, forms: str) -> str:
        """Return the pattern of forms that are no part of a longer word, but for prefixes.

        Where no spaces are written between words, nothing tells where one ends.
        """
        if self.is_unspaced:
            return f"(?:{forms})"
        prefix = next((each for script, each in PREFIXES if script.search(self.surname)), "")
        return f"{NO_LETTER_BEFORE}{prefix}(?:{forms}){NO_LETTER_BEHIND}"

    def form(self, word: str) -> str:
        """Return the pattern of a word of the name, in Cyrillic in every grammatical case."""
        if word in self.respelt:
            cyrillic = cyrillic_pattern(self.respelt[word])
            return f"(?:{word_pattern(word)}|{cyrillic}(?:{MARKS}(?:{CASES}))?)"
        if not self.is_inflected:
            return word_pattern(word)
        cyrillic = f"{word_pattern(stem_of(word))}(?:{MARKS}(?:{CASES}))?"
        spelt = self.spelt[word]
        ending = "" if spelt.is_short else f"(?:{MARKS}{ANY_VOWEL}){{0,3}}"
        return f"(?:{cyrillic}|{latin_pattern(spelt)}{ending})"


def stem_of(word: str) -> str:
    """Return what stays of a word in every grammatical case."""
    return ENDING.sub("", word) or word


def without_titles(parts: list[str]) -> list[str]:
    """Return the words of a name without ranks and titles before it, as long as two words stay."""
    while len(parts) > 2 and is_title(parts[0]):  # noqa: PLR2004 - a given name and a surname
        parts = parts[1:]
    return parts


def is_title(part: str) -> bool:
    """Return whether a word is a title: one of the list, or cut short with a full stop."""
    letters = letters_of(part)
    return letters in TITLES or (part.endswith(".") and len(letters) > 1)


def latin_stem(word: str) -> str:
    """Return what stays of a word in Latin letters in the cases of Slavic languages."""
    return word[:-1] if word[-1] in "aeioy" and len(word) >= SHORTEST_SURNAME else word


def declined(word: str) -> str:
    """Return the pattern of the other cases of a word in Latin letters, as Slavic languages say."""
    stem = latin_stem(word)
    endings = "|".join(word_pattern(each) for each in LATIN_ENDINGS if stem + each != word)
    return f"{word_pattern(stem)}{MARKS}(?:{endings})"


def word_pattern(word: str) -> str:
    """Return the pattern of a word, whatever marks stand between its letters."""
    return MARKS.join(map(letter_pattern, word))


def latin_pattern(word: Word) -> str:
    """Return the pattern of the stem of a word in Cyrillic letters as Latin ones spell it."""
    letters = ("|".join(map(word_pattern, ways)) for ways in word.spellings if any(ways))
    return MARKS.join(f"(?:{each})" for each in letters)


def cyrillic_pattern(word: Respelt) -> str:
    """Return the pattern of the stem of a word in Latin letters as Cyrillic ones spell it."""
    parts = (dict.fromkeys(map(letters_of, ways)) for ways in word.spellings)
    return MARKS.join(f"(?:{'|'.join(map(word_pattern, ways))})" for ways in parts)


def letter_pattern(letter: str) -> str:
    """Return the pattern of a letter without case and marks, and of what looks like it."""
    latin = LATIN.get(letter, letter)
    lower = letter + latin + ALIKE.get(latin, "") + STROKED.get(letter, "")
    either = sorted({*lower, *lower.upper()})
    return f"[{''.join(map(re.escape, either))}]" if len(either) > 1 else re.escape(letter)


TITLES = set(map(letters_of, RANKS))
CASES = "|".join(word_pattern(letters_of(each)) for each in ENDINGS)
ANY_VOWEL = f"(?:{'|'.join(map(letter_pattern, VOWELS))})"


def readings(text: str) -> list[str]:
    """Return the text as it is read: what stands for a character replaced, letters and marks apart.

    It is returned once more without tags, comments and the addresses of links, where it has any.
    """
    if "%" in text:
        text = unquote(text)
    if "&" in text:
        text = unescape(text)
    found = [text]
    if "<" in text or "](" in text:
        found.append(re.sub(r"<[^<>]*>|\]\([^()\s]*(?:\s[^()]*)?\)", "", text))
    return [unicodedata.normalize("NFKD", each) for each in found]
