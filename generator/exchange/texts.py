"""The bytes of other programs' files as text and as JSON, or where they are not."""

import codecs
import json
from typing import NoReturn

import msgspec

from generator.errors import UsageError
from generator.exchange.json_places import (
    OFFSET,
    half_character,
    place_of_byte,
    repeated_keys,
    too_deep,
)

MEND = "mend it there, or export the file again"
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def text_of(data: bytes, encoding: str = "") -> str:
    """Return a file's text: in the encoding named, that of its byte order mark, or UTF-8.

    Raises UsageError with the line of what is not text in it.
    """
    # The mark of UTF-32 begins with that of UTF-16, so that the longer stands first.
    marked = next((name for mark, name in MARKS.items() if data.startswith(mark)), "utf-8")
    named = encoding or marked
    try:
        text = data.decode(named)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        wrong = data[error.start : error.start + 1].hex().upper()
        raise UsageError(
            f"line {line}: byte 0x{wrong} is not {named}; save the file as UTF-8"
        ) from error
    except LookupError as error:
        raise UsageError(f'there is no encoding "{named}"; name one as Python does') from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise UsageError(f"line {line}: a zero byte; this is no text, or text in another encoding")
    return text


def json_of(data: bytes) -> object:
    """Return what a file of JSON holds; raise UsageError with the line where it is none."""
    text = text_of(data)
    try:
        json.loads(text, object_pairs_hook=refuse_repeated)
        return msgspec.json.decode(text)
    except RepeatedKeyError as error:
        key, place = next(repeated_keys(text), (str(error), "line 1"))
        raise UsageError(
            f"{place}: the key {key} stands twice in one object; take one of the two out"
        ) from error
    except RecursionError as error:
        raise UsageError(
            f"{too_deep(text)}: lists or objects are nested too deep here; take some out"
        ) from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise UsageError(f"{place}: this is no JSON: {error.msg}; {MEND}") from error
    except ValueError as error:
        refuse_json(text, error)


class RepeatedKeyError(ValueError):
    """An object has a key twice, of which one would be lost."""


def refuse_repeated(pairs: list[tuple[str, object]]) -> None:
    """Raise RepeatedKeyError where an object has a key twice."""
    keys = [name for name, _ in pairs]
    if len(set(keys)) < len(keys):
        raise RepeatedKeyError(next(name for name in keys if keys.count(name) > 1))


def refuse_json(text: str, reason: Exception) -> NoReturn:
    """Raise UsageError with the place of what the standard calls no JSON, and Python does."""
    half = half_character(text)
    if half is not None:
        raise UsageError(
            f"{half[1]}: {half[0]} is half of a character; write the character itself, or delete it"
        ) from reason
    place = place_of_byte(text, str(reason)) or "line 1"
    said = OFFSET.sub("", str(reason)).removeprefix("JSON is malformed: ").strip()
    raise UsageError(f"{place}: this is no JSON: {said}; {MEND}") from reason
