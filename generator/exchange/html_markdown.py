"""Nodes of HTML as Markdown: words, emphasis, links, headings, lists, quotes, code, tables.

While a text grows, a zero byte, which no HTML has, marks lines: at the end one that the next
follows without a new paragraph, at the beginning one whose spaces mean something.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping

from selectolax.lexbor import LexborNode

MARK = "\0"
HEADINGS = {f"h{level}": "#" * max(2, level) for level in range(1, 7)}
BLOCKS = {"p", "div", "tr", "caption", "section", "article", "figure", "figcaption"}
BLOCKS |= {"details", "summary", "dl", "dt", "dd", "header", "footer", "main", "aside", "nav"}
MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
CODE = {"code", "pre", "kbd", "samp", "tt"}
LISTS = {"ul", "ol"}
CELLS = {"td", "th"}
# All that is written as a mark.
SIGNS = frozenset({*HEADINGS, *MARKS, *CODE, *LISTS, *CELLS})
SIGNS |= {"a", "q", "br", "hr", "li", "table", "tr", "blockquote"}
SPACES = re.compile(r"[^\S\xa0\u2007\u202f]+")
SPECIAL = re.compile(r"([\\`*_\[\]>#])")
# What would begin a list, a line across, the line below a heading or that below a table's head.
LINE_START = re.compile(r"^(\s*\d*)([-+.](?=\s|$)|[-|](?=[-:|]))")
UNESCAPABLE = re.compile(r"^(\s*)(=(?==*\s*$)|:(?=-|[-:|\s]*$))")
LINKED = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+")
BALANCED = re.compile(r"[^()]*(?:\([^()]*\)[^()]*)*")
LIST_LINE = re.compile(r"(?:-|\d+\.) ")


def tidy(text: str) -> str:
    """Return finished Markdown: no spaces but those that mean something, no mark of ours."""
    lines = []
    for line in squeezed(text).split("\n"):
        kept = line[1:] if line.startswith(MARK) else line
        lines.append(f"{kept[:-1].rstrip()}  " if kept.endswith(MARK) else kept.rstrip())
    return "\n".join(lines)


def squeezed(text: str) -> str:
    """Return the text without spaces around lines and with one blank line at most between."""
    lines = [
        line if line.startswith(MARK) else re.sub(r"[ \t]+", " ", line).strip()
        for line in text.split("\n")
    ]
    whole = re.sub(r"\n{3,}", "\n\n", "\n".join("" if each == MARK else each for each in lines))
    # A line that breaks before nothing ends a paragraph.
    return re.sub(rf"(?:\s*{MARK})+(?=\n\n|\Z)", "", whole).strip("\n ")


def inside(node: LexborNode) -> str:
    """Return what is in a node as Markdown."""
    return "".join(part(each) for each in node.iter(include_text=True))


def part(node: LexborNode) -> str:
    """Return a node as Markdown."""
    tag = node.tag or ""
    if tag in WHOLE:
        return WHOLE[tag](node)
    inner = inside(node)
    return wrapped(node, tag, inner) if inner.strip(f" \n{MARK}") else between(tag, inner)


def words_of(node: LexborNode) -> str:
    """Return a text with every sign escaped that would be a mark."""
    words = SPACES.sub(" ", node.text(deep=False))
    words = words.replace("&", "&amp;").replace("<", "&lt;")
    words = LINE_START.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", words))
    words = UNESCAPABLE.sub(lambda found: f"{found[1]}&#{ord(found[2])};", words)
    return re.sub(r"(?<!\\)\|", r"\\|", words) if is_within(node, CELLS) else words


def is_within(node: LexborNode, tags: Collection[str]) -> bool:
    """Return whether a node stands within an element of these."""
    above = node.parent
    while above is not None and (above.tag or "") not in tags:
        above = above.parent
    return above is not None


def wrapped(node: LexborNode, tag: str, inner: str) -> str:
    """Return what is in a node with the marks that say what the node is."""
    words = inner.strip(f" \n{MARK}")
    before = " " if inner[:1].isspace() else ""
    after = " " if inner[-1:].isspace() else ""
    if tag in MARKS and "\n\n" not in words:
        return f"{before}{MARKS[tag]}{words}{MARKS[tag]}{after}"
    if tag == "q":
        return f"“{words}”"
    if tag == "a":
        return before + link(words, (node.attributes.get("href") or "").strip()) + after
    if tag in HEADINGS:
        return f"\n\n{HEADINGS[tag]} {' '.join(words.replace(MARK, ' ').split())}\n\n"
    if tag == "blockquote":
        return "\n\n" + "\n".join(below("> ", squeezed(inner).split("\n"))) + "\n\n"
    return between(tag, inner)


def between(tag: str, inner: str) -> str:
    """Return what is in a node, apart from what stands around it where the node is a block."""
    return f"\n\n{inner}\n\n" if tag in BLOCKS or tag == "li" else inner


def below(sign: str, lines: Iterable[str]) -> Iterable[str]:
    """Yield the lines behind a sign, each keeping the spaces it has."""
    for line in lines:
        rest = line[1:] if line.startswith(MARK) else line
        yield f"{MARK}{sign}{rest}" if line or sign.strip() else ""


def link(words: str, address: str) -> str:
    """Return a link, or its words alone where it leads to no web page."""
    if not LINKED.fullmatch(address) or "\n\n" in words:
        return words
    if not BALANCED.fullmatch(address):
        address = address.replace("(", "%28").replace(")", "%29")
    return f"[{words}]({address.replace('&', '&amp;')})"


def raw_text(node: LexborNode) -> str:
    """Return the words of code as they stand, line by line."""
    parts: list[str] = []
    for each in node.iter(include_text=True):
        if each.tag == "-text":
            parts.append(each.text(deep=False))
        else:
            parts.append("\n" if each.tag == "br" else raw_text(each))
    return "".join(parts)


def code_span(code: str) -> str:
    """Return code within a line."""
    words = " ".join(code.split())
    fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    pad = " " if "`" in (words[:1], words[-1:]) else ""
    return f"{fence}{pad}{words}{pad}{fence}" if words else ""


def code_block(node: LexborNode) -> str:
    """Return code of lines of its own; after a list it goes to the last item, or it would be words.

    Markdown takes what is indented after a list for a part of it.
    """
    lines = raw_text(node).expandtabs(4).rstrip().split("\n")
    while lines and not lines[0].strip():
        del lines[0]
    indent = "    " * (1 + lists_before(node))
    return "\n\n" + "\n".join(f"{MARK}{indent}{line}" for line in lines) + "\n\n"


def lists_before(node: LexborNode) -> int:
    """Return how many lists, one within the other, end right before a node."""
    before = block_before(node)
    if before is None:
        around = node.parent
        while around is not None and around.tag in BLOCKS:
            around = around.parent
        # Two quotations, one after the other, are one.
        if around is not None and around.tag == "blockquote":
            quote = block_before(around)
            if quote is not None and quote.tag == "blockquote":
                before = spoken(quote.last_child)
    return lists_at_end(before) if before is not None else 0


def lists_at_end(node: LexborNode) -> int:
    """Return how many lists, one within the other, a node ends with, or code after such."""
    last = last_block(node)
    if last.tag == "pre":
        return lists_before(last)
    within = spoken(last.last_child)
    if within is None or last.tag not in {*LISTS, "li"}:
        return 0
    return (last.tag in LISTS) + lists_at_end(within)


def block_before(node: LexborNode) -> LexborNode | None:
    """Return what stands right before a node within the same item or quotation."""
    before = spoken(node.prev)
    if before is not None:
        return last_block(before)
    above = node.parent
    return block_before(above) if above is not None and above.tag in BLOCKS else None


def last_block(node: LexborNode) -> LexborNode:
    """Return the last of what a node groups, or the node itself."""
    last = spoken(node.last_child)
    return last_block(last) if last is not None and node.tag in BLOCKS else node


def spoken(node: LexborNode | None) -> LexborNode | None:
    """Return the node, or the nearest one before it, that says something."""
    while node is not None and not has_words(node):
        node = node.prev
    return node


def has_words(node: LexborNode) -> bool:
    """Return whether a node is more than a comment, white space, or an element without words."""
    return node.tag == "hr" or (node.tag != "-comment" and bool(node.text().strip()))


def list_of(node: LexborNode) -> str:
    """Return a list, its items apart where they have paragraphs."""
    start = node.attributes.get("start") or "1"
    number = int(start) if start.isascii() and start.isdigit() else 1
    items: list[str] = []
    is_loose = any(child.tag == "p" for item in node.iter() for child in item.iter())
    for item in filter(has_words, node.iter()):
        lines = squeezed(inside(item)).split("\n")
        sign = f"{number + len(items)}." if node.tag == "ol" else "-"
        whole = "\n".join([f"{sign} {lines[0].lstrip(MARK).strip()}", *item_rest(lines)])
        # What follows a paragraph or code at once would be more of it.
        items.append(f"{whole}\n" if is_loose or "\n\n" in whole else whole)
    return "\n".join(items)


def item_rest(lines: list[str]) -> Iterable[str]:
    """Yield what follows an item's first line; a list within follows at once."""
    at = lines.index("") if "" in lines else len(lines)
    is_list = LIST_LINE.match("".join(lines[at + 1 : at + 2]))
    return below("    ", [*lines[1:at], *lines[at + bool(is_list) :]])


