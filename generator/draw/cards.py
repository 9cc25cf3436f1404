"""Share cards: the picture that stands for a page where somebody shares its address."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from generator.draw.typesetting import Face, Typesetter, can_be_set

if TYPE_CHECKING:  # Pillow takes long to import, and most builds draw nothing
    from PIL.Image import Image

WIDTH, HEIGHT = 1200, 630
MARGIN, BAR = 88, 20
TITLE_TOP, TITLE_HEIGHT = 190, 310
SIZES = (84, 74, 66, 58, 50, 44, 38)
LEADING = 1.18
PAPER, INK, SOFT, RULE = (251, 249, 244), (28, 26, 23), (89, 83, 72), (220, 214, 201)
# Shades between paper and ink; sixteen are as smooth as the eye asks for, and half the bytes.
SHADES = 16
RULE_INDEX, BAR_INDEX = 2 * SHADES, 2 * SHADES + 1


class CardWords(Struct, frozen=True):
    """What a card says; `title` is empty on the card that stands for the site alone."""

    site: str
    tagline: str = ""
    title: str = ""
    date: str = ""
    category: str = ""
    colour: str = ""
    direction: str = "ltr"


def drawn_card(words: bytes, font_folders: Sequence[Path]) -> bytes:
    """Return the PNG of a card whose words are given as JSON.

    Where there is no font for a title, the card stands for the site alone; a site's name that
    cannot be set is left out, so that no card shows boxes instead of letters.
    """
    said = msgspec.json.decode(words, type=CardWords)
    own = said.title if can_be_set(said.title + said.date + said.category) else ""
    title, date, category = (own, said.date, said.category) if own else (said.site, "", "")
    is_reversed = said.direction == "rtl"
    setter = Typesetter(font_folders, is_right_to_left=is_reversed)
    start = WIDTH - MARGIN if is_reversed else MARGIN
    ink, soft = blank(), blank()
    if can_be_set(title):
        set_title(setter, ink, title, start)
    small = Face("source-sans-3", 400, 32)
    above = " · ".join(filter(None, (date, category)))
    below = said.site if own else said.tagline
    if can_be_set(above):
        fit(setter, soft, above, small, (start, 132))
    if can_be_set(below):
        fit(setter, ink, below, Face("source-serif-4", 600, 36), (start, 566))
    return coloured(ink, soft, said.colour if own else "", is_reversed=is_reversed)


def blank() -> "Image":
    """Return an empty sheet of one shade."""
    from PIL import Image  # noqa: PLC0415 - see above

    return Image.new("L", (WIDTH, HEIGHT))


def set_title(setter: Typesetter, sheet: "Image", title: str, start: int) -> None:
    """Set the title as large as it fits; what is too long ends in an ellipsis."""
    from PIL import ImageDraw  # noqa: PLC0415 - see above

    room = WIDTH - 2 * MARGIN
    size, lines = SIZES[-1], [""]
    for size in SIZES:
        face = Face("source-serif-4", 600, size)
        lines = setter.lines(title, face, room)
        is_narrow = all(setter.width(line, face) <= room for line in lines)
        if is_narrow and len(lines) <= room_for(size):
            break
    face = Face("source-serif-4", 600, size)
    if len(lines) > room_for(size):
        lines = lines[: room_for(size)]
        lines[-1] += "…"
    canvas = ImageDraw.Draw(sheet)
    for number, line in enumerate(lines):
        top = TITLE_TOP + size * (0.86 + number * LEADING)
        setter.draw(canvas, shortened(setter, line, face, room), face, (start, top))


def room_for(size: int) -> int:
    """Return how many lines of that size have room."""
    return int(TITLE_HEIGHT / (size * LEADING))


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
