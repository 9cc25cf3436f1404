"""Did you mean …?"""

from collections.abc import Iterable

# Of more faults in one go none is a slip of the pen.
MOST_SLIPS = 20


def suggestion(typed: str, known: Iterable[str]) -> str:
    """Return `; did you mean "…"?` for the nearest known word, or an empty string."""
    found = nearest_word(typed, known)
    return f'; did you mean "{found}"?' if found else ""


def nearest_word(typed: str, known: Iterable[str]) -> str:
    """Return the nearest known word, empty where none is near."""
    # Most content has nothing misspelt.
    from difflib import get_close_matches  # noqa: PLC0415 - see above

    return next(iter(get_close_matches(typed.lower(), list(known), n=1, cutoff=0.6)), "")
