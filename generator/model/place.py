"""Place: somewhere an event happened, no more precisely than is stated."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from generator.model.person import PublishDecision


class PlacePrecision(StrEnum):
    """How exactly a place's coordinates are meant."""

    EXACT = "exact"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"

    @property
    def decimals(self) -> int:
        """How many decimals of a degree may be published."""
        return DECIMALS[self]

    @property
    def metres(self) -> int:
        """The step that coordinates are rounded to, in metres on the ground, about."""
        metres: int = 10 ** (5 - DECIMALS[self])
        return metres


# Decimals of a degree: 5 is about a metre, 2 about a kilometre, 1 about ten, 0 about a hundred.
DECIMALS = {
    PlacePrecision.EXACT: 5,
    PlacePrecision.SETTLEMENT: 2,
    PlacePrecision.DISTRICT: 1,
    PlacePrecision.REGION: 1,
    PlacePrecision.COUNTRY: 0,
}


class Place(Struct, frozen=True, kw_only=True, array_like=True, tag=True, gc=False):
    """A place; `lat` and `lon` in degrees WGS 84, `within` the id of the place around it."""

    id: str
    name: str
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision = PlacePrecision.SETTLEMENT
    country: str = ""
    timezone: str = ""
    within: str = ""
    publish_decision: PublishDecision | None = None


def outwards(id_: str, places: Mapping[str, Place]) -> tuple[str, ...]:
    """Return the ids of a place and of those that it lies within, from the inside outwards.

    A circle is gone round once; an id that is no place's is the last.
    """
    found: dict[str, None] = {}
    while id_ and id_ not in found:
        found[id_] = None
        id_ = places[id_].within if id_ in places else ""
    return tuple(found)
