"""Reads all that stands under `content/`: the stage's one verb."""

import hashlib
import os
from pathlib import Path

from generator.errors import Problem, SourceLocation
from generator.load.discovery import find_files
from generator.load.file_text import decode
from generator.load.front_matter import parse_page
from generator.load.yaml_nodes import parse_yaml
from generator.model.document import Document, Kind, LoadedContent
from generator.problem_kinds.files import FILE_TOO_LARGE, UNREADABLE_FILE

MAX_FILE_BYTES = 5_000_000


def load_content(project_root: Path) -> LoadedContent:
    """Return every document and medium, and the problems of the files that have any.

    A document that has problems is among the documents if at least its root could be read.
    """
    found = find_files(project_root)
    problems = list(found.problems)
    documents: list[Document] = []
    for path, kind in found.documents:
        document, faults = _load_document(project_root, path, kind)
        problems += faults
        if document is not None:
            documents.append(document)
    media: dict[str, str] = {}
    for path in found.media:
        digest = _digest(project_root, f"content/media/{path}")
        if isinstance(digest, Problem):
            problems.append(digest)
        else:
            media[path] = digest
    problems.sort(key=lambda problem: problem.sort_key)
    return LoadedContent(tuple(documents), media, tuple(problems))


def _load_document(root: Path, path: str, kind: Kind) -> tuple[Document | None, list[Problem]]:
    text = _read_text(root, path)
    if isinstance(text, Problem):
        return None, [text]
    stem = path.rpartition("/")[2].rpartition(".")[0]
    if kind is Kind.PAGE:
        node, prose, problems = parse_page(text, path)
    else:
        node, problems = parse_yaml(text, path)
        prose = None
    if problems and node is None:
        return None, problems
    return Document(path, kind, stem, node, prose), problems


def _read_text(root: Path, path: str) -> str | Problem:
    try:
        with (root / path).open("rb", buffering=0) as file:
            if os.fstat(file.fileno()).st_size > MAX_FILE_BYTES:
                message = f"file of more than {MAX_FILE_BYTES:,} bytes; split it into smaller ones"
                return Problem(FILE_TOO_LARGE, SourceLocation(path), "", message)
            content = file.read()
    except OSError as error:
        return _unreadable(path, error)
    return decode(content, path)


def _digest(root: Path, path: str) -> str | Problem:
    try:
        with (root / path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return _unreadable(path, error)


def _unreadable(path: str, error: OSError) -> Problem:
    reason = error.strerror or os.strerror(error.errno or 0)
    message = f"file cannot be read ({reason}); change its permissions"
    return Problem(UNREADABLE_FILE, SourceLocation(path), "", message)
