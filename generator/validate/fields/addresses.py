"""Fields that hold addresses, and the short codes of languages, countries and colours."""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from generator.model.document import Node, Scalar
from generator.model.portable_names import unportable
from generator.problem_kinds import fields as kinds
from generator.validate.fields.base import INVALID, Invalid, Reader, read_text, shortened
from generator.validate.fields.controls import NAME_CONTROLS, controls_reported
from generator.validate.fields.text import parse_number

LANGUAGE_PATTERN = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
LANGUAGE_OF_COUNTRY = {"ua": "uk", "cz": "cs", "jp": "ja", "cn": "zh", "gr": "el", "dk": "da"}
EMAIL_PATTERN = re.compile(r"[^@\s<>\"']+@[^@\s<>\"']+\.[^@\s<>\"'.]+")
# A letter, or its code as in `%20` (RFC 3986, section 2.1).
ALIAS_PART = r"(?:[^\s/?#%]|%[0-9A-Fa-f]{2})+"
# A disk takes paths of some thousand bytes, that of the site itself included.
LONGEST_PATH, DEEPEST_PATH = 1000, 200
ALIAS_PATTERN = re.compile(rf"/(?:{ALIAS_PART}/)*(?:{ALIAS_PART})?")
ILLEGAL_IN_URL = re.compile(r"[\s<>\"`{}|\\^\x00-\x20]")


def read_address(node: Node, name: str, reader: Reader, expected: str) -> str | Invalid:
    """Return a scalar's text, or report what it is or what hides in it, and return INVALID."""
    text = read_text(node, name, reader, expected)
    if isinstance(text, Invalid) or text.isascii() or not isinstance(node, Scalar):
        return text
    return INVALID if controls_reported(NAME_CONTROLS, node, text, name, reader) else text


class Url(Struct, frozen=True):
    """A web address."""

    description: str = "web address (`https://…`)"

    def parse(self, node: Node, name: str, reader: Reader) -> str | Invalid:
        """Return the address; only http and https with a host pass."""
        text = read_address(node, name, reader, "a web address")
        if isinstance(text, Invalid):
            return INVALID
        scheme = text.partition(":")[0].lower() if ":" in text else ""
        if scheme not in {"http", "https"} and re.fullmatch(r"[a-z][a-z0-9+.-]*", scheme):
            message = f'scheme "{scheme}" in "{shortened(text)}"; only http and https are allowed'
            return reader.report(kinds.URL_SCHEME, node, name, message)
        if not is_web_address(text):
            message = f'"{shortened(text)}" is not a web address; write it whole, from https:// on'
            return reader.report(kinds.BAD_URL, node, name, message)
        return text


def is_web_address(text: str) -> bool:
    """Return whether the text is an absolute http(s) address (RFC 3986) with a host."""
    if ILLEGAL_IN_URL.search(text):
        return False
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if parts.scheme not in {"http", "https"} or not host or parts.username is not None:
        return False
    return re.fullmatch(r"[^\s/:@\[\]]+|[0-9a-f:.]+", host) is not None


class Email(Struct, frozen=True):
    """An e-mail address."""

    description: str = "e-mail address"

    def parse(self, node: Node, name: str, reader: Reader) -> str | Invalid:
        """Return the address."""
        text = read_address(node, name, reader, "an e-mail address")
        if isinstance(text, Invalid) or EMAIL_PATTERN.fullmatch(text):
            return text
        message = f'"{shortened(text)}" is not an e-mail address; write name@domain'
        return reader.report(kinds.BAD_EMAIL, node, name, message)


class Language(Struct, frozen=True):
    """A BCP 47 language tag."""

    description: str = "BCP 47 language tag, such as `uk` or `en-GB`"

    def parse(self, node: Node, name: str, reader: Reader) -> str | Invalid:
        """Return the tag; a country's code in its place is reported with the language's."""
        text = read_text(node, name, reader, "a language tag")
        if isinstance(text, Invalid):
            return INVALID
        if LANGUAGE_PATTERN.fullmatch(text) and text not in LANGUAGE_OF_COUNTRY:
            return text
        right = LANGUAGE_OF_COUNTRY.get(text.lower(), "")
        hint = f'did you mean "{right}"?' if right else "write one such as uk or en-GB"
        message = f'"{shortened(text)}" is not a language tag; {hint}'
        return reader.report(kinds.BAD_LANGUAGE, node, name, message)


