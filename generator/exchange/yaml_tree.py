"""A YAML file as a tree that keeps its comments, its blank lines and the style of its values."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import TypeAlias

from msgspec import Struct, field

from generator.model.typed_yaml import Typed, TypedBranch, TypedScalar

COMMENT = re.compile(r"#[^\n]*")


class CannotKeepError(Exception):
    """The file holds something that would not come through whole; says what, and where."""

    def __init__(self, message: str, line: int, column: int) -> None:
        """Take what it is, its line and its column, both counted from 1."""
        super().__init__(message)
        self.line, self.column = line, column


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
Read: TypeAlias = Callable[[str], Typed | None]


class Comment(Struct):
    """A comment: where it begins, its line, its column, whether it has the line for itself."""

    text: str
    start: int
    line: int
    column: int
    is_alone: bool


def tree_of(text: str, read: Read) -> Branch:
    """Return the tree of a file that `read` reads without a problem.

    Raises CannotKeepError for one that cannot be kept whole.
    """
    return _Reading(text).tree(read(text))


class _Reading:
    """Makes a tree of what was read; `spans` are where values stand, which hold no comments."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line_starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.spans: list[tuple[int, int]] = []
        self.headers: list[tuple[int, str]] = []

    def tree(self, root: Typed | None) -> Branch:
        branch = None if root is None else self.node(root)
        if not isinstance(branch, Branch) or not branch.items:
            raise self.refusal("there are no fields and no list in it", 0)
        if branch.is_flow:
            branch.is_flow = False
            self.spans.remove(self.spans[-1])
        for comment in self.comments():
            attach(comment, branch)
        keep_blank_lines(self.text, branch)
        return branch

    def node(self, typed: Typed) -> Tree:
        if typed.is_shared:
            what = "anchors and aliases are not kept; write the value out in each place"
            raise self.refusal(what, typed.start)
        if isinstance(typed, TypedScalar):
            return self.leaf(typed)
        ends = [typed.start, *(value.end for _, value in typed.items)]
        items = [
            self.item(key, value, typed, end)
            for (key, value), end in zip(typed.items, ends, strict=False)
        ]
        is_flow = typed.is_flow and not self.has_comments(typed.start, typed.end)
        if is_flow:
            self.spans.append((typed.start, typed.end))
        return Branch(items, typed.is_list, is_flow or not items)

    def item(self, key: Typed | None, value: Typed, around: TypedBranch, before: int) -> Item:
        name = None if key is None else self.node(key)
        if isinstance(name, Branch):
            raise self.refusal("a key that is not a name is not kept", around.start)
        inner = self.node(value)
        at = value.start if key is None else key.start
        if key is None and not around.is_flow:
            at = self.hyphen(before, at)
        line = self.line_of(at)
        is_block = isinstance(inner, Branch) and not inner.is_flow
        last = line if is_block else self.line_of(max(value.start, value.end - 1))
        return Item(name, inner, at, at - self.line_starts[line], (line, last))

    def hyphen(self, start: int, end: int) -> int:
        """Return where the hyphen is that begins an item of a list; `end` where its value does."""
        between = COMMENT.sub(lambda found: " " * len(found[0]), self.text[start:end])
        return start + between.index("-")

    def leaf(self, typed: TypedScalar) -> Leaf:
        self.spans.append((typed.start, typed.end))
        if typed.style in (">", "|"):
            header = self.text[typed.start : typed.end].partition("\n")[0]
            if "#" in header:
                at = header.index("#")
                self.headers.append((typed.start + at, header[at:]))
        return Leaf(typed.text, typed.style)

    def refusal(self, message: str, index: int) -> CannotKeepError:
        line = self.line_of(index)
        return CannotKeepError(message, line + 1, index - self.line_starts[line] + 1)

    def line_of(self, index: int) -> int:
        return bisect_right(self.line_starts, index) - 1

    def has_comments(self, start: int, end: int) -> bool:
        inner = [span for span in self.spans if start <= span[0] and span[1] <= end]
        found = (each.start() for each in COMMENT.finditer(self.text, start, end))
        return any(not any(a <= at < b for a, b in inner) for at in found)

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
        if beside and is_seen_beside(comment.text, beside[-1].value):
            beside[-1].beside = f"{beside[-1].beside} {comment.text}".strip()
            return
        if beside:
            beside[-1].above.append(comment.text)
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


def is_seen_beside(comment: str, value: Tree) -> bool:
    """Return whether nobody takes the comment for words of the value that it stands beside."""
    is_plain = isinstance(value, Leaf) and not value.style
    return not is_plain or comment[1:2] in {"", " ", "\t", "#", "!"}


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
