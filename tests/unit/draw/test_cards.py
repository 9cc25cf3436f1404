"""Share cards: of one size, of few colours, of the words they are given and nothing else."""

import json
from io import BytesIO

import pytest
from PIL import Image, ImageChops
from PIL.PngImagePlugin import PngImageFile

from generator.draw.cards import (
    HEIGHT,
    MARGIN,
    QUOTE_HEIGHT,
    WIDTH,
    Block,
    drawn_card,
    fitting,
    is_cyrillic,
)
from generator.draw.typesetting import Face, Typesetter, can_be_set, mirrored
from tests.tools.required import ROOT

FONTS = [ROOT / "templates/static/fonts"]
EVENT = {
    "site": "The flood",
    "title": "The river leaves its bed",
    "date": "3 February 2020",
    "category": "Water",
    "colour": "#2b6c8f",
    "direction": "ltr",
}
SITE = {"site": "The flood", "tagline": "An invented flood", "direction": "ltr"}
TITLES = (
    "The river leaves its bed",
    "Річка виходить з берегів — «дуже швидко»",
    "الفيضان يصل إلى المدينة BBC News",
    "השיטפון בעיר, אמרו 120 אנשים",
    "word " * 60,
    "x" * 200,
)


def card(**words: str) -> Image.Image:
    return Image.open(BytesIO(drawn_card(json.dumps(words).encode(), FONTS)))


def shades(image: Image.Image) -> Image.Image:
    return image.convert("L")


def inked(image: Image.Image) -> tuple[int, int, int, int]:
    """Return the box of what is drawn beside the category's bar."""
    inside = shades(image).crop((30, 0, WIDTH - 30, HEIGHT))
    paper = Image.new("L", inside.size, shades(image).getpixel((40, 5)))
    box = ImageChops.difference(inside, paper).getbbox()
    assert box is not None
    return (box[0] + 30, box[1], box[2] + 30, box[3])


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_no_title_is_too_long_for_its_card(title: str, direction: str) -> None:
    made = card(**{**EVENT, "title": title, "direction": direction})
    assert made.size == (1200, 630)
    left, top, right, bottom = inked(made)
    assert left >= MARGIN - 10
    assert top > 60
    assert right <= WIDTH - MARGIN + 10
    assert bottom < HEIGHT - 40


def test_a_card_is_small_and_tells_nothing_but_its_picture() -> None:
    content = drawn_card(json.dumps(EVENT).encode(), FONTS)
    made = Image.open(BytesIO(content))
    assert isinstance(made, PngImageFile)
    assert made.mode == "P"
    made.load()
    assert made.text == {}
    assert len(content) < 40_000
    assert content == drawn_card(json.dumps(EVENT).encode(), FONTS)


def test_the_bar_has_the_category_s_colour_at_the_side_where_reading_begins() -> None:
    assert card(**EVENT).convert("RGB").getpixel((5, 300)) == (0x2B, 0x6C, 0x8F)
    turned = card(**{**EVENT, "direction": "rtl"}).convert("RGB")
    assert turned.getpixel((WIDTH - 5, 300)) == (0x2B, 0x6C, 0x8F)


def test_letters_that_no_font_has_leave_a_card_of_the_site() -> None:
    assert not can_be_set("洪水")
    unset = card(**{**EVENT, "title": "洪水"})
    assert unset.convert("RGB").tobytes() == card(site="The flood").convert("RGB").tobytes()


def test_arabic_letters_join() -> None:
    setter = Typesetter(FONTS, is_right_to_left=True)
    face = Face("source-serif-4", 600, 60)
    apart = sum(setter.word_width(letter, face) for letter in "فيضان")
    assert setter.word_width("فيضان", face) < apart * 0.9


@pytest.mark.parametrize(
    ("words", "is_right_to_left", "order"),
    [
        ("אמר BBC News היום", True, ["אמר", "News", "BBC", "היום"]),
        ("3 במרץ 2022 · מים", True, ["3", "במרץ", "2022", "·", "מים"]),
        ("BBC said בעיר היום today", False, ["BBC", "said", "היום", "בעיר", "today"]),
    ],
)
def test_words_of_the_other_direction_keep_their_order(
    words: str,
    is_right_to_left: bool,  # noqa: FBT001 - pytest passes it by name
    order: list[str],
) -> None:
    setter = Typesetter(FONTS, is_right_to_left=is_right_to_left)
    assert list(setter.in_order(words.split())) == order


def test_a_quote_that_is_too_long_is_cut_between_words_and_says_so() -> None:
    setter = Typesetter(FONTS, is_right_to_left=False)
    words = "The water came up over the bridge and nobody had said a word to us. " * 20
    _, lines = fitting(setter, Block(words, QUOTE_HEIGHT, " […]", ("“", "”")))
    kept, _, mark = " ".join(lines).rpartition(" ")
    assert mark == "[…]"
    assert words.startswith(f"{kept} ")


def test_a_quote_that_fits_is_whole() -> None:
    setter = Typesetter(FONTS, is_right_to_left=False)
    _, lines = fitting(setter, Block("The water came.", QUOTE_HEIGHT, " […]", ("“", "”")))
    assert lines == ["The water came."]


def test_marks_follow_the_direction_and_words_do_not_turn() -> None:
    assert mirrored(".”") == "”."
    assert mirrored("[…]") == "[…]"
    assert mirrored("(") == ")"
    assert mirrored("abc") == "abc"


def test_cyrillic_words_are_known_by_most_of_their_letters() -> None:
    assert is_cyrillic("Вода, BBC")
    assert not is_cyrillic("The water, вода")
