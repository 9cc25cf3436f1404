"""HTML of others says the same in Markdown, on the page that readers see."""

import markdown
import pytest

from generator.exchange.html_text import markdown_of, plain_text


@pytest.mark.parametrize(
    "words", ["1. first", "- dash", "=1+1", "a | b ~ c", "*_x_* [y](z) #", "a < b & c", "&amp;lt;"]
)
def test_marks_in_words_stay_words(words: str) -> None:
    html = words.replace("&", "&amp;").replace("<", "&lt;")
    assert plain_text(markdown.markdown(markdown_of(f"<p>{html}</p>"))) == words


def test_headings_lists_and_quotes_stay_what_they_are() -> None:
    html = "<h1>A</h1><blockquote><p>b</p><p>c</p></blockquote><ol><li>d</li><li>e</li></ol>"
    assert markdown_of(html) == "## A\n\n> b\n>\n> c\n\n1. d\n\n2. e"


def test_what_runs_is_left_out() -> None:
    html = (
        '<p onclick="x()">A <a href="javascript:x()">b</a><script>x()</script><iframe src="y"></p>'
    )
    assert markdown_of(html) == "A b"
