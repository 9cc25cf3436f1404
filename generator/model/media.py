"""Media: an image that goes with an event."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """An image file below `content/media/`, what it shows, and whose it is."""

    file: str
    alt: str
    credit: str
    licence: str = ""
    caption: str = ""
    graphic: bool = False
