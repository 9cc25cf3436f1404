"""Charts of figures: where each claim stands, said by its claimant's own sign.

Nothing is averaged, no line joins rivals, and what is known only roughly is drawn as wide as it is.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from babel.dates import format_skeleton
from msgspec import Struct

from generator.model.chronology import day_bounds
from generator.model.claim import ClaimStatus, Qualifier
from generator.model.published import PublishedClaim, PublishedPerson
from generator.render.amounts import Amounts
from generator.render.chart_scales import NumberScale, day_ticks, number_scale
from generator.render.date_patterns import without_thin_spaces

TOP, FOOT = 28.0, 300.0
LEFT, RIGHT = 12.0, 94.0
SHAPES, COLOURS, DASHES = 8, 6, 5
MOST_LABELS, LABEL_HEIGHT, LABEL_WIDTH = 12, 15.0, 40.0


class Mark(Struct, frozen=True):
    """A claim on the chart: its ends in per cent across and pixels down, its signs, its label."""

    claim: PublishedClaim
    left: float
    right: float
    top: float
    bottom: float
    signs: tuple[str, ...]
    label: str = ""

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """Where the claimant's shape stands: at every end of what the claim says."""
        ends = ((x, y) for x in (self.left, self.right) for y in (self.top, self.bottom))
        return tuple(dict.fromkeys(ends))


class Series(Struct, frozen=True):
    """The claims of one claimant; `steps` are lines from one claim to the next: x, y, x, y."""

    claimant: PublishedPerson
    shape: int
    colour: int
    dash: int
    marks: tuple[Mark, ...]
    steps: tuple[tuple[float, float, float, float], ...] = ()


class Chart(Struct, frozen=True):
    """Everything that a chart shows; `rows` and `columns` are the axes: place and words."""

    series: tuple[Series, ...]
    rows: tuple[tuple[float, str], ...]
    columns: tuple[tuple[float, str], ...]
    unnumbered: tuple[PublishedClaim, ...]
    signs: tuple[str, ...]
    is_log: bool = False


class Charts:
    """Makes charts in one language."""

    def __init__(self, amounts: Amounts) -> None:
        """Take the words for numbers."""
        self.amounts = amounts

    def chart(self, claims: Sequence[PublishedClaim]) -> Chart:
        """Return the chart of a figure's claims in time."""
        numbered = [claim for claim in claims if claim.has_number]
        unnumbered = tuple(claim for claim in claims if not claim.has_number)
        if not numbered:
            return Chart((), (), (), unnumbered, ())
        scale = number_scale([float(end) for claim in numbered for end in ends_of(claim)])
        first, last = span_of(numbered)
        marks = labelled([mark_of(claim, scale, first, last) for claim in numbered], self.amounts)
        by_claimant: dict[int, list[Mark]] = {}
        for mark in marks:
            by_claimant.setdefault(id(mark.claim.claimant), []).append(mark)
        return Chart(
            series=tuple(series_of(n, each) for n, each in enumerate(by_claimant.values())),
            rows=tuple((down(scale, tick), self.number(tick)) for tick in scale.ticks),
            columns=tuple(
                (across(day, first, last), self.day(day, skeleton))
                for day, skeleton in day_ticks(first, last)
            ),
            unnumbered=unnumbered,
            signs=tuple(dict.fromkeys(sign for mark in marks for sign in mark.signs)),
            is_log=scale.is_log,
        )

    def number(self, tick: float) -> str:
        """Return a number of the axis as the language writes it."""
        return self.amounts.number(Decimal(f"{tick:.12g}") if tick % 1 else int(tick))

    def day(self, day: int, skeleton: str) -> str:
        """Return a day of the axis as the language writes it."""
        text = format_skeleton(skeleton, date.fromordinal(day), locale=self.amounts.locale)
        return without_thin_spaces(text)


def ends_of(claim: PublishedClaim) -> tuple[Decimal, Decimal]:
    """Return the lower and the upper end of what a claim says; both are one number's."""
    known = [end for end in (claim.value, claim.low, claim.high) if end is not None]
    return (known[0], known[-1])


def days_of(claim: PublishedClaim) -> tuple[float, float]:
    """Return the first and last day that a claim can hold for: its own, else its event's."""
    return day_bounds(claim.as_of or claim.event.when.date)


