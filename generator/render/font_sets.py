"""Sets of letters that the site's own fonts are cut into, and which of them a page needs at once.

Latin is always needed: it holds figures and the commonest marks. Of Cyrillic one letter is enough,
so that a quote is not set in two fonts; letters that stand singly in other languages' words are
worth their set where there are many. `css/site.css` gives each set its range.
"""

LATIN = "latin"
MANY = 20
# What tells a set's letters in UTF-8, and how many of it a page has that asks for the set. Most
# are first bytes, which are found far sooner than letters. ј is in every text of a language that
# has any of its set.
SETS = (
    ("latin-accents", (b"\xc3",), MANY),
    ("latin-central", (b"\xc4", b"\xc5"), MANY),
    ("cyrillic", (b"\xd0", b"\xd1"), 1),
    ("cyrillic-south", ("ј".encode(),), MANY),
)


def font_sets(html: str) -> tuple[str, ...]:
    """Return the names of the sets that a page with this text is to ask for before its styles."""
    text = html.encode()
    return (LATIN, *(name for name, signs, fewest in SETS if has(text, signs, fewest)))


def has(text: bytes, signs: tuple[bytes, ...], fewest: int) -> bool:
    """Return whether so many of the signs are in a text."""
    # Whether there is one is known many times sooner than how many there are.
    present = [sign for sign in signs if sign in text]
    return bool(present) and (fewest == 1 or sum(map(text.count, present)) >= fewest)
