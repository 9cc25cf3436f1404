"""Brackets of Markdown close where the library finds that they do, letter by letter."""

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.inlinepatterns import LINK_RE, LinkInlineProcessor

from generator.render.brackets import LONGEST_TARGET, Links
from generator.render.markdown import Prose

CONVERTER = Markdown()
CONVERTER.convert("words")
SLOW, OURS = LinkInlineProcessor(LINK_RE, CONVERTER), Links(LINK_RE, CONVERTER)


@given(text=st.text("[]ab \n"), index=st.integers(0, 5))
def test_brackets_close_where_the_library_says(text: str, index: int) -> None:
    slow, ours = SLOW.getText(text, index), OURS.getText(text, index)
    assert ours[2] == slow[2]
    if slow[2]:
        assert ours == slow


@given(before=st.text("[]ab", max_size=3), text=st.text("()<>'\" ab\n"))
def test_targets_are_what_the_library_says(before: str, text: str) -> None:
    data, index = f"{before}({text}", len(before)
    slow, ours = SLOW.getLink(data, index), OURS.getLink(data, index)
    ends = slow[2] > index
    assert ours[3] == (slow[3] and ends)
    if ours[3]:
        assert ours == slow


def test_words_behind_a_title_that_never_ends_are_not_lost() -> None:
    text = "[words]('( and more words"
    assert Prose().inline_html(text) == text


def test_an_address_of_more_letters_than_any_is_none() -> None:
    assert OURS.getLink(f"({'a' * (LONGEST_TARGET - 2)})", 0)[3]
    assert not OURS.getLink(f"({'a' * (LONGEST_TARGET - 1)})", 0)[3]
