"""Decisions: what of the content is published, in ids, as the gate decided it."""

from typing import NamedTuple

from msgspec import Struct

from generator.model.event import Relation
from generator.model.partial_date import PartialDate
from generator.model.published import SourceHealth


class ClaimRow(NamedTuple):
    """A claim: its event, its number there, its figure, its claimant, and the days it is for."""

    event: str
    number: int
    figure: str
    claimant: str
    days: tuple[float, float]


class Decisions(Struct, frozen=True, array_like=True, gc=False):
    """What the gate decided of all events, in time; it rests on no more of them than their bones.

    `events` are all, `shown` those whose content is published, `held_back` those among them that
    only editors see, `buried` the retracted ones. `reverse` says by event which name it as
    related. `claims` are those of the shown events. `withheld` are the people who are not named.
    `health` is each source's of which a copy is known. `as_of` is the day as of which
    it was decided, `undated_count` how many events do not say when they were reported.
    """

    events: tuple[str, ...]
    shown: tuple[str, ...]
    held_back: frozenset[str]
    buried: tuple[str, ...]
    reverse: dict[str, list[tuple[str, Relation]]]
    claims: tuple[ClaimRow, ...]
    withheld: frozenset[str]
    health: dict[str, SourceHealth]
    as_of: PartialDate | None = None
    undated_count: int = 0
