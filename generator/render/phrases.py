"""Phrases: translated sentences with words put in, safe as HTML."""

import html
import re

from markupsafe import Markup, escape

TAG = re.compile(r"<[^>]*>")


def phrase(message: str, **words: str) -> Markup:
    """Return a translated message with the words put in, all of them escaped unless Markup."""
    return escape(message) % words


def element(name: str, attribute: str, value: str, words: str) -> Markup:
    """Return words in an element with one attribute, escaped unless Markup."""
    html = f'<{name} {attribute}="{escape(value)}">{escape(words)}</{name}>'
    return Markup(html)  # noqa: S704 - what could be markup is escaped


def plain(markup: Markup) -> str:
    """Return the words of a phrase without its tags, spaces as they are."""
    return html.unescape(TAG.sub("", markup))
