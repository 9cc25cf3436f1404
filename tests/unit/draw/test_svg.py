"""A drawing is published as a drawing: nothing in it runs, loads, or tells of its maker."""

from pathlib import Path

import pytest

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
    ],
)
def test_what_could_run_load_or_tell_is_left_out(inside: str) -> None:
    cleaned = clean_svg(f"{HEAD}>{inside}<circle r='5'/></svg>".encode())
    assert b"CANARY" not in cleaned
    assert b"circle" in cleaned


@pytest.mark.parametrize(
    "kept",
    [
        '<use href="#a" />',
        '<rect fill="url(#gradient)" />',
        '<image href="data:image/png;base64,AAAA" />',
        '<text x="1">Дощ</text>',
        "<title>Rain</title>",
    ],
)
def test_what_draws_stays(kept: str) -> None:
    assert kept in clean_svg(f"{HEAD}>{kept}</svg>".encode()).decode()


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


def test_a_drawing_says_how_large_it_is(tmp_path: Path) -> None:
    drawing = tmp_path / "a.svg"
    drawing.write_text(f"{HEAD}/>")
    original = original_of(drawing)
    assert (original.form, original.width, original.height) == ("svg", 30, 20)
    box = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 24" width="100%"/>'
    assert drawing_size(box.encode()) == (48, 24)
    assert drawing_size(b'<svg xmlns="http://www.w3.org/2000/svg"/>') == (0, 0)
