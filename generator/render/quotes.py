"""Quotes: a source's words as HTML, with the editors' marks told apart from them."""

import re

from markupsafe import Markup, escape

from generator.model.quote import EDITORIAL_MARK, ELISIONS
from generator.render.catalogues import Interface

PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")


class Quotes:
    """Writes quotes in one language; every quote is written once."""

    def __init__(self, interface: Interface) -> None:
        """Take the language of the hints."""
        gettext = interface.translations.gettext
        self.left_out = gettext("words left out by the editors")
        self.added = gettext("words added by the editors")
        self.written: dict[str, Markup] = {}

    def html(self, text: str) -> Markup:
        """Return the quote's paragraphs; `[…]` and `[word]` say that they are the editors'."""
        html = self.written.get(text)
        if html is None:
            paragraphs = map(self.paragraph, PARAGRAPH.split(text.strip()))
            html = self.written[text] = Markup("\n".join(paragraphs))  # noqa: S704 - each is safe
        return html

    def paragraph(self, text: str) -> str:
        """Return one paragraph of a quote, safe as HTML."""
        return f"<p>{EDITORIAL_MARK.sub(self.editorial, escape(text))}</p>"

    def editorial(self, mark: re.Match[str]) -> str:
        """Return an editorial mark, already escaped, with its hint."""
        hint = self.left_out if mark[0] in ELISIONS else self.added
        return f'<span class="editorial" title="{escape(hint)}">{mark[0]}</span>'
