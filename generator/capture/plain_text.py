"""Plain text of a web page: all that a reader sees, a line for each block of the page.

Not only what looks like the article: a quote may stand in a caption or beside it.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb rp rt "
    "ruby s samp small span strike strong sub sup time tt u var wbr img picture source"
)
UNSEEN_TAGS = (
    "head script style template noscript textarea svg select option iframe object canvas audio "
    "video"
)
INLINE = frozenset(INLINE_TAGS.split())
UNSEEN = frozenset(UNSEEN_TAGS.split())
NOT_DISPLAYED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# HTML's own white space; a no-break space is a character like any other.
SPACES = re.compile(r"[ \t\n\r\f]+")
BREAK = "\n"


def text_of_html(markup: str) -> str:
    """Return the page's visible text, a line for each block and line break, no empty lines."""
    root = LexborHTMLParser(markup).root
    if root is None:
        return ""
    lines = "".join(runs(root)).split(BREAK)
    kept = (SPACES.sub(" ", line).strip(" ") for line in lines)
    return BREAK.join(line for line in kept if line)


def runs(root: LexborNode) -> Iterator[str]:
    """Yield the text and the breaks of a page in order, however deep it is nested."""
    node: LexborNode | None = root
    while node is not None:
        if node.tag == "-text":
            text = node.text_content or ""
            yield text if is_preformatted(node) else SPACES.sub(" ", text)
        elif is_block(node):
            yield BREAK
        if node.child is not None and is_seen(node):
            node = node.child
            continue
        while node is not None and node.next is None:
            node = node.parent if node is not root else None
            if node is not None and is_block(node):
                yield BREAK
        node = node.next if node is not None else None


def is_block(node: LexborNode) -> bool:
    """Return whether the element begins and ends a line; elements of unknown name do not."""
    tag = node.tag or ""
    return not (tag.startswith("-") or tag in INLINE or "-" in tag)


def is_seen(node: LexborNode) -> bool:
    """Return whether a reader sees what is in the element, as far as the page itself says."""
    if node.tag in UNSEEN:
        return False
    attributes = node.attributes
    hidden = attributes.get("hidden", "until-found")
    return hidden == "until-found" and not NOT_DISPLAYED.search(attributes.get("style") or "")


def is_preformatted(node: LexborNode) -> bool:
    """Return whether line breaks in the text are breaks."""
    parent = node.parent
    return parent is not None and parent.tag in {"pre", "listing", "xmp"}