class Country(Struct, frozen=True):
    """A country's ISO 3166-1 alpha-2 code."""

    description: str = "two-letter country code, such as `UA`"

    def parse(self, node: Node, name: str, reader: Reader) -> str | Invalid:
        """Return the code."""
        text = read_text(node, name, reader, "a country code")
        if isinstance(text, Invalid) or re.fullmatch(r"[A-Z]{2}", text):
            return text
        message = f'"{shortened(text)}" is not a country code; write two capitals, such as UA'
        return reader.report(kinds.BAD_COUNTRY, node, name, message)


class Colour(Struct, frozen=True):
    """A colour, `#rrggbb`."""

    description: str = "colour, `#rrggbb` in quotes"

    def parse(self, node: Node, name: str, reader: Reader) -> str | Invalid:
        """Return the colour in lower case."""
        text = read_text(node, name, reader, "a colour")
        if isinstance(text, Invalid):
            return INVALID
        if re.fullmatch(r"#[0-9A-Fa-f]{6}", text):
            return text.lower()
        message = f'"{shortened(text)}" is not a colour; write # and six hexadecimal digits'
        return reader.report(kinds.BAD_COLOUR, node, name, message)


class Coordinate(Struct, frozen=True):
    """Degrees of latitude (`limit` 90) or longitude (`limit` 180), WGS 84."""

    limit: int

    @property
    def description(self) -> str:
        """The range of degrees."""
        return f"degrees, -{self.limit} to {self.limit}"

    def parse(self, node: Node, name: str, reader: Reader) -> float | Invalid:
        """Return the degrees."""
        degrees = parse_number(node, name, reader)
        if isinstance(degrees, Invalid) or abs(degrees) <= self.limit:
            return degrees if isinstance(degrees, Invalid) else float(degrees)
        message = f"{degrees} degrees; {name} runs from -{self.limit} to {self.limit}"
        return reader.report(kinds.BAD_COORDINATE, node, name, message)


class AliasPath(Struct, frozen=True):
    """An old path of a page, which will lead to it; letters may stand as codes (`%20`)."""

    description: str = "path that starts with `/`"

    def parse(self, node: Node, name: str, reader: Reader) -> str | Invalid:
        """Return the path."""
        text = read_address(node, name, reader, "a path such as /old/path/")
        if isinstance(text, Invalid):
            return INVALID
        parts = text.split("/")
        if ALIAS_PATTERN.fullmatch(text) is None or text == "/":
            message = (
                f'"{shortened(text)}" is not a path in the site; write one such as /old/path/, '
                "with a space as %20"
            )
        elif reason := next(filter(None, (unservable_at(text), *map(unservable, parts))), ""):
            message = f'no file can be at "{shortened(text)}": {reason}; leave the alias off'
        else:
            return text
        return reader.report(kinds.BAD_PATH, node, name, message)


def unservable_at(path: str) -> str:
    """Return why a site cannot have so long a path, or one so deep; empty when it can."""
    too_long = len(unquote(path).encode()) > LONGEST_PATH
    too_deep = path.count("/") > DEEPEST_PATH
    return (
        f"it has more than {LONGEST_PATH} bytes or {DEEPEST_PATH} parts"
        if too_long or too_deep
        else ""
    )


def unservable(name: str) -> str:
    """Return why a site cannot have a file under this part of an address; empty when it can."""
    try:
        plain = unquote(name, errors="strict")
    except UnicodeDecodeError:
        return "its signs of per cent do not stand for letters in UTF-8"
    if plain.startswith("."):
        return "a part begins with a dot"
    if "/" in plain or "\\" in plain or not plain.isprintable():
        return "a part holds more than one name"
    return unportable(plain) or unportable(name)


class MediaFile(Struct, frozen=True):
    """A file's path below `content/media/`."""

    description: str = "path below `content/media/`"

    def parse(self, node: Node, name: str, reader: Reader) -> str | Invalid:
        """Return the path; none may lead out of the folder."""
        text = read_address(node, name, reader, "a file below content/media/")
        if isinstance(text, Invalid):
            return INVALID
        path = PurePosixPath(text)
        if path.is_absolute() or ".." in path.parts or "\\" in text or str(path) != text:
            message = f'"{shortened(text)}" leads out of content/media/; name a file below it'
            return reader.report(kinds.BAD_PATH, node, name, message)
        return text
