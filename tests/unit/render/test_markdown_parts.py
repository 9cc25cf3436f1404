"""Prose in parts: what is read apart, and without the patterns it has no signs for, is the same."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.render.conversion import SIGNS, Conversion, Converters, make_converter
from generator.render.links import MARK
from generator.render.markdown import Prose
from generator.render.simple_prose import parts_of

WORDS = [
    "word",
    "Київ",
    "two words",
    "“so”",
    "it's",
    "1990",
    "a.",
    "Ωm",
    "x - y",
    "a: b",
    "e=mc",
    "#t",
]
SIGNED = [
    "*em*", "**strong**", "*two words*", "**a**b", "[words](https://example.org/a)", "[w](/a/b/)",
    "*em*", "**strong**", "_em_", "a*b", "[link](/a/)", "[x][y]", "[x]", "`code`", "<b>", "&amp;",
    "&", "\\*", "<https://example.org/>", "<me@example.org>", "a  \nb", "![i](/x.png)", "~", "^",
    "{", "|", "a | b\n--|--\n1 | 2", "\u00a0", "\x0c", "\t", "\u2028", "http://example.org",
]  # fmt: skip
STARTS = [
    "",
    "",
    "",
    "* ",
    "- ",
    "+ ",
    "1. ",
    "2) ",
    "> ",
    "    ",
    "   ",
    "\t",
    "# ",
    "[y]: /z/ ",
    ": ",
]
BREAKS = ["\n", "\n\n", "\n\n\n", "\n \n", "\r\n", "\n---\n", "\n===\n", "  \n", "\n\n    "]
LINES = st.builds(
    lambda start, words: start + " ".join(words),
    st.sampled_from(STARTS),
    st.lists(st.sampled_from(WORDS + SIGNED), min_size=1, max_size=4),
)
TEXTS = st.builds(
    lambda pairs: "".join(line + gap for line, gap in pairs),
    st.lists(st.tuples(LINES, st.sampled_from(BREAKS)), min_size=1, max_size=6),
)


class EveryPattern(Converters):
    """Converters that leave out no pattern, whatever signs a text has."""

    def __missing__(self, signs: frozenset[str]) -> Markdown:
        self[signs] = make_converter(frozenset(SIGNS))
        return self[signs]


def every_pattern() -> Conversion:
    """Return a conversion that reads a text all at once, with every pattern."""
    conversion = Conversion()
    conversion.converters = EveryPattern()
    return conversion


@settings(max_examples=1500, deadline=None)
@given(TEXTS)
@example("word\n\n    \xa0\n")
def test_parts_of_a_text_mean_what_the_whole_means(text: str) -> None:
    assert Prose().html(text) == every_pattern().blocks(text.replace(MARK, ""))


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_one_line_means_the_same_however_it_is_read(text: str) -> None:
    assert Prose().inline_html(text) == every_pattern().line(text.replace(MARK, ""))


def test_what_means_one_thing_only_is_not_left_to_markdown() -> None:
    text = "Plain *and* **strong**.\n\n* item\n* [link](/a/)\n\nMore\nlines.\n\n`code`"
    assert list(parts_of(text)) == [
        (False, "<p>Plain <em>and</em> <strong>strong</strong>.</p>"),
        (False, '<ul>\n<li>item</li>\n<li><a href="\x00a/index.html">link</a></li>\n</ul>'),
        (False, "<p>More\nlines.</p>"),
        (True, "`code`"),
    ]
