"""Characters that nobody sees and no text needs: they reorder, hide or break what is read."""

import re
import sys
import unicodedata
from html.entities import html5

from generator.model.document import Scalar
from generator.problem_kinds import fields as kinds
from generator.validate.fields.base import Reader

# Controls; embeddings, overrides and isolates of writing direction; separators of lines and
# paragraphs; fillers, annotation marks, noncharacters and tags (Unicode, sections 23.2-23.8).
_ALWAYS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
    + "".join(chr((plane << 16) + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
)
# The flags of England, Scotland and Wales are spelt in tags.
_FLAG = (
    "\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|"
    "\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073)\U000e007f"
)
# Thai, Lao, Burmese and Khmer break lines at spaces that have no width.
_SPACE = "(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b"
PROSE_CONTROLS = re.compile(f"{_FLAG}|(?P<bad>[{_ALWAYS}]|{_SPACE})")
# In names also the marks of direction and every invisible space; joiners stay between letters.
NAME_CONTROLS = re.compile(
    f"{_FLAG}|(?P<bad>[{_ALWAYS}\u061c\u200b\u200e\u200f\u00ad]"
    "|(?:(?<=[\\x00-\\x7f])|^)[\u200c\u200d]|[\u200c\u200d](?:(?=[\\x00-\\x7f])|$))"
)
# How Markdown lets a character be written; without the semicolon it is text.
_ENTITY = re.compile(
    r"&(?:#0*(?P<decimal>[0-9]{1,7})|#[xX]0*(?P<hexadecimal>[0-9a-fA-F]{1,6})|[A-Za-z0-9]{1,40});"
)
_AROUND = 20


def controls_reported(
    pattern: re.Pattern[str], node: Scalar, text: str, name: str, reader: Reader
) -> bool:
    """Report the first character that the pattern finds and no text needs."""
    # None of them is printable; asking so takes a fiftieth of the time of looking for them.
    if text.replace("\n", " ").isprintable():
        return False
    found = next((each for each in pattern.finditer(text) if each["bad"]), None)
    if found is None:
        return False
    report(node, (text, found.start(), found.end()), found["bad"], name, reader)
    return True


def entities_reported(node: Scalar, text: str, name: str, reader: Reader) -> bool:
    """Report the first entity in Markdown that stands for such a character."""
    if "&" not in text:
        return False
    for found in _ENTITY.finditer(text):
        if PROSE_CONTROLS.fullmatch(character := meant(found)):
            report(node, (text, found.start(), found.end()), character, name, reader)
            return True
    return False


def meant(entity: re.Match[str]) -> str:
    """Return the character that an entity stands for, empty where it stands for none."""
    digits = entity["decimal"] or entity["hexadecimal"]
    if digits is None:
        return html5.get(entity[0][1:], "")
    code = int(digits, 10 if entity["decimal"] else 16)
    return chr(code) if code <= sys.maxunicode else ""


def report(
    node: Scalar, part: tuple[str, int, int], character: str, name: str, reader: Reader
) -> None:
    """Report a part (text, start, end) that is or stands for an invisible character."""
    text, start, end = part
    sign = f"U+{ord(character):04X}"
    kind = "noncharacter" if unicodedata.category(character) == "Cn" else "control character"
    title = unicodedata.name(character, kind).lower()
    typed = text[start:end] if end - start > 1 else f"[{sign}]"
    shown = text[max(0, start - _AROUND) : start] + typed + text[end : end + _AROUND]
    words = PROSE_CONTROLS.sub("", " ".join(shown.split()))
    message = f'invisible {sign} ({title}) in "{words}"; delete it'
    if name:
        start += node.value.find(text)
        reader.report_part(kinds.TEXT_CONTROL, node, name, message, (start, end - start))
        return
    # A page's prose has no name, and its lines are the file's.
    before = node.value[: node.value.find(text) + start]
    line = node.line + before.count("\n")
    place = Scalar(typed, line, len(before) - before.rfind("\n"))
    reader.report_part(kinds.TEXT_CONTROL, place, name, message, (0, end - start))
