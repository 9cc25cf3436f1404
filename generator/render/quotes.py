"""Quotes: a source's words as HTML, with the editors' marks told apart from them."""

import re

from markupsafe import Markup, escape

from generator.render.catalogues import Interface

PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
EDITORIAL = re.compile(r"\[[^\[\]\n]+\]")
ELISIONS = {"[…]", "[...]"}


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
            paragraphs = PARAGRAPH.split(text.strip())
            html = Markup("\n").join(
                Markup("<p>%s</p>") % self.paragraph(each) for each in paragraphs
            )
            self.written[text] = html
        return html

    def paragraph(self, text: str) -> Markup:
        """Return one paragraph of a quote."""
        html, end = Markup(""), 0
        for mark in EDITORIAL.finditer(text):
            html += escape(text[end : mark.start()]) + self.editorial(mark[0])
            end = mark.end()
        return html + escape(text[end:])

    def editorial(self, mark: str) -> Markup:
        """Return an editorial mark with its hint."""
        hint = self.left_out if mark in ELISIONS else self.added
        return Markup('<span class="editorial" title="{}">{}</span>').format(hint, mark)
