"""Phrases: translated sentences with words put in, safe as HTML."""

import html
import re

from markupsafe import Markup, escape

TAG = re.compile(r"<[^>]*>")


def phrase(message: str, **words: str) -> Markup:
    """Return a translated message with the words put in, all of them escaped unless Markup."""
    return escape(message) % words


def plain(markup: Markup) -> str:
    """Return the words of a phrase without its tags, spaces as they are."""
    return html.unescape(TAG.sub("", markup))
