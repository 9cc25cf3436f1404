"""Entries as YAML text: fields in the order given, with comments for people."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from generator.exchange.yaml_scalars import WIDTH, block, inline


class Missing(Struct, frozen=True):
    """A field that a person must fill in; the words say with what."""

    words: str


Value: TypeAlias = (
    "str | Missing | Sequence[str] | Sequence[Mapping[str, Value]] | Mapping[str, Value]"
)


def entry_text(fields: Mapping[str, Value], above: Sequence[str] = ()) -> str:
    """Return one entry as YAML; `above` are the comments that it opens with."""
    lines = [f"# {line}".rstrip() for line in above]
    lines.extend(mapping_lines(fields, 0))
    return "\n".join(lines) + "\n"


def mapping_lines(fields: Mapping[str, Value], indent: int) -> list[str]:
    """Return the lines of fields, indented."""
    space = " " * indent
    lines: list[str] = []
    for name, value in fields.items():
        first, *more = value_lines(value, indent, len(name) + 2)
        lines.append(f"{space}{name}:{first}")
        lines.extend(more)
    return lines


def value_lines(value: Value, indent: int, used: int) -> list[str]:
    """Return what stands behind a field's colon, and the lines below it."""
    if isinstance(value, Missing):
        return [f"  # {value.words}"]
    if isinstance(value, str):
        return scalar_lines(value, indent, used)
    if isinstance(value, Mapping):
        return ["", *mapping_lines(value, indent + 2)]
    texts = [each for each in value if isinstance(each, str)]
    if len(texts) == len(value):
        flow = f" [{', '.join(inline(each, in_flow=True) for each in texts)}]"
        if indent + used + len(flow) <= WIDTH:
            return [flow]
        return ["", *(f"{' ' * indent}  - {inline(each)}" for each in texts)]
    lines = [""]
    for each in value:
        if isinstance(each, Mapping):
            first, *more = mapping_lines(each, indent + 4)
            lines += [f"{' ' * indent}  - {first.lstrip()}", *more]
    return lines


def scalar_lines(text: str, indent: int, used: int) -> list[str]:
    """Return a text on the field's line, or below it where it is long."""
    on_line = f" {inline(text)}"
    if "\n" in text or indent + used + len(on_line) > WIDTH:
        lines = block(text, indent + 2)
        if lines is not None:
            return [f" {lines[0]}", *lines[1:]]
    return [on_line]
