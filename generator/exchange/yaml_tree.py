"""A YAML file as a tree that keeps its comments, its blank lines and the style of its values."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct, field
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

COMMENT = re.compile(r"#[^\n]*")


class CannotKeepError(Exception):
    """The file holds something that would not come through whole; the message says what."""


class Leaf(Struct):
    """A value: its text, and its style: empty (plain), `'`, `"`, `>` or `|`."""

    text: str
    style: str = ""


class Item(Struct):
    """A field, or an item of a list (without a key), with the comments that belong to it.

    `above` are the lines of comments before it, an empty one for a blank line. `column` and
    `lines` (first and last, from 0) say where it stood.
    """

    key: Leaf | None
    value: "Tree"
    start: int
    column: int
    lines: tuple[int, int]
    above: list[str] = field(default_factory=list)
    beside: str = ""


class Branch(Struct):
    """Fields or a list; `below` are the comments behind the last item."""

    items: list[Item]
    is_list: bool
    is_flow: bool
    below: list[str] = field(default_factory=list)


Tree: TypeAlias = Leaf | Branch


class Comment(Struct):
    """A comment: where it begins, its line, its column, whether it has the line for itself."""

    text: str
    start: int
    line: int
    column: int
    is_alone: bool


def tree_of(text: str) -> Branch:
    """Return the tree of a file; raise CannotKeepError for one that cannot be kept whole."""
    return _Reading(text).tree()


class _Reading:
    """Reads one file; `spans` gathers where values stand, which holds no comments."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line_starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.spans: list[tuple[int, int]] = []
        self.headers: list[tuple[int, str]] = []

    def tree(self) -> Branch:
        try:
            root = YAML(typ="safe", pure=True).compose(self.text)
        except (YAMLError, ValueError) as error:
            raise CannotKeepError("it is no YAML") from error
        if root is None:
            raise CannotKeepError("there is nothing in it")
        branch = self.node(root)
        if not isinstance(branch, Branch) or branch.is_flow:
            raise CannotKeepError("it is not written as fields or a list")
        for comment in self.comments():
            attach(comment, branch)
        keep_blank_lines(self.text, branch)
        return branch

    def node(self, node: object) -> Tree:
        if getattr(node, "anchor", None) is not None:
            raise CannotKeepError("it has anchors")
        if isinstance(node, ScalarNode):
            return self.leaf(node)
        start, end = self.extent(node)
        is_flow = self.text[start : start + 1] in ("{", "[")
        if isinstance(node, MappingNode):
            items = [self.item(key, value) for key, value in node.value]
        elif isinstance(node, SequenceNode):
            items = [self.item(None, value) for value in node.value]
        else:
            raise CannotKeepError("it has a value of an unknown sort")
        if not is_flow and not items:
            raise CannotKeepError("it has a list without items")
        if is_flow:
            self.spans.append((start, end))
            self.refuse_comments(start, end)
        return Branch(items, isinstance(node, SequenceNode), is_flow)

    def item(self, key: object, value: object) -> Item:
        name = None if key is None else self.node(key)
        if isinstance(name, Branch):
            raise CannotKeepError("it has a key that is not a name")
        inner = self.node(value)
        start, end = self.extent(value)
        first = start if key is None else self.extent(key)[0]
        if key is None:
            dash = self.text.rfind("-", 0, first) if first else -1
            at = dash if dash >= 0 and not self.text[dash + 1 : first].strip(" \n") else first
        else:
            at = first
        line = self.line_of(at)
        is_block = isinstance(inner, Branch) and not inner.is_flow
        last = line if is_block else self.line_of(max(start, end - 1))
        return Item(name, inner, at, at - self.line_starts[line], (line, last))

    def leaf(self, node: ScalarNode) -> Leaf:
        start, end = self.extent(node)
        typed = self.text[start:end]
        if typed.startswith(("!", "&", "*")) and not node.style:
            raise CannotKeepError("it has tags, anchors or aliases")
        self.spans.append((start, end))
        style = node.style or ""
        if style in (">", "|"):
            header = typed.partition("\n")[0]
            if "#" in header:
                self.headers.append((start + header.index("#"), header[header.index("#") :]))
        return Leaf(node.value, style)

    def extent(self, node: object) -> tuple[int, int]:
        start, end = getattr(node, "start_mark"), getattr(node, "end_mark")  # noqa: B009 - ruamel's nodes are untyped
        return start.index, end.index

    def line_of(self, index: int) -> int:
        return bisect_right(self.line_starts, index) - 1

    def refuse_comments(self, start: int, end: int) -> None:
        inner = [span for span in self.spans if start <= span[0] and span[1] <= end]
        for found in COMMENT.finditer(self.text, start, end):
            if not any(a <= found.start() < b for a, b in inner if (a, b) != (start, end)):
                raise CannotKeepError("it has a comment inside of brackets")

    def comments(self) -> Iterator[Comment]:
        """Yield the comments in order: what stands behind a # that is in no value."""
        found: dict[int, str] = dict(self.headers)
        end = 0
        for first, last in [*sorted(self.spans), (len(self.text), len(self.text))]:
            if first >= end:
                found |= {each.start(): each[0] for each in COMMENT.finditer(self.text, end, first)}
            end = max(end, last)
        for start in sorted(found):
            line = self.line_of(start)
            column = start - self.line_starts[line]
            is_alone = not self.text[self.line_starts[line] : start].strip()
            yield Comment(found[start].rstrip(), start, line, column, is_alone)


def walk(
    branch: Branch, around: tuple[Branch, ...] = ()
) -> Iterator[tuple[Item, tuple[Branch, ...]]]:
    """Yield each item that stands on lines of its own, with the branches around it, in order."""
    for item in branch.items:
        yield item, (*around, branch)
        if isinstance(item.value, Branch) and not item.value.is_flow:
            yield from walk(item.value, (*around, branch))


def attach(comment: Comment, root: Branch) -> None:
    """Give the comment to the item that it stands beside or above, else to the end of a branch."""
    items = list(walk(root))
    if not comment.is_alone:
        beside = [item for item, _ in items if comment.line in item.lines]
        if beside:
            beside[-1].beside = f"{beside[-1].beside} {comment.text}".strip()
            return
    following = next((item for item, _ in items if item.start > comment.start), None)
    if following is not None and following.column >= comment.column:
        following.above.append(comment.text)
        return
    before = [found for found in items if found[0].start < comment.start]
    if not before:
        items[0][0].above.append(comment.text)
        return
    around = before[-1][1]
    fitting = [branch for branch in around if branch.items[0].column <= comment.column]
    (fitting or around[:1])[-1].below.append(comment.text)


def keep_blank_lines(text: str, root: Branch) -> None:
    """Note the blank line above an item or above its comments; of several one is kept."""
    lines = text.split("\n")
    for number, (item, _) in enumerate(walk(root)):
        line = item.lines[0] - 1
        found = list(item.above)
        kept: list[str] = []
        while line >= 0 and (
            not lines[line].strip() or (found and lines[line].strip() == found[-1])
        ):
            if lines[line].strip():
                kept.insert(0, found.pop())
            elif not kept or kept[0]:
                kept.insert(0, "")
            line -= 1
        item.above = [*found, *kept]
        if number == 0 and item.above[:1] == [""]:
            del item.above[0]
