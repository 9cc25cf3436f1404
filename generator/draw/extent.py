"""The extent of a drawing: how many elements are drawn in all.

An element that refers to another draws that once more, with all that it refers to in turn: nine
lines can ask a reader's browser for a thousand million shapes.
"""

import re
from collections import defaultdict
from xml.etree import ElementTree as ET

from generator.errors import PictureError

# Drawings of whole countries have some ten thousand; Chromium draws these in about a second.
MOST_DRAWN = 100_000
REFERENCE = re.compile(r"url\(\s*['\"]?#([^'\")]*)", re.IGNORECASE)
SIMPLE = re.compile(r"\s*[\w-]*\.([\w-]+)\s*")


def refuse_vast(root: ET.Element) -> None:
    """Raise PictureError for a drawing that would take its reader's browser too long."""
    named: dict[str, ET.Element] = {}
    for each in root.iter():
        named.setdefault(each.get("id", ""), each)
    styled = styled_with(root)
    drawn = 0
    waiting = [root]
    while waiting:
        element = waiting.pop()
        drawn += 1
        if drawn > MOST_DRAWN:
            message = f"draws more than {MOST_DRAWN} elements, each as often as it is referred to"
            raise PictureError(f"{message}; make it simpler, or save it as PNG")
        waiting += [named[each] for each in references(element, styled) if each in named]
        waiting += element


def references(element: ET.Element, styled: dict[str, set[str]]) -> set[str]:
    """Return the ids that an element draws with: `use`, patterns, masks, markers and the like."""
    found = {name for value in element.attrib.values() for name in REFERENCE.findall(value)}
    links = (value for name, value in element.attrib.items() if name.endswith("href"))
    found |= {value.strip()[1:] for value in links if value.strip().startswith("#")}
    for name in element.get("class", "").split():
        found |= styled.get(name, set())
    return found | styled[""]


def styled_with(root: ET.Element) -> dict[str, set[str]]:
    """Return the ids that style sheets refer to, by class; by "" those of any other rule."""
    found: dict[str, set[str]] = defaultdict(set)
    for element in root.iter():
        if not element.tag.endswith("}style"):
            continue
        for selector, rule in re.findall(r"([^{}]*)\{([^{}]*)", "".join(element.itertext())):
            for each in selector.split(","):
                simple = SIMPLE.fullmatch(each)
                found[simple[1] if simple else ""].update(REFERENCE.findall(rule))
    return found
