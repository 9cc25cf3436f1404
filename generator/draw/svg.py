"""Drawings: SVG without anything but the drawing.

A page shows a drawing in `<img>`, where no script runs and nothing is fetched. Opened by itself
it would be a document of the site, so what could run, load or tell of anybody goes: only what draws
stays, and names that nobody sees become numbers. Its words for those who cannot see it are the
`alt` of the content.
"""

import re
from xml.etree import ElementTree as ET

from generator.draw.drawn import ATTRIBUTES, ELEMENTS
from generator.draw.embedded import bare_address
from generator.draw.extent import refuse_vast
from generator.draw.renaming import SVG, XLINK, Names
from generator.errors import PictureError

XML = "{http://www.w3.org/XML/1998/namespace}"
DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
OF_WORDS = {"text", "tspan", "textPath", "a"}
COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
# What editors write into styles for themselves.
OF_EDITORS = re.compile(r"(?:^|(?<=;))\s*-[^:;]*:[^;]*;?")
DEEPEST, MOST_IMAGES = 200, 50
# What is written with a backslash in CSS could be any of it.
LEADS_OUT = re.compile(r"url\((?!\s*['\"]?#)|javascript:|\\", re.IGNORECASE)
# Of rules for whole sheets only these load nothing: not `@import`, not `@font-face`.
LOADING_RULE = re.compile(r"@(?!media\b|supports\b|keyframes\b)", re.IGNORECASE)
FUNCTION = re.compile(r"([\w-]+)\(")
# Functions of CSS and of SVG's attributes of which none fetches. Others may: `image-set`, `src`.
FUNCTIONS = {
    *("url", "var", "calc", "min", "max", "clamp", "not", "is", "where", "nth-child"),
    *("rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix"),
    *("matrix", "matrix3d", "translate", "translatex", "translatey", "translate3d", "perspective"),
    *("scale", "scalex", "scaley", "rotate", "rotatex", "rotatey", "rotatez", "skew", "skewx"),
    *("skewy", "polygon", "circle", "ellipse", "inset", "rect", "path", "blur", "brightness"),
    *("contrast", "drop-shadow", "grayscale", "hue-rotate", "invert", "opacity", "saturate"),
    *("sepia", "linear-gradient", "radial-gradient", "cubic-bezier", "steps"),
}
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
    refuse_excess(root)
    for element in list(root.iter()):
        clean(element)
    refuse_vast(root)
    Names().put_into(root)
    ET.register_namespace("", SVG[1:-1])
    ET.register_namespace("xlink", XLINK[1:-1])
    cleaned: bytes = ET.tostring(root, encoding="utf-8")
    return cleaned


def refuse_excess(root: ET.Element) -> None:
    """Raise PictureError for a drawing of more than anybody draws."""
    level, depth = [root], 0
    while level:
        depth += 1
        level = [child for element in level for child in element]
        if depth > DEEPEST:
            message = f"has groups more than {DEEPEST} deep in one another"
            raise PictureError(f"{message}; ungroup them")
    images = sum(1 for element in root.iter() if str(element.tag).lower().endswith("image"))
    if images > MOST_IMAGES:
        raise PictureError(f"has {images:,} images in it; at most {MOST_IMAGES}")


def clean(element: ET.Element) -> None:
    """Remove from an element, and of what stands in it, what is no drawing."""
    tag = element.tag.removeprefix(SVG)
    clean_attributes(element, tag)
    if tag == "style":
        clean_sheet(element)
    elif tag not in OF_WORDS:
        element.text = None
    before: ET.Element | None = None
    for child in list(element):
        if tag not in OF_WORDS:
            child.tail = None
        if child.tag.startswith(SVG) and child.tag.removeprefix(SVG) in ELEMENTS:
            before = child
        else:
            keep_tail(element, before, child.tail or "")
            element.remove(child)


def clean_attributes(element: ET.Element, tag: str) -> None:
    """Remove from an element the attributes that do not draw."""
    for name, value in list(element.attrib.items()):
        if name == "style":
            # What a comment parted must not grow together.
            value = OF_EDITORS.sub("", COMMENT.sub(" ", value)).strip()  # noqa: PLW2901 - as it will stand
            element.set(name, value)
        if not is_harmless(name, value) or (tag == "a" and name.endswith("href")):
            del element.attrib[name]
        elif value.strip()[:5].lower() == "data:":
            element.set(name, bare_address(value.strip()))


def clean_sheet(element: ET.Element) -> None:
    """Leave of a style sheet its text, and none of that if it could ask for anything outside."""
    # Browsers read the text behind elements within it as well.
    sheet = COMMENT.sub(" ", "".join(element.itertext()))
    for child in list(element):
        element.remove(child)
    element.text = "" if LOADING_RULE.search(sheet) or leads_out(sheet) else sheet


def keep_tail(parent: ET.Element, before: ET.Element | None, tail: str) -> None:
    """Put the words behind a removed element behind what stands before it."""
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail


def is_harmless(name: str, value: str) -> bool:
    """Return whether an attribute only draws, and points nowhere but into the drawing."""
    if name.removeprefix(XLINK) == "href":
        return HELD_WITHIN.match(value.strip()) is not None
    return (name in ATTRIBUTES or name == f"{XML}space") and not leads_out(value)


def leads_out(styling: str) -> bool:
    """Return whether styling could ask for anything outside the drawing."""
    functions = {name.lower() for name in FUNCTION.findall(styling)}
    return LEADS_OUT.search(styling) is not None or not functions <= FUNCTIONS


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
