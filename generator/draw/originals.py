"""Originals: what an image file holds, found out by reading all of it, within limits."""

import hashlib
from pathlib import Path

from generator.draw.images import looked_at
from generator.errors import PictureError
from generator.model.media import Original

MOST_BYTES = 60_000_000


def original_of(path: Path) -> Original:
    """Return what the file holds; raise OSError where it cannot be read at all."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    try:
        refuse_giant_file(path.stat().st_size)
        if path.suffix.lower() == ".svg":
            from generator.draw.svg import clean_svg, drawing_size  # noqa: PLC0415 - drawings are rare

            width, height = drawing_size(clean_svg(path.read_bytes()))
            return Original(digest=digest, form="svg", width=width, height=height)
        form, width, height, is_moving = looked_at(path)
    except PictureError as error:
        return Original(digest=digest, fault=str(error))
    return Original(digest=digest, form=form, width=width, height=height, is_moving=is_moving)


def refuse_giant_file(size: int) -> None:
    """Raise PictureError for a file that nobody made for readers."""
    if size > MOST_BYTES:
        raise PictureError(f"has more than {MOST_BYTES // 10**6} MB; make it smaller")
