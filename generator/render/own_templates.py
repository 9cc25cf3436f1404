"""A project's own templates: which of them no page is made of."""

from collections.abc import Collection, Iterator
from pathlib import Path

import jinja2
from jinja2.meta import find_referenced_templates

from generator.render.compiled import CompiledTemplates
from generator.render.environment import wordless_environment

STATIC, LOCALE, NOTES = "static", "locale", ".md"


def names_in(folder: Path) -> list[str]:
    """Return the names of all files in a folder of templates, but hidden ones and notes."""
    found = (file.relative_to(folder) for file in sorted(folder.rglob("*")) if file.is_file())
    return [
        name.as_posix()
        for name in found
        if not any(part.startswith(".") for part in name.parts)
        and not name.name.endswith((NOTES, "~"))
    ]


def unused_templates(own: Path, shipped: Collection[str]) -> list[str]:
    """Return the names of own templates that replace none and that no used one asks for.

    None are told where it cannot be known: where a template is broken, or computes a name.
    """
    mine = [each for each in names_in(own) if each.partition("/")[0] not in {STATIC, LOCALE}]
    replacing = set(shipped)
    if replacing.issuperset(mine):
        return []
    used, left = set[str](), [each for each in mine if each in replacing]
    while left:
        name = left.pop()
        used.add(name)
        for other in asked_for(own, name):
            if other is None:
                return []
            if other in mine and other not in used:
                left.append(other)
    return [each for each in mine if each not in used]


def asked_for(own: Path, name: str) -> Iterator[str | None]:
    """Yield the name of each template that one includes, imports or extends; None if unknown."""
    environment = wordless_environment([own], CompiledTemplates({}, b""))
    try:
        text = (own / name).read_text("utf-8")
        yield from find_referenced_templates(environment.parse(text))
    except (jinja2.TemplateSyntaxError, UnicodeDecodeError):
        yield None
