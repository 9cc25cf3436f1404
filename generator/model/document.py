"""Documents: content files as read, every value still text, every value with its place."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct


class Kind(StrEnum):
    """What a content file describes; decided by the folder it stands in.

    Categories have no files: they stand in `site.yaml`.
    """

    SITE = "site"
    EVENT = "event"
    SOURCE = "source"
    PERSON = "person"
    PLACE = "place"
    FIGURE = "figure"
    PAGE = "page"
    CATEGORY = "category"


# The nodes are not frozen, because an anchor or tag before a scalar moves its place.
class Scalar(Struct, gc=False):
    """One value as the author typed it; lines and columns count from 1.

    `is_plain` is true for an unquoted value on one line, whose columns map one to one.
    """

    value: str
    line: int
    column: int
    is_plain: bool = True


class Sequence(Struct, gc=False):
    """A list of nodes."""

    items: "list[Node]"
    line: int
    column: int


class Mapping(Struct, gc=False):
    """Fields by name, in the order typed; each is its key and its value."""

    entries: "dict[str, tuple[Scalar, Node]]"
    line: int
    column: int


Node: TypeAlias = Scalar | Sequence | Mapping


class Document(Struct, frozen=True, gc=False):
    """One content file: `path` from the project's root, its root node, a page's Markdown.

    `stem` is the file's name without its ending: the id of the one thing it describes.
    `root` is None when the file is empty.
    """

    path: str
    kind: Kind
    stem: str
    root: Node | None
    prose: Scalar | None = None
