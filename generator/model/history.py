"""History: what git records of an event's entry, and what of that readers are told."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from generator.model.partial_date import PartialDate

Typed: TypeAlias = "str | list[Typed] | dict[str, Typed]"


class Version(Struct, frozen=True, kw_only=True):
    """An event's entry as one commit left it; `fields` are as typed, None where it has none.

    `order` counts the commits; `authored` and `committed` are in seconds of Unix time, `embargo`
    too. `is_held_back` when it was a draft, retracted, or had no embargo that can be read.
    """

    order: int
    commit: str
    authored: int
    committed: int
    fields: Mapping[str, Typed] | None
    is_held_back: bool = False
    embargo: float | None = None


Versions: TypeAlias = Mapping[str, "list[Version]"]


class Part(StrEnum):
    """A part of an entry, as readers are told that it changed; `FIRST` is all of it."""

    FIRST = "first"
    TITLE = "title"
    DATE = "date"
    CATEGORY = "category"
    TEXT = "text"
    QUOTES = "quotes"
    CLAIMS = "claims"
    RELATED = "related"
    CORRECTIONS = "corrections"
    DETAILS = "details"


class Change(Struct, frozen=True, array_like=True, gc=False):
    """Which parts of an entry a commit changed, and the day of it; `commit` is its short id."""

    commit: str
    day: PartialDate
    parts: tuple[Part, ...]
