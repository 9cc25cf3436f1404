"""Citation: words that an event takes from a source, whether as a quote or for a claim."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.event import Event
from generator.model.verification import quote_digest


class Cited(NamedTuple):
    """Words that rest on a source, and the field in which they were typed.

    `is_surrounded` says whether the words around them in the source may be told.
    """

    text: str
    source: str
    event: str
    field: str
    is_surrounded: bool = True

    @property
    def digest(self) -> str:
        """What the lock knows them by."""
        return quote_digest(self.text, self.source)


def citations(events: Iterable[Event]) -> Iterator[Cited]:
    """Yield all that the events quote."""
    for event in events:
        for index, quote in enumerate(event.quotes):
            field = f"quotes[{index}].text"
            yield Cited(quote.text, quote.source, event.id, field, not quote.in_captivity)
        for index, claim in enumerate(event.claims):
            if claim.quote:
                yield Cited(claim.quote, claim.source, event.id, f"claims[{index}].quote")
