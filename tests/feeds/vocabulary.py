"""Holds structured data against schema.org: which types there are, and what may be said of them."""

import json
from collections.abc import Iterator
from typing import TypeAlias

from tests.tools.required import ROOT

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

VOCABULARY = json.loads((ROOT / "tests/feeds/schema_org.json").read_text(encoding="utf-8"))
TYPES: dict[str, list[str]] = VOCABULARY["types"]
PROPERTIES: dict[str, tuple[list[str], list[str], str | None]] = VOCABULARY["properties"]
KEYWORDS = {"@id", "@type"}


def kinds_of(type_: str) -> set[str]:
    """Return a type with all types above it."""
    return {type_}.union(*map(kinds_of, TYPES.get(type_, [])))


def complaints(node: Json, place: str = "$") -> Iterator[str]:
    """Yield everything in a node, and in the nodes within it, that the vocabulary does not have."""
    if isinstance(node, list):
        for index, each in enumerate(node):
            yield from complaints(each, f"{place}[{index}]")
    if not isinstance(node, dict) or set(node) == {"@id"}:
        return
    type_ = node.get("@type")
    if not isinstance(type_, str) or type_ not in TYPES:
        yield f"{place}: unknown type {type_}"
        return
    for name in node.keys() - KEYWORDS:
        yield from misuses(name, node[name], kinds_of(type_), f"{place}.{name}")
        yield from complaints(node[name], f"{place}.{name}")


def misuses(name: str, value: Json, kinds: set[str], place: str) -> Iterator[str]:
    """Yield what is wrong with one property on a node of these kinds."""
    if name not in PROPERTIES:
        yield f"{place}: unknown property"
        return
    domains, ranges, superseded = PROPERTIES[name]
    if superseded:
        yield f"{place}: superseded by {superseded}"
    if not kinds & set(domains):
        yield f"{place}: not defined for {sorted(kinds)}"
    for each in value if isinstance(value, list) else [value]:
        type_ = each.get("@type") if isinstance(each, dict) else None
        if isinstance(type_, str) and not kinds_of(type_) & set(ranges):
            yield f"{place}: {type_} is none of {ranges}"
        if each in ("", None, [], {}):
            yield f"{place}: says nothing"
