"""Overview: how many events each day, month or year of a time has, and a way there."""

from msgspec import Struct

from generator.model.listing import Period
from generator.model.partial_date import PartialDate


class Bar(Struct, frozen=True, kw_only=True, gc=False):
    """One day, month or year; without events only the place of it, so that gaps can be seen.

    `path` leads to its events; `level` is 0 without events, else 1 to 8 by how many there are.
    `number` is the day of the month, the number of a month, or a year. `opens` is the month, or for
    months the year, that begins with this bar. `date` names a day, `period` a month or year.
    `is_break` stands for many years without events.
    """

    count: int = 0
    level: int = 0
    path: str = ""
    number: int
    opens: Period | None = None
    date: PartialDate | None = None
    period: Period | None = None
    is_break: bool = False


class Overview(Struct, frozen=True, kw_only=True, gc=False):
    """The bars of a time, and how many of its events belong to no single bar."""

    bars: tuple[Bar, ...]
    elsewhere: int = 0
    is_of_years: bool = False
