"""Reading on: what else happened on an event's day, and what near it shares a name with it.

What is offered is planned in ids, a bounded number for each event; nothing is guessed from words.
"""

from collections.abc import Iterable, Mapping, Sequence

from generator.model.outline import EventOutline
from generator.model.published import PublishedEvent
from generator.model.reading_on import AlsoAbout, ReadingOn, ThatDay
from generator.plan import urls
from generator.plan.days import heading_key
from generator.plan.gate import Publication
from generator.plan.pagination import EVENTS_A_PAGE

MOST_THAT_DAY = 5
MOST_ALSO_ABOUT = 3
NEAR_DAYS = 14
NEVER = -(10**9)
NAMES = ("people", "places", "tags")

# The day's path, how many events it has, and the ids of those that are named.
Day = tuple[str, int, tuple[str, ...]]
# An event's id and what is shared with it, as `people:ID`, `places:ID` and `tags:TERM`.
Shared = tuple[str, tuple[str, ...]]
# The day number and the id of the last event that bears a name.
Last = dict[str, tuple[int, str]]
# How many names are shared, less than none, how many days are between, the event's id, the names.
Neighbour = tuple[int, int, str, list[str]]


class Neighbourhood:
    """Which events are near which, of all that are published."""

    def __init__(self, outlines: Mapping[str, EventOutline]) -> None:
        """Look at every event once; they come in order of time."""
        self.days: dict[str, list[str]] = {}
        self.paths: dict[str, str] = {}
        self.day_of: dict[str, str] = {}
        self.near: dict[str, list[Neighbour]] = {}
        counts: dict[tuple[int, int | None], int] = {}
        last: tuple[Last, ...] = ({}, {}, {})
        shared: dict[tuple[int, str, str], list[str]] = {}
        for event in outlines.values():
            period = (event.year, event.month)
            number = counts[period] = counts.get(period, 0) + 1
            if is_one_day(event):
                self._add_to_day(event, (number - 1) // EVENTS_A_PAGE + 1)
            compare(event, last, shared)
        for (days, one, other), names in shared.items():
            self.near.setdefault(one, []).append((-len(names), days, other, names))
            self.near.setdefault(other, []).append((-len(names), days, one, names))

    def _add_to_day(self, event: EventOutline, page: int) -> None:
        """Let the event stand with those of its day; the first says on which page that begins."""
        day = self.day_of[event.id] = heading_key(event.date)
        if day not in self.days:
            path = urls.numbered_path(urls.period_path(event.year, event.month), page)
            self.paths[day] = f"{path}#{day}"
            self.days[day] = []
        self.days[day].append(event.id)

    def that_day(self, id_: str) -> Day | None:
        """Return what else bears the event's day; None where its date is none, or nothing does."""
        day = self.day_of.get(id_, "")
        ids = self.days.get(day, ())
        if len(ids) <= 1:
            return None
        return self.paths[day], len(ids), around(ids, ids.index(id_))

    def also_about(self, id_: str) -> tuple[Shared, ...]:
        """Return the events near in time that share most with the event, the nearest first."""
        near = sorted(self.near.get(id_, ()))[:MOST_ALSO_ABOUT]
        return tuple((other, tuple(names)) for _, _, other, names in near)


def compare(
    event: EventOutline,
    last: Iterable[Last],
    shared: dict[tuple[int, str, str], list[str]],
) -> None:
    """Note what the event shares with the last one before it that bears the same name.

    `last` has the last that bears each name, for each kind of names; `shared` takes the names of
    two events by the days between them and their ids.
    """
    # An event of which nobody knows the beginning is near none.
    here = NEVER if event.date.earliest is None else event.date.earliest
    own = (here, event.id)
    for kind, names, bearers in zip(NAMES, names_of(event), last, strict=True):
        for name in names:
            there, other = bearers.get(name, own)
            bearers[name] = own
            if 0 < (days := abs(here - there)) <= NEAR_DAYS:
                shared.setdefault((days, other, event.id), []).append(f"{kind}:{name}")


def is_one_day(event: EventOutline) -> bool:
    """Return whether the event's date is a single day."""
    return event.date.earliest is not None and event.date.earliest == event.date.latest


def names_of(event: EventOutline) -> tuple[Sequence[str], ...]:
    """Return what an event can share with others; whoever is withheld is not in its outline."""
    return event.people, event.places, event.tags


def around(ids: Sequence[str], at: int) -> tuple[str, ...]:
    """Return the ids that stand nearest to a position, without the one that stands there."""
    start = max(0, min(at - MOST_THAT_DAY // 2, len(ids) - MOST_THAT_DAY - 1))
    window = ids[start : start + MOST_THAT_DAY + 1]
    return tuple(id_ for id_ in window if id_ != ids[at])


def reading_on(
    publication: Publication, event: PublishedEvent, day: Day | None, shared: Sequence[Shared]
) -> ReadingOn:
    """Return what an event's page offers next; what it states as related is not said twice."""
    stated = {relation.event.path for relation in event.relations}
    also = tuple(
        AlsoAbout(
            event=publication.link(other),
            shared=", ".join([name_in_words(publication, name) for name in names]),
        )
        for other, names in shared
        if urls.entry_path("events", other) not in stated
    )
    if day is None:
        return ReadingOn(also_about=also)
    path, count, others = day
    that_day = ThatDay(path=path, count=count, events=tuple(map(publication.link, others)))
    return ReadingOn(that_day=that_day, also_about=also)


def name_in_words(publication: Publication, name: str) -> str:
    """Return what `people:ID`, `places:ID` and `tags:TERM` are called."""
    kind, _, id_ = name.partition(":")
    if kind == "people":
        return publication.person(id_).name
    return publication.place(id_).name if kind == "places" else id_
