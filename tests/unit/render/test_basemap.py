"""The committed geometry is what it is said to be, and is drawn as it is anywhere in the world."""

import re
from functools import cache
from hashlib import sha256
from itertools import pairwise

import pytest

from generator.model.countries import EXTENTS, GEOMETRY
from generator.model.map_view import MapView
from generator.plan.map_view import Extent, fitted
from generator.render.basemap import drawing_of, land_names
from generator.render.basemap.clipping import unrolled
from generator.render.basemap.geometry import FILE, line_of, world

Ring = list[tuple[float, float]]


def view_of(*codes: str) -> MapView:
    return fitted([Extent(*EXTENTS[code]) for code in codes], codes)


@cache
def lines() -> list[Ring]:
    return [line_of(each, world().scale) for each in world().arcs]


def ring_of(arcs: list[int]) -> Ring:
    return [
        point for arc in arcs for point in (lines()[arc] if arc >= 0 else lines()[~arc][::-1])[:-1]
    ]


def is_inside(lon: float, lat: float, ring: Ring) -> bool:
    lats = [y for _, y in ring]
    if not min(lats) <= lat <= max(lats):
        return False
    inside = False
    flat = unrolled(ring, lon)
    for (ax, ay), (bx, by) in pairwise([*flat, flat[0]]):
        if (ay > lat) != (by > lat) and (bx - ax) * (lat - ay) / (by - ay) + ax > 0:
            inside = not inside
    return inside


def countries_at(lat: float, lon: float) -> list[str]:
    found = []
    for code, polygons in world().countries.items():
        for outer, *holes in polygons:
            in_hole = any(is_inside(lon, lat, ring_of(hole)) for hole in holes)
            if is_inside(lon, lat, ring_of(outer)) and not in_hole:
                found.append(code)
    return found


@pytest.mark.parametrize(
    ("lat", "lon", "codes"),
    [
        pytest.param(44.95, 34.10, ["UA"], id="Simferopol"),
        pytest.param(44.58, 33.56, ["UA"], id="Sevastopol"),
        pytest.param(45.33, 36.40, ["UA"], id="Kerch"),
        pytest.param(48.00, 37.80, ["UA"], id="Donetsk"),
        pytest.param(48.57, 39.30, ["UA"], id="Luhansk"),
        pytest.param(46.11, 33.69, ["UA"], id="Armiansk"),
        pytest.param(45.04, 38.98, ["RU"], id="Krasnodar"),
        pytest.param(47.01, 28.86, ["MD"], id="Chisinau"),
        pytest.param(15.60, 32.50, ["SD"], id="Khartoum"),
        pytest.param(-17.80, 178.00, ["FJ"], id="Viti Levu"),
        pytest.param(66.00, -175.00, ["RU"], id="Chukotka, beyond 180"),
    ],
)
def test_a_city_is_in_its_country_and_in_no_other(lat: float, lon: float, codes: list[str]) -> None:
    assert countries_at(lat, lon) == codes


def test_no_line_has_more_than_two_countries_beside_it() -> None:
    """Countries that share their lines cannot overlap along them."""
    uses: dict[int, int] = {}
    for polygons in world().countries.values():
        for polygon in polygons:
            for ring in polygon:
                for arc in ring:
                    number = arc if arc >= 0 else ~arc
                    uses[number] = uses.get(number, 0) + 1
    assert set(uses.values()) == {1, 2}


def test_the_geometry_is_small_and_the_one_that_the_table_was_written_with() -> None:
    data = FILE.read_bytes()
    assert len(data) <= 600_000
    assert sha256(data).hexdigest() == GEOMETRY
    assert FILE.with_name("PROVENANCE.md").is_file()
    assert FILE.with_name("LICENSE-basemap.txt").is_file()


VIEWS = {
    "Ukraine": view_of("UA"),
    "Sudan": view_of("SD"),
    "Fiji": fitted([Extent(178.4, -18.1, 181.2, -17.0)], ("FJ",)),
    "Russia": view_of("RU"),
    "New Zealand and Chile": view_of("NZ", "CL"),
    "the world": fitted(
        [Extent(-74, 40, -74, 40), Extent(77, 28, 77, 28), Extent(151, -34, 151, -34)]
    ),
    "the Pacific": fitted([Extent(140, 35, 140, 35), Extent(-122, 37, -122, 37)]),
    "the South Pole": fitted([Extent(-180, -85, 180, -70)], ("AQ",)),
    "one city": fitted([Extent(30.5, 50.4, 30.5, 50.4)], ("UA",)),
}
STEP = re.compile(r"-?\d+")


@pytest.mark.parametrize("name", VIEWS)
def test_nothing_is_drawn_outside_the_sheet(name: str) -> None:
    view = VIEWS[name]
    drawing = drawing_of(view)
    for path in (drawing.land, drawing.home, drawing.coast, drawing.border):
        for part in path.split("M")[1:]:
            start, _, steps = part.removesuffix("z").partition("l")
            x, y = map(int, start.split())
            numbers = list(map(int, STEP.findall(steps)))
            for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
                assert abs(dx) <= 2100
                x, y = x + dx, y + dy
                if "z" in part:
                    assert -9 <= x <= 2009
                    assert -9 <= y <= view.sheet_height + 9


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("Ukraine", {"UA", "RU", "RO", "MD", "PL", "BY"}, {"FR", "CN"}),
        ("Fiji", {"FJ"}, {"US", "RU", "AU"}),
        ("the world", {"UA", "US", "AU", "AQ", "SD"}, set[str]()),
        ("the South Pole", {"AQ"}, {"UA"}),
        ("New Zealand and Chile", {"NZ", "CL"}, set[str]()),
    ],
)
def test_the_countries_in_sight_are_drawn(name: str, inside: set[str], outside: set[str]) -> None:
    pieces = set(drawing_of(VIEWS[name]).pieces)
    assert inside <= pieces
    assert not outside & pieces


def test_a_whole_world_weighs_less_than_a_photograph() -> None:
    drawing = drawing_of(VIEWS["the world"])
    assert len(drawing.land + drawing.border + drawing.coast) < 260_000


def test_names_of_countries_stand_apart_and_on_land() -> None:
    view = VIEWS["Ukraine"]
    kyiv = (250.0, 130.0, 300.0, 160.0)
    names = land_names(view, 680, [kyiv], lambda code: f"Land of {code}")
    assert {"Land of UA", "Land of RO"} <= {each.name for each in names}
    spots = [(each.spot[0] * 6.8, each.spot[1] * 6.8 * view.height / view.width) for each in names]
    for x, y in spots:
        assert not (250 < x < 300 and 130 < y < 160)
        lat, lon = view.place(x / 680, y / (680 * view.height / view.width))
        assert len(countries_at(lat, lon)) == 1
