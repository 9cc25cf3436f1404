"""As it was known: an event is there from the day on which it was reported, and no earlier."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.claim import Claim
from generator.model.edtf import parse_edtf
from generator.model.event import Correction, CorrectionKind, Event
from generator.model.quote import Quote
from generator.model.source import Source
from generator.plan.as_known import as_known, day_reported, end_of, is_by

DATES = st.sampled_from(
    ["2022-03-01", "2022-03-02~", "2022-03", "2022-03-2X", "2022", "2022-03-04/..", "../2022-03-05"]
).map(parse_edtf)
MAYBE = st.none() | DATES
IDS = ("a", "b", "c")
SOURCES = st.fixed_dictionaries(
    {
        id_: st.builds(
            Source,
            id=st.just(id_),
            title=st.just("T"),
            publisher=st.just("P"),
            published=MAYBE,
            accessed=MAYBE,
        )
        for id_ in IDS
    }
)
USED = st.sampled_from(IDS)
EVENTS = st.builds(
    Event,
    id=st.just("x"),
    title=st.just("X"),
    date=DATES,
    category=st.just("c"),
    quotes=st.lists(st.builds(Quote, text=st.just("q"), source=USED), max_size=3).map(tuple),
    claims=st.lists(
        st.builds(Claim, figure=st.just("f"), claimant=st.just("p"), source=USED), max_size=3
    ).map(tuple),
    reported=MAYBE,
    published=MAYBE,
    corrections=st.lists(
        st.builds(Correction, date=DATES, kind=st.just(CorrectionKind.UPDATE), text=st.just("t")),
        max_size=3,
    ).map(tuple),
)
DAYS = st.integers(parse_edtf("2021-12-31").latest or 0, parse_edtf("2023-01-01").latest or 0)


def day(text: str) -> int:
    latest = parse_edtf(text).latest
    assert latest is not None
    return latest


def source(published: str = "", accessed: str = "") -> Source:
    return Source(
        id="s",
        title="T",
        publisher="P",
        published=parse_edtf(published) if published else None,
        accessed=parse_edtf(accessed) if accessed else None,
    )


def event(reported: str = "", published: str = "", date: str = "2022-03-01") -> Event:
    return Event(
        id="x",
        title="X",
        date=parse_edtf(date),
        category="c",
        quotes=(Quote(text="q", source="s"),),
        reported=parse_edtf(reported) if reported else None,
        published=parse_edtf(published) if published else None,
    )


@pytest.mark.parametrize(
    ("given_event", "given_source", "expected"),
    [
        (event(reported="2022-03-02"), source("2022-03-01"), "2022-03-02"),
        (event(reported="2022-03"), source("2022-03-01"), "2022-03-31"),
        (event(published="2026-01-01"), source("2022-03-05"), "2022-03-05"),
        (event(published="2026-01-01"), source(accessed="2022-03-09"), "2022-03-09"),
        (event(published="2026-01-01"), source(), "2026-01-01"),
        (event(date="2022-03-08"), source("2022-03-05"), "2022-03-08"),
    ],
    ids=["stated", "roughly stated", "its source", "its source as read", "here", "not before it"],
)
def test_the_day_of_report_is_the_best_that_is_known(
    given_event: Event, given_source: Source, expected: str
) -> None:
    assert day_reported(given_event, {"s": given_source}) == day(expected)


def test_what_bears_no_day_or_an_open_one_was_reported_nobody_knows_when() -> None:
    assert day_reported(event(), {"s": source()}) is None
    assert day_reported(event(reported="2022-03-01/.."), {"s": source("2022-03-01")}) is None


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(EVENTS, SOURCES, DAYS, DAYS)
def test_an_earlier_day_never_shows_more(
    event: Event, sources: dict[str, Source], one: int, other: int
) -> None:
    early, late = min(one, other), max(one, other)
    before, after = as_known(event, sources, early), as_known(event, sources, late)
    assert set(before.quotes) <= set(after.quotes) <= set(event.quotes)
    assert set(before.claims) <= set(after.claims) <= set(event.claims)
    assert set(before.corrections) <= set(after.corrections) <= set(event.corrections)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(EVENTS, SOURCES, DAYS)
def test_nothing_shown_is_from_later_than_the_day(
    event: Event, sources: dict[str, Source], day: int
) -> None:
    known = as_known(event, sources, day)
    used = [*(each.source for each in known.quotes), *(each.source for each in known.claims)]
    for id_ in used:
        out = sources[id_].published or sources[id_].accessed
        assert out is not None
        assert (out.earliest or 0) <= day
    assert all(is_by(each.date, day) for each in known.corrections)


def test_embargoes_are_looked_at_as_of_the_end_of_the_day_and_never_later_than_now() -> None:
    now = datetime(2024, 1, 1, tzinfo=UTC)
    assert end_of(None, now) == now
    assert end_of(parse_edtf("2022-03-02"), now).date() == datetime(2022, 3, 2, tzinfo=UTC).date()
    assert end_of(parse_edtf("2030-01-01"), now) == now
