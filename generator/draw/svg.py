"""Drawings: SVG without anything but the drawing.

A page shows a drawing in `<img>`, where no script runs and nothing is fetched. Opened by itself
it would be a document of the site, so what could run, load or tell of the author's machine goes.
"""

import re
from xml.etree import ElementTree as ET

from generator.draw.embedded import bare_address
from generator.errors import PictureError

SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"
DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
LEFT_OUT = {
    *("script", "foreignObject", "metadata", "handler", "listener", "iframe", "audio", "video"),
    *("animate", "animateMotion", "animateTransform", "set", "discard"),
}
# What is written with a backslash in CSS could be any of it.
LEADS_OUT = re.compile(
    r"url\(\s*['\"]?\s*(?!#)|@import|image-set\(|src\(|expression\(|javascript:|\\", re.IGNORECASE
)
HELD_WITHIN = re.compile(r"#|data:image/(?:png|jpeg|webp|gif);", re.IGNORECASE)
LENGTH = re.compile(r"\s*([0-9.]+)(px)?\s*")


def clean_svg(content: bytes) -> bytes:
    """Return the drawing alone; raise PictureError where it is none."""
    # Other encodings could hide what is looked for here; SVG editors write UTF-8.
    if DECLARED.search(content) or b"\x00" in content:
        message = "declares a document type or entities"
        raise PictureError(f"{message}; save it as plain SVG in UTF-8, without a DOCTYPE")
    try:
        root = ET.fromstring(content)  # noqa: S314 - see above
    except ET.ParseError as error:
        message = f"is no SVG that can be read ({error})"
        raise PictureError(f"{message}; export it again as plain SVG") from None
    if root.tag != f"{SVG}svg":
        raise PictureError("is no SVG; export it again as plain SVG")
    clean(root)
    ET.register_namespace("", SVG[1:-1])
    ET.register_namespace("xlink", XLINK[1:-1])
    cleaned: bytes = ET.tostring(root, encoding="utf-8")
    return cleaned


def clean(element: ET.Element) -> None:
    """Remove from an element, and all within it, what is no drawing."""
    for name, value in list(element.attrib.items()):
        if not is_harmless(name, value):
            del element.attrib[name]
        elif value.strip()[:5].lower() == "data:":
            element.set(name, bare_address(value.strip()))
    if element.text and LEADS_OUT.search(element.text):
        element.text = ""
    for child in list(element):
        tag = child.tag
        if not tag.startswith(SVG):
            element.remove(child)
        elif tag.removeprefix(SVG) == "a":
            child.tag = f"{SVG}g"
            child.attrib.pop("href", None)
            child.attrib.pop(f"{XLINK}href", None)
            clean(child)
        elif tag.removeprefix(SVG) in LEFT_OUT:
            element.remove(child)
        else:
            clean(child)


def is_harmless(name: str, value: str) -> bool:
    """Return whether an attribute only draws, and points nowhere but into the drawing."""
    local = name.removeprefix(XLINK)
    if local.startswith("{") and not name.startswith(XML):
        return False
    if local.lower().startswith("on") or name == f"{XML}base":
        return False
    if local == "href":
        return HELD_WITHIN.match(value.strip()) is not None
    return LEADS_OUT.search(value) is None


def drawing_size(content: bytes) -> tuple[int, int]:
    """Return the width and height that a clean drawing states, in pixels; 0 where it does not."""
    root = ET.fromstring(content)  # noqa: S314 - it is clean
    lengths = [LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    if all(lengths):
        width, height = (float(length[1]) for length in lengths if length)
    else:
        numbers = re.findall(r"[-+0-9.eE]+", root.get("viewBox", ""))
        if len(numbers) != 4:  # noqa: PLR2004 - x, y, width, height
            return 0, 0
        width, height = float(numbers[2]), float(numbers[3])
    return (round(width), round(height)) if width >= 1 and height >= 1 else (0, 0)
