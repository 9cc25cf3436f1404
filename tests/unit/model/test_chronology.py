"""The order of events, and what `after` can and cannot say."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model.chronology import in_order, span_of
from generator.model.clock import WallTime
from generator.model.edtf import parse_edtf
from generator.model.event import Event, PartOfDay


def event(
    id_: str,
    date: str,
    *after: str,
    time: WallTime | None = None,
    part_of_day: PartOfDay | None = None,
) -> Event:
    return Event(
        id=id_,
        title=id_,
        date=parse_edtf(date),
        category="any",
        after=after,
        time=time,
        part_of_day=part_of_day,
    )


def order(*events: Event, zone: str = "Europe/Kyiv") -> str:
    spans = {each.id: span_of(each, zone) for each in events}
    return " ".join(each.id for each in in_order(events, spans))


def test_events_stand_by_their_earliest_day() -> None:
    assert order(event("b", "2022-03-02"), event("a", "2022-03-03"), event("c", "2021")) == "c b a"


def test_of_dates_with_one_beginning_the_finer_comes_last() -> None:
    events = [
        event("day", "2022-01-01"),
        event("month", "2022-01"),
        event("year", "2022"),
        event("span", "2022-01-01/2022-01-05"),
        event("open", "2022-01-01/.."),
        event("century", "20XX"),
    ]
    assert order(*events) == "century open year month span day"


def test_a_day_without_a_time_comes_before_its_times_and_parts() -> None:
    events = [
        event("night", "2022-03-02", part_of_day=PartOfDay.NIGHT),
        event("evening", "2022-03-02", part_of_day=PartOfDay.EVENING),
        event("noon", "2022-03-02", time=WallTime(12, 0)),
        event("afternoon", "2022-03-02", part_of_day=PartOfDay.AFTERNOON),
        event("midnight", "2022-03-02", time=WallTime(0, 0)),
        event("day", "2022-03-02"),
        event("next", "2022-03-03"),
    ]
    assert order(*events) == "day midnight afternoon noon evening night next"


def test_an_event_of_unknown_beginning_stands_at_its_end() -> None:
    assert order(
        event("by", "../2022-03-03"), event("a", "2022-03-02"), event("z", "2022-03-04")
    ) == ("a by z")


def test_after_orders_events_of_one_day_before_the_id_does() -> None:
    assert order(event("a", "2022-03-02", "b"), event("b", "2022-03-02")) == "b a"


def test_after_moves_an_event_behind_one_with_a_time() -> None:
    events = [
        event("a", "2022-03-02", "b"),
        event("b", "2022-03-02", time=WallTime(14, 0)),
        event("c", "2022-03-02", time=WallTime(15, 0)),
    ]
    assert order(*events) == "b a c"


def test_times_in_different_zones_are_compared_as_instants() -> None:
    early = event("kyiv", "2022-03-02", time=WallTime(12, 0))
    late = event("london", "2022-03-02", time=WallTime(11, 0))
    spans = {
        "kyiv": span_of(early, "Europe/Kyiv"),
        "london": span_of(late, "Europe/London"),
    }
    assert [each.id for each in in_order([late, early], spans)] == ["kyiv", "london"]


def test_summer_time_is_minded() -> None:
    winter = span_of(event("a", "2022-03-26", time=WallTime(12, 0)), "Europe/Kyiv")
    summer = span_of(event("b", "2022-03-27", time=WallTime(12, 0)), "Europe/Kyiv")
    assert summer.earliest - winter.earliest == 23 * 60


DATES = st.sampled_from(
    [
        "2022",
        "2022-03",
        "2022-03-02",
        "2022-03-03",
        "2022-03-2X",
        "202X",
        "../2022-03",
        "2022-03/..",
    ]
)


@given(
    dates=st.lists(DATES, min_size=1, max_size=8),
    edges=st.sets(st.tuples(*[st.integers(0, 7)] * 2)),
)
def test_the_order_holds_every_event_once_and_every_after(
    dates: list[str], edges: set[tuple[int, int]]
) -> None:
    events = [
        event(
            f"e{index}",
            date,
            *(f"e{first}" for first, last in sorted(edges) if last == index and first < index),
        )
        for index, date in enumerate(dates)
    ]
    spans = {each.id: span_of(each, "UTC") for each in events}
    ordered = [each.id for each in in_order(events, spans)]
    assert sorted(ordered) == sorted(each.id for each in events)
    for each in events:
        assert all(ordered.index(other) < ordered.index(each.id) for other in each.after)


@given(dates=st.lists(DATES, min_size=1, max_size=8), seed=st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_files(dates: list[str], seed: object) -> None:
    events = [event(f"e{index}", date) for index, date in enumerate(dates)]
    spans = {each.id: span_of(each, "UTC") for each in events}
    shuffled = list(events)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    assert in_order(events, spans) == in_order(shuffled, spans)
