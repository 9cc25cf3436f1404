"""Brackets: links and references of Markdown, found in time by the number of brackets.

The library looks at every letter behind a bracket until it closes, for each bracket anew: 990
that never close, before 190,000 letters, took a minute.
"""

from markdown import Markdown
from markdown.inlinepatterns import (
    LINK_RE,
    REFERENCE_RE,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)

# Of an address and a title; what is longer is shown as it was typed.
LONGEST_TARGET = 4_000


class Brackets(LinkInlineProcessor):
    """The text between a bracket and the one that closes it, brackets in it minded."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802 - the library's name
        """Return the text from an offset on, where it ends, and whether it does."""
        depth, opening, end = 1, data.find("[", index), index
        while depth:
            closing = data.find("]", end)
            if closing < 0:
                return "", len(data), False
            while 0 <= opening < closing:
                depth += 1
                opening = data.find("[", opening + 1)
            depth -= 1
            end = closing + 1
        return data[index : end - 1], end, True


class Links(Brackets):
    """`[words](address)`."""

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802 - as above
        """Return the address, the title, where they end, and whether they do."""
        href, title, end, is_whole = super().getLink(data[index : index + LONGEST_TARGET], 0)
        # Of what opens in a title that never ends the library says that it ends before the text.
        return href, title, index + end, is_whole and end > 0


class References(Brackets, ReferenceInlineProcessor):
    """`[words][name]`."""


class ShortReferences(Brackets, ShortReferenceInlineProcessor):
    """`[name]`."""


def replace_brackets(converter: Markdown) -> None:
    """Put these in the places of the library's own."""
    patterns = converter.inlinePatterns
    patterns.register(References(REFERENCE_RE, converter), "reference", 170)
    patterns.register(Links(LINK_RE, converter), "link", 160)
    patterns.register(ShortReferences(REFERENCE_RE, converter), "short_reference", 130)
