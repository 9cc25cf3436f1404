"""Pictures: an original turned upright, scaled, and written anew with nothing but its pixels.

Whatever else the file held stays behind: where and with what it was taken, previews, comments,
earlier versions. Colours are brought to sRGB, so that no profile is needed either.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.draw.originals import READ
from generator.errors import PictureError
from generator.model.media import Picture

if TYPE_CHECKING:  # Pillow takes long to import, and most builds make no picture
    from PIL.Image import Image

# How much is worth what: hardly a difference to be seen, at a third of the bytes. One thread,
# so that the bytes are the same everywhere.
OPTIONS: dict[str, dict[str, Any]] = {
    "avif": {"quality": 58, "speed": 8, "max_threads": 1},
    "webp": {"quality": 80, "method": 4},
    "jpeg": {"quality": 82, "optimize": True, "progressive": True},
    "png": {"optimize": True},
}


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


def upright(opened: "Image") -> "Image":
    """Return the image as it is meant to be seen, in sRGB, and nothing but its pixels."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - see above

    image = ImageOps.exif_transpose(opened)
    if image.mode.startswith("I"):  # 16 bits a pixel
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    has_alpha = "A" in image.mode or "transparency" in image.info
    image = in_srgb(image, "RGBA" if has_alpha else "RGB")
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    return bare


def in_srgb(image: "Image", mode: str) -> "Image":
    """Return the image with its colours as sRGB has them; a profile that is broken is ignored."""
    from PIL import ImageCms  # noqa: PLC0415 - see above

    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return image.convert(mode)
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        made = ImageCms.profileToProfile(
            image, own, ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        made = None
    return image.convert(mode) if made is None else made


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


def moving(opened: "Image") -> bytes:
    """Return a moving image as a GIF of its frames and their times alone."""
    from PIL import Image, ImageSequence  # noqa: PLC0415 - see above

    frames, times = [], []
    for frame in ImageSequence.Iterator(opened):
        bare = Image.new("RGBA", frame.size)
        bare.paste(frame.convert("RGBA"))
        frames.append(bare)
        times.append(round(frame.info.get("duration") or 100))
    out = BytesIO()
    frames[0].save(
        out, "GIF", save_all=True, append_images=frames[1:], duration=times, loop=0, disposal=2
    )
    return out.getvalue()
