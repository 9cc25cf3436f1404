"""What was typed in a YAML file: values with their style and place, to be written anew."""

from typing import TypeAlias

from msgspec import Struct, field


class TypedScalar(Struct):
    """A value: its text, its style (empty, `'`, `"`, `>` or `|`), where it begins and ends.

    `is_shared` is one with an anchor, or an alias, which stands for another value.
    """

    text: str
    style: str
    start: int
    end: int
    is_shared: bool = False


class TypedBranch(Struct):
    """Fields, or a list, whose items have no keys; `is_flow` is one in brackets."""

    is_list: bool
    is_flow: bool
    start: int
    end: int = 0
    items: "list[tuple[Typed | None, Typed]]" = field(default_factory=list)
    is_shared: bool = False


Typed: TypeAlias = TypedScalar | TypedBranch
