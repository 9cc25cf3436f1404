"""The overview: every event on one bar or counted apart, gaps kept, every bar a way there."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.model.edtf import parse_edtf
from generator.model.event import Event
from generator.model.outline import EventOutline, outline_of
from generator.plan.days import day_groups
from generator.plan.overview import (
    MOST_DAYS,
    overview_of_days,
    overview_of_months,
    overview_of_years,
)
from generator.plan.periods import periods_of

DATES = st.one_of(
    st.dates(date(2022, 2, 1), date(2022, 3, 20)).map(date.isoformat),
    st.sampled_from(["2022-02", "2022", "2022-02-24/2022-03-03", "[2022-03-01,2022-03-02]"]),
)


def outlines(dates: list[str]) -> list[EventOutline]:
    """Return the outline of an invented event for each date."""
    return [
        outline_of(Event(id=f"e{n}", title="x", date=parse_edtf(text), category="talk"))
        for n, text in enumerate(dates)
    ]


@given(st.lists(DATES, min_size=1, max_size=30))
def test_every_event_stands_on_one_bar_or_is_counted_apart(dates: list[str]) -> None:
    events = outlines(sorted(dates))
    for made in (overview_of_days(events, lambda _: "/"), overview_of_months(periods_of(events))):
        if made is not None:
            assert sum(bar.count for bar in made.bars) + made.elsewhere == len(events)
            assert all((bar.level == 0) == (bar.count == 0) == (not bar.path) for bar in made.bars)
            assert max(bar.level for bar in made.bars) == 8


@given(st.lists(DATES, min_size=1, max_size=30))
def test_every_bar_of_a_day_leads_to_a_heading_of_the_list(dates: list[str]) -> None:
    events = outlines(sorted(dates))
    anchors = {f"/#{group.anchor}" for group in day_groups(events)}
    made = overview_of_days(events, lambda _: "/")
    if made is not None:
        assert {bar.path for bar in made.bars if bar.path} <= anchors


def test_days_without_events_keep_their_place() -> None:
    made = overview_of_days(outlines(["2022-02-27", "2022-03-02"]), lambda _: "/")
    assert made is not None
    assert [bar.number for bar in made.bars] == [27, 28, 1, 2]
    assert [bar.count for bar in made.bars] == [1, 0, 0, 1]
    assert [bar.opens is not None for bar in made.bars] == [True, False, True, False]


def test_a_long_time_is_counted_by_month() -> None:
    events = outlines(["2021-11-05", "2022-02-01", "2022-02"])
    assert (date(2022, 2, 1) - date(2021, 11, 5)).days > MOST_DAYS
    assert overview_of_days(events, lambda _: "/") is None
    made = overview_of_months(periods_of(events))
    assert made is not None
    assert [bar.count for bar in made.bars] == [1, 0, 0, 2]
    assert [bar.number for bar in made.bars] == [11, 12, 1, 2]


def test_a_very_long_time_is_counted_by_year_with_a_break_where_nothing_is_for_long() -> None:
    events = outlines(["-0043", "1991-08-24", "1994", "2022-02-24", "2022-03-01"])
    periods = periods_of(events)
    assert overview_of_months(periods) is None
    made = overview_of_years(periods)
    assert made is not None
    assert [bar.number for bar in made.bars if bar.is_break] == [1990, 2021]
    shown = [(bar.number, bar.count) for bar in made.bars if not bar.is_break]
    assert shown == [(-43, 1), (1991, 1), (1992, 0), (1993, 0), (1994, 1), (2022, 2)]


@given(st.lists(st.integers(-500, 2500), min_size=1, max_size=40))
def test_every_year_with_events_has_a_bar_that_leads_there(years: list[int]) -> None:
    texts = [f"{year:05}" if year < 0 else f"{year:04}" for year in sorted(years)]
    periods = periods_of(outlines(texts))
    made = overview_of_years(periods)
    bars = made.bars if made else ()
    assert [bar.path for bar in bars if bar.count] == [year.path for year in periods if made]
    assert (made is None) == (len(set(years)) == 1)
