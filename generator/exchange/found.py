"""Found: an event of another program, as far as it is understood."""

import msgspec
from msgspec import Struct


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
