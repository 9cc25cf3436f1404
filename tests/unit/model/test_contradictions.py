"""What `after` cannot say: what runs in a circle or against the dates."""

from collections.abc import Iterable, Mapping
from itertools import pairwise, permutations

from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.chronology import Span, in_order, span_of
from generator.model.contradictions import MOST_NAMED, Contradiction, contradictions
from generator.model.edtf import parse_edtf
from generator.model.event import Event

After = dict[str, tuple[str, ...]]


def event(id_: str, date: str, *after: str) -> Event:
    return Event(id=id_, title=id_, date=parse_edtf(date), category="any", after=after)


def spans_of(events: Iterable[Event]) -> dict[str, Span]:
    return {each.id: span_of(each, "UTC") for each in events}


def found_in(*events: Event) -> list[Contradiction]:
    return contradictions(events, spans_of(events))


def faults(*events: Event) -> list[tuple[tuple[str, ...], bool]]:
    return [(found.chain, found.is_cycle) for found in found_in(*events)]


def test_a_circle_is_reported_once_with_its_way() -> None:
    events = [
        event("a", "2022", "b"),
        event("b", "2022", "c"),
        event("c", "2022", "a"),
        event("d", "2022", "a"),
    ]
    assert faults(*events) == [(("a", "b", "c", "a"), True)]


def test_an_event_after_itself_is_a_circle() -> None:
    assert faults(event("a", "2022", "a")) == [(("a", "a"), True)]


def test_circles_that_share_no_event_are_all_reported_and_each_the_short_way() -> None:
    events = [
        event("a", "2022", "b", "x"),
        event("b", "2022", "c", "a"),
        event("c", "2022", "a"),
        event("x", "2022", "y"),
        event("y", "2022", "x", "a"),
    ]
    assert faults(*events) == [(("a", "b", "a"), True), (("x", "y", "x"), True)]


def test_after_a_later_day_is_a_contradiction_also_through_others() -> None:
    events = [event("a", "2022-03-01", "b"), event("b", "2022-03", "c"), event("c", "2022-03-02")]
    assert faults(*events) == [(("a", "b", "c"), False)]


def test_what_comes_after_a_contradiction_is_none_of_its_own() -> None:
    events = [
        event("a", "2022-03-01", "b"),
        event("b", "2022-03-01", "c"),
        event("c", "2022-03-02"),
    ]
    assert faults(*events) == [(("b", "c"), False)]


def test_dates_are_judged_beside_a_circle_too() -> None:
    events = [
        event("a", "2022-03-01", "b"),
        event("b", "2022-03", "c"),
        event("c", "2022-03", "b", "d"),
        event("d", "2022-03-02"),
    ]
    assert faults(*events) == [(("b", "c", "b"), True), (("a", "b", "c", "d"), False)]


def test_after_an_event_that_may_be_earlier_is_none() -> None:
    assert faults(event("a", "2022-03-01", "b"), event("b", "2022")) == []


def chain_of(length: int) -> list[Event]:
    """Return events of one year, each after the next by id."""
    return [
        event(f"e{number:05}", "2022", *([f"e{number + 1:05}"] if number < length - 1 else []))
        for number in range(length)
    ]


def test_ten_thousand_events_may_each_come_after_the_next() -> None:
    chain = chain_of(10_000)
    assert found_in(*chain) == []
    assert list(in_order(chain, spans_of(chain))) == chain[::-1]


def test_of_a_long_chain_the_first_and_the_last_are_named_and_the_others_counted() -> None:
    first, last = event("a", "2022-03-01", "e00000"), event("z", "2022-03-02")
    chain = chain_of(10_000)
    chain[-1] = event("e09999", "2022", "z")
    (found,) = found_in(first, *chain, last)
    assert found.chain == ("a", *(f"e{number:05}" for number in range(MOST_NAMED - 1)), "z")
    assert found.unnamed == 10_000 - (MOST_NAMED - 1)


