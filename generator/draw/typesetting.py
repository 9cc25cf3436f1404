"""Typesetting: words in several scripts, measured, broken into lines and drawn.

Each run of letters is drawn with the font that has them, shaped by Raqm, so that Arabic joins.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:  # Pillow takes long to import, and most builds draw nothing
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

OWN_FONTS = Path(__file__).parent / "fonts"
# Which letters each font has, as its package says; the first that fits is taken.
SCRIPTS: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = (
    ("latin", ((0x20, 0xFF), (0x2BB, 0x2BC), (0x2000, 0x206F), (0x20AC, 0x20AC))),
    ("cyrillic", ((0x301, 0x301), (0x400, 0x45F), (0x490, 0x491), (0x2116, 0x2116))),
    ("latin-ext", ((0x100, 0x2BA), (0x1E00, 0x1E9F), (0x1EF2, 0x1EFF), (0x20A0, 0x20C0))),
    ("cyrillic-ext", ((0x460, 0x52F), (0x20B4, 0x20B4))),
    ("arabic", ((0x600, 0x6FF), (0x750, 0x77F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))),
    ("hebrew", ((0x590, 0x5FF), (0xFB1D, 0xFB4F))),
)
MIRRORS = str.maketrans("()[]{}<>«»", ")(][}{><»«")
RIGHT_TO_LEFT = {"arabic", "hebrew"}
OTHERS = {"arabic": "noto-naskh-arabic-arabic", "hebrew": "noto-serif-hebrew-hebrew"}


class Face(Struct, frozen=True):
    """A typeface in one weight and size: `source-serif-4`, `source-sans-3`."""

    name: str
    weight: int
    size: int


class Run(Struct, frozen=True):
    """Neighbouring letters that one font has."""

    script: str
    text: str


class Typesetter:
    """Sets words with the fonts that the first of the folders has, in one base direction."""

    def __init__(self, folders: Sequence[Path], *, is_right_to_left: bool) -> None:
        """Take the folders of fonts; those of other scripts are this program's own."""
        self.folders = (*folders, OWN_FONTS)
        self.is_right_to_left = is_right_to_left

    def font(self, face: Face, script: str) -> "FreeTypeFont":
        """Return the font for a script in a face."""
        if script in OTHERS:
            name = f"{OTHERS[script]}-{600 if face.weight > 500 else 400}-normal.woff2"  # noqa: PLR2004 - the two weights there are
        else:
            name = f"{face.name}-{script}-wght-normal.woff2"
        path = found_font(self.folders, name)
        return opened_font(path, face.size, 0 if script in OTHERS else face.weight)

    def width(self, text: str, face: Face) -> float:
        """Return how wide a line is, in pixels."""
        spaces = text.count(" ") * self.font(face, "latin").getlength(" ")
        words = sum(self.word_width(word, face) for word in text.split())
        return spaces + words

    def word_width(self, word: str, face: Face) -> float:
        """Return how wide a word is."""
        return sum(self.font(face, run.script).getlength(run.text) for run in runs_of(word))

    def lines(self, text: str, face: Face, most: float) -> list[str]:
        """Return the text in lines no wider than `most`, but for words that are wider alone."""
        lines: list[str] = []
        space, taken = self.font(face, "latin").getlength(" "), 0.0
        for word in text.split():
            width = self.word_width(word, face)
            if lines and taken + space + width <= most:
                lines[-1] += f" {word}"
                taken += space + width
            else:
                lines.append(word)
                taken = width
        return lines

    def draw(self, canvas: "ImageDraw", line: str, face: Face, start: tuple[float, float]) -> None:
        """Draw a line on its baseline, from its start: the left, or the right of a text from there.

        Words of the other direction that stand together keep their own order.
        """
        x, y = start
        space = self.font(face, "latin").getlength(" ")
        for word in self.in_order(line.split()):
            for run in self.in_order_of_runs(runs_of(word)):
                font = self.font(face, run.script)
                text = mirrored(run.text) if self.is_right_to_left else run.text
                length = font.getlength(text)
                left = x - length if self.is_right_to_left else x
                canvas.text((left, y), text, font=font, fill=255, anchor="ls")
                x += -length if self.is_right_to_left else length
            x += -space if self.is_right_to_left else space

    def in_order(self, words: Sequence[str]) -> Iterator[str]:
        """Yield words as they follow one another from the line's start."""
        foreign = [not is_neutral(word) and self.is_foreign(word) for word in words]
        for at in range(1, len(words) - 1):
            foreign[at] = foreign[at] or (
                is_neutral(words[at]) and foreign[at - 1] and foreign[at + 1]
            )
        waiting: list[str] = []
        for word, is_foreign in zip(words, foreign, strict=True):
            if not is_foreign:
                yield from reversed(waiting)
                waiting = []
                yield word
            else:
                waiting.append(word)
        yield from reversed(waiting)

    def is_foreign(self, word: str) -> bool:
        """Return whether a word is written against the base direction."""
        return is_right_to_left(word) != self.is_right_to_left

    def in_order_of_runs(self, runs: Sequence[Run]) -> Sequence[Run]:
        """Return a word's runs as they follow one another from the line's start."""
        is_reversed = any(each.script in RIGHT_TO_LEFT for each in runs)
        return runs if is_reversed == self.is_right_to_left else runs[::-1]


@lru_cache(maxsize=64)
def found_font(folders: tuple[Path, ...], name: str) -> Path:
    """Return the font of that name from the first folder that has it."""
    return next(each / name for each in folders if (each / name).is_file())


@lru_cache(maxsize=64)
def opened_font(path: Path, size: int, weight: int) -> "FreeTypeFont":
    """Return a font in one size, and of one weight if it has several."""
    from PIL import ImageFont  # noqa: PLC0415 - see above

    font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)
    if weight:
        font.set_variation_by_axes([weight])
    return font


def script_of(letter: str) -> str:
    """Return which font has a letter, empty where none has."""
    code = ord(letter)
    for script, ranges in SCRIPTS:
        if any(first <= code <= last for first, last in ranges):
            return script
    return ""


@lru_cache(maxsize=5000)
def runs_of(word: str) -> tuple[Run, ...]:
    """Return a word in runs of one font each."""
    runs: list[Run] = []
    for letter in word:
        script = script_of(letter)
        if runs and runs[-1].script == script:
            runs[-1] = Run(script, runs[-1].text + letter)
        else:
            runs.append(Run(script, letter))
    return tuple(runs)


def is_right_to_left(word: str) -> bool:
    """Return whether a word has letters that are written from right to left."""
    return any(run.script in RIGHT_TO_LEFT for run in runs_of(word))


def is_neutral(word: str) -> bool:
    """Return whether a word has no letter or digit, so that its neighbours give its direction."""
    return not any(letter.isalnum() for letter in word)


def mirrored(text: str) -> str:
    """Return marks as they follow one another from right to left; words stay as they are."""
    return text[::-1].translate(MIRRORS) if is_neutral(text) else text


def can_be_set(text: str) -> bool:
    """Return whether there is a font for every letter."""
    return all(script_of(letter) for letter in text if not letter.isspace())
