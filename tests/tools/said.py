"""What YAML nodes say: as plain values, and as an editor's core schema reads them."""

import re
from collections.abc import Callable

from generator.model.document import Node, Scalar, Sequence

CORE: list[tuple[re.Pattern[str], Callable[[str], object]]] = [
    (re.compile(r"null|Null|NULL|~|"), lambda text: None),  # noqa: ARG005 - called as the others
    (re.compile(r"true|True|TRUE"), lambda text: True),  # noqa: ARG005 - as above
    (re.compile(r"false|False|FALSE"), lambda text: False),  # noqa: ARG005 - as above
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"), float),
]


def said(node: Node) -> object:
    """Return the texts that a node says, without its places."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [said(item) for item in node.items]
    return {name: said(value) for name, (_, value) in node.entries.items()}


def as_editors_read(node: Node) -> object:
    """Return a node's values by YAML 1.2's core schema (10.3.2), as language servers read them."""
    if isinstance(node, Sequence):
        return [as_editors_read(item) for item in node.items]
    if not isinstance(node, Scalar):
        return {name: as_editors_read(value) for name, (_, value) in node.entries.items()}
    for pattern, made in CORE:
        if node.is_plain and pattern.fullmatch(node.value):
            return made(node.value)
    return node.value
