"""Ingredients: what a site was made from, so that two copies can be told to be of one make."""

from msgspec import Struct


class Ingredients(Struct, frozen=True, kw_only=True, gc=False):
    """SHA-256, in hexadecimal, of what went into a site; `version` is the program's in words.

    `content` is of what is published of the content and of nothing else.
    """

    content: str
    templates: str
    program: str
    version: str
