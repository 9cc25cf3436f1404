"""Recalled: the timeline of the last build, of which no more is read than somebody asks for."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, overload

from generator.memory.blobs import DamagedMemoryError
from generator.memory.records import FileRecord, MediaRecord, PlanRecord
from generator.memory.shelf import Shelf
from generator.model.document import Kind
from generator.model.entry import Entry
from generator.model.event import Event
from generator.model.on_demand import OnDemand
from generator.model.outline import EventOutline
from generator.model.quote_lock import QuoteLock
from generator.model.timeline import Timeline
from generator.problem import SourceLocation
from generator.validate.arrangement import pages_in_order, zone_of

Value = TypeVar("Value")


class NotRememberedError(Exception):
    """What is asked for is not remembered: the whole content must be read."""


class Archive:
    """The entries of the content as they are now; `fresh` are the files that were read anew."""

    def __init__(
        self,
        files: Shelf[FileRecord],
        paths: Mapping[str, Mapping[str, str]],
        fresh: Mapping[str, FileRecord],
    ) -> None:
        """Take where every file's record is, and which file has which entry, by kind and id."""
        self.files = files
        self.paths = paths
        self.fresh = fresh
        self.entries: dict[tuple[Kind, str], Entry] = {}

    def entry(self, kind: Kind, id_: str) -> Entry:
        """Return an entry; raise DamagedMemoryError where it is not to be had."""
        if (kind, id_) not in self.entries:
            path = self.paths[kind][id_]
            record = self.fresh.get(path) or self.files.get(path)
            for each in record.file.entries if record else ():
                self.entries.setdefault((each.kind, each.id), each)
        try:
            return self.entries[kind, id_]
        except KeyError:
            raise DamagedMemoryError from None

    def nouns(self, kind: Kind) -> OnDemand[object]:
        """Return the nouns of a kind by their ids."""
        return OnDemand(self.paths.get(kind, {}), lambda id_: self.entry(kind, id_).noun)


class RecalledEvents(Sequence[Event]):
    """Events in order, each read when it is looked at."""

    def __init__(self, by_id: OnDemand[Event]) -> None:
        """Take the events by their ids, in order."""
        self.by_id = by_id

    @overload
    def __getitem__(self, number: int) -> Event: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Event]: ...
    def __getitem__(self, number: int | slice) -> Event | Sequence[Event]:
        """Return one event or several."""
        ids = list(self.by_id)[number]
        return self.by_id[ids] if isinstance(ids, str) else [self.by_id[id_] for id_ in ids]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.by_id)

    def __iter__(self) -> Iterator[Event]:
        """Yield them in order."""
        return iter(self.by_id.values())


class RecalledTimeline(Timeline, frozen=True, kw_only=True, gc=False):
    """A timeline that leaves to be made on demand whatever can be."""

    def by_id(self) -> Mapping[str, Event]:
        """Return the events by their ids, in order."""
        if isinstance(self.events, RecalledEvents):
            return self.events.by_id
        return super().by_id()

    def mapped(self, ids: Iterable[str], make: Callable[[str], Value]) -> Mapping[str, Value]:
        """Return what will be made of each id."""
        return OnDemand(ids, make)


def recalled_timeline(
    archive: Archive, plan: PlanRecord, media: Mapping[str, MediaRecord], lock: QuoteLock
) -> Timeline:
    """Return the timeline of the content whose words alone changed since it was planned."""
    settings = plan.frame.settings
    ids = plan.decisions.events
    events = OnDemand(ids, lambda id_: event_of(archive.entry(Kind.EVENT, id_)))
    nouns = {kind: archive.nouns(kind) for kind in Kind}
    places = nouns[Kind.PLACE]
    return RecalledTimeline(
        events=RecalledEvents(events),
        zones=OnDemand(ids, lambda id_: zone_of(events[id_], places, settings)),  # type: ignore[arg-type] # a place's entry has a place
        sources=nouns[Kind.SOURCE],  # type: ignore[arg-type] # see above
        people=nouns[Kind.PERSON],  # type: ignore[arg-type] # see above
        places=places,  # type: ignore[arg-type] # see above
        figures=nouns[Kind.FIGURE],  # type: ignore[arg-type] # see above
        pages=pages_in_order(nouns[Kind.PAGE].values()),  # type: ignore[arg-type] # see above
        media={path: record.original for path, record in media.items()},
        outlines=OnDemand(ids, lambda id_: outline_in(archive.entry(Kind.EVENT, id_))),
        digests=OnDemand(ids, lambda id_: archive.entry(Kind.EVENT, id_).digests),
        lock=lock,
        acknowledged={},  # of files that acknowledge anything, no words alone are taken over
        locate=nowhere,
    )


def event_of(entry: Entry) -> Event:
    """Return an entry's event; raise DamagedMemoryError where it has none."""
    if not isinstance(entry.noun, Event):
        raise DamagedMemoryError
    return entry.noun


def outline_in(entry: Entry) -> EventOutline:
    """Return an entry's outline; raise DamagedMemoryError where it has none."""
    if entry.outline is None:
        raise DamagedMemoryError
    return entry.outline


def nowhere(_kind: Kind, _id: str, _field: str) -> SourceLocation:
    """Raise NotRememberedError: a problem was found, which must be told with all others."""
    raise NotRememberedError


def paths_of(entries: Iterable[Entry]) -> dict[str, dict[str, str]]:
    """Return which file has which entry, by kind and id."""
    found: dict[str, dict[str, str]] = {}
    for entry in entries:
        found.setdefault(entry.kind, {}).setdefault(entry.id, entry.path)
    return found


def same_dates(events: Collection[Event]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the events whose dates are typed alike, where there are several."""
    by_date: dict[str, list[str]] = {}
    for event in events:
        by_date.setdefault(event.date.text, []).append(event.id)
    return {date: tuple(ids) for date, ids in by_date.items() if len(ids) > 1}
