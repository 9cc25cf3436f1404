"""Marks of charts: where claims stand, those of one day and number side by side."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.model.claim import ClaimStatus
from generator.model.published import PublishedClaim, PublishedPerson

TOP, FOOT = 42.0, 306.0  # pixels from the top
DAYS, LOWER_DAYS = 329, 348  # the line of the days' names; below the arrows that point down
ARROW = 22.0
NARROW, WIDE = 284, 680  # CSS pixels of a chart on the narrowest phone, and on a desk
LETTER = 7.2  # mean width of a letter
APART = 13.0  # pixels between two marks of one day
INSIDE, OUTSIDE = 5.0, 8.0  # pixels from the chart's left and right edge to the outermost marks


class Label(Struct, frozen=True):
    """Where a mark's amount stands, in pixels from its left end; `at` is empty on all charts."""

    x: float
    y: float
    anchor: str
    at: str = ""


class Mark(Struct, frozen=True):
    """A claim on the chart: its ends in per cent across and pixels down, its signs, its labels.

    `shift` is by how many pixels it stands beside its day, as others stand there too.
    """

    claim: PublishedClaim
    words: str
    left: float
    right: float
    top: float
    bottom: float
    signs: tuple[str, ...]
    shift: float = 0.0
    labels: tuple[Label, ...] = ()

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """Where the claimant's shape stands: at every end of what the claim says."""
        ends = ((x, y) for x in (self.left, self.right) for y in (self.top, self.bottom))
        return tuple(dict.fromkeys(ends))

    @property
    def reach(self) -> tuple[float, float]:
        """The pixels from the top between which it stands with its arrows."""
        above = ARROW if "up" in self.signs else 0.0
        below = ARROW if "down" in self.signs else 0.0
        return self.top - above, self.bottom + below


class Series(Struct, frozen=True):
    """The claims of one claimant; `steps` are lines from one claim to the next: x, y, x, y."""

    claimant: PublishedPerson
    shape: int
    colour: int
    dash: int
    marks: tuple[Mark, ...]
    steps: tuple[tuple[float, float, float, float], ...] = ()


def axis_of(rows: Sequence[str]) -> int:
    """Return the width of an axis of these words, in pixels."""
    return round(max(map(len, rows)) * LETTER + 8)


def spread(marks: Sequence[Mark], axis: int) -> list[Mark]:
    """Return the marks, those that would hide one another side by side."""
    found = list(marks)
    by_days: dict[tuple[float, float], list[int]] = {}
    for number, mark in enumerate(marks):
        by_days.setdefault((mark.left, mark.right), []).append(number)
    for (left, _), numbers in by_days.items():
        for crowd in crowds(marks, numbers):
            slots = slots_of([marks[number] for number in crowd])
            for number, shift in zip(crowd, shifts(slots, left, NARROW - axis), strict=True):
                found[number] = replace(found[number], shift=shift)
    return found


def crowds(marks: Sequence[Mark], numbers: Sequence[int]) -> list[list[int]]:
    """Return the numbers of marks that touch, or that touch what others touch."""
    found: list[list[int]] = []
    foot = float("-inf")
    for number in sorted(numbers, key=lambda number: marks[number].reach):
        top, bottom = marks[number].reach
        if top >= foot + APART:
            found.append([])
        found[-1].append(number)
        foot = max(foot, bottom)
    return [sorted(crowd) for crowd in found]


def slots_of(crowd: Sequence[Mark]) -> list[int]:
    """Return for each mark the first place from the left at which it touches none before it."""
    slots: list[int] = []
    for number, mark in enumerate(crowd):
        top, bottom = mark.reach
        taken = {
            slot
            for other, slot in zip(crowd[:number], slots, strict=True)
            if other.reach[0] < bottom + APART and top < other.reach[1] + APART
        }
        slots.append(next(slot for slot in range(len(crowd)) if slot not in taken))
    return slots


def shifts(slots: Sequence[int], left: float, wide: float) -> list[float]:
    """Return how many pixels each stands from its day, within a chart of that width."""
    steps = max(slots)
    apart = min(APART, wide / max(1, steps))
    x = left * wide / 100
    begin = min(max(-steps * apart / 2, INSIDE - x), wide + OUTSIDE - x - steps * apart)
    return [round(begin + slot * apart, 1) if steps else 0.0 for slot in slots]


def is_point(mark: Mark) -> bool:
    """Return whether a mark stands for one day and one number that still holds."""
    is_one = mark.left == mark.right and mark.top == mark.bottom
    return is_one and mark.claim.status is not ClaimStatus.WITHDRAWN
