"""The program's own files: with another of them it may make another site of the same content."""

import os
from collections.abc import Iterator
from pathlib import Path

PROGRAM = Path(__file__).resolve().parent.parent
# Python's byte code follows from the rest; templates are looked at by themselves.
LEFT_OUT = {"__pycache__", "templates"}


def own_files() -> Iterator[str]:
    """Yield the path of each file, fonts and the map's shapes among them, in no order."""
    for folder, folders, names in os.walk(PROGRAM):
        folders[:] = [name for name in folders if name not in LEFT_OUT]
        yield from (f"{folder}/{name}" for name in names)
