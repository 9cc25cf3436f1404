"""Claim: one claimant's number for a figure. Claims are never averaged, none is picked."""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from generator.model.partial_date import PartialDate


class Qualifier(StrEnum):
    """How the source hedges its number."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    UP_TO = "up-to"


class ClaimStatus(StrEnum):
    """What is known of a claim's truth."""

    UNVERIFIED = "unverified"
    DISPUTED = "disputed"
    CORROBORATED = "corroborated"
    REFUTED = "refuted"
    WITHDRAWN = "withdrawn"


class Claim(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """What one claimant says of one figure; `figure`, `claimant`, `source` are ids.

    Either `value`, or `low` and/or `high`, or none of them when the source gives no number.
    `quote` is the source's own words that the number rests on. `milestone` when the editors single
    the number out as one that was reached.
    """

    figure: str
    claimant: str
    source: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    as_of: PartialDate | None = None
    status: ClaimStatus = ClaimStatus.UNVERIFIED
    disputed_by: tuple[str, ...] = ()
    quote: str = ""
    note: str = ""
    milestone: bool = False


class Figure(Struct, frozen=True, kw_only=True, array_like=True, tag=True, gc=False):
    """What a contested number counts; `cumulative` when it can only grow."""

    id: str
    title: str
    unit: str = ""
    counts: str = ""
    cumulative: bool = False
