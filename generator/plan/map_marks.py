"""Marks: what stands for places on a map of some width, so that none overlaps another.

Where marks would overlap, the place with most events stands for the others. Everything here is
decided by counts, positions and names, so that the same places always give the same marks.
"""

from collections.abc import Iterator, Sequence
from math import cos, hypot, pi, sin, sqrt

from msgspec.structs import replace

from generator.model.map_page import MapArea, MapLayer, MapMark, MapPlace
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
    view: MapView, places: Sequence[MapPlace], widths: Sequence[tuple[int, tuple[str, ...]]]
) -> tuple[MapLayer, ...]:
    """Return the marks for maps of so many CSS pixels, with their names, wide before narrow.

    `places` stand by number of events, the most first. What is one mark on a map is one on a
    narrower map.
    """
    spots = [view.share(each.place.lat or 0.0, each.place.lon or 0.0) for each in places]
    groups: list[tuple[int, ...]] = [(number,) for number in range(len(places))]
    layers: list[MapLayer] = []
    for wide, names in widths:
        size = (float(wide), wide * view.height / view.width)
        around = [reach_on(view, each, wide) for each in places]
        found = grouped(groups, [(x * size[0], y * size[1]) for x, y in spots], around, size)
        groups = [group for group, _ in found]
        most = max((sum(places[each].count for each in group) for group in groups), default=1)
        marks = [
            mark_of(places, group, (x / size[0], y / size[1]), most) for group, (x, y) in found
        ]
        shown = tuple(labelled(marks, places, size))
        if layers and layers[-1].marks == shown:
            layers[-1] = replace(layers[-1], names=layers[-1].names + names)
        else:
            layers.append(MapLayer(pixels=wide, marks=shown, names=names))
    return tuple(layers)


def grouped(
    groups: Sequence[tuple[int, ...]], spots: Sequence[Spot], around: Sequence[float], size: Spot
) -> list[tuple[tuple[int, ...], Spot]]:
    """Return groups whose marks overlap nowhere, and where these stand, all in CSS pixels.

    An area that is wider than marks are is no point among others: its mark stands anywhere in it
    where there is room.
    """
    areas = [group for group in groups if len(group) == 1 and around[group[0]] >= APART]
    points = [group for group in groups if group not in set(areas)]
    found = [
        (tuple(each for number in joined for each in points[number]), spots[points[joined[0]][0]])
        for joined in clusters([spots[group[0]] for group in points])
    ]
    for group in areas:
        spot = free_spot(spots[group[0]], around[group[0]], [spot for _, spot in found], size)
        if spot is not None:
            found.append((group, spot))
        else:
            x, y = spots[group[0]]
            near = min(found, key=lambda each: hypot(each[1][0] - x, each[1][1] - y))
            found[found.index(near)] = ((*near[0], *group), near[1])
    return sorted(found, key=lambda each: each[0][0])


def free_spot(middle: Spot, reach: float, taken: Sequence[Spot], size: Spot) -> Spot | None:
    """Return the spot nearest to an area's middle, and in it, where a mark overlaps no other."""
    spots = [middle]
    for away in (APART, 1.5 * APART, 2 * APART):
        if away <= reach:
            turns = [turn * pi / 4 for turn in range(8)]
            spots += [(middle[0] + away * sin(t), middle[1] - away * cos(t)) for t in turns]
    for x, y in spots:
        is_on = MOST <= x <= size[0] - MOST and MOST <= y <= size[1] - MOST
        if (is_on or (x, y) == middle) and all(hypot(x - u, y - v) >= APART for u, v in taken):
            return x, y
    return None


def reach_on(view: MapView, place: MapPlace, wide: float) -> float:
    """Return how many CSS pixels around its middle an area is on a map of that width."""
    return REACH[place.place.precision] / view.km_wide * wide


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


def mark_of(places: Sequence[MapPlace], group: tuple[int, ...], spot: Spot, most: int) -> MapMark:
    """Return the mark of a group of places; its area grows with the number of events."""
    count = sum(places[each].count for each in group)
    return MapMark(
        spot=(round(spot[0] * 100, 2), round(spot[1] * 100, 2)),
        radius=round(LEAST + (MOST - LEAST) * sqrt(count / max(1, most)), 1),
        places=group,
        count=count,
        anchor=anchor_of(places, group),
    )


def anchor_of(places: Sequence[MapPlace], group: Sequence[int]) -> str:
    """Return the id of the list of a group's places; empty for one place."""
    name = places[group[0]].place.path.strip("/").rpartition("/")[2]
    return f"near-{name}-{len(group)}" if len(group) > 1 else ""


def areas_of(view: MapView, places: Sequence[MapPlace]) -> Iterator[MapArea]:
    """Yield the areas around places; a country whose shape the map knows needs none."""
    mean_side = hypot(view.width, view.height) / sqrt(2)
    for number, each in enumerate(places):
        reach = round(REACH[each.place.precision] / KM / mean_side * 100, 2)
        if reach and not shape_is_known(each.place):
            x, y = view.share(each.place.lat or 0.0, each.place.lon or 0.0)
            yield MapArea(number, (round(x * 100, 2), round(y * 100, 2)), reach)


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
