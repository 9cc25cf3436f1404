"""The committed geometry is what it is said to be, and is drawn as it is anywhere in the world."""

import re
from functools import cache
from hashlib import sha256
from itertools import pairwise
from math import hypot

import pytest

from generator.model.countries import EXTENTS, GEOMETRY
from generator.model.map_view import SHEET, MapView
from generator.model.projection import FAR
from generator.plan.map_view import Extent, fitted
from generator.render.basemap import drawing_of, land_names
from generator.render.basemap.clipping import Box, bounds, unrolled
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


@cache
def outlines() -> list[tuple[str, Ring, Box]]:
    """Return every ring of every country, unrolled, and the box around it."""
    found = []
    for code, polygons in world().countries.items():
        for polygon in polygons:
            for arcs in polygon:
                ring = unrolled(ring_of(arcs), 0.0)
                found.append((code, ring, bounds(ring)))
    return found


def is_inside(x: float, y: float, ring: Ring) -> bool:
    """Return whether the even-odd rule fills a point."""
    inside = False
    for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
        if (ay > y) != (by > y) and (bx - ax) * (y - ay) / (by - ay) + ax > x:
            inside = not inside
    return inside


def countries_at(lat: float, lon: float) -> list[str]:
    """Return the countries at a point, by the even-odd rule."""
    found: dict[str, bool] = {}
    for code, ring, (west, south, east, north) in outlines():
        for x in (lon - 360, lon, lon + 360):
            if west <= x <= east and south <= lat <= north and is_inside(x, lat, ring):
                found[code] = not found.get(code, False)
    return [code for code, is_there in found.items() if is_there]


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
    "Greenland": view_of("GL"),
    "Alert": fitted([Extent(-62.3, 82.5, -62.3, 82.5)], ("CA",)),
    "the sea at 85 north": fitted([Extent(30, 85, 30, 85)]),
    "the North Pole": fitted([Extent(0, 90, 0, 90)]),
    "the Arctic": fitted([Extent(-180, 66, 180, 85)]),
    "one place at the South Pole": fitted([Extent(0, -90, 0, -90)], ("AQ",)),
    "the Antarctic Peninsula": fitted([Extent(-60, -65, -60, -65)], ("AQ",)),
    "from Svalbard to Madagascar": fitted([Extent(30, -20, 30, 78)]),
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


def rings_of(path: str) -> list[Ring]:
    """Return the points of path data's rings on the sheet."""
    found = []
    for part in path.split("M")[1:]:
        start, _, steps = part.removesuffix("z").partition("l")
        x, y = map(int, start.split())
        ring = [(float(x), float(y))]
        numbers = list(map(int, STEP.findall(steps)))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((float(x), float(y)))
        found.append(ring)
    return found


@pytest.mark.parametrize("name", VIEWS)
def test_land_is_drawn_where_land_is_and_sea_where_sea_is(name: str) -> None:
    view = VIEWS[name]
    rings = rings_of(drawing_of(view).land + drawing_of(view).home)
    seen = 0
    for across in range(1, 8):
        for down in range(1, 6):
            x, y = across * SHEET / 8, down * view.sheet_height / 6
            # A point whose surroundings are all land or all sea, so that no thinned coast decides.
            around = [(x, y), *((x + dx, y + dy) for dx in (-30, 30) for dy in (-30, 30))]
            places = [view.place(u / SHEET, v / view.sheet_height) for u, v in around]
            if len(there := {bool(countries_at(*place)) for place in places}) == 1:
                is_land = sum(is_inside(x, y, ring) for ring in rings) % 2 == 1
                assert there == {is_land}, places[0]
                seen += 1
    assert seen > 15


@pytest.mark.parametrize("name", VIEWS)
def test_no_corner_of_a_map_lies_where_the_projection_stops(name: str) -> None:
    view = VIEWS[name]
    if not view.projection.is_world:
        left, top = view.left, view.top
        corners = [(x, y) for x in (left, left + view.width) for y in (top, top - view.height)]
        assert max(hypot(x, y) for x, y in corners) <= FAR


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("Greenland", {"GL", "CA", "IS"}, {"AQ"}),
        ("Alert", {"CA", "GL"}, {"AQ", "RU"}),
        ("the North Pole", set[str](), {"AQ"}),
        ("one place at the South Pole", {"AQ"}, set[str]()),
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
