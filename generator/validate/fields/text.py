"""Text fields: one line, prose, words out of a list, true or false, numbers, ids."""

import re
import unicodedata
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from generator.model.document import Kind, Node, Scalar
from generator.model.portable_names import is_device
from generator.model.quote import EDITORIAL_MARK
from generator.problem_kinds import fields as kinds
from generator.validate.fields.base import INVALID, Invalid, Reader, read_text, shortened
from generator.validate.fields.controls import (
    NAME_CONTROLS,
    PROSE_CONTROLS,
    controls_reported,
    entities_reported,
)
from generator.validate.fields.tangles import tangle_in
from generator.validate.suggestions import suggestion

LONGEST_ID = 100
ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NUMBER_PATTERN = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,9})?")


class Line(Struct, frozen=True):
    """One line of text, such as a title or a name."""

    limit: int = 300
    description: str = "one line of text"

    def parse(self, node: Node, name: str, reader: Reader) -> str | Invalid:
        """Return the line; report line breaks, invisible controls and great length."""
        text = read_text(node, name, reader, self.description)
        if isinstance(text, Invalid) or not isinstance(node, Scalar):
            return INVALID
        if text.isascii() and "\n" not in text and len(text) <= self.limit:
            return text
        if "\n" in text:
            return reader.report(
                kinds.TEXT_LINES,
                node,
                name,
                f'line break after "{shortened(text)}"; write one line',
            )
        if len(text) > self.limit:
            message = f'{len(text)} characters in "{shortened(text)}"; at most {self.limit}'
            return reader.report(kinds.TEXT_TOO_LONG, node, name, message)
        if controls_reported(NAME_CONTROLS, node, text, name, reader):
            return INVALID
        return text


LONGEST_PROSE = 200_000
LONGEST_QUOTE = 50_000
MOST_MARKS = 200


class Prose(Struct, frozen=True):
    """Text of many lines; Markdown where the field says so."""

    description: str = "text"
    limit: int = LONGEST_PROSE

    def parse(self, node: Node, name: str, reader: Reader) -> str | Invalid:
        """Return the text; report great length, and controls that reorder what a reader sees."""
        text = read_text(node, name, reader, self.description)
        if isinstance(text, Invalid) or not isinstance(node, Scalar):
            return INVALID
        if not text.isascii() and controls_reported(PROSE_CONTROLS, node, text, name, reader):
            return INVALID
        if len(text) > self.limit:
            message = f"{len(text):,} characters; at most {self.limit:,}"
            return reader.report(kinds.TEXT_TOO_LONG, node, name, message)
        return text


class Verbatim(Struct, frozen=True):
    """A source's words, in which an editor's marks stand for what was left out or put in."""

    description: str = "verbatim text"

    def parse(self, node: Node, name: str, reader: Reader) -> str | Invalid:
        """Return the words; report more, or more marks, than could be looked for."""
        text = Prose(self.description, LONGEST_QUOTE).parse(node, name, reader)
        if isinstance(text, str) and len(marks := EDITORIAL_MARK.findall(text)) > MOST_MARKS:
            message = f"{len(marks):,} marks of an editor; at most {MOST_MARKS}; quote in parts"
            return reader.report(kinds.TEXT_TOO_LONG, node, name, message)
        return text


class MarkdownText(Struct, frozen=True):
    """Prose that is Markdown."""

    description: str = "[Markdown](#markdown)"

    def parse(self, node: Node, name: str, reader: Reader) -> str | Invalid:
        """Return the text; report also one that would take too long to read."""
        text = Prose().parse(node, name, reader)
        if isinstance(text, Invalid) or not isinstance(node, Scalar):
            return INVALID
        if entities_reported(node, text, name, reader):
            return INVALID
        if message := tangle_in(text):
            return reader.report(kinds.MARKDOWN_TANGLED, node, name, message)
        return text


