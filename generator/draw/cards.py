"""Share cards: the picture that stands for a page where somebody shares its address."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from generator.draw.typesetting import Face, Typesetter, can_be_set, script_of

if TYPE_CHECKING:  # Pillow takes long to import, and most builds draw nothing
    from PIL.Image import Image

WIDTH, HEIGHT = 1200, 630
MARGIN, BAR = 88, 20
TITLE_TOP, TITLE_HEIGHT, QUOTE_HEIGHT = 190, 310, 216
SPEAKER, SOURCE = 452, 492
SIZES = (84, 74, 66, 58, 50, 44, 38)
LEADING = 1.18
PAPER, INK, SOFT, RULE = (251, 249, 244), (28, 26, 23), (89, 83, 72), (220, 214, 201)
# Shades between paper and ink; sixteen are as smooth as the eye asks for, and half the bytes.
SHADES = 16
RULE_INDEX, BAR_INDEX = 2 * SHADES, 2 * SHADES + 1


class CardWords(Struct, frozen=True):
    """What a card says; `title` is empty on the card that stands for the site alone.

    On a quote's card `title` is the words, `words_direction` theirs, and `source` is never empty.
    """

    site: str
    tagline: str = ""
    title: str = ""
    date: str = ""
    category: str = ""
    colour: str = ""
    direction: str = "ltr"
    speaker: str = ""
    source: str = ""
    words_direction: str = ""


class Block(Struct, frozen=True):
    """Words to be set as large as they fit; `cut` says that some are missing."""

    text: str
    height: int
    cut: str = "…"
    marks: tuple[str, str] | None = None


def drawn_card(words: bytes, font_folders: Sequence[Path]) -> bytes:
    """Return the PNG of a card whose words are given as JSON.

    Where there is no font for a title, the card stands for the site alone; a site's name that
    cannot be set is left out, so that no card shows boxes instead of letters.
    """
    said = msgspec.json.decode(words, type=CardWords)
    if not can_be_set(said.title + said.date + said.category + said.speaker + said.source):
        said = CardWords(site=said.site, tagline=said.tagline, direction=said.direction)
    is_own, is_reversed = bool(said.title), said.direction == "rtl"
    setter = Typesetter(font_folders, is_right_to_left=is_reversed)
    start = WIDTH - MARGIN if is_reversed else MARGIN
    ink, soft = blank(), blank()
    if said.source:
        set_quote(font_folders, ink, said)
        fit(setter, ink, said.speaker, Face("source-sans-3", 600, 32), (start, SPEAKER))
        fit(setter, soft, said.source, Face("source-sans-3", 400, 28), (start, SOURCE))
    elif can_be_set(said.title or said.site):
        set_words(setter, ink, Block(said.title or said.site, TITLE_HEIGHT))
    above = " · ".join(filter(None, (said.date, said.category))) if is_own else ""
    fit(setter, soft, above, Face("source-sans-3", 400, 32), (start, 132))
    below = said.site if is_own else said.tagline
    if can_be_set(below):
        fit(setter, ink, below, Face("source-serif-4", 600, 36), (start, 566))
    return coloured(ink, soft, said.colour, is_reversed=is_reversed)


def blank() -> "Image":
    """Return an empty sheet of one shade."""
    from PIL import Image  # noqa: PLC0415 - see above

    return Image.new("L", (WIDTH, HEIGHT))


def set_quote(font_folders: Sequence[Path], sheet: "Image", said: CardWords) -> None:
    """Set a quote in its own direction, between quotation marks, the first of which hangs."""
    setter = Typesetter(font_folders, is_right_to_left=said.words_direction == "rtl")
    marks = ("«", "»") if is_cyrillic(said.title) else ("“", "”")
    set_words(setter, sheet, Block(said.title, QUOTE_HEIGHT, " […]", marks))


def is_cyrillic(text: str) -> bool:
    """Return whether most of the letters of a text are Cyrillic."""
    letters = [script_of(letter) for letter in text if letter.isalpha()]
    return sum(script.startswith("cyrillic") for script in letters) * 2 > len(letters)


def set_words(setter: Typesetter, sheet: "Image", block: Block) -> None:
    """Set words as large as they fit; what is too long is cut, and says so."""
    from PIL import ImageDraw  # noqa: PLC0415 - see above

    face, lines = fitting(setter, block)
    start = WIDTH - MARGIN if setter.is_right_to_left else MARGIN
    canvas = ImageDraw.Draw(sheet)
    if block.marks:
        away = setter.width(block.marks[0], face)
        outside = start + away if setter.is_right_to_left else start - away
        setter.draw(canvas, block.marks[0], face, (outside, TITLE_TOP + face.size * 0.86))
        lines[-1] += block.marks[1]
    for number, line in enumerate(lines):
        top = TITLE_TOP + face.size * (0.86 + number * LEADING)
        setter.draw(canvas, shortened(setter, line, face, WIDTH - 2 * MARGIN), face, (start, top))


def fitting(setter: Typesetter, block: Block) -> tuple[Face, list[str]]:
    """Return the largest face in which the words fit, and their lines; at worst the first ones."""
    room = WIDTH - 2 * MARGIN
    face, lines, most = Face("source-serif-4", 600, SIZES[0]), [""], 1
    for size in SIZES:
        face = Face("source-serif-4", 400 if block.marks else 600, size)
        lines, most = setter.lines(block.text, face, room), int(block.height / (size * LEADING))
        is_narrow = all(setter.width(line, face) <= room for line in lines)
        if is_narrow and len(lines) <= most:
            return face, lines
    if len(lines) > most:
        words = " ".join(lines[:most]).split()
        while len(setter.lines(" ".join(words) + block.cut, face, room)) > most:
            words.pop()
        lines = setter.lines(" ".join(words) + block.cut, face, room)
    return face, lines


def shortened(setter: Typesetter, line: str, face: Face, room: float) -> str:
    """Return a line cut to the room that there is."""
    while setter.width(line, face) > room and len(line) > 1:
        line = f"{line.rstrip('…')[:-1].rstrip()}…"
    return line


def fit(setter: Typesetter, sheet: "Image", line: str, face: Face, start: tuple[int, int]) -> None:
    """Set one line, cut if it must be."""
    from PIL import ImageDraw  # noqa: PLC0415 - see above

    cut = shortened(setter, line, face, WIDTH - 2 * MARGIN)
    setter.draw(ImageDraw.Draw(sheet), cut, face, start)


def coloured(ink: "Image", soft: "Image", colour: str, *, is_reversed: bool) -> bytes:
    """Return the sheets on paper, with the category's bar, as a PNG of few colours."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - see above

    card = Image.new("P", (WIDTH, HEIGHT), 0)
    card.putpalette(palette(colour))
    for number, sheet in enumerate((ink, soft)):
        shades = sheet.point([number * SHADES + value * SHADES // 256 for value in range(256)])
        card.paste(shades, mask=sheet.point([255 * (value >= SHADES) for value in range(256)]))
    canvas = ImageDraw.Draw(card)
    canvas.line((MARGIN, 512, WIDTH - MARGIN, 512), fill=RULE_INDEX, width=2)
    side = WIDTH - BAR if is_reversed else 0
    canvas.rectangle((side, 0, side + BAR - 1, HEIGHT), fill=BAR_INDEX)
    out = BytesIO()
    card.save(out, "PNG", compress_level=6)
    return out.getvalue()


def palette(colour: str) -> list[int]:
    """Return the colours by their numbers: shades to ink, shades to soft ink, rule, bar."""
    found: list[int] = []
    for full in (INK, SOFT):
        for shade in range(SHADES):
            share = shade / (SHADES - 1)
            found.extend(
                round(paper + (dark - paper) * share)
                for paper, dark in zip(PAPER, full, strict=True)
            )
    bar = tuple(bytes.fromhex(colour[1:])) if colour else INK
    return [*found, *RULE, *bar]
