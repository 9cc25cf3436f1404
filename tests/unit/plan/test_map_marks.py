"""Marks of the map: none overlaps another, areas stay areas, sizes say how many events."""

from itertools import combinations, pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.countries import EXTENTS
from generator.model.map_page import MapPlace
from generator.model.map_view import MapView
from generator.model.place import PlacePrecision
from generator.model.published import PublishedPlace
from generator.plan.map_marks import (
    APART,
    LEAST,
    MOST,
    areas_of,
    clusters,
    label_box,
    labelled,
    layers_of,
    reach_on,
)
from generator.plan.map_view import Extent, fitted

WIDE = ((680, ("wide",)),)
BOTH = (*WIDE, (284, ("narrow",)))
UKRAINE = fitted([Extent(*EXTENTS["UA"])])
WORLD = fitted([Extent(-180, -60, 180, 70)])


def place(name: str, lat: float, lon: float, precision: str = "settlement") -> PublishedPlace:
    return PublishedPlace(
        name=name,
        path=f"/places/{name}/",
        precision=PlacePrecision(precision),
        lat=lat,
        lon=lon,
    )


def counted(*places: PublishedPlace) -> list[MapPlace]:
    """Return the places with ever fewer events."""
    return [
        MapPlace(place=each, count=len(places) - number, by_step=())
        for number, each in enumerate(places)
    ]


spots = st.lists(st.tuples(st.floats(0, 680), st.floats(0, 450)), max_size=120)


@given(spots)
def test_no_two_marks_overlap_and_every_place_has_one(at: list[tuple[float, float]]) -> None:
    groups = clusters(at)
    firsts = [at[group[0]] for group in groups]
    assert sorted(number for group in groups for number in group) == list(range(len(at)))
    assert all(hypot(a[0] - b[0], a[1] - b[1]) >= APART for a, b in combinations(firsts, 2))
    assert clusters(list(at)) == groups
    assert 2 * MOST <= APART


def many(view: MapView, counts: list[int]) -> list[MapPlace]:
    across = [(0.03 + number * 0.618034) % 1 for number in range(len(counts))]
    nouns = [
        place(f"town-{number}", *view.place(share, (number + 1) / (len(counts) + 1)))
        for number, share in enumerate(across)
    ]
    return [
        MapPlace(place=noun, count=count, by_step=())
        for noun, count in zip(nouns, sorted(counts, reverse=True), strict=True)
    ]


@given(st.lists(st.integers(1, 500), min_size=1, max_size=80))
def test_labels_overlap_neither_marks_nor_each_other(counts: list[int]) -> None:
    view = fitted([Extent(*EXTENTS["SD"])])
    places = many(view, counts)
    (layer,) = layers_of(view, places, WIDE)
    size = (680.0, 680 * view.height / view.width)
    marks = list(labelled(layer.marks, places, size))
    assert tuple(marks) == layer.marks
    found = [
        label_box(mark, len(f"{places[mark.places[0]].place.name} {mark.count}"), mark.side, size)
        for mark in marks
        if mark.side and len(mark.places) == 1
    ]
    for one, other in combinations(found, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    assert all(LEAST <= mark.radius <= MOST for mark in marks)


def test_what_is_one_mark_on_a_wide_map_is_one_on_a_narrow_map() -> None:
    view = fitted([Extent(*EXTENTS["SD"])])
    places = many(view, list(range(1, 600)))
    wide, narrow = layers_of(view, places, BOTH)
    numbers = (len(narrow.marks), len(wide.marks), len(places))
    assert numbers == tuple(sorted(set(numbers)))
    joined = [set(mark.places) for mark in narrow.marks]
    for mark in wide.marks:
        assert any(set(mark.places) <= group for group in joined)
    assert sum(mark.count for mark in narrow.marks) == sum(each.count for each in places)


def test_a_mark_s_area_grows_with_the_number_of_events() -> None:
    view = fitted([Extent(*EXTENTS["SD"])])
    (layer,) = layers_of(view, many(view, [400, 100, 1]), WIDE)
    radii = [mark.radius - LEAST for mark in layer.marks]
    assert radii[0] == pytest.approx(2 * radii[1], abs=0.1)
    assert all(before >= after for before, after in pairwise(radii))


def test_a_mark_of_several_places_is_as_large_as_their_events_are_many() -> None:
    towns = [place(f"t{n}", 50.0, 25.0) for n in range(2)] + [place(f"k{n}", 47, 37) for n in "ab"]
    counts = [40, 40, 2, 2]
    places = [
        MapPlace(place=noun, count=count, by_step=())
        for noun, count in zip(towns, counts, strict=True)
    ]
    (layer,) = layers_of(UKRAINE, places, WIDE)
    large, small = layer.marks
    assert large.radius == MOST
    assert small.radius < large.radius


def test_an_area_is_no_point_of_a_cluster_and_its_mark_stands_in_it() -> None:
    town = place("simferopol", 44.95, 34.1)
    area = place("crimea", 45.0, 34.2, "region")
    places = counted(town, area)
    (layer,) = layers_of(UKRAINE, places, ((1000, ("wide",)),))
    assert [mark.places for mark in layer.marks] == [(0,), (1,)]
    (shape,) = areas_of(UKRAINE, places)
    ring = layer.marks[1].spot
    away = hypot((ring[0] - shape.spot[0]) * 10, (ring[1] - shape.spot[1]) * 10)
    assert 0 < away <= reach_on(UKRAINE, places[1], 1000)
    near, far = layer.marks[0].spot, ring
    high = 1000 * UKRAINE.height / UKRAINE.width
    assert hypot((near[0] - far[0]) * 10, (near[1] - far[1]) * high / 100) >= APART - 0.5


def test_an_area_that_is_smaller_than_a_mark_joins_its_neighbours_and_is_still_drawn() -> None:
    places = counted(place("simferopol", 44.95, 34.1), place("crimea", 45.0, 34.2, "region"))
    (layer,) = layers_of(WORLD, places, WIDE)
    assert [mark.places for mark in layer.marks] == [(0, 1)]
    assert [area.place for area in areas_of(WORLD, places)] == [1]


def test_layers_that_look_the_same_are_one() -> None:
    layers = layers_of(UKRAINE, counted(place("kyiv", 50.45, 30.52)), BOTH)
    assert [layer.names for layer in layers] == [("wide", "narrow")]


areas = st.tuples(
    st.floats(45, 52), st.floats(23, 39), st.sampled_from(["settlement", "district", "region"])
)


@given(st.lists(areas, max_size=60), st.sampled_from([284, 680, 1000]))
def test_every_place_has_a_mark_and_none_overlaps_another(
    found: list[tuple[float, float, str]], wide: int
) -> None:
    places = counted(*(place(f"p{n}", *each) for n, each in enumerate(found)))
    (layer,) = layers_of(UKRAINE, places, ((wide, ("wide",)),))
    high = wide * UKRAINE.height / UKRAINE.width
    spots = [(mark.spot[0] * wide / 100, mark.spot[1] * high / 100) for mark in layer.marks]
    assert all(hypot(a - x, b - y) >= APART - 0.5 for (a, b), (x, y) in combinations(spots, 2))
    shown = sorted(number for mark in layer.marks for number in mark.places)
    assert shown == list(range(len(places)))