class Choice(Struct, frozen=True):
    """One word of an enumeration."""

    options: type[StrEnum]

    @property
    def description(self) -> str:
        """The words, in order."""
        return " | ".join(f"`{option.value}`" for option in self.options)

    def parse(self, node: Node, name: str, reader: Reader) -> StrEnum | Invalid:
        """Return the member; report a word that is none, with the nearest one that is."""
        words = [option.value for option in self.options]
        text = read_text(node, name, reader, f"one of {', '.join(words)}")
        if isinstance(text, Invalid):
            return INVALID
        if text in words:
            return self.options(text)
        message = f'"{shortened(text)}" is none of {", ".join(words)}{suggestion(text, words)}'
        return reader.report(kinds.UNKNOWN_CHOICE, node, name, message)


class Boolean(Struct, frozen=True):
    """True or false."""

    description: str = "`true` or `false`"

    def parse(self, node: Node, name: str, reader: Reader) -> bool | Invalid:
        """Return the truth value; YAML 1.1's yes, no, on and off are reported."""
        text = read_text(node, name, reader, "true or false")
        if isinstance(text, Invalid):
            return INVALID
        if text not in {"true", "false"}:
            message = f'"{shortened(text)}" is neither true nor false; write true or false'
            return reader.report(kinds.BAD_BOOLEAN, node, name, message)
        return text == "true"


def parse_number(node: Node, name: str, reader: Reader) -> Decimal | Invalid:
    """Return a decimal number typed in plain digits, or report and return INVALID."""
    text = read_text(node, name, reader, "a number")
    if isinstance(text, Invalid):
        return INVALID
    if NUMBER_PATTERN.fullmatch(text):
        return Decimal(text)
    digits = re.sub(r"(?<=[0-9])[,_ \u00a0\u202f'](?=[0-9]{3})", "", text)
    hint = f"; write {digits}" if NUMBER_PATTERN.fullmatch(digits) else ""
    message = f'"{shortened(text)}" is not a number in plain digits{hint}'
    return reader.report(kinds.BAD_NUMBER, node, name, message)


class Number(Struct, frozen=True):
    """A number of any size."""

    description: str = "number"

    def parse(self, node: Node, name: str, reader: Reader) -> Decimal | Invalid:
        """Return the number."""
        return parse_number(node, name, reader)


class Order(Struct, frozen=True):
    """A whole number that says what comes first."""

    description: str = "whole number"

    def parse(self, node: Node, name: str, reader: Reader) -> int | Invalid:
        """Return the whole number."""
        number = parse_number(node, name, reader)
        if isinstance(number, Invalid):
            return INVALID
        if number != int(number):
            message = f'"{number}" is not a whole number; write {int(number)}'
            return reader.report(kinds.BAD_NUMBER, node, name, message)
        return int(number)


class Identifier(Struct, frozen=True):
    """An id: an entry's own (`refers_to` None), a tag, or the id of another entry."""

    refers_to: Kind | None = None

    @property
    def description(self) -> str:
        """What the id stands for."""
        return f"{self.refers_to} id" if self.refers_to else "id"

    def parse(self, node: Node, name: str, reader: Reader) -> str | Invalid:
        """Return the id; a reference is recorded, to be looked up when all is read."""
        text = read_text(node, name, reader, "an id")
        if isinstance(text, Invalid) or not isinstance(node, Scalar):
            return INVALID
        if not is_id(text):
            message = f'"{shortened(text)}" is not an id; {id_hint(text)}'
            return reader.report(kinds.BAD_ID, node, name, message)
        if self.refers_to is not None:
            reader.refer(self.refers_to, node, name)
        return text


def is_id(text: str) -> bool:
    """Return whether the text can be an id: in addresses, and as a folder's name everywhere."""
    return (
        ID_PATTERN.fullmatch(text) is not None and len(text) <= LONGEST_ID and not is_device(text)
    )


def id_hint(text: str) -> str:
    """Return what to write instead of a text that is no id."""
    if is_device(text):
        return f"Windows takes it for a device; write another, such as {text.lower()}-1"
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    candidate = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-")
    rule = "use a–z, 0–9 and single hyphens"
    return f"{rule}, for example {candidate}" if candidate else rule
