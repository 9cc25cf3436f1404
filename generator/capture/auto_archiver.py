"""Bellingcat's auto-archiver: a source taken from the table that it keeps.

The table is exported as CSV; a row's page is a file beside the table, or the text in a column.
"""

import csv
import re
from datetime import UTC, datetime
from hashlib import sha3_512, sha256
from pathlib import Path
from typing import NamedTuple

from generator.capture.addresses import same_page
from generator.capture.limits import Limits
from generator.errors import CaptureError

# The columns by their usual names; sheets may spell them with other capitals.
LINK = ("link", "url")
TEXT = ("text content", "text", "content")
TIME = ("archive date",)
FILES = ("wacz", "archive location", "screenshot")
HASH = ("hash",)
PAGES = (".wacz", ".warc", ".warc.gz", ".html", ".htm", ".mhtml", ".pdf", ".txt")
DIGESTS = {64: sha256, 128: sha3_512}
HEXADECIMAL = re.compile(r"(?<![0-9a-f])(?:[0-9a-f]{128}|[0-9a-f]{64})(?![0-9a-f])")


class ArchivedRow(NamedTuple):
    """What a row says of a source: when it was archived, its file beside the table, or its text."""

    moment: datetime | None
    file: Path | None
    text: str


def archived_row(table: Path, url: str, limits: Limits) -> ArchivedRow:
    """Return the row of the address; raise CaptureError if there is none, or a hash is wrong."""
    if table.stat().st_size > limits.bytes:
        message = f"{table.name} is larger than {limits.bytes:,} bytes; export the one row"
        raise CaptureError(message)
    # A cell may hold the whole text of a page.
    before = csv.field_size_limit(limits.bytes)
    try:
        row = last_row(table, url)
    except (csv.Error, UnicodeDecodeError) as error:
        message = f"{table.name} is no table that can be read ({error}); export it as CSV in UTF-8"
        raise CaptureError(message) from error
    finally:
        csv.field_size_limit(before)
    if row is None:
        message = f"{table.name} has no row whose link is {url}; archive it, or correct the address"
        raise CaptureError(message)
    file_beside = page_file(table, row)
    if file_beside is not None:
        check_hash(file_beside, row)
    elif not first(row, TEXT):
        message = (
            f"{table.name} has neither a page beside it nor text for {url}; download what it "
            "archived into the same folder"
        )
        raise CaptureError(message)
    return ArchivedRow(moment_of(first(row, TIME)), file_beside, first(row, TEXT))


def last_row(table: Path, url: str) -> dict[str, str] | None:
    """Return the last row of the address by the names of its columns, None where there is none."""
    found: dict[str, str] | None = None
    with table.open(encoding="utf-8-sig", newline="") as file:
        for cells in csv.DictReader(file):
            if None not in cells:
                row = {
                    (name or "").strip().lower(): (value or "").strip()
                    for name, value in cells.items()
                }
                found = row if same_page(first(row, LINK), url) else found
    return found


def first(row: dict[str, str], names: tuple[str, ...]) -> str:
    """Return the first of the columns that says anything, empty when none does."""
    return next((row[name] for name in names if row.get(name)), "")


def page_file(table: Path, row: dict[str, str]) -> Path | None:
    """Return the archived page beside the table, None when there is none."""
    for column in FILES:
        name = row.get(column, "").rpartition("/")[2].partition("?")[0]
        path = table.parent / name
        if name.lower().endswith(PAGES) and path.is_file() and not path.is_symlink():
            return path
    return None


def check_hash(path: Path, row: dict[str, str]) -> None:
    """Raise CaptureError when the row has a hash and the file has another."""
    stated = HEXADECIMAL.search(first(row, HASH).lower())
    if stated is None:
        return
    digest = DIGESTS[len(stated[0])](path.read_bytes()).hexdigest()
    if digest != stated[0]:
        message = (
            f"{path.name} has the hash {digest[:16]}… and its row says {stated[0][:16]}…; "
            "download it again"
        )
        raise CaptureError(message)


def moment_of(text: str) -> datetime | None:
    """Return the moment in UTC, None where the row says none that can be read."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
