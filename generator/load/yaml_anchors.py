"""Anchors and what their aliases may repeat; where a value begins behind its anchor and tag."""

import re
from collections.abc import Iterable
from typing import TypeAlias

from generator.model.document import Mapping, Node, Scalar, Sequence
from generator.problem import ProblemKind
from generator.problem_kinds.files import YAML_ALIAS, YAML_ALIAS_BOMB, YAML_TOO_DEEP

MAX_DEPTH = 20
MAX_ALIASED_NODES = 100_000
TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels; close the brackets, or write it flatter"

_Fault: TypeAlias = tuple[ProblemKind, str]
# A node's anchor and tag, then the blanks and comments before its value.
_PROPERTIES = re.compile(r"(?:[&!]\S*(?:\s|#.*)*)+")
_TYPED_TAG = re.compile(r"!\S*")


class Anchors:
    """The anchored nodes of one text by name, and how much their aliases have repeated."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self._repeated = 0

    def alias_fault(self, name: str, open_nodes: Iterable[Node], depth: int) -> _Fault | None:
        """Return why the alias may not stand `depth` levels deep in `open_nodes`, or None."""
        node = self.nodes.get(name)
        if node is None:
            message = f'no "&{name}" before "*{name}"; correct it, or put the value in quotes'
            return YAML_ALIAS, message
        if any(node is open_node for open_node in open_nodes):
            return YAML_ALIAS_BOMB, f'"*{name}" stands inside "&{name}"; write its values out'
        return self._repetition_fault(node, depth)

    def _repetition_fault(self, node: Node, depth: int) -> _Fault | None:
        waiting = [(node, depth)]
        while waiting:
            repeated, depth = waiting.pop()
            self._repeated += 1
            if self._repeated > MAX_ALIASED_NODES:
                message = f"aliases repeat more than {MAX_ALIASED_NODES:,} values; write them out"
                return YAML_ALIAS_BOMB, message
            if isinstance(repeated, Scalar):
                continue
            if depth == MAX_DEPTH:
                return YAML_TOO_DEEP, TOO_DEEP
            waiting += [(child, depth + 1) for child in _children(repeated)]
        return None


def _children(node: Mapping | Sequence) -> list[Node]:
    if isinstance(node, Sequence):
        return node.items
    return [value for _, value in node.entries.values()]


def value_start(text: str, start: int, end: int) -> int:
    """Return where the value begins that stands, behind its anchor or tag, in text[start:end]."""
    properties = _PROPERTIES.match(text, start, end)
    return properties.end() if properties else start


def typed_tag(text: str, start: int) -> tuple[str, int]:
    """Return the tag of the node at `start` as it was typed, and where."""
    tag = _TYPED_TAG.search(text, start)
    return (tag[0], tag.start()) if tag else ("!", start)