def span_of(claims: Sequence[PublishedClaim]) -> tuple[int, int]:
    """Return the first and the last known day of all claims."""
    limit = float("inf")
    days = [day for claim in claims for day in days_of(claim) if -limit < day < limit]
    return int(min(days)), int(max(days))


def across(day: float, first: int, last: int) -> float:
    """Return where a day stands, in per cent; one day alone stands in the middle."""
    if day in {float("inf"), float("-inf")}:
        return 100.0 if day > 0 else LEFT - 4
    if first == last:
        return (LEFT + RIGHT) / 2
    return round(LEFT + (RIGHT - LEFT) * (day - first) / (last - first), 2)


def down(scale: NumberScale, number: float) -> float:
    """Return where a number stands, in pixels from the top."""
    return round(FOOT - (FOOT - TOP) * scale.share(number), 1)


def mark_of(claim: PublishedClaim, scale: NumberScale, first: int, last: int) -> Mark:
    """Return the claim's mark."""
    low, high = ends_of(claim)
    begin, end = days_of(claim)
    return Mark(
        claim,
        across(begin, first, last),
        across(end, first, last),
        down(scale, float(high)),
        down(scale, float(low)),
        tuple(signs_of(claim)),
    )


def signs_of(claim: PublishedClaim) -> list[str]:
    """Return the signs for how a claim is hedged and what became of it."""
    found: list[str] = []
    if claim.qualifier in {Qualifier.AT_LEAST, Qualifier.MORE_THAN} or is_open_above(claim):
        found.append("up")
    if claim.qualifier is Qualifier.UP_TO or is_open_below(claim):
        found.append("down")
    if claim.qualifier is Qualifier.ABOUT:
        found.append("about")
    if claim.status in {ClaimStatus.DISPUTED, ClaimStatus.REFUTED, ClaimStatus.WITHDRAWN}:
        found.append(claim.status.value)
    if claim.is_milestone:
        found.append("milestone")
    return found


def is_open_above(claim: PublishedClaim) -> bool:
    """Return whether a claim says no more than a lower end."""
    return claim.low is not None and claim.high is None


def is_open_below(claim: PublishedClaim) -> bool:
    """Return whether a claim says no more than an upper end."""
    return claim.high is not None and claim.low is None


def labelled(marks: list[Mark], amounts: Amounts) -> list[Mark]:
    """Return the marks with their amounts beside them, where few and apart enough to be read."""
    milestones = [mark for mark in marks if mark.claim.is_milestone]
    taken: list[Mark] = []
    found: list[Mark] = []
    for mark in marks:
        is_milestone = mark.claim.is_milestone
        is_near = any(
            abs(each.top - mark.top) < LABEL_HEIGHT and abs(each.left - mark.left) < LABEL_WIDTH
            for each in (*taken, *(() if is_milestone else milestones))
        )
        is_one_of_many = len(marks) > MOST_LABELS and not is_milestone
        label = "" if is_near or is_one_of_many else amounts.amount(mark.claim)
        if label or not is_milestone:
            taken.append(mark)
        signs = mark.signs
        found.append(Mark(mark.claim, mark.left, mark.right, mark.top, mark.bottom, signs, label))
    return found


def series_of(number: int, marks: list[Mark]) -> Series:
    """Return the marks of the claimant of that number, with steps where numbers add up."""
    return Series(
        marks[0].claim.claimant,
        number % SHAPES,
        number % COLOURS,
        number % DASHES,
        tuple(marks),
        tuple(steps_between(marks)) if marks[0].claim.figure.cumulative else (),
    )


def steps_between(marks: list[Mark]) -> list[tuple[float, float, float, float]]:
    """Return the lines that join one claimant's numbers, each of one day and one value."""
    found: list[tuple[float, float, float, float]] = []
    ordered = sorted(marks, key=lambda mark: mark.left)
    for one, other in pairwise(ordered):
        if is_point(one) and is_point(other):
            found.append((one.left, one.top, other.left, one.top))
            found.append((other.left, one.top, other.left, other.top))
    return found


def is_point(mark: Mark) -> bool:
    """Return whether a mark stands for one day and one number that still holds."""
    is_one = mark.left == mark.right and mark.top == mark.bottom
    return is_one and mark.claim.status is not ClaimStatus.WITHDRAWN
