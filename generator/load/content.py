"""Reads one document that stands under `content/`."""

import os
from pathlib import Path

from generator.load.file_text import decode
from generator.load.front_matter import parse_page
from generator.load.yaml_nodes import parse_yaml
from generator.model.document import Document, Kind, Sequence
from generator.problem import Problem, SourceLocation
from generator.problem_kinds.files import FILE_TOO_LARGE, UNREADABLE_FILE

MAX_FILE_BYTES = 5_000_000
MOST_ENTRIES = 5_000


def read_file(root: Path, path: str, most: int = MAX_FILE_BYTES) -> bytes | Problem:
    """Return a content file's bytes, or the problem that there is with it."""
    try:
        with open(f"{root}/{path}", "rb", buffering=0) as file:  # noqa: PTH123 - a Path costs more than reading
            if os.fstat(file.fileno()).st_size > most:
                message = f"file of more than {most:,} bytes; split it into smaller ones"
                return Problem(FILE_TOO_LARGE, SourceLocation(path), "", message)
            return file.read()
    except OSError as error:
        return unreadable(path, error)


def parse_document(content: bytes, path: str, kind: Kind) -> tuple[Document | None, list[Problem]]:
    """Return the document that the bytes hold, and the problems of its form.

    A document that has problems is returned if at least its root could be read.
    """
    text = decode(content, path)
    if isinstance(text, Problem):
        return None, [text]
    stem = path.rpartition("/")[2].rpartition(".")[0]
    if kind is Kind.PAGE:
        node, prose, problems = parse_page(text, path)
    else:
        node, problems = parse_yaml(text, path)
        prose = None
    if isinstance(node, Sequence) and len(node.items) > MOST_ENTRIES:
        message = f"{len(node.items):,} entries; at most {MOST_ENTRIES:,} in a file; split it"
        first = node.items[MOST_ENTRIES]
        location = SourceLocation(path, first.line, first.column)
        return None, [Problem(FILE_TOO_LARGE, location, "", message)]
    if problems and node is None:
        return None, problems
    return Document(path, kind, stem, node, prose), problems


def unreadable(path: str, error: OSError) -> Problem:
    """Return the problem of a content file that the operating system refuses to open."""
    reason = error.strerror or os.strerror(error.errno or 0)
    message = f"file cannot be read ({reason}); change its permissions"
    return Problem(UNREADABLE_FILE, SourceLocation(path), "", message)
