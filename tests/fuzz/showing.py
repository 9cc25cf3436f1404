"""What must be true of prose, pages and drawings, whatever was written."""

from selectolax.lexbor import LexborHTMLParser

from generator.capture.plain_text import text_of_html
from generator.draw.svg import clean_svg
from generator.errors import PictureError
from generator.exchange.html_text import markdown_of, plain_text
from generator.render.links import MARK
from generator.render.markdown import Prose
from tests.unit.render.test_markdown_parts import every_pattern

PROSE = Prose()
TWIN = every_pattern()
TAGS = {
    *("a", "br", "code", "em", "strong", "blockquote", "h2", "h3", "h4", "h5", "h6", "hr", "li"),
    *("ol", "p", "pre", "ul", "table", "tbody", "td", "th", "thead", "tr"),
}
ATTRIBUTES = {"href", "rel", "start"}
BEGINNINGS = ("https://", "http://", "mailto:", "/")


def check_prose(text: str) -> None:
    """Prose becomes what the slow way makes of it, and nothing but harmless elements."""
    html = str(PROSE.html(text))
    assert html == TWIN.blocks(text.replace(MARK, ""))
    check_harmless(html)
    line = str(PROSE.inline_html(text))
    assert line == TWIN.line(text.replace(MARK, ""))
    check_harmless(line)


def check_harmless(html: str) -> None:
    """Another parser than the one that cleans finds no element or attribute that could act."""
    body = LexborHTMLParser(f"<!DOCTYPE html><body>{html.replace(MARK, chr(47))}").body
    assert body is not None
    for node in body.traverse(include_text=False):
        if node.tag == "body":
            continue
        assert node.tag in TAGS, node.tag
        assert node.attributes.keys() <= ATTRIBUTES, node.attributes
        address = node.attributes.get("href")
        assert address is None or address.lower().startswith(BEGINNINGS), address


def check_page(html: str) -> None:
    """Any page has a text, without what no reader sees."""
    text = text_of_html(html)
    assert "\0" not in text
    assert text_of_html(f"<p hidden>{'x' * 99}</p>") == ""


def check_foreign_prose(html: str) -> None:
    """Another program's HTML becomes Markdown that is harmless as any other."""
    check_harmless(str(PROSE.html(markdown_of(html))))
    assert "\n" not in plain_text(html)


def check_drawing(markup: str) -> None:
    """A drawing is refused, or has no script, handler or foreign address left."""
    try:
        cleaned = clean_svg(markup.encode("utf-8", "replace")).decode()
    except PictureError:
        return
    for node in LexborHTMLParser(cleaned).root.traverse(include_text=False):  # type: ignore[union-attr] # a page has a root
        assert node.tag not in {"script", "foreignobject", "iframe", "handler", "set", "animate"}
        for name, value in node.attributes.items():
            assert not name.startswith("on"), name
            if name.rpartition(":")[2] in {"href", "src"}:
                assert (value or "").startswith(("#", "data:image/")), value
