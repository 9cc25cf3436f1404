"""load_static_files: lists and hashes what the templates bring along unchanged."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from generator.model.asset import StaticFile

UNPUBLISHED = {".md"}


def load_static_files(template_folders: Sequence[Path]) -> tuple[StaticFile, ...]:
    """Return the files below each folder's `static/` by name; an earlier folder's wins.

    Hidden files, and the notes on provenance beside the fonts, stay behind.
    """
    found: dict[str, StaticFile] = {}
    for folder in template_folders:
        root = folder / "static"
        for file in sorted(root.rglob("*")):
            name = file.relative_to(root).as_posix()
            hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
            if file.is_file() and not hidden and file.suffix not in UNPUBLISHED:
                digest = sha256(file.read_bytes()).hexdigest()
                found.setdefault(name, StaticFile(name, str(file), digest))
    return tuple(found[name] for name in sorted(found))
