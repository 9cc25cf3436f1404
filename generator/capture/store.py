"""The store: `content/captures/SOURCE/TIME/` holds one copy of a source.

`record.json` is the Capture, `text.txt` the text that quotes are compared with,
`capture.warc.gz` the source's bytes as they were served. Nothing is ever overwritten.
"""

import os
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.errors import CaptureError
from generator.model.capture import Capture

CAPTURES = "content/captures"
RECORD, TEXT, WARC = "record.json", "text.txt", "capture.warc.gz"
DRAFT = ".draft-"
DECODER = msgspec.json.Decoder(Capture)


class StoredCapture(NamedTuple):
    """A capture and the folder that holds it."""

    capture: Capture
    folder: Path


def captures_of(captures: Path, source: str) -> tuple[StoredCapture, ...]:
    """Return the stored copies of a source, the oldest first; CaptureError for a damaged one."""
    folder = captures / source
    if not folder.is_dir():
        return ()
    found = [each for each in folder.iterdir() if each.is_dir() and not each.name.startswith(".")]
    stored = [StoredCapture(read_record(each), each) for each in found]
    return tuple(sorted(stored, key=lambda each: (each.capture.taken, each.folder.name)))


def latest_capture(captures: Path, source: str) -> StoredCapture | None:
    """Return the newest stored copy of a source, None where there is none."""
    return next(reversed(captures_of(captures, source)), None)


def read_record(folder: Path) -> Capture:
    """Return what a stored copy's record says."""
    try:
        return DECODER.decode((folder / RECORD).read_bytes())
    except (OSError, msgspec.MsgspecError) as error:
        message = f"{folder / RECORD}: cannot be read ({error}); remove the folder, capture again"
        raise CaptureError(message) from error


def text_of(stored: StoredCapture) -> str:
    """Return a stored copy's text; raise CaptureError when it is not what was stored."""
    path = stored.folder / TEXT
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); remove the folder, capture again"
        raise CaptureError(message) from error
    if sha256(content).hexdigest() != stored.capture.text:
        message = f"{path}: changed since it was stored; remove the folder, capture again"
        raise CaptureError(message)
    return content.decode()


def store_capture(
    captures: Path, capture: Capture, text: str, write_warc: Callable[[Path], None]
) -> StoredCapture:
    """Store a copy and return it; a process that is stopped leaves nothing half-written."""
    home = captures / capture.source
    home.mkdir(parents=True, exist_ok=True)
    keep_private(captures)
    draft = home / f"{DRAFT}{os.getpid()}"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    write_warc(draft / WARC)
    (draft / TEXT).write_bytes(text.encode())
    record = msgspec.json.format(msgspec.json.encode(capture, order="sorted"), indent=2)
    (draft / RECORD).write_bytes(record + b"\n")
    return StoredCapture(capture, put_in_place(draft, home, capture.taken))


def keep_private(captures: Path) -> None:
    """Tell git to leave captures alone, unless somebody decided about that already."""
    ignore = captures / ".gitignore"
    if not ignore.exists():
        ignore.write_text("# Copies of sources are private: they are others' work.\n*\n")


def put_in_place(draft: Path, home: Path, taken: str) -> Path:
    """Move the finished folder to the first free name of its time."""
    stamp = taken.replace("-", "").replace(":", "")
    number = 1
    while True:
        target = home / (stamp if number == 1 else f"{stamp}-{number}")
        if not target.exists():
            draft.rename(target)
            return target
        number += 1
