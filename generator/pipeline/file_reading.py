"""One content file read, or remembered where its bytes are the same."""

from hashlib import sha256
from pathlib import Path
from time import time_ns

from generator.load.content import parse_document, read_file
from generator.memory.records import FileRecord
from generator.memory.stamps import settled, stamp_of
from generator.model.document import Kind
from generator.model.entry import ContentFile
from generator.problem import Problem
from generator.validate.entries import read_document


def file_record(root: Path, path: str, kind: Kind, known: FileRecord | None) -> FileRecord:
    """Return the record of a content file as it is now."""
    now = time_ns()
    stamp = stamp_of(f"{root}/{path}")
    content = read_file(root, path)
    if isinstance(content, Problem):
        return FileRecord(None, b"", read_document(None, path, kind, [content]))
    digest = sha256(content).digest()
    if known is not None and known.digest == digest:
        return FileRecord(settled(stamp, now), digest, known.file)
    return FileRecord(settled(stamp, now), digest, understood(content, path, kind))


def understood(content: bytes, path: str, kind: Kind) -> ContentFile:
    """Return what a content file's bytes say."""
    document, faults = parse_document(content, path, kind)
    return read_document(document, path, kind, faults)
