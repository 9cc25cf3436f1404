"""Markdown: an author's prose becomes HTML, and nobody's prose becomes a danger."""

import re

import pytest

from generator.render.conversion import BLOCKS, INLINE, TABLES
from generator.render.markdown import Prose

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<b style='position:fixed' class=x id=y>b</b>",
    '> <a href="javascript:alert(1)" onclick=alert(1)>z</a>',
    '<blockquote cite="javascript:1">q</blockquote>',
    "<!-- comment -->\n<?php x ?>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](java\tscript:alert(1))",
    "[a](data:text/html,<script>alert(1)</script>)",
    "[a](vbscript:x)",
    "[a](file:///etc/passwd)",
    "[a](//example.org)",
    "[a](/\\example.org)",
    "[a](</\t/example.org>)",
    "[a]: javascript:alert(1)\n\n[a]",
    "<javascript:alert(1)>",
    '[a](https://example.org/"onmouseover=alert(1))',
    '[a](/x "onclick=alert(1)")',
    "![a](https://example.org/a.png)",
    "`<script>`",
    "    <script>",
    "| <script> |\n|---|\n| <img src=x> |",
    "\x02wzxhzdk:0\x03",
]
TAG = re.compile(r"<(/?)([a-z0-9]+)([^<>]*)>")
SAFE_ATTRIBUTES = re.compile(
    r'| href="\x00(?![/\\])[^"\s]*"| start="\d+"'
    r'| href="(?:https?://|mailto:)[^"\s]*" rel="noopener noreferrer"'
)
TAGS = INLINE | BLOCKS | TABLES


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_prose_is_harmless(text: str) -> None:
    for html in (Prose().html(text), Prose().inline_html(text)):
        tags = TAG.findall(html)
        assert html.count("<") == len(tags)
        assert {name for _, name, _ in tags} <= TAGS
        assert all(SAFE_ATTRIBUTES.fullmatch(attributes) for _, _, attributes in tags)


def test_html_in_prose_is_shown_as_typed() -> None:
    assert Prose().html("<b>x</b>") == "<p>&lt;b&gt;x&lt;/b&gt;</p>"


def test_headings_begin_below_the_pages_own() -> None:
    assert Prose().html("# A\n\n### B") == "<h2>A</h2>\n<h3>B</h3>"
    assert Prose().html("### A") == "<h2>A</h2>"


def test_links_within_the_site_are_marked() -> None:
    html = '<p><a href="\0events/x/index.html#q">a</a></p>'
    assert Prose().html("[a](/events/x/#q)") == html


def test_a_link_typed_as_code_stays_text() -> None:
    assert "\0" not in Prose().html('`<a href="/x/">`')


def test_links_to_elsewhere_give_nothing_away() -> None:
    html = '<p><a href="https://example.org/" rel="noopener noreferrer">a</a></p>'
    assert Prose().html("[a](https://example.org/)") == html


def test_an_address_in_angle_brackets_is_a_link() -> None:
    assert 'href="mailto:a@example.org"' in Prose().html("<a@example.org>")


def test_one_paragraph_can_stand_within_a_sentence() -> None:
    assert Prose().inline_html("a *b*") == "a <em>b</em>"


def test_prose_nested_too_deep_stays_as_typed() -> None:
    prose = Prose()
    deep = "\n".join(f"{'    ' * depth}- x" for depth in range(400))
    assert prose.html(deep).startswith("<pre>- x")
    assert prose.html("a") == "<p>a</p>"


def test_a_text_does_not_depend_on_the_one_before() -> None:
    prose = Prose()
    prose.html("[a]: https://example.org/\n\n[a]")
    assert prose.html("[a]") == "<p>[a]</p>"


def test_what_an_address_may_not_hold_is_encoded() -> None:
    assert 'href="https://example.org/%22x%7C%60"' in Prose().inline_html(
        '<https://example.org/"x|`>'
    )
