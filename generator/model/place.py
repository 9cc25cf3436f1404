"""Place: somewhere an event happened, no more precisely than is stated."""

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
