"""HTML of others says the same in Markdown, on the page that readers see."""

import html

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.exchange.html_losses import left_out
from generator.exchange.html_text import markdown_of, markdown_of_text, plain_text
from tests.import_export.sites import PROSE, read_as


@pytest.mark.parametrize(
    "words", ["1. first", "- dash", "=1+1", "a | b ~ c", "*_x_* [y](z) #", "a < b & c", "&amp;lt;"]
)
def test_marks_in_words_stay_words(words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    assert plain_text(markdown.markdown(markdown_of(f"<p>{escaped}</p>"))) == words


def test_headings_lists_and_quotes_stay_what_they_are() -> None:
    text = "<h1>A</h1><blockquote><p>b</p><p>c</p></blockquote><ol><li>d</li><li>e</li></ol>"
    assert markdown_of(text) == "## A\n\n> b\n>\n> c\n\n1. d\n2. e"


def test_what_runs_is_left_out() -> None:
    text = (
        '<p onclick="x()">A <a href="javascript:x()">b</a><script>x()</script><iframe src="y"></p>'
    )
    assert markdown_of(text) == "A b"


MARKDOWN = [
    "Use `a <b> x` and ``a`b``",
    "    x = 1\n      y = 2\n\n\n    z",
    "| a | b |\n|---|---|\n| 1 | `x|y` |\n| 2 \\| 3 | *4* |",
    "- a\n- b\n    - c\n- d\n\n        code\n          more\n\n3. x\n4. y",
    "- a\n\n    b\n\n- c",
    "> a\n>\n> b\n>\n>     x\n>       y",
    "a  \n&#61;==  \n&#58;--|--",
    "[a](https://x.example/y_(z)?a=1&amp;copy=2) [m](mailto:a@x.example)\n\n---\n\nb",
]


@pytest.mark.parametrize("text", MARKDOWN)
def test_what_markdown_can_say_is_the_same_on_the_page_again(text: str) -> None:
    lines = read_html(text)
    assert read_html(markdown_of(lines)) == lines
    assert left_out(lines) == []


def read_html(text: str) -> str:
    """Return what readers get of a text, its lines as they are."""
    return str(PROSE.html(text))


@pytest.mark.parametrize(
    "text",
    [
        "Agenda:\n1. Budget\n2. Roads",
        "- a\n# b\n> c\n---\n===\n:--|--\n|--|\n+ x",
        "a | b\n--- | ---\n1 | 2",
        "a\n=\nb\n-",
    ],
)
def test_the_lines_of_a_plain_text_stay_lines_and_mean_themselves(text: str) -> None:
    shown = html.escape(text, quote=False).replace("\n", "<br> ")
    assert read_as(markdown_of_text(text)) == f"<p>{shown}</p>"


def test_all_that_html_says_beyond_its_words_is_named() -> None:
    pieces = [
        '<img src="https://x.example/a.jpg" alt="B">',
        '<iframe src="https://x.example/map"></iframe>',
        '<video poster="p"><source src="https://x.example/v"></video>',
        '<audio src="https://x.example/a"></audio>',
        '<object data="https://x.example/o"></object>',
        "<svg><text>x</text></svg>",
        "<s>no</s>",
        '<a href="javascript:x()">b</a>',
        '<blockquote cite="https://x.example/c">z</blockquote>',
        "<!-- c -->",
    ]
    assert left_out("a".join(pieces)) == pieces
    kept = '<p>A <a href="https://x.example/">link</a></p>'
    assert left_out(kept) == []
    assert left_out(kept, is_plain=True) == ['<a href="https://x.example/">link</a>']


def test_spaces_around_emphasis_stay() -> None:
    assert markdown_of("a<em> b </em>c") == "a *b* c"


def element(named: tuple[str, str]) -> str:
    """Return an element of that name with what is in it."""
    name, inner = named
    return f"<{name}>{inner}</{name}>"


def items_of(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return items of a list, each with words and perhaps more."""
    item = st.one_of(st.just("item"), inner.map(lambda more: f"item{more}"))
    return st.lists(item.map(lambda text: f"<li>{text}</li>"), min_size=1, max_size=3).map("".join)


CODES = st.lists(
    st.sampled_from(["x = 1", "  y", "    - z", "1. q", "# r"]), min_size=1, max_size=3
)
CODE = CODES.map("\n".join).map(lambda lines: f"<pre>a\n{lines}</pre>")
TREES = st.recursive(
    st.one_of(CODE, st.just("<p>words</p>")),
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["div", "blockquote"]), inner).map(element),
        st.tuples(st.sampled_from(["ul", "ol"]), items_of(inner)).map(element),
    ),
    max_leaves=6,
)


@given(st.lists(TREES, min_size=1, max_size=3).map("\n".join))
def test_code_stays_code_line_by_line_wherever_it_stands(text: str) -> None:
    shown = read_html(markdown_of(text))
    assert code_lines(shown) == code_lines(text)
    assert words(shown) == words(text)


def words(text: str) -> list[str]:
    """Return the words of HTML."""
    body = LexborHTMLParser(text).body
    return body.text(separator=" ").split() if body else []


def code_lines(text: str) -> list[str]:
    """Return the lines of all code that stands by itself."""
    blocks = LexborHTMLParser(text).css("pre")
    return [line for block in blocks for line in block.text().rstrip("\n").split("\n") if line]
