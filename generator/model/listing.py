"""Parts of pages that list things: groups of one date, periods, numbered pages."""

from msgspec import Struct

from generator.model.partial_date import PartialDate


class Period(Struct, frozen=True, kw_only=True, gc=False):
    """A year (`month` None) or a month, how many events it has, and the months of a year."""

    year: int
    path: str
    count: int
    month: int | None = None
    months: "tuple[Period, ...]" = ()


class DayGroup(Struct, frozen=True, kw_only=True, gc=False):
    """Neighbouring events that bear the same date, under one heading.

    `date` is the first event's; `anchor` its id on the page; `events` are ids; `is_continued`
    when the same heading stands above already. `landmark` is the month that begins here on a list
    of several, with how many events follow in it.
    """

    date: PartialDate
    anchor: str
    events: tuple[str, ...]
    is_continued: bool = False
    landmark: Period | None = None


class Pagination(Struct, frozen=True, kw_only=True, gc=False):
    """Where a page stands in a long list; `paths` are all its pages, `number` from 1."""

    number: int
    paths: tuple[str, ...]

    @property
    def previous(self) -> str | None:
        """The path of the page before, None on the first."""
        return self.paths[self.number - 2] if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The path of the page after, None on the last."""
        return self.paths[self.number] if self.number < len(self.paths) else None
