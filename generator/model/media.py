"""Media: an image that goes with an event."""

from msgspec import Struct


class Media(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """An image file below `content/media/`, what it shows, and whose it is."""

    file: str
    alt: str
    credit: str
    licence: str = ""
    caption: str = ""
    graphic: bool = False
