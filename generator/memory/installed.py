"""Installed: templates as this installation compiled them, kept where Python keeps its byte code.

A module of the program is compiled once on a machine, whichever project it is run for; so are the
templates that come with it. What is kept holds the digests of what it was made of.
"""

import sys

from generator.memory.own_files import PROGRAM
from generator.memory.shelf import Shelf


def installed_templates(language: str, version: bytes) -> Shelf[bytes]:
    """Return the shelf of the compiled templates in one language, for this version of Python."""
    name = f"templates-{language}.{sys.implementation.cache_tag}"
    return Shelf(PROGRAM / "__pycache__", name, bytes, version)
