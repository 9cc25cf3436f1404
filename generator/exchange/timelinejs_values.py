"""Values of TimelineJS's JSON, which may be of any type: what is of another is noted, not lost."""

import re
from collections.abc import Mapping

import msgspec

from generator.exchange.found import Found

NUMBER = re.compile(r"[+-]?\d{1,16}")
EMPTY: tuple[object, ...] = (None, "", {}, [])


def mapping_in(found: Found, whole: Mapping[str, object], name: str) -> Mapping[str, object]:
    """Return the mapping under a name; anything else there is noted."""
    value = whole.get(name)
    if not isinstance(value, dict) and value not in EMPTY:
        found.notes.append(f"{name}, which is no mapping: {words_of(value)}")
    return mapping_of(value)


def string_in(found: Found, whole: Mapping[str, object], name: str) -> str:
    """Return the text under a name; anything else there is noted."""
    value = whole.get(name)
    if not isinstance(value, str) and value not in EMPTY:
        found.notes.append(f"{name}, which is no text: {words_of(value)}")
    return string_of(value)


def number_of(value: object) -> int | None:
    """Return a whole number that is given as a number or as text."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    text = str(value).strip().removesuffix(".0")
    return int(text) if text.isascii() and NUMBER.fullmatch(text) else None


def mapping_of(value: object) -> Mapping[str, object]:
    """Return a mapping, empty for anything else."""
    return value if isinstance(value, dict) else {}


def string_of(value: object) -> str:
    """Return a text, empty for anything else."""
    return value if isinstance(value, str) else ""


def words_of(value: object) -> str:
    """Return a value as it stood in the file, on one line."""
    return (
        " ".join(value.split()) if isinstance(value, str) else msgspec.json.encode(value).decode()
    )
