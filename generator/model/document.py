"""Documents: content files as read, every value still text, every value with its place."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from generator.errors import Problem


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


# The nodes are not frozen: tens of thousands are made in each build, and frozen
# dataclasses take three times as long to make. Nobody changes them after loading.
@dataclass(slots=True)
class Scalar:
    """One value as the author typed it; lines and columns count from 1.

    `is_plain` is true for an unquoted value on one line, whose columns map one to one.
    """

    value: str
    line: int
    column: int
    is_plain: bool = True


@dataclass(slots=True)
class Sequence:
    """A list of nodes."""

    items: "list[Node]"
    line: int
    column: int


@dataclass(slots=True)
class Mapping:
    """Fields by name, in the order typed; each is its key and its value."""

    entries: "dict[str, tuple[Scalar, Node]]"
    line: int
    column: int


Node: TypeAlias = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Document:
    """One content file: `path` from the project's root, its root node, a page's Markdown.

    `stem` is the file's name without its ending: the id of the one thing it describes.
    `root` is None when the file is empty.
    """

    path: str
    kind: Kind
    stem: str
    root: Node | None
    prose: Scalar | None = None


@dataclass(frozen=True, slots=True)
class LoadedContent:
    """All that was found under `content/`: documents, media and what could not be read.

    `media` maps each file's path below `content/media/` to its SHA-256 in hexadecimal.
    """

    documents: tuple[Document, ...]
    media: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