def test_of_a_long_circle_the_first_are_named_and_the_others_counted() -> None:
    chain = chain_of(10_000)
    chain[-1] = event("e09999", "2022", "e00000")
    (found,) = found_in(*chain)
    assert found.chain == (*(f"e{number:05}" for number in range(MOST_NAMED)), "e00000")
    assert found.unnamed == 10_000 - MOST_NAMED


def test_events_that_all_come_after_all_others_are_one_circle_of_two() -> None:
    ids = [f"e{number:03}" for number in range(300)]
    events = [event(id_, "2022", *(other for other in ids if other != id_)) for id_ in ids]
    found = found_in(*events)
    assert all(len(circle.chain) == 3 for circle in found)
    assert found


def reached(after: After, start: str) -> set[str]:
    """Return what can be reached from an event, itself only where a circle leads back."""
    seen: set[str] = set()
    waiting = [start]
    for here in waiting:
        for earlier in after.get(here, ()):
            if earlier not in seen:
                seen.add(earlier)
                waiting.append(earlier)
    return seen


def forbidden_slowly(after: After, spans: Mapping[str, Span]) -> set[tuple[str, str]]:
    """Return each `after` that the dates forbid, judged without the forbidden ones before it."""
    held = dict(after)
    forbidden: set[tuple[str, str]] = set()
    order = next(
        order
        for order in permutations(sorted(spans))
        if all(order.index(earlier) < order.index(id_) for id_ in after for earlier in after[id_])
    )
    for id_ in order:
        too_late = {
            earlier
            for earlier in after.get(id_, ())
            if any(
                spans[one].earliest > spans[id_].latest
                for one in {earlier, *reached(held, earlier)}
            )
        }
        forbidden |= {(id_, earlier) for earlier in too_late}
        held[id_] = tuple(one for one in after.get(id_, ()) if one not in too_late)
    return forbidden


DATES = st.sampled_from(
    ["2022", "2022-03", "2022-03-02", "2022-03-03", "2022-03-2X", "../2022-03", "2022-03/.."]
)
EDGES = st.lists(st.tuples(*[st.integers(0, 5)] * 2), unique=True)


def events_of(dates: list[str], edges: list[tuple[int, int]]) -> list[Event]:
    return [
        event(
            f"e{number}",
            date,
            *(f"e{first}" for last, first in edges if last == number and first < len(dates)),
        )
        for number, date in enumerate(dates)
    ]


@given(dates=st.lists(DATES, min_size=1, max_size=6), edges=EDGES)
def test_the_dates_forbid_what_a_slow_search_finds(
    dates: list[str], edges: list[tuple[int, int]]
) -> None:
    events = events_of(dates, [(last, first) for last, first in edges if first < last])
    spans = spans_of(events)
    after = {each.id: each.after for each in events}
    found = contradictions(events, spans)
    assert {one.chain[:2] for one in found} == forbidden_slowly(after, spans)
    for one in found:
        assert all(earlier in after[later] for later, earlier in pairwise(one.chain))
        *before, last = one.chain
        assert spans[last].earliest > spans[one.chain[0]].latest
        assert all(spans[id_].earliest <= spans[one.chain[0]].latest for id_ in before)


@given(edges=EDGES)
@example(edges=[(0, 1), (1, 0), (1, 2), (2, 1)])
def test_there_is_a_circle_where_a_slow_search_finds_one(edges: list[tuple[int, int]]) -> None:
    events = events_of(["2022"] * 6, edges)
    after = {each.id: each.after for each in events}
    found = found_in(*events)
    assert all(one.is_cycle for one in found)
    assert bool(found) == any(id_ in reached(after, id_) for id_ in after)
    told = [id_ for one in found for id_ in one.chain[:-1]]
    assert len(told) == len(set(told))
    for one in found:
        assert one.chain[0] == one.chain[-1]
        assert all(earlier in after[later] for later, earlier in pairwise(one.chain))
