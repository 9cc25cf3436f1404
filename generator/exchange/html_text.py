"""HTML of other programs, and plain text, as Markdown: nothing that runs."""

import html as entities
import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from generator.exchange.html_markdown import inside, tidy

# What a draft has no room for: it runs, or it is a picture, a film, a sound, a frame.
DROPPED = "script, style, template, noscript, iframe, object, embed, svg, head"
DROPPED += ", img, video, audio, picture, canvas"
# What stays closed until a reader opens it, and the words that invite to.
CLOSED = "details > :not(summary), summary .open"


def markdown_of(html: str) -> str:
    """Return the HTML as Markdown; marks that its words have by chance are escaped."""
    body = tree_of(html).body
    return tidy(inside(body)) if body else ""


def markdown_of_text(text: str) -> str:
    """Return a plain text as Markdown that says the same: its paragraphs, and its lines."""
    lines = re.split(r"\r\n|\r|\n", text.strip())
    whole = "<br>".join(entities.escape(line.strip()) for line in lines)
    return markdown_of(f"<p>{re.sub('(?:<br>){2,}', '</p><p>', whole)}</p>")


def open_markdown(html: str) -> str:
    """Return the HTML as Markdown without what it keeps closed until a reader opens it."""
    tree = tree_of(html)
    for node in tree.css(CLOSED):
        node.decompose()
    return tidy(inside(tree.body)) if tree.body else ""


def marked_parts(html: str, classes: Sequence[str]) -> tuple[dict[str, str], str]:
    """Return the elements of those classes as Markdown, and all else that the HTML says."""
    tree = tree_of(html)
    found: dict[str, str] = {}
    for name in classes:
        node = tree.css_first(f".{name}")
        if node is not None:
            found[name] = tidy(inside(node))
            node.decompose()
    rest = tidy(inside(tree.body)) if tree.body else ""
    return found, " ".join(rest.split())


def plain_text(html: str) -> str:
    """Return the HTML's words on one line."""
    tree = tree_of(html)
    return " ".join((tree.body.text(separator="") if tree.body else "").split())


def tree_of(html: str) -> LexborHTMLParser:
    """Return the parsed HTML without what runs or is not shown."""
    tree = LexborHTMLParser(f"<body>{html}")
    for node in tree.css(DROPPED):
        if node.tag != "head":
            node.decompose()
    return tree