def table_of(node: LexborNode) -> str:
    """Return a table; where it has no head, one without words."""
    rows = [cells_of(row) for row in node.css("tr")]
    rows = [row for row in rows if row]
    captions = [inside(each) for each in node.css("caption")]
    if not rows:
        return "\n\n".join([*captions, inside(node)])
    if not node.css("tr:first-of-type th"):
        rows.insert(0, [""] * len(rows[0]))
    width = max(map(len, rows))
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
    return "\n\n".join([*captions, "\n".join([lines[0], f"|{'---|' * width}", *lines[1:]])])


def cells_of(row: LexborNode) -> list[str]:
    """Return a row's cells, each on one line; a stroke stands where one was broken."""
    cells = [squeezed(inside(cell)) for cell in row.iter() if cell.tag in CELLS]
    return [" / ".join(filter(None, re.split(rf"[{MARK}\n]+\s*", each))) for each in cells]


# Nodes that are written as a whole, not by what is in them.
WHOLE: Mapping[str, Callable[[LexborNode], str]] = {
    "-text": words_of,
    "br": lambda _: f"{MARK}\n",
    "hr": lambda _: "\n\n---\n\n",
    "pre": code_block,
    **dict.fromkeys(CODE - {"pre"}, lambda node: code_span(raw_text(node))),
    **dict.fromkeys(LISTS, lambda node: f"\n\n{list_of(node)}\n\n"),
    "table": lambda node: f"\n\n{table_of(node)}\n\n",
}
