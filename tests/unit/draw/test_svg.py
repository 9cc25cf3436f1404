"""A drawing is published as a drawing: nothing in it runs, loads, or tells of anybody."""

import re
from base64 import b64decode, b64encode
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from generator.draw.originals import original_of
from generator.draw.svg import clean_svg, drawing_size
from generator.errors import PictureError

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:i="http://www.inkscape.org/namespaces/inkscape" width="30" height="20"'
)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>CANARY</script>",
        '<rect onclick="CANARY()"/>',
        '<image href="https://CANARY.example/a.png"/>',
        '<image xlink:href="http://CANARY.example/a.png"/>',
        '<use href="CANARY.svg#a"/>',
        '<a href="javascript:CANARY"><rect/></a>',
        '<rect style="fill:url(https://CANARY.example)"/>',
        "<rect fill=\"url( '//CANARY.example')\"/>",
        "<style>@import 'CANARY.css';</style>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>CANARY</p></foreignObject>",
        "<metadata>CANARY</metadata>",
        '<g i:export-filename="/home/CANARY/x.png"/>',
        "<i:namedview>CANARY</i:namedview>",
        "<!-- CANARY -->",
        '<set attributeName="href" to="javascript:CANARY"/>',
        '<g xml:base="https://CANARY.example"/>',
        "<?xml-stylesheet href='CANARY.css'?>",
        "<title>CANARY</title>",
        "<g><desc>CANARY</desc></g>",
        '<g id="CANARY"/>',
        '<g class="CANARY"/>',
        '<g id="CANARY"/><use href="#CANARY"/>',
        '<g id="CANARY"/><rect fill="url(#CANARY)"/>',
        "<g id='CANARY'/><rect style=\"fill:url( '#CANARY' )\"/>",
        '<style>.CANARY, #CANARY{fill:red}</style><g class="CANARY" id="CANARY"/>',
        "<style>/* CANARY */ rect{fill:red}</style>",
        "<rect style=\"-inkscape-font-specification:'CANARY';fill:red\"/>",
        '<rect style="/* CANARY */fill:red"/>',
        '<g data-name="CANARY"/>',
        '<g aria-label="CANARY"/>',
        '<g author="CANARY"/>',
        '<g xml:lang="CANARY"/>',
        '<feFlood result="CANARY"/><feMerge in="CANARY"/>',
        "<g>CANARY</g>",
        "<g/>CANARY",
        "<unknown>CANARY</unknown>",
        '<a href="https://CANARY.example"><rect/></a>',
        "<style>rect { fill: u\\72l(https://CANARY.example) }</style>",
        "<style>@\\69mport 'CANARY.css';</style>",
        "<style>rect { cursor: image-set('https://CANARY.example/a.png' 1x) }</style>",
        "<style><g/>@import 'CANARY.css';</style>",
        "<style>@imp<!-- -->ort 'CANARY.css';</style>",
        "<style>@font-face { font-family: a; src: local('CANARY') }</style>",
        "<rect style='mask-image:-webkit-image-set(\"//CANARY.example/a.png\" 1x)'/>",
        "<rect style='mask-image:u\\72l(//CANARY.example/a.png)'/>",
        "<rect style='fill:u/**/rl(//CANARY.example)'/>",
        "<style>rect { fill: u/**/rl(//CANARY.example) }</style>",
        "<rect style='background: image(\"//CANARY.example/a.png\")'/>",
    ],
)
def test_what_could_run_load_or_tell_is_left_out(inside: str) -> None:
    cleaned = clean_svg(f"{HEAD}>{inside}<circle r='5'/></svg>".encode())
    assert b"CANARY" not in cleaned
    assert b"circle" in cleaned


@pytest.mark.parametrize(
    "kept",
    [
        '<g id="n1" /><use href="#n1" />',
        '<rect fill="url(#n1)" />',
        '<text x="1">Дощ <tspan>і</tspan> сніг</text>',
        '<style>.n1{fill:#abc}@media print{#n2{r:.5}}</style><g id="n2" class="n1" />',
        '<g transform="translate(1,2) skewX(3)" />',
        '<filter id="n1" /><rect style="fill:rgb(1,2,3);filter:url(#n1)" />',
        "<style>@media print{.n1{fill:url('#n2');r:calc(1 - 0.5)}}</style>",
    ],
)
def test_what_draws_stays(kept: str) -> None:
    assert kept in clean_svg(f"{HEAD}>{kept}</svg>".encode()).decode()


def picture(form: str) -> bytes:
    """Return a picture that tells where it was taken, and by whom."""
    exif = Image.Exif()
    exif[0x013B] = "CANARY"  # Artist
    exif.get_ifd(0x8825)[0x001D] = "CANARY"  # GPSDateStamp
    told: dict[str, Any] = {"exif": exif, "comment": b"CANARY"}
    if form == "png":
        told["pnginfo"] = PngInfo()
        told["pnginfo"].add_text("Author", "CANARY")
    out = BytesIO()
    frames = {"save_all": True, "append_images": [Image.new("RGB", (3, 2), "red")]}
    Image.new("RGB", (3, 2), "teal").save(out, form, **told, **(frames if form == "gif" else {}))
    return out.getvalue()


