"""Pixels: an image as it is meant to be seen, and nothing else that its file held.

Where and with what it was taken, previews, comments and earlier versions stay behind. Colours are
brought to sRGB, so that no profile is needed either.
"""

from io import BytesIO
from typing import TYPE_CHECKING, Any

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
