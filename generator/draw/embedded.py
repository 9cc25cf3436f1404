"""Embedded images: those within drawings, written anew with nothing but their pixels."""

from base64 import b64decode, b64encode
from io import BytesIO
from typing import Any
from urllib.parse import unquote_to_bytes

from generator.draw.images import READ, looked_at
from generator.draw.pixels import OPTIONS, moving, upright
from generator.errors import PictureError


def bare_address(address: str) -> str:
    """Return a `data:` address (RFC 2397) of the same image, without what else its file held.

    Raises PictureError where it holds no image.
    """
    head, _, data = address.partition(",")
    content = unquote_to_bytes(data)
    try:
        content = b64decode(content) if head.strip().lower().endswith(";base64") else content
        form, written = bare_image(content)
    except (PictureError, ValueError) as error:
        message = (
            f"holds an image that {error}" if isinstance(error, PictureError) else "holds none"
        )
        raise PictureError(
            f"{message}; link no image into the drawing, or export it again"
        ) from None
    return f"data:image/{form};base64,{b64encode(written).decode()}"


def bare_image(content: bytes) -> tuple[str, bytes]:
    """Return an image's form and bytes, made of its pixels; raise PictureError."""
    from PIL import Image  # noqa: PLC0415 - drawings that hold images are rare

    form, _, _, is_moving = looked_at(BytesIO(content))
    with Image.open(BytesIO(content), formats=READ) as opened:
        if is_moving:
            return "gif", moving(opened)
        image = upright(opened)
    kept = "jpeg" if form == "jpeg" else "png"
    options: dict[str, Any] = OPTIONS[kept]
    out = BytesIO()
    image.save(out, kept.upper(), **options)
    return kept, out.getvalue()
