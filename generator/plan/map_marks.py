"""Marks: what stands for places on a map of some width, so that none overlaps another.

Where marks would overlap, the place with most events stands for the others. Everything here is
decided by counts, positions and names, so that the same places always give the same marks.
"""

from collections.abc import Iterator, Sequence
from math import hypot, sqrt

from msgspec.structs import replace

from generator.model.map_page import MapLayer, MapMark, MapPlace
from generator.model.map_view import MapView, Spot
from generator.model.projection import KM
from generator.plan.map_view import REACH, shape_is_known

LEAST, MOST = 5.0, 13.0  # radius of a mark in CSS pixels
APART = 28.0  # CSS pixels between two marks; each is a target of at least 24
LINE, LETTER = 17.0, 7.6  # height of a label and mean width of a letter, in CSS pixels
MOST_LABELS = 60
Box = tuple[float, float, float, float]
SIDES = ("end", "start", "above", "below")


def layers_of(
    view: MapView, places: Sequence[MapPlace], pixels: Sequence[int]
) -> tuple[MapLayer, ...]:
    """Return the marks for maps of so many CSS pixels, wide before narrow.

    `places` stand by number of events, the most first. What is one mark on a map is one on a
    narrower map.
    """
    spots = [view.share(each.place.lat or 0.0, each.place.lon or 0.0) for each in places]
    groups: list[tuple[int, ...]] = [(number,) for number in range(len(places))]
    layers = []
    for wide in pixels:
        size = (float(wide), wide * view.height / view.width)
        firsts = [(spots[group[0]][0] * size[0], spots[group[0]][1] * size[1]) for group in groups]
        groups = [
            tuple(each for number in joined for each in groups[number])
            for joined in clusters(firsts)
        ]
        most = max((sum(places[each].count for each in group) for group in groups), default=1)
        marks = [mark_of(view, places, group, spots[group[0]], most) for group in groups]
        layers.append(MapLayer(pixels=wide, marks=tuple(labelled(marks, places, size))))
    return tuple(layers)


def clusters(spots: Sequence[Spot], apart: float = APART) -> list[tuple[int, ...]]:
    """Return groups of numbers: the first of each is farther than `apart` from all other firsts.

    Each number joins the nearest first that came before it, so the order of the spots decides.
    """
    groups: dict[int, list[int]] = {}
    cells: dict[tuple[int, int], list[int]] = {}
    for number, (x, y) in enumerate(spots):
        column, row = int(x // apart), int(y // apart)
        near = [
            (hypot(spots[first][0] - x, spots[first][1] - y), first)
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for first in cells.get((column + dx, row + dy), ())
        ]
        away, first = min(near, default=(apart, -1))
        if away < apart:
            groups[first].append(number)
        else:
            groups[number] = [number]
            cells.setdefault((column, row), []).append(number)
    return [tuple(group) for group in groups.values()]


def mark_of(
    view: MapView, places: Sequence[MapPlace], group: tuple[int, ...], spot: Spot, most: int
) -> MapMark:
    """Return the mark of a group of places; its area grows with the number of events."""
    count = sum(places[each].count for each in group)
    radius = LEAST + (MOST - LEAST) * sqrt(count / max(1, most))
    return MapMark(
        spot=(round(spot[0] * 100, 2), round(spot[1] * 100, 2)),
        radius=MOST if len(group) > 1 else round(radius, 1),
        reach=reach_of(view, places[group[0]]) if len(group) == 1 else 0.0,
        places=group,
        count=count,
        anchor=anchor_of(places, group),
    )


def anchor_of(places: Sequence[MapPlace], group: Sequence[int]) -> str:
    """Return the id of the list of a group's places; empty for one place."""
    name = places[group[0]].place.path.strip("/").rpartition("/")[2]
    return f"near-{name}-{len(group)}" if len(group) > 1 else ""


def reach_of(view: MapView, place: MapPlace) -> float:
    """Return an area's radius in hundredths of the map's mean side, as SVG has it; 0 for none.

    A country whose shape the map knows needs no circle around it.
    """
    if shape_is_known(place.place):
        return 0.0
    mean_side = hypot(view.width, view.height) / sqrt(2)
    return round(REACH[place.place.precision] / KM / mean_side * 100, 2)


def labelled(marks: Sequence[MapMark], places: Sequence[MapPlace], size: Spot) -> Iterator[MapMark]:
    """Yield the marks, those with a label that overlaps nothing on the side where it fits."""
    taken = [around(mark, size) for mark in marks]
    for number, mark in enumerate(marks):
        if number >= MOST_LABELS:
            yield mark
            continue
        text = len(label_text(mark, places))
        for side in SIDES:
            box = label_box(mark, text, side, size)
            others = (other for index, other in enumerate(taken) if index != number)
            if is_within(box, size) and not any(overlap(box, other) for other in others):
                taken.append(box)
                mark = replace(mark, side=side)  # noqa: PLW2901 - the mark, now with a label
                break
        yield mark


def label_text(mark: MapMark, places: Sequence[MapPlace]) -> str:
    """Return about what a label says: the name, and how many events or other places."""
    name = places[mark.places[0]].place.name
    more = len(mark.places) - 1
    return f"{name} +{more}" if more else f"{name} {mark.count}"


def around(mark: MapMark, size: Spot) -> Box:
    """Return the box of a mark in CSS pixels: left, top, right, bottom."""
    x, y = mark.spot[0] / 100 * size[0], mark.spot[1] / 100 * size[1]
    radius = max(mark.radius, 8.0)
    return x - radius, y - radius, x + radius, y + radius


def label_box(mark: MapMark, letters: int, side: str, size: Spot) -> Box:
    """Return the box of a label of that many letters beside a mark."""
    left, top, right, bottom = around(mark, size)
    x, y, wide = (left + right) / 2, (top + bottom) / 2, letters * LETTER
    if side == "end":
        return right, y - LINE / 2, right + 4 + wide, y + LINE / 2
    if side == "start":
        return left - 4 - wide, y - LINE / 2, left, y + LINE / 2
    if side == "above":
        return x - wide / 2, top - LINE, x + wide / 2, top
    return x - wide / 2, bottom, x + wide / 2, bottom + LINE


def is_within(box: Box, size: Spot) -> bool:
    """Return whether a box is on the map."""
    return box[0] >= 0 and box[1] >= 0 and box[2] <= size[0] and box[3] <= size[1]


def overlap(one: Box, other: Box) -> bool:
    """Return whether two boxes overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
