"""Comparisons: an event's claims beside their rivals. None is picked, none is averaged."""

from bisect import bisect_right
from collections.abc import Sequence

from generator.model.published import Comparison, PublishedClaim, PublishedFigure

MOST_RIVALS = 6


class Rivals:
    """All published claims in time, ready to be set beside one another."""

    def __init__(self, claims_by_event: Sequence[tuple[PublishedClaim, ...]]) -> None:
        """Take each event's claims, the events in chronological order."""
        self.of_event: dict[str, tuple[int, tuple[PublishedClaim, ...]]] = {}
        by_figure: dict[str, list[PublishedClaim]] = {}
        # For each figure, each claimant's claims with their event's place in time.
        self.by_claimant: dict[str, dict[int, list[tuple[int, PublishedClaim]]]] = {}
        for position, claims in enumerate(claims_by_event):
            if claims:
                self.of_event[claims[0].event.path] = (position, claims)
            for claim in claims:
                by_figure.setdefault(claim.figure.id, []).append(claim)
                claimants = self.by_claimant.setdefault(claim.figure.id, {})
                # People are made once and shared, so identity tells claimants apart, those
                # whose names are withheld included.
                claimants.setdefault(id(claim.claimant), []).append((position, claim))
        self.by_figure = {figure: tuple(claims) for figure, claims in by_figure.items()}

    def comparisons_of(self, event_path: str) -> tuple[Comparison, ...]:
        """Return the event's claims, grouped by figure, each group beside its rivals."""
        position, claims = self.of_event.get(event_path, (0, ()))
        groups: dict[str, list[PublishedClaim]] = {}
        for claim in claims:
            groups.setdefault(claim.figure.id, []).append(claim)
        return tuple(
            self.comparison(group[0].figure, tuple(group), position) for group in groups.values()
        )

    def comparison(
        self, figure: PublishedFigure, own: tuple[PublishedClaim, ...], position: int
    ) -> Comparison:
        """Return the event's claims of one figure and, of each other claimant, the nearest."""
        claimants = {id(claim.claimant) for claim in own}
        nearest = [
            nearest_claim(claims, position)
            for claimant, claims in self.by_claimant[figure.id].items()
            if claimant not in claimants
        ]
        nearest.sort(key=lambda found: (abs(found[0] - position), found[0]))
        rivals = tuple(
            claim for _, claim in sorted(nearest[:MOST_RIVALS], key=lambda each: each[0])
        )
        more = len(self.by_figure[figure.id]) - len(own) - len(rivals)
        return Comparison(figure=figure, claims=own, rivals=rivals, more=more)


def nearest_claim(
    claims: Sequence[tuple[int, PublishedClaim]], position: int
) -> tuple[int, PublishedClaim]:
    """Return a claimant's last claim up to the position in time, else their first after it."""
    index = bisect_right(claims, position, key=lambda each: each[0])
    return claims[max(0, index - 1)]
