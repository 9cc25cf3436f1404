"""Words to search by: text with the differences taken out that a searcher does not make.

Folded away are case, accents, compatibility forms (NFKC), apostrophes, and what stands between
the groups of three digits of a number. й and ї stay letters of their own. `search.js` folds what
readers type by the same rules, and a test holds the two to one another.
"""

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = "'’‘ʼʻ`´′＇"
# Marks that stand above or below a letter: Latin and Cyrillic, Hebrew points, Arabic vowels.
MARKS = (
    "[\u0300-\u0305\u0307\u0309-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5"
    "\u0610-\u061a\u064b-\u065f\u0670]|(?<!и)\u0306|(?<!і)\u0308"
)
# Letters that no decomposition makes alike: each after the first of a pair stands for it.
ALIKE = {
    "ß": "ss", "ς": "σ", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th",
    "ð": "d", "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "ة": "ه", "ى": "ي", "ٱ": "ا",
    "ـ": "",
}  # fmt: skip
# Scripts that write without spaces: kana and Chinese characters. A pattern of so many letters is
# compiled when a text has the first of them or one behind it, which few texts do.
UNSPACED = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
FIRST_UNSPACED = UNSPACED[0]
MIXED_WORD = rf"[{UNSPACED}]+|[^\W_{UNSPACED}]+"
ARTICLE = re.compile("^و?ال(?=...)")

ASCII_SEPARATORS = bytes(
    code if chr(code).isascii() and chr(code).isalnum() else 32 for code in range(256)
)
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_MARK = re.compile(MARKS)
_ALIKE = re.compile(f"[{''.join(ALIKE)}]")
_WORD = re.compile(r"[^\W_]+")
# Seen to stand in few texts, this spares most of them the search for whole numbers.
_GROUPS = re.compile(r"\d[,. ٬]\d\d\d")
_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?:[,. ٬]\d{3})+(?!\d)")


def words_of(text: str) -> list[str]:
    """Return the folded words of a text in order.

    Of a run in a script without spaces, the words are each two neighbouring characters, then the
    last.
    """
    if text.isascii():
        if _GROUPS.search(text):
            text = ungrouped(text)
        code = text.lower().encode().translate(ASCII_SEPARATORS, b"'`")
        return code.decode().split()
    text = folded(text)
    is_mixed = max(text, default="") >= FIRST_UNSPACED
    words = re.findall(MIXED_WORD, text) if is_mixed else _WORD.findall(text)
    if "ال" in text:
        words = [ARTICLE.sub("", word) for word in words]
    if is_mixed:
        words = [piece for word in words for piece in pieces(word)]
    return words


def folded(text: str) -> str:
    """Return a text folded, its words not yet taken apart."""
    text = _APOSTROPHE.sub("", text)
    text = unicodedata.normalize("NFKD", text).lower()
    text = unicodedata.normalize("NFKC", _MARK.sub("", text))
    return ungrouped(_ALIKE.sub(lambda found: ALIKE[found[0]], text))


def ungrouped(text: str) -> str:
    """Return a text in which nothing stands between the groups of three digits of a number."""
    return _NUMBER.sub(lambda found: re.sub(r"\D", "", found[0]), text)


def pieces(word: str) -> list[str]:
    """Return a word, or the pairs of a run in a script without spaces, and its last character."""
    if not is_unspaced(word):
        return [word]
    return [word[at : at + 2] for at in range(len(word))]


def is_unspaced(word: str) -> bool:
    """Return whether a word is a run in a script without spaces."""
    return word[0] >= FIRST_UNSPACED and re.match(f"[{UNSPACED}]", word) is not None


def bucket_of(word: str, buckets: int) -> int:
    """Return which bucket a word is in: by its first two letters, or its first without spaces."""
    first, second = ord(word[0]), 0
    if len(word) > 1 and not is_unspaced(word):
        second = ord(word[1])
    return (first * 613 + second * 751) % 8191 % buckets


@lru_cache(maxsize=4096)
def words_of_name(name: str) -> frozenset[str]:
    """Return the words of a name, which many events have."""
    return frozenset(words_of(name))
