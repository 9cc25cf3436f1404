"""The load stage: content files to documents, every value still text and with its place."""

from generator.load.content import media_digest, parse_document, read_file
from generator.load.discovery import find_files
from generator.load.quote_lock import load_lock
from generator.load.static_files import load_static_files

__all__ = [
    "find_files",
    "load_lock",
    "load_static_files",
    "media_digest",
    "parse_document",
    "read_file",
]