@pytest.mark.parametrize("form", ["png", "jpeg", "gif", "webp"])
@pytest.mark.parametrize("name", ["href", "xlink:href"])
def test_of_an_image_within_a_drawing_only_the_pixels_stay(form: str, name: str) -> None:
    content = picture(form)
    assert b"CANARY" in content
    for data in (f"base64,{b64encode(content).decode()}", f"made=up,{quote(content)}"):
        address = f"data:image/{form};{data}"
        cleaned = clean_svg(f'{HEAD}><image {name}=" {address}"/></svg>'.encode())
        (kept,) = re.findall(rb'href="data:image/(?:png|jpeg|gif);base64,([^"]*)"', cleaned)
        assert b"CANARY" not in b64decode(kept)
        with Image.open(BytesIO(b64decode(kept))) as image:
            assert image.size == (3, 2)
            assert image.convert("RGB").getpixel((0, 0))[2] > 100  # type: ignore[index] # teal


@pytest.mark.parametrize("data", ["base64,AAAA", "base64,A", "a=b,x", "base64"])
def test_an_image_within_a_drawing_that_cannot_be_read_is_refused(data: str) -> None:
    with pytest.raises(PictureError, match=r"holds an image that is no image|holds none"):
        clean_svg(f'{HEAD}><image href="data:image/png;{data}"/></svg>'.encode())


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "declares a document type"),
        (b"<svg", "is no SVG that can be read"),
        (b"<html/>", "is no SVG;"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>'.encode("utf-16"), "declares a document type"),
    ],
)
def test_what_cannot_be_made_safe_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(PictureError, match=reason):
        clean_svg(content)


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<g>" * 100_000 + "</g>" * 100_000, "has groups more than 200 deep in one another"),
        ("<image/>" * 51, "has 51 images in it; at most 50"),
    ],
)
def test_more_than_anybody_draws_is_refused(inside: str, reason: str) -> None:
    with pytest.raises(PictureError, match=reason):
        clean_svg(f"{HEAD}>{inside}</svg>".encode())


def test_words_stay_where_what_stood_between_them_went() -> None:
    inside = "<text>one<desc>CANARY</desc> two<b/> three</text>"
    assert "<text>one two three</text>" in clean_svg(f"{HEAD}>{inside}</svg>".encode()).decode()


def test_a_clean_drawing_is_not_changed_again() -> None:
    inside = '<style>.a{fill:url(#b)}</style><g class="a"/><rect id="b"/><use xlink:href="#b"/>'
    once = clean_svg(f"{HEAD}>{inside}</svg>".encode())
    assert clean_svg(once) == once


def layers(line: str, first: str, count: int = 9) -> str:
    """Return a drawing in which each layer refers ten times to the one before."""
    each = (f'<g id="l{n}">{line.format(n - 1) * 10}</g>' if n else first for n in range(count))
    return f"{HEAD}>{''.join(each)}</svg>"


@pytest.mark.parametrize(
    "content",
    [
        layers('<use href="#l{}"/>', '<rect id="l0"/>'),
        layers('<use xlink:href=" #l{}"/>', '<rect id="l0"/>'),
        layers('<rect fill="url(#l{})"/>', '<rect id="l0"/>'),
        layers('<rect class="c{}"/>', '<rect id="l0"/>').replace(
            "</svg>",
            "<style>"
            + "".join(f".c{n} {{ mask: url('#l{n}') }}" for n in range(9))
            + "</style></svg>",
        ),
        f"{HEAD}><style>rect {{ fill: url(#a) }}</style><g id='a'><rect/><rect/></g></svg>",
        f"{HEAD}><g id='a'><use href='#a'/></g></svg>",
        layers('<use href="#l{}"/>', '<rect id="l0"/>').replace("</svg>", '<g id="l5"/></svg>'),
    ],
)
def test_a_drawing_of_which_a_browser_would_draw_too_much_is_refused(content: str) -> None:
    with pytest.raises(PictureError, match="draws more than 100000 elements"):
        clean_svg(content.encode())


def test_a_drawing_may_refer_to_its_parts_within_reason() -> None:
    few = layers('<use href="#l{}"/>', '<rect id="l0"/>', count=4)
    paths = '<path class="a" />' * 50_000
    many = f"{HEAD}>{paths}<style>.a{{fill:rgb(1,2,3)}}</style></svg>"
    for content in (few, many):
        assert clean_svg(content.encode()).count(b"<") == content.count("<")


def test_a_drawing_says_how_large_it_is(tmp_path: Path) -> None:
    drawing = tmp_path / "a.svg"
    drawing.write_text(f"{HEAD}/>")
    original = original_of(drawing)
    assert (original.form, original.width, original.height) == ("svg", 30, 20)
    box = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 24" width="100%"/>'
    assert drawing_size(box.encode()) == (48, 24)
    assert drawing_size(b'<svg xmlns="http://www.w3.org/2000/svg"/>') == (0, 0)
