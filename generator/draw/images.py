"""Images: whether a file is one that can be read within limits, and what it holds."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from generator.errors import PictureError

# Fewer than those of which Pillow would warn, so that there is one limit.
MOST_PIXELS = 80_000_000
MOST_PIXELS_OF_ALL_FRAMES = 400_000_000
TOO_MANY_PIXELS = f"has more than {MOST_PIXELS // 10**6} million pixels; make it smaller"
FORMS = {"JPEG": "jpeg", "MPO": "jpeg", "PNG": "png", "WEBP": "webp", "GIF": "gif", "AVIF": "avif"}
# A JPEG of several pictures (MPO) opens as JPEG, with the first.
READ = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
MOVING = {"png", "webp", "gif", "avif"}
ORIENTATION = 0x0112
TURNED = {5, 6, 7, 8}
SAVE_AGAIN = "save it again as JPEG, PNG, WebP or AVIF"


def looked_at(file: Path | BytesIO) -> tuple[str, int, int, bool]:
    """Return an image's form, width, height and whether it moves; raise PictureError."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - most builds open no image

    try:
        with limited(), Image.open(file, formats=READ) as image:
            width, height = image.size
            form = FORMS[image.format or ""]
            frames = getattr(image, "n_frames", 1) if form in MOVING else 1
            refuse_giants(width * height, frames)
            turned = image.getexif().get(ORIENTATION) in TURNED
            # A file that is cut off shows only when all of it is read.
            image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureError(TOO_MANY_PIXELS) from None
    except UnidentifiedImageError:
        raise PictureError(f"is no image that can be read; {SAVE_AGAIN}") from None
    except PictureError:
        raise
    except Exception as error:  # noqa: BLE001 - Pillow's decoders raise whatever they stumble over
        reason = " ".join(str(error).split()) or type(error).__name__
        raise PictureError(f"is damaged ({reason}); {SAVE_AGAIN}") from None
    return (form, height, width, False) if turned else (form, width, height, frames > 1)


@contextmanager
def limited() -> Iterator[None]:
    """Make an error of what Pillow only warns of."""
    from PIL import Image  # noqa: PLC0415 - most builds open no image

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def refuse_giants(pixels: int, frames: int) -> None:
    """Raise PictureError for an image that would take all memory."""
    if pixels > MOST_PIXELS:
        raise PictureError(TOO_MANY_PIXELS)
    if pixels * frames > MOST_PIXELS_OF_ALL_FRAMES:
        raise PictureError(f"has {frames} frames of that size; make it smaller or shorter")
