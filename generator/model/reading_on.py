"""ReadingOn: where a reader of an event can go on, on the same day and near it in time."""

from msgspec import Struct

from generator.model.published import EventLink


class ThatDay(Struct, frozen=True, kw_only=True, gc=False):
    """What else bears an event's day.

    `path` leads to the day on its month's page, `count` are all its events, and `events` those
    that stand nearest in order, the event itself left out.
    """

    path: str
    count: int
    events: tuple[EventLink, ...]


class AlsoAbout(Struct, frozen=True, kw_only=True, gc=False):
    """An event near in time, and the names of what both have: "Mayor, Town, river"."""

    event: EventLink
    shared: str


class ReadingOn(Struct, frozen=True, kw_only=True, gc=False):
    """What an event's page offers next; `that_day` is None where nothing else bears the day."""

    that_day: ThatDay | None = None
    also_about: tuple[AlsoAbout, ...] = ()


NOTHING = ReadingOn()
