"""Labels of charts: the amounts beside marks, wherever there is room for them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.render.chart_marks import (
    ARROW,
    FOOT,
    LETTER,
    NARROW,
    WIDE,
    Label,
    Mark,
    Series,
)

MOST_LABELS = 24  # of so many claims each may say its amount
SHAPE = 6.0  # pixels from a shape's middle to its edge
FRAMED = {"disputed", "refuted", "withdrawn", "milestone"}
OUT = 12.0  # pixels that a label may stand out of the chart on the right and below
Box = tuple[float, float, float, float]


class Field(Struct, frozen=True):
    """The chart at some width, and what no label may stand on."""

    wide: float
    taken: list[Box]

    def across(self, share: float) -> float:
        """Return where a share of the width is."""
        return share * self.wide / 100


def labelled(series: Sequence[Series], axis: int) -> tuple[Series, ...]:
    """Return the series, their marks with labels that overlap nothing on any chart."""
    narrow, wide = (placed(series, width - axis) for width in (NARROW, WIDE))
    found = []
    for number, each in enumerate(series):
        marks = []
        for at, mark in enumerate(each.marks):
            one, other = narrow.get((number, at)), wide.get((number, at))
            both = (one, None) if one == other else (named(one, "narrow"), named(other, "wide"))
            marks.append(replace(mark, labels=tuple(filter(None, both))))
        found.append(replace(each, marks=tuple(marks)))
    return tuple(found)


def named(label: Label | None, at: str) -> Label | None:
    """Return the label of charts of one width."""
    return replace(label, at=at) if label else None


def placed(series: Sequence[Series], wide: float) -> dict[tuple[int, int], Label]:
    """Return the labels that fit on a chart of that width, by the numbers of series and mark."""
    field = Field(wide, [])
    every = [(n, at, mark) for n, each in enumerate(series) for at, mark in enumerate(each.marks)]
    for *_, mark in every:
        field.taken.extend(boxes_of(mark, field))
    for each in series:
        for x1, y1, x2, y2 in each.steps:
            left, right = sorted((field.across(x1), field.across(x2)))
            field.taken.append((left, min(y1, y2) - 1, right, max(y1, y2) + 1))
    found: dict[tuple[int, int], Label] = {}
    for number, at, mark in sorted(every, key=lambda each: not is_needed(each[2])):
        if is_needed(mark) or (len(every) <= MOST_LABELS and not is_covered(mark, every, field)):
            label = free_label(mark, field)
            if label is not None:
                found[number, at] = label
    return found


def is_needed(mark: Mark) -> bool:
    """Return whether a mark without its amount would say little."""
    return not {"milestone", "beyond"}.isdisjoint(mark.signs)


def is_covered(mark: Mark, every: Sequence[tuple[int, int, Mark]], field: Field) -> bool:
    """Return whether one that is drawn later stands on the mark."""
    x = field.across(mark.left) + mark.shift
    later = [other for *_, other in every]
    return any(
        abs(field.across(other.left) + other.shift - x) < SHAPE
        and abs(other.top - mark.top) < SHAPE
        for other in later[later.index(mark) + 1 :]
    )


def free_label(mark: Mark, field: Field) -> Label | None:
    """Return the first place for the mark's amount where nothing stands; taken from then on."""
    candidates = [(label, label_box(label, mark, field)) for label in sides_of(mark)]
    within = [
        (label, box)
        for label, box in candidates
        if box[0] >= 0 and box[2] <= field.wide + OUT and box[1] >= 0 and box[3] <= FOOT + OUT
    ]
    for label, box in within:
        if not any(overlap(box, other) for other in field.taken):
            field.taken.append(box)
            return label
    if within and is_needed(mark):
        field.taken.append(within[0][1])
        return within[0][0]
    return None


def sides_of(mark: Mark) -> Iterator[Label]:
    """Yield the places for a mark's amount, the best first."""
    pad = SHAPE + (9 if not FRAMED.isdisjoint(mark.signs) else 6)
    above = -pad - (ARROW - SHAPE if "up" in mark.signs else 0)
    below = pad + 9 + (ARROW - SHAPE if "down" in mark.signs else 0)
    tall = 18.0 if mark.claim.is_milestone else 4.0
    if mark.left == mark.right:
        yield Label(pad + mark.shift, 4, "start")
        yield Label(-pad + mark.shift, 4, "end")
        yield Label(mark.shift, above, "middle")
        yield Label(mark.shift, below, "middle")
    yield Label(mark.shift - SHAPE, above, "start")
    yield Label(mark.shift + SHAPE, above, "end")
    yield Label(mark.shift - SHAPE, below + tall - 4, "start")
    yield Label(mark.shift + SHAPE, below + tall - 4, "end")


def label_box(label: Label, mark: Mark, field: Field) -> Box:
    """Return the box that a label takes."""
    is_large = mark.claim.is_milestone
    wide = len(mark.words) * (LETTER + 2 if is_large else LETTER)
    x = field.across(mark.left) + label.x
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[label.anchor]
    line = mark.top + label.y
    return left, line - (14 if is_large else 11), left + wide, line + (5 if is_large else 3)


def boxes_of(mark: Mark, field: Field) -> Iterator[Box]:
    """Yield the boxes that a mark takes: its shapes with their arrows, and what joins them."""
    top, bottom = mark.reach
    left, right = field.across(mark.left) + mark.shift, field.across(mark.right) + mark.shift
    yield left - SHAPE, top - SHAPE, left + SHAPE, bottom + SHAPE
    if left != right:
        yield left, mark.top - SHAPE, right + SHAPE, mark.bottom + SHAPE


def overlap(one: Box, other: Box) -> bool:
    """Return whether two boxes overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
