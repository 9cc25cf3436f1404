"""Comparisons: which claims stand beside one another. None is picked, none is averaged."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple

from generator.model.decisions import ClaimRow
from generator.model.event import Event
from generator.model.published import Comparison, PublishedClaim, PublishedFigure

MOST_RIVALS = 6


class ClaimPlace(NamedTuple):
    """Where a claim stands: its event's place among those with claims, the event, its number."""

    position: int
    event: str
    number: int


class Rivals:
    """All claims of each figure in time, ready to be set beside one another."""

    def __init__(self, claims: Iterable[ClaimRow]) -> None:
        """Take the published claims in chronological order of their events.

        Those of a figure stand by the days that they hold for; rivals are beside an event.
        """
        self.by_figure: dict[str, list[ClaimPlace]] = {}
        self.by_claimant: dict[str, dict[str, list[ClaimPlace]]] = {}
        self.position: dict[str, int] = {}
        days: dict[ClaimPlace, tuple[float, float]] = {}
        for event, number, figure, claimant, held in claims:
            position = self.position.setdefault(event, len(self.position))
            place = ClaimPlace(position, event, number)
            days[place] = held
            self.by_figure.setdefault(figure, []).append(place)
            claimants = self.by_claimant.setdefault(figure, {})
            claimants.setdefault(claimant, []).append(place)
        for places in self.by_figure.values():
            places.sort(key=days.__getitem__)

    def groups_of(self, event: Event) -> dict[str, list[int]]:
        """Return the numbers of the event's claims by their figure."""
        groups: dict[str, list[int]] = {}
        for index, claim in enumerate(event.claims):
            groups.setdefault(claim.figure, []).append(index)
        return groups

    def rivals_of(self, event: Event, figure: str) -> list[ClaimPlace]:
        """Return, of each other claimant of the figure, the claim nearest in time; in time.

        Of many claimants the nearest few are returned.
        """
        position = self.position[event.id]
        own = {claim.claimant for claim in event.claims if claim.figure == figure}
        nearest = [
            nearest_claim(places, position)
            for claimant, places in self.by_claimant[figure].items()
            if claimant not in own
        ]
        nearest.sort(key=lambda place: (abs(place.position - position), place))
        return sorted(nearest[:MOST_RIVALS])


def comparisons_of(
    event: Event,
    rivals: Rivals,
    figure: Callable[[str], PublishedFigure],
    claim: Callable[[str, int], PublishedClaim],
) -> tuple[Comparison, ...]:
    """Return the event's claims, grouped by figure, each group beside its rivals."""
    found: list[Comparison] = []
    for id_, own in rivals.groups_of(event).items() if event.claims else ():
        beside = rivals.rivals_of(event, id_)
        found.append(
            Comparison(
                figure=figure(id_),
                claims=tuple(claim(event.id, number) for number in own),
                rivals=tuple(claim(place.event, place.number) for place in beside),
                more=len(rivals.by_figure[id_]) - len(own) - len(beside),
            )
        )
    return tuple(found)


def nearest_claim(places: list[ClaimPlace], position: int) -> ClaimPlace:
    """Return a claimant's last claim up to the position in time, else their first after it."""
    index = bisect_right(places, position, key=lambda place: place.position)
    return places[max(0, index - 1)]
