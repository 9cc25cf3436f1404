"""What Markdown, or the words alone, of other programs' HTML leave out: it is noted."""

import html as entities
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.exchange.found import Found
from generator.exchange.html_markdown import CODE, LINKED, SIGNS, is_within
from generator.exchange.html_text import DROPPED

DROPPED_TAGS = frozenset(DROPPED.split(", ")) - {"head"}
# What says no more than its words do.
WORDY = """
html head body div span p font u small big center section article header footer main aside nav
figure figcaption details summary dl dt dd thead tbody tfoot caption colgroup col wbr label
"""
KEPT = SIGNS | frozenset(WORDY.split())
# What an attribute is called that says something to readers, or leads somewhere.
OF_READERS = "src srcset data poster cite title alt datetime colspan rowspan"
TELLING = frozenset(OF_READERS.split())
ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
LONGEST = 1000


def note_left_out(found: Found, name: str, text: str, *, is_plain: bool = False) -> None:
    """Note what the HTML of a text says that its words do not, with the addresses in it."""
    for each in left_out(text, is_plain=is_plain):
        found.notes.append(f"{name}, which leaves out: {each}")
        found.links += addresses_in(each)


def left_out(html: str, *, is_plain: bool = False) -> list[str]:
    """Return what the Markdown of the HTML leaves out, as HTML, each on one line.

    With `is_plain` it is what the words alone leave out, links among it.
    """
    body = LexborHTMLParser(f"<body>{html}").body
    return list(lost_in(body, is_plain=is_plain)) if body else []


def lost_in(node: LexborNode, *, is_plain: bool) -> Iterator[str]:
    """Yield what is lost of what is in a node; what is lost whole is not looked into."""
    child = node.first_child
    while child is not None:
        if child.tag != "-text":
            is_gone = is_lost(child, is_plain=is_plain)
            if is_gone:
                yield shortened(" ".join((child.html or "").split()))
            if not (is_gone and child.tag in DROPPED_TAGS):
                yield from lost_in(child, is_plain=is_plain)
        child = child.next


def is_lost(node: LexborNode, *, is_plain: bool) -> bool:
    """Return whether a node says something that its words do not."""
    tag, attributes = node.tag or "", node.attributes
    if tag == "a" and attributes.get("href"):
        is_link = LINKED.fullmatch((attributes["href"] or "").strip())
        if is_plain or not is_link or not node.text().strip() or is_within(node, CODE):
            return True
    return tag not in KEPT or any(attributes.get(name) for name in TELLING)


def shortened(text: str) -> str:
    """Return a text cut where it is very long, as that of a picture within an address."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]}… ({len(text)} characters)"


def addresses_in(html: str) -> list[str]:
    """Return the addresses that stand in a piece of HTML."""
    return [each.rstrip(",;") for each in ADDRESS.findall(entities.unescape(html))]
