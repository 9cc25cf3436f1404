"""Charts of figures: where each claim stands, said by its claimant's own sign.

Nothing is averaged, no line joins rivals, and what is known only roughly is drawn as wide as it is.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from babel.dates import format_skeleton
from babel.numbers import format_compact_decimal
from msgspec import Struct

from generator.model.chronology import day_bounds
from generator.model.claim import ClaimStatus, Qualifier
from generator.model.published import PublishedClaim
from generator.render.amounts import Amounts, numbers_of
from generator.render.chart_labels import labelled
from generator.render.chart_marks import (
    ARROW,
    DAYS,
    FOOT,
    LOWER_DAYS,
    TOP,
    Mark,
    Series,
    axis_of,
    is_point,
    spread,
)
from generator.render.chart_scales import NumberScale, day_ticks, number_scale
from generator.render.date_patterns import without_thin_spaces

BEYOND = 14.0  # pixels above the top at which stands what is off the scale
LEFT, RIGHT = 6.0, 94.0
SHAPES, COLOURS, DASHES = 8, 6, 5
COMPACT = 1e9  # axes that reach it are written short
FAR = 2  # times the greatest number that stands: from there on an ended one sets no scale
ENDED = {ClaimStatus.REFUTED, ClaimStatus.WITHDRAWN}


class Chart(Struct, frozen=True):
    """Everything that a chart shows; `rows` and `columns` are the axes: place and words.

    `axis` is the width of the numbers in pixels, `days` the line of the days. `times` is how many
    times each row is the one before it, 0 where rows are evenly apart.
    """

    series: tuple[Series, ...]
    rows: tuple[tuple[float, str], ...]
    columns: tuple[tuple[float, str], ...]
    unnumbered: tuple[PublishedClaim, ...]
    signs: tuple[str, ...]
    axis: int = 0
    days: int = DAYS
    times: int = 0
    has_zero: bool = True

    @property
    def is_spread(self) -> bool:
        """Whether any marks stand beside where they belong, as others stand there too."""
        return any(mark.shift for each in self.series for mark in each.marks)


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
        scale = number_scale(scaled(numbered))
        first, last = span_of(numbered)
        rows = tuple((down(scale, tick), self.number(tick, scale)) for tick in scale.ticks)
        axis = axis_of([text for _, text in rows])
        marks = [
            mark_of(claim, self.amounts.amount(claim), scale, first, last) for claim in numbered
        ]
        series = labelled(joined(spread(marks, axis)), axis)
        return Chart(
            series=series,
            rows=rows,
            columns=tuple(
                (across(day, first, last), self.day(day, skeleton))
                for day, skeleton in day_ticks(first, last)
            ),
            unnumbered=unnumbered,
            signs=tuple(dict.fromkeys(sign for mark in marks for sign in mark.signs)),
            axis=axis,
            days=LOWER_DAYS if any(is_low(mark) for mark in marks) else DAYS,
            times=scale.times,
            has_zero=0 in scale.ticks,
        )

    def number(self, tick: float, scale: NumberScale) -> str:
        """Return a number of the axis as the language writes it, the greatest in short."""
        if scale.ticks[-1] >= COMPACT:
            return format_compact_decimal(int(tick), locale=self.amounts.locale, fraction_digits=1)
        return self.amounts.number(Decimal(f"{tick:.12g}") if tick % 1 else int(tick))

    def day(self, day: int, skeleton: str) -> str:
        """Return a day of the axis as the language writes it."""
        text = format_skeleton(skeleton, date.fromordinal(day), locale=self.amounts.locale)
        return without_thin_spaces(text)


def ends_of(claim: PublishedClaim) -> tuple[Decimal, Decimal]:
    """Return the lower and the upper end of what a claim says; both are one number's."""
    known = numbers_of(claim)
    return known[0], known[-1]


def scaled(claims: Sequence[PublishedClaim]) -> list[float]:
    """Return the numbers that set the scale: not those that ended and are far above all others."""
    ended = [float(end) for claim in claims if claim.status in ENDED for end in ends_of(claim)]
    standing = [
        float(end) for claim in claims if claim.status not in ENDED for end in ends_of(claim)
    ]
    if not standing:
        return ended
    return standing + [number for number in ended if abs(number) <= FAR * max(map(abs, standing))]


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
    if not scale.has(number) and number > 0:
        return TOP - BEYOND
    return round(FOOT - (FOOT - TOP) * max(0.0, scale.share(number)), 1)


def mark_of(claim: PublishedClaim, words: str, scale: NumberScale, first: int, last: int) -> Mark:
    """Return the claim's mark."""
    low, high = ends_of(claim)
    begin, end = days_of(claim)
    is_beyond = not (scale.has(float(low)) and scale.has(float(high)))
    return Mark(
        claim,
        words,
        across(begin, first, last),
        across(end, first, last),
        down(scale, float(high)),
        down(scale, float(low)),
        (*signs_of(claim), *(["beyond"] if is_beyond else [])),
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


def is_low(mark: Mark) -> bool:
    """Return whether a mark's arrow reaches below the axis."""
    return "down" in mark.signs and mark.bottom + ARROW > FOOT


def joined(marks: Sequence[Mark]) -> list[Series]:
    """Return the marks by claimant."""
    by_claimant: dict[int, list[Mark]] = {}
    for mark in marks:
        by_claimant.setdefault(id(mark.claim.claimant), []).append(mark)
    return [series_of(number, each) for number, each in enumerate(by_claimant.values())]


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
