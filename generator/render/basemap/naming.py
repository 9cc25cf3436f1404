"""Names of countries on the map: where there is room for them, and nothing else stands."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from generator.model.map_view import SHEET, MapView
from generator.render.basemap.clipping import Box, Points, bounds, clipped
from generator.render.basemap.drawing import drawing_of

LETTER, LINE = 8.6, 20.0  # mean width of a letter and height of a name, in CSS pixels
ROWS = 14


class LandName(Struct, frozen=True, gc=False):
    """A country's name and the middle of where it stands, in hundredths of the map."""

    name: str
    spot: tuple[float, float]


def land_names(
    view: MapView, pixels: int, taken: Iterable[Box], name_of: Callable[[str], str]
) -> tuple[LandName, ...]:
    """Return the names that fit on a map so many CSS pixels wide, largest country first.

    `taken` are boxes in CSS pixels that must stay free.
    """
    scale = pixels / SHEET
    frame = (4 / scale, 4 / scale, SHEET - 4 / scale, view.sheet_height - 4 / scale)
    used = list(taken)
    named = []
    for code, piece in largest_pieces(drawing_of(view).pieces, frame):
        name = name_of(code)
        box = box_for(piece, len(name) * LETTER / scale, LINE / scale, used, scale)
        if box is not None and name != code:
            used.append(box)
            middle = ((box[0] + box[2]) / 2 / pixels, (box[1] + box[3]) / 2)
            spot = (middle[0] * 100, middle[1] / (view.sheet_height * scale) * 100)
            named.append(LandName(name, (round(spot[0], 1), round(spot[1], 1))))
    return tuple(named)


def largest_pieces(pieces: dict[str, list[Points]], frame: Box) -> list[tuple[str, Points]]:
    """Return each country's largest piece within the frame, the largest first."""
    found = []
    for code, parts in pieces.items():
        within = [part for each in parts if (part := clipped(each, frame))]
        if within:
            largest = max(within, key=area)
            found.append((area(largest), code, largest))
    found.sort(key=lambda each: (-each[0], each[1]))
    return [(code, largest) for _, code, largest in found]


def area(ring: Points) -> float:
    """Return a ring's area."""
    closed = pairwise([*ring, ring[0]])
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in closed)) / 2


def box_for(
    ring: Points, wide: float, high: float, used: Sequence[Box], scale: float
) -> Box | None:
    """Return the roomiest box of that size in a ring, in CSS pixels; None where there is none."""
    _, top, _, bottom = bounds(ring)
    best: tuple[float, Box] | None = None
    for row in range(1, ROWS):
        y = top + (bottom - top) * row / ROWS
        for left, right in shared(*(spans(ring, y + high * shift) for shift in (-0.5, 0.0, 0.5))):
            room = right - left - wide
            middle = (left + right) / 2
            sides = (middle - wide / 2, y - high / 2, middle + wide / 2, y + high / 2)
            box = (sides[0] * scale, sides[1] * scale, sides[2] * scale, sides[3] * scale)
            is_better = room > 0 and (best is None or room > best[0])
            if is_better and not any(overlaps(box, other) for other in used):
                best = (room, box)
    return best[1] if best else None


def spans(ring: Points, y: float) -> list[tuple[float, float]]:
    """Return the parts of a horizontal line that are within a ring."""
    crossings = sorted(
        ax + (bx - ax) * (y - ay) / (by - ay)
        for (ax, ay), (bx, by) in pairwise([*ring, ring[0]])
        if (ay > y) != (by > y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=False))


def shared(*rows: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return what several rows of spans have in common."""
    found = list(rows[0])
    for row in rows[1:]:
        found = [
            (max(left, other[0]), min(right, other[1]))
            for left, right in found
            for other in row
            if max(left, other[0]) < min(right, other[1])
        ]
    return found


def overlaps(one: Box, other: Box) -> bool:
    """Return whether two boxes overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
