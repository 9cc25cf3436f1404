"""Formatting: a content file in the one layout, with all that it says and all its comments."""

import re
from collections import Counter

from generator.exchange.yaml_layout import text_of
from generator.exchange.yaml_tree import (
    Branch,
    CannotKeepError,
    Item,
    Leaf,
    Read,
    tree_of,
    walk,
)
from generator.model.field_order import FieldOrder

NO_ORDER = FieldOrder()
LINE_BREAK = re.compile("\r\n?")
MODELINE = re.compile(r"#\s*yaml-language-server:")


def formatted(text: str, order: FieldOrder, read: Read) -> str:
    """Return the file's text formatted; raise CannotKeepError where that would lose something.

    `read` reads YAML as it is read for the site, so that nothing else can be meant by it.
    """
    plain = LINE_BREAK.sub("\n", text.removeprefix("\ufeff"))
    root = tree_of(plain, read)
    before = comments_of(root)
    header = taken_header(root)
    put_in_order(root, order)
    root.items[0].above = squeezed([*header, *root.items[0].above])
    result = text_of(root)
    again = tree_of(result, read)
    if said(again) != said(root) or comments_of(again) != before:
        item = first_changed(root, again)
        line, column = item.lines[0] + 1, item.column + 1
        raise CannotKeepError("this would not say the same afterwards", line, column)
    return result


def first_changed(before: Branch, after: Branch) -> Item:
    """Return the item of the tree of before that says something else afterwards, or its first."""
    for was, is_now in zip(before.items, after.items, strict=False):
        if said(was.value) != said(is_now.value) or name_of(was.key) != name_of(is_now.key):
            inner, other = was.value, is_now.value
            if isinstance(inner, Branch) and isinstance(other, Branch) and inner.items:
                return first_changed(inner, other)
            return was
    return before.items[0]


def taken_header(root: Branch) -> list[str]:
    """Take the comments that speak of the whole file from its first item; return them.

    They are the line for editors, and what a blank line parts from the first item.
    """
    first = root.items[0]
    count = 1 if first.above and MODELINE.match(first.above[0]) else 0
    if "" in first.above:
        count = len(first.above) - first.above[::-1].index("")
    header, first.above = first.above[:count], first.above[count:]
    return header


def squeezed(lines: list[str]) -> list[str]:
    """Return the lines without blank ones at the beginning, and with one where there are more."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return kept


def put_in_order(branch: Branch, order: FieldOrder) -> None:
    """Bring the fields into the schema's order; what it does not know follows as it stood."""
    if branch.is_list:
        for item in branch.items:
            if isinstance(item.value, Branch):
                put_in_order(item.value, order)
                lift_comments(item, item.value)
        return
    places = {name: number for number, name in enumerate(order.names)}
    branch.items.sort(key=lambda item: places.get(name_of(item.key), len(places)))
    for item in branch.items:
        if isinstance(item.value, Branch):
            inner = order.keyed or order.inside.get(name_of(item.key), NO_ORDER)
            put_in_order(item.value, inner)


def lift_comments(item: Item, fields: Branch) -> None:
    """Put what stands above the first field of a list's item above the item, before its hyphen."""
    if fields.items and not fields.is_flow:
        first = fields.items[0]
        item.above += [line for line in first.above if line]
        first.above = []


def name_of(key: Leaf | None) -> str:
    """Return a field's name."""
    return "" if key is None else key.text


def said(tree: Branch | Leaf) -> object:
    """Return what a tree says, in whatever order its fields stand."""
    if isinstance(tree, Leaf):
        return tree.text
    values = [(name_of(item.key), said(item.value)) for item in tree.items]
    if tree.is_list:
        return [value for _, value in values]
    return sorted(values, key=lambda pair: pair[0])


def comments_of(root: Branch) -> Counter[str]:
    """Return how often each comment stands in the tree."""
    found = Counter[str](root.below)
    for item, _ in walk(root):
        found.update(item.above)
        found[item.beside] += 1
        if isinstance(item.value, Branch):
            found.update(item.value.below)
    del found[""]
    return found
