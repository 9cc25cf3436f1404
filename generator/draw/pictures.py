"""Pictures: an original turned upright, scaled, and written anew with nothing but its pixels."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from generator.draw.images import READ
from generator.draw.pixels import OPTIONS, moving, upright
from generator.errors import PictureError
from generator.model.media import Picture

if TYPE_CHECKING:  # Pillow takes long to import, and most builds make no picture
    from PIL.Image import Image


def made_pictures(root: Path, pictures: Sequence[Picture]) -> Iterator[bytes]:
    """Yield the bytes of each picture; all are of one original, which is read once."""
    origin = root / pictures[0].origin
    if pictures[0].form == "svg":
        from generator.draw.svg import clean_svg  # noqa: PLC0415 - drawings are rare

        yield clean_svg(origin.read_bytes())
        return
    from PIL import Image  # noqa: PLC0415 - see above

    try:
        with Image.open(origin, formats=READ) as opened:
            if pictures[0].form == "gif":
                yield moving(opened)
                return
            image = upright(opened)
    except (OSError, ValueError, SyntaxError) as error:
        raise PictureError(f"{pictures[0].origin}: {error}; build again") from error
    for picture in pictures:
        yield written(image, picture)


def written(image: "Image", picture: Picture) -> bytes:
    """Return the image in the picture's size and form."""
    from PIL import Image  # noqa: PLC0415 - see above

    size = (picture.width, picture.height)
    scaled = image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)
    if picture.form == "jpeg" and scaled.mode == "RGBA":
        scaled = scaled.convert("RGB")
    out = BytesIO()
    scaled.save(out, picture.form.upper(), **OPTIONS[picture.form])
    return out.getvalue()
