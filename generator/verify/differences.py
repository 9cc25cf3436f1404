"""Differences: what of a quote had to be normalised before it was its source's."""

import re
import unicodedata
from collections.abc import Callable

from generator.model.verification import Difference
from generator.verify.folding import (
    DASHES,
    DIVIDED_WORD,
    DOUBLE_MARKS,
    REPEATED_MARK,
    SINGLE_MARKS,
    SOFT_HYPHEN,
    ZERO_WIDTH,
)

MARKS = str.maketrans({**dict.fromkeys(SINGLE_MARKS, "'"), **dict.fromkeys(DOUBLE_MARKS, '"')})
STROKES = str.maketrans(dict.fromkeys(DASHES, "-"))
INVISIBLE = re.compile(f"[{ZERO_WIDTH}]")
SPACES = re.compile(r"\s+")

# In this order: what is invisible may stand between spaces.
STEPS: dict[Difference, Callable[[str], str]] = {
    Difference.SOFT_HYPHENS: lambda text: text.replace(SOFT_HYPHEN, ""),
    Difference.ZERO_WIDTH_CHARACTERS: lambda text: INVISIBLE.sub("", text),
    Difference.ELLIPSIS_POINTS: lambda text: text.replace("…", "..."),
    Difference.QUOTATION_MARKS: lambda text: text.translate(MARKS),
    Difference.DASHES: lambda text: text.translate(STROKES),
    Difference.COMPOSED_LETTERS: lambda text: unicodedata.normalize("NFC", text),
    Difference.WHITE_SPACE: lambda text: SPACES.sub(" ", text),
}


def differences(typed: str, raw: str, way: Difference | None = None) -> tuple[Difference, ...]:
    """Return the names of the steps without which the two texts differ; none when they are equal.

    `way` is the name of the folding by which they were found to be the same.
    """
    if typed == raw:
        return ()
    named: tuple[Difference, ...] = ()
    if way is not None:
        same = (
            re.sub(REPEATED_MARK, "\n", raw)
            if way is Difference.REPEATED_MARKS
            else re.sub(DIVIDED_WORD, "", raw)
        )
        named = (way,) if same != raw else ()
        raw = same
    return tuple(step for step in STEPS if _without(step, typed) != _without(step, raw)) + named


def _without(step: Difference, text: str) -> str:
    for name, change in STEPS.items():
        if name is not step:
            text = change(text)
    return text.strip()
