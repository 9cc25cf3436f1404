"""Contradictions: each `after` that runs in a circle or against the dates.

Every event and every `after` is looked at once, and nothing by recursion: a chain may be as long
as it likes.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from generator.model.chronology import Span
from generator.model.event import Event

# Of a longer chain, so many events are named.
MOST_NAMED = 10


class Contradiction(Struct, frozen=True, gc=False):
    """An event whose `after` cannot hold: the chain of ids that leads to what forbids it.

    `is_cycle` when the chain ends where it begins; otherwise the dates forbid it. `unnamed` is
    how many events of a long chain are left out before the last.
    """

    chain: tuple[str, ...]
    is_cycle: bool
    unnamed: int = 0


class Latest(NamedTuple):
    """The latest beginning among an event and all it comes after: when, whose, how far away."""

    beginning: float
    steps: int
    event: str
    next_step: str


def contradictions(events: Iterable[Event], spans: Mapping[str, Span]) -> list[Contradiction]:
    """Return every event whose `after` runs in a circle or against the dates, by id.

    Circles come first, and no event is in two of them. What cannot hold is told once: all else
    is judged as if it were not there.
    """
    way = Way({event.id: event.after for event in events})
    dates = Dates(spans)
    for step in way.followed():
        dates.follow(step.event, step.held)
    return [
        *sorted(way.circles, key=lambda found: found.chain[0]),
        *sorted(dates.forbidden, key=lambda found: found.chain[0]),
    ]


class Step(Struct, gc=False):
    """An event on the way: what it comes after and is yet to be seen, and what of it holds.

    `told` is where on the way the last event stands, up to here, whose circle has been told.
    """

    event: str
    rest: Iterator[str]
    told: int
    held: list[str] = []


class Way:
    """A walk from each event to all it comes after, and the circles that it ran into."""

    def __init__(self, after: Mapping[str, Sequence[str]]) -> None:
        """Stand nowhere yet."""
        self.after = after
        self.circles: list[Contradiction] = []
        self.steps: list[Step] = []
        self.standing: dict[str, int] = {}
        self.done: set[str] = set()

    def followed(self) -> Iterator[Step]:
        """Yield every event behind all it comes after; an `after` that leads back is not held."""
        for root in sorted(self.after):
            self.go_to(root)
            while self.steps:
                step = self.steps[-1]
                earlier = next(step.rest, None)
                if earlier is None:
                    self.steps.pop()
                    del self.standing[step.event]
                    yield step
                elif earlier in self.standing:
                    self.tell(self.standing[earlier])
                else:
                    step.held.append(earlier)
                    self.go_to(earlier)

    def go_to(self, event: str) -> None:
        """Go on to an event where nobody has been."""
        if event not in self.done:
            self.done.add(event)
            self.standing[event] = len(self.steps)
            told = self.steps[-1].told if self.steps else -1
            self.steps.append(Step(event, iter(self.after.get(event, ())), told))

    def tell(self, begin: int) -> None:
        """Tell of the circle that begins there on the way, unless one of its events is in one."""
        if self.steps[-1].told < begin:
            for number, step in enumerate(self.steps[begin:], start=begin):
                step.told = number
            self.circles.append(circle({step.event for step in self.steps[begin:]}, self.after))


def circle(events: Collection[str], after: Mapping[str, Sequence[str]]) -> Contradiction:
    """Return the shortest circle from the first of these events, which one leads through."""
    start = min(events)
    before: dict[str, str] = {}
    queue = [start]
    for event in queue:
        for earlier in after[event]:
            if earlier in events and earlier not in before:
                before[earlier] = event
                queue.append(earlier)
    chain = [before[start]]
    while chain[-1] != start:
        chain.append(before[chain[-1]])
    named = chain[: -MOST_NAMED - 1 : -1]
    return Contradiction((*named, start), is_cycle=True, unnamed=len(chain) - len(named))


class Dates:
    """What the dates of events forbid them to come after."""

    def __init__(self, spans: Mapping[str, Span]) -> None:
        """Begin with no event followed."""
        self.spans = spans
        self.latest: dict[str, Latest] = {}
        self.forbidden: list[Contradiction] = []

    def follow(self, event: str, after: Iterable[str]) -> None:
        """Look at what an event comes after, which has been looked at before."""
        span = self.spans[event]
        found = Latest(span.earliest, 0, event, event)
        for earlier in after:
            latest = self.latest[earlier]
            if latest.beginning > span.latest:
                self.forbidden.append(self.forbidding(event, earlier))
            elif latest.beginning > found.beginning:
                found = Latest(latest.beginning, latest.steps + 1, latest.event, earlier)
        self.latest[event] = found

    def forbidding(self, event: str, earlier: str) -> Contradiction:
        """Return the chain from an event to one that begins too late for it."""
        chain = [event, earlier]
        end = self.latest[earlier]
        while self.spans[chain[-1]].earliest <= self.spans[event].latest:
            if len(chain) == MOST_NAMED:
                unnamed = end.steps + 2 - len(chain) - 1
                return Contradiction((*chain, end.event), is_cycle=False, unnamed=unnamed)
            chain.append(self.latest[chain[-1]].next_step)
        return Contradiction(tuple(chain), is_cycle=False)
