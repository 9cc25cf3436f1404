"""read_content: every content file read, or remembered where nothing changed."""

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from time import time_ns

import msgspec
from msgspec import Struct

from generator.draw.originals import original_of
from generator.load.content import parse_document, read_file, unreadable
from generator.load.discovery import find_files
from generator.load.quote_lock import load_lock
from generator.memory.records import FileRecord, MediaRecord
from generator.memory.stamps import settled, stamp_of
from generator.model.document import Document, Kind
from generator.model.entry import Content
from generator.model.quote_lock import NO_LOCK
from generator.pipeline.file_reading import file_record
from generator.pipeline.workers import Workers
from generator.problem import Problem

LEAST_FILES = 200
LEAST_MEDIA = 4
SETTINGS = ("content/site.yaml", Kind.SITE)
DECODER = msgspec.msgpack.Decoder(list[FileRecord])


def nothing() -> None:
    """Do nothing meanwhile."""


class Reading(Struct, frozen=True):
    """All content as it stands now, and the records by which to read it faster the next time."""

    content: Content
    files: dict[str, FileRecord]
    media: dict[str, MediaRecord]


def read_content(
    root: Path,
    files: Mapping[str, FileRecord],
    media: Mapping[str, MediaRecord],
    workers: Workers,
    meanwhile: Callable[[], None] = nothing,
) -> Reading:
    """Return the content; a file whose record still holds is not read again.

    `meanwhile` is called while other processes read, if the settings are there to be read.
    """
    found = find_files(root)
    problems = list(found.problems)
    if SETTINGS not in found.documents:
        meanwhile = nothing
    records = file_records(root, found.documents, files, workers, meanwhile)
    media_records: dict[str, MediaRecord] = {}
    for path, record in media_read(root, found.media, media, workers):
        if isinstance(record, Problem):
            problems.append(record)
        else:
            media_records[path] = record
    lock = load_lock(root)
    if isinstance(lock, Problem):
        problems.append(lock)
        lock = NO_LOCK
    content = Content(
        tuple(record.file for record in records.values()),
        {path: record.original for path, record in media_records.items()},
        tuple(problems),
        lock,
    )
    return Reading(content, records, media_records)


def file_records(
    root: Path,
    documents: Sequence[tuple[str, Kind]],
    known: Mapping[str, FileRecord],
    workers: Workers,
    meanwhile: Callable[[], None],
) -> dict[str, FileRecord]:
    """Return the record of each content file as it is now, by its path."""
    records: dict[str, FileRecord | None] = {}
    unknown: list[tuple[str, Kind, FileRecord | None]] = []
    for path, kind in documents:
        record = known.get(path)
        records[path] = record
        stamp = None if record is None else record.stamp
        if stamp is None or stamp != stamp_of(f"{root}/{path}"):
            unknown.append((path, kind, record))
    shares = workers.split(unknown, LEAST_FILES)
    results = workers.results(read_share, root, shares, meanwhile)
    for share, encoded in zip(shares, results, strict=True):
        for (path, _, _), record in zip(share, DECODER.decode(encoded), strict=True):
            records[path] = record
    return {path: record for path, record in records.items() if record is not None}


def read_share(root: Path, files: Sequence[tuple[str, Kind, FileRecord | None]]) -> bytes:
    """Return the records of some files, encoded, since that is how they travel fastest."""
    records = [file_record(root, path, kind, known) for path, kind, known in files]
    return msgspec.msgpack.encode(records)


def media_read(
    root: Path, paths: Sequence[str], known: Mapping[str, MediaRecord], workers: Workers
) -> Iterator[tuple[str, MediaRecord | Problem]]:
    """Yield each medium's path with its record or its problem."""
    asked = [(path, known.get(path)) for path in paths]
    # What is known costs a look at the folder; what is not is decoded to its last pixel.
    if sum(record is None for _, record in asked) < LEAST_MEDIA:
        yield from zip(paths, media_share(root, asked), strict=True)
        return
    shares = workers.split(asked, LEAST_MEDIA)
    found: dict[str, MediaRecord | Problem] = {}
    for share, encoded in zip(shares, workers.results(media_encoded, root, shares), strict=True):
        records: list[MediaRecord | Problem] = pickle.loads(encoded)  # noqa: S301 - our own process wrote it
        found.update(zip([path for path, _ in share], records, strict=True))
    yield from ((path, found[path]) for path in paths)


def media_encoded(root: Path, asked: Sequence[tuple[str, MediaRecord | None]]) -> bytes:
    """Return what `media_share` does, as it travels between processes."""
    return pickle.dumps(media_share(root, asked))


def media_share(
    root: Path, asked: Sequence[tuple[str, MediaRecord | None]]
) -> list[MediaRecord | Problem]:
    """Return the record or the problem of some media."""
    return [media_record(root, path, record) for path, record in asked]


def media_record(root: Path, path: str, known: MediaRecord | None) -> MediaRecord | Problem:
    """Return the record of a medium as it is now, or its problem."""
    now = time_ns()
    stamp = stamp_of(f"{root}/content/media/{path}")
    if known is not None and stamp is not None and known.stamp == stamp:
        return known
    try:
        return MediaRecord(settled(stamp, now), original_of(root / "content/media" / path))
    except OSError as error:
        return unreadable(f"content/media/{path}", error)


def reopened(root: Path, path: str, kind: Kind) -> Document | None:
    """Return the document at a path, read anew; None where it cannot be."""
    return document_at(root, path, kind, stamp_of(f"{root}/{path}"))


@lru_cache(maxsize=2)
def document_at(root: Path, path: str, kind: Kind, _stamp: object) -> Document | None:
    """Return the document of a file; remembered, since problems of one file come together."""
    content = read_file(root, path)
    return None if isinstance(content, Problem) else parse_document(content, path, kind)[0]
