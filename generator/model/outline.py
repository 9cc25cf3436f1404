"""EventOutline: an event that passed the gate, without its words: what planning needs of it."""

from msgspec import Struct

from generator.model.partial_date import PartialDate


class EventOutline(Struct, frozen=True, kw_only=True, gc=False):
    """Which lists an event stands on, and how much it has of what; everything by id.

    `people` are those who may be named, speakers, claimants and disputants included. `sources`
    stand in order of use, each once, with the number of quotes and of claims that rest on it.
    `corrections` are the days of its corrections, None where a date is open. `links` are the
    site paths that its Markdown leads to: (field, path).
    """

    id: str
    path: str
    date: PartialDate
    category: str
    places: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[tuple[str, int, int], ...] = ()
    media: tuple[str, ...] = ()
    corrections: tuple[int | None, ...] = ()
    aliases: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()

    @property
    def quote_count(self) -> int:
        """How many quotes the event has."""
        return sum(quotes for _, quotes, _ in self.sources)
