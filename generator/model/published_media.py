"""Published media: the images of an event, in the forms and widths that the site has."""

from msgspec import Struct


class PictureSource(Struct, frozen=True, kw_only=True, gc=False):
    """An image in one form (`avif`, `webp`), in several widths: (path, pixels)."""

    form: str
    pictures: tuple[tuple[str, int], ...]


class PublishedMedia(Struct, frozen=True, kw_only=True, gc=False):
    """An image of an event; `path` is where the site has the picture for every browser.

    `width` and `height` are that picture's, 0 where a drawing states none; `sources` are the forms
    that newer browsers take.
    """

    path: str
    alt: str
    credit: str
    licence: str = ""
    caption: str = ""
    graphic: bool = False
    width: int = 0
    height: int = 0
    sources: tuple[PictureSource, ...] = ()
    is_moving: bool = False
