"""What feeds need of texts: moments as RFC 3339, addresses absolute, nothing that XML forbids."""

import re
from datetime import date

from markupsafe import Markup

from generator.render.links import MARK

# XML 1.0, 2.2: no control characters but tab, line feed and carriage return; no U+FFFE, U+FFFF.
CONTROLS = bytes({*range(0x20)} - {0x09, 0x0A, 0x0D})
# What only links within the site name; addresses leave it off (decision 4).
INDEX = re.compile(rf'({MARK}[^"#]*)index\.html(?=["#])')
NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())


def instant(day: int) -> str:
    """Return the beginning of a day, of which no more is known, in UTC (RFC 3339)."""
    return f"{iso_day(day)}T00:00:00Z"


def iso_day(day: int) -> str:
    """Return a day number as `YYYY-MM-DD`."""
    return date.fromordinal(day).isoformat()


def absolute(html: str, base_url: str) -> str:
    """Return markup as text in which the site's links are the addresses that its pages give."""
    html = INDEX.sub(r"\1", str(html))
    return html.replace(MARK, f"{base_url.rstrip('/')}/").strip()


def plain(text: str) -> str:
    """Return what a macro says as text, without the escapes of markup."""
    return text.unescape() if isinstance(text, Markup) else text


def legal_xml(content: bytes) -> bytes:
    """Return a document without the characters that XML forbids."""
    content = content.translate(None, CONTROLS)
    for character in NO_CHARACTERS:
        content = content.replace(character, b"")
    return content
