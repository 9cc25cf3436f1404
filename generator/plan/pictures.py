"""Pictures: in which sizes and forms the site has an image; the original itself it never has."""

from collections.abc import Iterator, Mapping
from hashlib import sha256

from generator.model.media import Media, Original, Picture
from generator.model.published_media import PictureSource, PublishedMedia
from generator.plan import urls

WIDTHS = (480, 960, 1600)
FALLBACK_WIDTH = 960
# The forms that browsers take if they can, the smallest files first.
OFFERED = ("avif", "webp")
FALLBACKS = {"jpeg": "jpeg", "png": "png", "gif": "png", "webp": "webp", "avif": "webp"}
# Goes up with every change to how pictures are made, so that their addresses change too.
RECIPE = 1


def pictures_of(file: str, original: Original) -> tuple[Picture, ...]:
    """Return the pictures of an image, the one for every browser first, each path once."""
    found = {picture.path: picture for picture in variants(file, original)}
    return tuple(found.values())


def variants(file: str, original: Original) -> Iterator[Picture]:
    """Yield the picture for every browser, then those offered to newer ones by width."""
    if original.form == "svg" or original.is_moving:
        form = "svg" if original.form == "svg" else "gif"
        yield picture(file, original, form, original.width)
        return
    fallback = min(original.width, FALLBACK_WIDTH)
    yield picture(file, original, FALLBACKS[original.form], fallback)
    for form in OFFERED:
        for width in widths_of(original):
            yield picture(file, original, form, width)


def widths_of(original: Original) -> tuple[int, ...]:
    """Return the widths in which the image is offered; it is never made larger than it is."""
    widest = min(original.width, WIDTHS[-1])
    return (*(width for width in WIDTHS if width < widest), widest)


def picture(file: str, original: Original, form: str, width: int) -> Picture:
    """Return one picture of an image."""
    height = original.height
    if width != original.width:
        height = max(1, round(original.height * width / original.width))
    key = sha256(f"{RECIPE} {original.digest} {form} {width} {height}".encode()).hexdigest()
    return Picture(
        origin=f"content/media/{file}",
        path=urls.picture_path(file, key, width, form),
        key=key,
        form=form,
        width=width,
        height=height,
    )


def passed_media(medium: Media, originals: Mapping[str, Original]) -> PublishedMedia:
    """Return the medium and where the site has its pictures."""
    original = originals[medium.file]
    fallback, *others = variants(medium.file, original)
    sources = tuple(
        PictureSource(form=form, pictures=tuple((each.path, each.width) for each in offered))
        for form in OFFERED
        if (offered := [each for each in others if each.form == form])
    )
    return PublishedMedia(
        path=fallback.path,
        alt=medium.alt,
        credit=medium.credit,
        licence=medium.licence,
        caption=medium.caption,
        graphic=medium.graphic,
        width=fallback.width,
        height=fallback.height,
        sources=sources,
        is_moving=original.is_moving,
    )
