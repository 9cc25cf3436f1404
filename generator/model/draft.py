"""Draft: an output file that is made and not yet in its place."""

from msgspec import Struct


class Draft(Struct, frozen=True, array_like=True, gc=False):
    """One file of the site as it will be: its path and its SHA-256 in hexadecimal.

    `name` is the draft's own on the workbench; it is empty when the site holds these very bytes
    already.
    """

    path: str
    digest: str
    name: str = ""
