"""Page codes: planned pages as bytes, so that a plan can be remembered and read in part."""

from functools import cache
from hashlib import sha1
from importlib import import_module
from typing import Any, get_type_hints

import msgspec

from generator.memory.blobs import DamagedMemoryError
from generator.model.page import Page

ENCODER = msgspec.msgpack.Encoder()
CODES = msgspec.msgpack.Decoder(tuple[str, str, str, str, msgspec.Raw])
WHERE = msgspec.msgpack.Decoder(tuple[str, int | None, bytes])
PLANNERS = "generator.plan."


def page_code(page: Page) -> bytes:
    """Return the page's template, section, maker, and what it is about; not where it is."""
    make = page.make
    return ENCODER.encode(
        (page.template, page.section, make.__module__, make.__qualname__, page.about)
    )


def page_key(code: bytes) -> bytes:
    """Return what stands for a page's code."""
    return sha1(code, usedforsecurity=False).digest()


def encoded_page(page: Page, code: bytes) -> bytes:
    """Return the whole page, encoded."""
    return ENCODER.encode((page.path, page.changed, code))


def decoded_page(encoded: bytes) -> Page:
    """Return the page; raise DamagedMemoryError where it is none of this program's."""
    try:
        path, changed, code = WHERE.decode(encoded)
        template, section, module, name, about = CODES.decode(code)
        make, decoder = maker(module, name)
        return Page(
            path=path,
            template=template,
            make=make,
            about=decoder.decode(about),
            section=section,
            changed=changed,
        )
    except msgspec.MsgspecError as error:
        raise DamagedMemoryError from error


@cache
def maker(module: str, name: str) -> tuple[Any, "msgspec.msgpack.Decoder[tuple[object, ...]]"]:
    """Return the function that makes a page's content, and what reads what the page is about.

    A maker declares what its pages are about, so its types say how to read that.
    """
    if not module.startswith(PLANNERS):
        raise DamagedMemoryError
    make = getattr(import_module(module), name)
    hints = get_type_hints(make)
    hints.pop("return")
    _, *types = hints.values()
    return make, msgspec.msgpack.Decoder(tuple[tuple(types)] if types else tuple[()])  # type: ignore[misc] # the types are known only here
