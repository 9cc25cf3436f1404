"""The geometry of the world's countries, as it lies beside this file; PROVENANCE.md says whence."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import Path

import msgspec
from msgspec import Struct

CUT = 179.99  # degrees
FILE = Path(__file__).with_name("world.json")
LonLat = tuple[float, float]
Line = list[LonLat]
Ring = list[int]


class Geometry(Struct, frozen=True, gc=False):
    """Countries as polygons of rings of arcs; a border that two countries share is one arc.

    An arc is a flat list of steps of 1/`scale` degree, east and north, the first from 0, 0. A ring
    names arcs by number, ~number for one that is followed backwards. Rings may cross 180. `inner`
    are the lines between a country's regions.
    """

    scale: int
    arcs: tuple[list[int], ...]
    countries: dict[str, tuple[tuple[Ring, ...], ...]]
    inner: dict[str, tuple[list[int], ...]]


@lru_cache(maxsize=1)
def world() -> Geometry:
    """Return the geometry, read once."""
    return msgspec.json.decode(FILE.read_bytes(), type=Geometry)


def line_of(steps: list[int], scale: int) -> Line:
    """Return an arc's points in degrees: longitude, latitude."""
    xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
    return [(x / scale, y / scale) for x, y in zip(xs, ys, strict=True)]


def thinned(line: Line, tolerance: float) -> Line:
    """Return the line without points that are nearer than the tolerance to the one before."""
    kept = [line[0]]
    x, y = line[0]
    for point in line[1:-1]:
        if abs(point[0] - x) > tolerance or abs(point[1] - y) > tolerance:
            kept.append(point)
            x, y = point
    kept.append(line[-1])
    return kept


def untorn(line: Line) -> Iterator[Line]:
    """Yield a line without what runs along 180 degrees, where countries were cut."""
    part: Line = []
    for before, after in pairwise(line):
        if abs(before[0]) >= CUT and abs(after[0]) >= CUT:
            if part:
                yield part
            part = []
        else:
            part = part or [before]
            part.append(after)
    if part:
        yield part


def users_of(countries: dict[str, tuple[tuple[Ring, ...], ...]]) -> dict[int, list[str]]:
    """Return the countries on the sides of each arc, by its number; a coast has one."""
    users: dict[int, list[str]] = {}
    for code, polygons in countries.items():
        for arc in arcs_in(polygons):
            users.setdefault(arc, []).append(code)
    return users


def arcs_in(polygons: Iterable[Iterable[Ring]]) -> Iterator[int]:
    """Yield the number of each arc of some polygons."""
    for polygon in polygons:
        for ring in polygon:
            for arc in ring:
                yield arc if arc >= 0 else ~arc
