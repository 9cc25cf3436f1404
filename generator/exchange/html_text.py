"""HTML of other programs as Markdown: words, emphasis, links, lists, quotes; nothing that runs."""

import re
from collections.abc import Iterable, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

DROPPED = "script, style, template, noscript, iframe, object, embed, svg, head"
HEADINGS = {f"h{level}": "#" * max(2, level) for level in range(1, 7)}
BLOCKS = {"p", "div", "ul", "ol", "table", "tr", "pre", "section", "figure", "figcaption"}
BLOCKS |= {"details", "summary", "dl", "dt", "dd"}
MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
# What stays closed until a reader opens it, and the words that invite to.
CLOSED = "details > :not(summary), summary .open"
SPECIAL = re.compile(r"([\\`*_\[\]>#])")
LINE_START = re.compile(r"^(\s*\d*)([-+.](?=\s))")


def markdown_of(html: str) -> str:
    """Return the HTML as Markdown; marks that its words have by chance are escaped."""
    return tidy("".join(part(node) for node in children(html)))


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
    rest = tree.body.text(separator=" ") if tree.body else ""
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


def children(html: str) -> list[LexborNode]:
    """Return the nodes of the HTML's body."""
    body = tree_of(html).body
    return list(body.iter(include_text=True)) if body else []


def tidy(text: str) -> str:
    """Return Markdown without spaces around its lines and without more than one line between."""
    lines = [re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def inside(node: LexborNode) -> str:
    """Return what is in a node as Markdown."""
    return "".join(part(each) for each in node.iter(include_text=True))


def part(node: LexborNode) -> str:
    """Return a node as Markdown."""
    tag = node.tag or ""
    if tag == "-text":
        words = re.sub(r"\s+", " ", node.text(deep=False))
        words = words.replace("&", "&amp;").replace("<", "&lt;")
        return LINE_START.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", words))
    if tag == "br":
        return "\n\n"
    if tag == "ol":
        return "\n\n" + "".join(numbered(node.iter())) + "\n\n"
    inner = inside(node)
    return wrapped(node, tag, inner) if inner.strip() else between(tag, inner)


def wrapped(node: LexborNode, tag: str, inner: str) -> str:
    """Return what is in a node with the marks that say what the node is."""
    words = inner.strip()
    if tag in MARKS:
        return f"{MARKS[tag]}{words}{MARKS[tag]}"
    if tag == "q":
        return f"“{words}”"
    if tag == "a":
        return link(words, (node.attributes.get("href") or "").strip())
    if tag in HEADINGS:
        return f"\n\n{HEADINGS[tag]} {' '.join(words.split())}\n\n"
    if tag == "blockquote":
        return "\n\n" + "\n".join(f"> {each}" for each in tidy(inner).split("\n")) + "\n\n"
    return between(tag, inner)


def between(tag: str, inner: str) -> str:
    """Return what is in a node, apart from what stands around it where the node is a block."""
    if tag == "li":
        return f"\n- {inner.strip()}\n"
    return f"\n\n{inner}\n\n" if tag in BLOCKS else inner


def numbered(items: Iterable[LexborNode]) -> Iterable[str]:
    """Yield the items of a list with their numbers."""
    for number, item in enumerate(items, 1):
        yield f"\n{number}. {inside(item).strip()}\n"


def link(words: str, address: str) -> str:
    """Return a link, or its words alone where it leads to no web page."""
    is_safe = re.fullmatch(r"https?://[^\s<>()\"]+", address)
    return f"[{words}]({address})" if is_safe else words
