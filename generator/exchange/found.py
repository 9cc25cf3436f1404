"""Found: an event of another program, as far as it is understood."""

from collections.abc import Callable
from typing import ParamSpec

import msgspec
from msgspec import Struct

from generator.errors import UsageError

Given = ParamSpec("Given")


class FoundPlace(Struct, frozen=True):
    """A place that an event names; coordinates and precision as typed, empty where unstated."""

    name: str
    lat: str = ""
    lon: str = ""
    precision: str = ""


class FoundMedium(Struct, frozen=True):
    """A picture that an event shows; its file is fetched by a person."""

    alt: str = ""
    caption: str = ""
    credit: str = ""


class Found(Struct):
    """An event of another program: its place there, what is known, and notes for a person.

    `id` is what the other program calls it, `date` is empty where there is none that can be used,
    `group` names a category, and `links` are addresses from which a source could be written.
    """

    where: str
    id: str = ""
    title: str = ""
    date: str = ""
    time: str = ""
    part_of_day: str = ""
    timezone: str = ""
    summary: str = ""
    body: str = ""
    content_note: str = ""
    group: str = ""
    tags: list[str] = msgspec.field(default_factory=list)
    places: list[FoundPlace] = msgspec.field(default_factory=list)
    media: list[FoundMedium] = msgspec.field(default_factory=list)
    links: list[str] = msgspec.field(default_factory=list)
    notes: list[str] = msgspec.field(default_factory=list)


def found_at(
    where: str, made: Callable[Given, Found], *args: Given.args, **kwargs: Given.kwargs
) -> Found:
    """Return an event as it is made; raise UsageError with its place where its HTML is too deep."""
    try:
        return made(*args, **kwargs)
    except RecursionError as error:
        raise UsageError(
            f"{where}: its HTML is nested too deep; take elements out that hold only one other"
        ) from error
