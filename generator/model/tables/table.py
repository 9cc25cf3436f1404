"""Table: one table of the open data, declared once, from which every form of it is made."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeAlias

from msgspec import Struct

from generator.model.partial_date import PartialDate, iso_day

Cell: TypeAlias = str | int | float | bool | None


class ColumnType(StrEnum):
    """What a column holds, in the words of Table Schema (Data Package 2.0)."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"


class Column(Struct, frozen=True, gc=False):
    """One column: its name, what it holds and says, and how a row's nouns give its value.

    `values` are all that it may hold; `refers_to` is the table whose key it holds; an empty text
    is no value.
    """

    name: str
    type: ColumnType
    meaning: str
    value: Callable[..., Cell]
    required: bool = False
    values: tuple[str, ...] = ()
    refers_to: str = ""
    least: int | None = None
    most: int | None = None


class Table(Struct, frozen=True, kw_only=True, gc=False):
    """One table: its rows are made by `rows`, of one event each time where `is_of_events`.

    `key` are the columns that tell rows apart. `has_quotes` says that words of others are in it,
    which are not the site's to license.
    """

    name: str
    title: str
    meaning: str
    columns: tuple[Column, ...]
    rows: Callable[[Any], Iterable[tuple[Any, ...]]]
    key: tuple[str, ...] = ("id",)
    is_of_events: bool = True
    has_quotes: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def text(name: str, meaning: str, value: Callable[..., str | None], **more: Any) -> Column:  # noqa: ANN401 - the fields of Column
    """Return a column of text."""
    return Column(name, ColumnType.STRING, meaning, value, **more)


def flag(name: str, meaning: str, value: Callable[..., bool]) -> Column:
    """Return a column that says yes or no."""
    return Column(name, ColumnType.BOOLEAN, meaning, value, required=True)


def number(name: str, meaning: str, value: Callable[..., Cell]) -> Column:
    """Return a column of numbers that may have decimals."""
    return Column(name, ColumnType.NUMBER, meaning, value)


def integer(name: str, meaning: str, value: Callable[..., int | None], **more: Any) -> Column:  # noqa: ANN401 - the fields of Column
    """Return a column of whole numbers."""
    return Column(name, ColumnType.INTEGER, meaning, value, **more)


def dated(
    name: str, meaning: str, value: Callable[..., PartialDate | None], *, prefix: str | None = None
) -> tuple[Column, Column, Column]:
    """Return a date as typed in EDTF, and the first and last day that it can mean.

    `prefix` is what the days' names begin with, the date's own name where it is None.
    """
    start = f"{name}_" if prefix is None else prefix
    return (
        text(name, meaning, lambda *row: typed(value(*row))),
        Column(f"{start}earliest", ColumnType.DATE, EARLIEST, lambda *row: first_day(value(*row))),
        Column(f"{start}latest", ColumnType.DATE, LATEST, lambda *row: last_day(value(*row))),
    )


EARLIEST = "First day that the date can mean; empty where open, or outside the years 1 to 9999."
LATEST = "Last day that the date can mean; empty where open, or outside the years 1 to 9999."


def typed(partial: PartialDate | None) -> str | None:
    """Return a date as typed."""
    return partial.text if partial else None


def first_day(partial: PartialDate | None) -> str | None:
    """Return the first day that a date can mean."""
    return iso_day(partial.earliest) if partial else None


def last_day(partial: PartialDate | None) -> str | None:
    """Return the last day that a date can mean."""
    return iso_day(partial.latest) if partial else None
