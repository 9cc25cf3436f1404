"""A tree as YAML text in the one layout: indented by two, long text folded, quotes double."""

import re

from generator.exchange.yaml_scalars import (
    UNPRINTABLE,
    WIDTH,
    block,
    folded,
    quoted,
)
from generator.exchange.yaml_tree import Branch, Item, Leaf, Tree

SIGNS_IN_FLOW = re.compile(r"[,\[\]{}]")


def text_of(root: Branch) -> str:
    """Return the file's text."""
    return "\n".join(branch_lines(root, 0)) + "\n"


def branch_lines(branch: Branch, indent: int) -> list[str]:
    """Return the lines of a branch, indented."""
    space = " " * indent
    lines: list[str] = []
    for item in branch.items:
        lines += [f"{space}{comment}" if comment else "" for comment in item.above]
        first, *more = item_lines(item, indent)
        lines += [space + first, *more]
    return [*lines, *(f"{space}{comment}" if comment else "" for comment in branch.below)]


def item_lines(item: Item, indent: int) -> list[str]:
    """Return the lines of a field or an item; the first is not yet indented."""
    beside = f"  {item.beside}" if item.beside else ""
    head = "-" if item.key is None else f"{inline(item.key, in_flow=False)}:"
    value = item.value
    if isinstance(value, Branch):
        flow = flow_text(value) if value.is_flow else None
        if flow is not None and (indent + len(head) + 1 + len(flow) <= WIDTH or not value.items):
            return [f"{head} {flow}{beside}"]
        lines = branch_lines(opened(value), indent + 2)
        is_joined = item.key is None and not beside and lines[0].lstrip()[:1] != "#"
        if is_joined and lines[0]:
            return [f"- {lines[0].lstrip()}", *lines[1:]]
        return [f"{head}{beside}", *lines]
    first, *more = leaf_lines(value, indent, len(head) + 1)
    return [f"{head} {first}".rstrip(" ") + beside, *more]


def opened(branch: Branch) -> Branch:
    """Return a branch that is not written in brackets."""
    if not branch.is_flow:
        return branch
    return Branch(branch.items, branch.is_list, is_flow=False, below=branch.below)


def leaf_lines(leaf: Leaf, indent: int, used: int) -> list[str]:
    """Return a value: on the line, or as a block below it."""
    if leaf.style in (">", "|"):
        lines = styled_block(leaf, indent + 2)
        if lines is not None:
            return lines
    text = inline(leaf, in_flow=False)
    if "\n" in leaf.text or indent + used + len(text) > WIDTH:
        lines = block(leaf.text, indent + 2)
        if lines is not None and len(lines) > 2:  # noqa: PLR2004 - a header and more than one line
            return lines
    return [text]


def styled_block(leaf: Leaf, indent: int) -> list[str] | None:
    """Return a block in the style that it was typed in; None where that cannot be."""
    if leaf.style == "|" and "\n" not in leaf.text.rstrip("\n"):
        lines = block(leaf.text, indent)
        ends = leaf.text.endswith("\n")
        return lines and ["|" if ends else "|-", " " * indent + leaf.text.rstrip("\n")]
    body = leaf.text.rstrip("\n")
    if leaf.style == ">" and "\n" in body:
        return folded_paragraphs(leaf.text, indent)
    return block(leaf.text, indent)


def folded_paragraphs(text: str, indent: int) -> list[str] | None:
    """Return a folded block of several paragraphs; None where a line begins with a space."""
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    lines = body.split("\n")
    if ends > 1 or any(line[:1].isspace() or line.isspace() for line in lines):
        return None
    if UNPRINTABLE.search(body.replace("\n", "")) or not lines[0]:
        return None
    result = [">" if ends else ">-"]
    for number, line in enumerate(lines):
        if line:
            if number:
                result.append("")
            result += [" " * indent + each for each in folded(line, WIDTH - indent)]
        else:
            result.append("")
    return result


def inline(leaf: Leaf, *, in_flow: bool) -> str:
    """Return a value on one line, in quotes where it was."""
    if leaf.style in ("'", '"') or "\n" in leaf.text or UNPRINTABLE.search(leaf.text):
        return quoted(leaf.text)
    if leaf.style in (">", "|") or (in_flow and SIGNS_IN_FLOW.search(leaf.text)):
        return quoted(leaf.text)
    return leaf.text


def flow_text(tree: Tree) -> str | None:
    """Return a tree in brackets on one line; None where it does not fit in there, as nothing."""
    if isinstance(tree, Leaf):
        return inline(tree, in_flow=True)
    parts: list[str] = []
    for item in tree.items:
        inner = flow_text(item.value)
        if not inner or item.beside or item.above:
            return None
        key = "" if item.key is None else f"{inline(item.key, in_flow=True)}: "
        parts.append(f"{key}{inner}".rstrip(" "))
    text = ", ".join(parts)
    return f"[{text}]" if tree.is_list else f"{{{text}}}"
