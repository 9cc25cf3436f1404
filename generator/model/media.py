"""Media: an image that goes with an event, and the file that it comes from."""

from msgspec import Struct

from generator.model.person import PublishDecision


class Media(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """An image file below `content/media/`, what it shows, and whose it is."""

    file: str
    alt: str
    credit: str
    licence: str = ""
    caption: str = ""
    graphic: bool = False
    publish_decision: PublishDecision | None = None


class Original(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """An image file as it was found: its SHA-256, and what it holds.

    `form` is `jpeg`, `png`, `webp`, `gif`, `avif` or `svg`, empty where `fault` says why the file
    cannot be shown. `width` and `height` are in pixels, as the image is seen when it is turned the
    right way up; 0 where a drawing states none.
    """

    digest: str
    form: str = ""
    width: int = 0
    height: int = 0
    is_moving: bool = False
    fault: str = ""


class Picture(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """An image of the site that is made from an original: of so many pixels, in that form.

    `key` is the SHA-256 of all that it is made from, but for the program.
    """

    origin: str
    path: str
    key: str
    form: str
    width: int
    height: int
