"""Renaming: names within a drawing that nobody sees become numbers.

Editors make ids and classes of the names of layers, objects and files, which may be people's.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
# Ids and classes in the selectors of a style sheet, which a brace follows before one ends.
SELECTED = re.compile(r"([.#])(-?[^\W\d][\w-]*)(?=[^{}]*\{)")
POINTS_TO = re.compile(r"(url\(\s*['\"]?\s*#)([^'\")]+?)(?=\s*['\"]?\s*\))", re.IGNORECASE)
OF_FILTERS = {"SourceGraphic", "SourceAlpha", "FillPaint", "StrokePaint"}


class Names:
    """Ids and classes, each by a number of its own; those that nothing refers to are none."""

    def __init__(self) -> None:
        """Begin with no name."""
        self.numbers: dict[str, str] = {}

    def put_into(self, root: ET.Element) -> None:
        """Rename in a drawing what is referred to, and remove all other ids and classes."""
        for element in root.iter():
            for name, value in element.attrib.items():
                element.set(name, self.renamed(name, value))
            if element.tag == f"{SVG}style":
                selected = SELECTED.sub(self.of_selector, element.text or "")
                element.text = POINTS_TO.sub(self.of_address, selected)
        for element in root.iter():
            for name, sign in (("id", "#"), ("class", ".")):
                words = [element.get(name, "")] if name == "id" else element.get(name, "").split()
                known = " ".join(self.known(sign, words))
                element.attrib.pop(name, None)
                if known:
                    element.set(name, known)

    def known(self, sign: str, words: list[str]) -> Iterator[str]:
        """Yield the new names of those that something refers to."""
        for word in words:
            if sign + word in self.numbers:
                yield self.numbers[sign + word]

    def renamed(self, name: str, value: str) -> str:
        """Return an attribute's value with new names for what it refers to."""
        if name.removeprefix(XLINK) == "href" and value.startswith("#"):
            return f"#{self.new('#' + value[1:])}"
        if name == "result" or (name in {"in", "in2"} and value not in OF_FILTERS):
            return self.new(f"={value}")
        return value if name in {"id", "class"} else POINTS_TO.sub(self.of_address, value)

    def of_selector(self, found: re.Match[str]) -> str:
        """Return a selector with its new name."""
        return found[1] + self.new(found[1] + found[2])

    def of_address(self, found: re.Match[str]) -> str:
        """Return an address within the drawing with its new name."""
        return found[1] + self.new("#" + found[2])

    def new(self, name: str) -> str:
        """Return the new name for what a sign and a name refer to."""
        return self.numbers.setdefault(name, f"n{len(self.numbers) + 1}")
