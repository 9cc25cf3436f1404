"""HTML of other programs as Markdown: words, emphasis, links and lists; nothing that runs."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

DROPPED = "script, style, template, noscript, iframe, object, embed, svg, head"
BLOCKS = {"p", "div", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr"}
MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
SPECIAL = re.compile(r"([\\`*_\[\]>#])")
LINE_START = re.compile(r"^(\s*\d*)([-+.](?=\s))")


def markdown_of(html: str) -> str:
    """Return the HTML as Markdown; marks that its words have by chance are escaped."""
    text = "".join(part(node) for node in children(html))
    lines = [re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


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


def part(node: LexborNode) -> str:
    """Return a node as Markdown."""
    if node.tag == "-text":
        words = re.sub(r"\s+", " ", node.text(deep=False))
        words = words.replace("&", "&amp;").replace("<", "&lt;")
        return LINE_START.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", words))
    if node.tag == "br":
        return "\n\n"
    inner = "".join(part(each) for each in node.iter(include_text=True))
    if node.tag in MARKS and inner.strip():
        return f"{MARKS[node.tag]}{inner.strip()}{MARKS[node.tag]}"
    if node.tag == "a" and inner.strip():
        address = (node.attributes.get("href") or "").strip()
        is_safe = re.fullmatch(r"https?://[^\s<>()\"]+", address)
        return f"[{inner.strip()}]({address})" if is_safe else inner
    if node.tag == "li":
        return f"\n- {inner.strip()}\n"
    return f"\n\n{inner}\n\n" if node.tag in BLOCKS else inner
