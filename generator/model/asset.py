"""Assets: files that are copied into the site unchanged."""

from msgspec import Struct


class StaticFile(Struct, frozen=True, gc=False):
    """A file of the templates' `static/` folder: its name below it, its place, its SHA-256."""

    name: str
    origin: str
    digest: str


class Asset(Struct, frozen=True, gc=False):
    """A file copied unchanged: its place (from the project's root on), its path, its SHA-256."""

    origin: str
    path: str
    digest: str


class OwnFile(Struct, frozen=True, gc=False):
    """A file that a project publishes beside its content: its path, and its text if it is one.

    `is_outside` when it is a link out of the folder where it should be; `is_file` unless it is a
    pipe, say, or a link that leads nowhere.
    """

    path: str
    text: str
    is_outside: bool = False
    is_file: bool = True
