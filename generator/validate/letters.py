"""Letters: which of them look alike, and what of a text they are."""

import unicodedata

# Each Latin letter with the Cyrillic and Greek ones, in lower case, that look like it in some case.
ALIKE = {
    "a": "аα", "b": "вβ", "c": "с", "d": "ԁ", "e": "еε", "g": "ԍ", "h": "нһη", "i": "іι", "j": "ј",
    "k": "кκ", "l": "ӏ", "m": "мμ", "n": "ν", "o": "оο", "p": "рρ", "q": "ԛ", "s": "ѕ", "t": "тτ",
    "u": "υ", "v": "ѵ", "w": "ԝ", "x": "хχ", "y": "уγ", "z": "ζ",
}  # fmt: skip
LATIN = {other: letter for letter, others in ALIKE.items() for other in others}
# Letters whose mark Unicode does not take apart.
STROKES = {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ґ": "г"}
# Signs that stand behind consonants, and are mostly left out in other alphabets.
SOFT = "ьъЬЪ"
STROKED = {plain: letter for letter, plain in STROKES.items()}


def letters_of(text: str) -> str:
    """Return the letters of a text, without case and marks."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(STROKES.get(each, each) for each in apart if each.isalnum() and each != "ʼ")
