"""Clipping: what of rings and lines lies within a box, and on one side of the world's edge."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import copysign

Point = tuple[float, float]
Points = list[Point]
Box = tuple[float, float, float, float]  # left, top, right, bottom


def clipped(ring: Points, box: Box) -> Points:
    """Return the part of a ring within the box (Sutherland and Hodgman 1974); empty for none."""
    left, top, right, bottom = bounds(ring)
    if left > box[2] or right < box[0] or top > box[3] or bottom < box[1]:
        return []
    if left < box[0]:
        ring = half(ring, lambda point: point[0] - box[0])
    if right > box[2]:
        ring = half(ring, lambda point: box[2] - point[0])
    if top < box[1]:
        ring = half(ring, lambda point: point[1] - box[1])
    if bottom > box[3]:
        ring = half(ring, lambda point: box[3] - point[1])
    return ring


def half(ring: Points, depth: Callable[[Point], float]) -> Points:
    """Return the part of a ring where `depth` is not negative."""
    kept: Points = []
    if not ring:
        return kept
    before, deep = ring[-1], depth(ring[-1])
    for point in ring:
        now = depth(point)
        if (now >= 0) != (deep >= 0):
            part = deep / (deep - now)
            kept.append(
                (
                    before[0] + (point[0] - before[0]) * part,
                    before[1] + (point[1] - before[1]) * part,
                )
            )
        if now >= 0:
            kept.append(point)
        before, deep = point, now
    return kept


def bounds(points: Points) -> Box:
    """Return the box around points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def runs(line: Points, box: Box, jump: float) -> Iterator[Points]:
    """Yield the parts of a line that lie in the box; no step is longer than `jump`."""
    run: Points = []
    for point, following in pairwise(line):
        left, right = sorted((point[0], following[0]))
        top, bottom = sorted((point[1], following[1]))
        is_seen = right >= box[0] and left <= box[2] and bottom >= box[1] and top <= box[3]
        if is_seen and right - left <= jump:
            run = run or [point]
            run.append(following)
        elif run:
            yield run
            run = []
    if run:
        yield run


def unrolled(ring: Points, centre: float) -> Points:
    """Return a ring with longitudes from the centre that never jump.

    A ring around a pole does not end where it began; it is led to the pole and back.
    """
    x = (ring[0][0] - centre + 180) % 360 - 180
    points = [(x, ring[0][1])]
    for (before, _), (lon, lat) in pairwise([*ring, ring[0]]):
        x += (lon - before + 180) % 360 - 180
        points.append((x, lat))
    if abs(points[-1][0] - points[0][0]) > 180:  # noqa: PLR2004 - degrees
        pole = copysign(90.0, points[0][1])
        return [*points, (points[-1][0], pole), (points[0][0], pole)]
    return points[:-1]


def halves(ring: Points) -> Iterator[Points]:
    """Yield the parts of an unrolled ring between -180 and 180, wherever it was unrolled to."""
    left, _, right, _ = bounds(ring)
    for turn in (-360, 0, 360):
        if left + turn < 180 and right + turn > -180:  # noqa: PLR2004 - degrees
            part = clipped([(x + turn, y) for x, y in ring], (-180.0, -90.0, 180.0, 90.0))
            if part:
                yield part
