"""Markdown: an author's prose as safe HTML. HTML in the prose is shown as it was typed."""

from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.render.links import MARK
from generator.render.simple_prose import inline, parts_of

if TYPE_CHECKING:
    from generator.render.conversion import Conversion


class Prose:
    """Turns Markdown into HTML."""

    @cached_property
    def conversion(self) -> "Conversion":
        """What reads all that is not simple prose; many sites never need it."""
        from generator.render.conversion import Conversion  # noqa: PLC0415 - see above

        return Conversion()

    def html(self, text: str) -> Markup:
        """Return a text's paragraphs, lists, tables and headings from h2 on."""
        parts = [
            self.conversion.blocks(part) if is_unread else part
            for is_unread, part in parts_of(text.replace(MARK, ""))
        ]
        return Markup("\n".join(filter(None, parts)))  # noqa: S704 - each part is safe

    def inline_html(self, text: str) -> Markup:
        """Return a text of one paragraph without the paragraph around it."""
        whole = text.replace(MARK, "")
        simple = inline(whole)
        return Markup(self.conversion.line(whole) if simple is None else simple)  # noqa: S704 - both are safe
