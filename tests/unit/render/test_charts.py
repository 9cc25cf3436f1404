"""Charts of figures: what each claim says is drawn, and nothing that nobody said."""

from decimal import Decimal
from itertools import combinations

from generator.model.claim import ClaimStatus, Qualifier
from generator.model.edtf import parse_edtf
from generator.model.person import PersonKind
from generator.model.published import (
    EventLink,
    Moment,
    PublishedClaim,
    PublishedFigure,
    PublishedPerson,
    PublishedSource,
)
from generator.model.source import Source
from generator.render.amounts import Amounts
from generator.render.catalogues import load_interface
from generator.render.chart_marks import FOOT, TOP, Mark, spread
from generator.render.charts import Charts

FIGURE = PublishedFigure(id="f", title="F", path="/figures/f/", cumulative=True)
SOURCE = PublishedSource(source=Source(id="s", title="S", publisher="P"), path="/sources/s/")
PEOPLE = [
    PublishedPerson(name=f"Claimant {n}", path=f"/people/{n}/", kind=PersonKind.PERSON)
    for n in range(12)
]


def claim(
    person: int,
    day: str,
    value: int | None = None,
    *,
    low: int | None = None,
    high: int | None = None,
    qualifier: Qualifier = Qualifier.EXACT,
    status: ClaimStatus = ClaimStatus.UNVERIFIED,
    cumulative: bool = True,
) -> PublishedClaim:
    figure = FIGURE if cumulative else PublishedFigure(id="g", title="G", path="/figures/g/")
    event = EventLink(title="E", path="/events/e/", when=Moment(date=parse_edtf(day)))
    return PublishedClaim(
        figure=figure,
        claimant=PEOPLE[person],
        source=SOURCE,
        event=event,
        value=None if value is None else Decimal(value),
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        qualifier=qualifier,
        status=status,
    )


CHARTS = Charts(Amounts(load_interface("en", ())))


def marks_of(*claims: PublishedClaim) -> list[Mark]:
    return [mark for each in CHARTS.chart(claims).series for mark in each.marks]


def test_only_the_claims_of_one_claimant_are_joined_and_never_those_of_rivals() -> None:
    chart = CHARTS.chart(
        (claim(0, "2022-03-01", 10), claim(1, "2022-03-02", 99), claim(0, "2022-03-05", 30))
    )
    one, rival = chart.series
    assert len(one.steps) == 2
    assert rival.steps == ()
    (flat, rise) = one.steps
    assert flat[1] == flat[3] == one.marks[0].top, "a number stands until the next one"
    assert rise[0] == rise[2] == one.marks[1].left


def test_numbers_that_do_not_add_up_are_not_joined() -> None:
    claims = (
        claim(0, "2022-03-01", 1, cumulative=False),
        claim(0, "2022-03-02", cumulative=False, value=5),
    )
    assert CHARTS.chart(claims).series[0].steps == ()


def test_a_range_has_two_ends_and_no_middle() -> None:
    (mark,) = marks_of(claim(0, "2022-03-01", low=10, high=20))
    assert [y for _, y in mark.corners] == [mark.top, mark.bottom]
    assert mark.top < mark.bottom


def test_a_rough_date_is_as_wide_as_it_can_be_and_joined_to_nothing() -> None:
    chart = CHARTS.chart(
        (claim(0, "2022-02-28", 1), claim(0, "2022-03", 5), claim(0, "2022-04-01", 9))
    )
    rough = chart.series[0].marks[1]
    assert rough.left < rough.right
    assert chart.series[0].steps == ()


def test_hedges_and_doubts_are_marked() -> None:
    day = "2022-03-01"
    signs = [
        mark.signs
        for mark in marks_of(
            claim(0, day, 1, qualifier=Qualifier.MORE_THAN),
            claim(1, day, 2, qualifier=Qualifier.UP_TO, status=ClaimStatus.REFUTED),
            claim(2, day, 3, qualifier=Qualifier.ABOUT, status=ClaimStatus.DISPUTED),
            claim(3, day, low=4),
            claim(4, day, 5, status=ClaimStatus.WITHDRAWN),
        )
    ]
    assert signs == [("up",), ("down", "refuted"), ("about", "disputed"), ("up",), ("withdrawn",)]


def test_a_claim_without_a_number_is_listed_and_not_drawn() -> None:
    none = claim(0, "2022-03-01")
    chart = CHARTS.chart((none, claim(1, "2022-03-02", 7)))
    assert chart.unnumbered == (none,)
    assert [each.claimant for each in chart.series] == [PEOPLE[1]]
    assert CHARTS.chart((none,)).series == ()


def test_twelve_claimants_are_told_apart_without_colour() -> None:
    chart = CHARTS.chart(tuple(claim(n, "2022-03-01", n + 1) for n in range(12)))
    assert len({(each.shape, each.dash) for each in chart.series}) == 12


def test_claims_of_one_day_and_number_stand_side_by_side_around_their_day() -> None:
    marks = marks_of(*(claim(n, "2022-03-01", 40) for n in range(5)))
    shifts = [mark.shift for mark in marks]
    assert sum(shifts) == 0
    assert all(abs(one - other) >= 12 for one, other in combinations(shifts, 2))
    assert [mark.words for mark in marks if mark.labels]


def test_claims_that_touch_nothing_stand_at_their_day() -> None:
    chart = CHARTS.chart(
        (claim(0, "2022-03-01", 10), claim(1, "2022-03-01", 900), claim(2, "2022-03-09", 10))
    )
    assert not chart.is_spread


def test_a_crowd_at_the_end_stays_on_the_chart() -> None:
    claims = (claim(0, "2022-01-01", 1), *(claim(n, "2022-03-01", 40) for n in range(12)))
    marks = marks_of(*claims)
    for axis in (30, 110):
        wide = 284 - axis
        spots = [mark.left * wide / 100 + mark.shift for mark in spread(marks, axis)]
        assert min(spots) >= -1
        assert max(spots) <= wide + 8.1
        assert len(set(spots)) == 13


def test_what_is_refuted_or_withdrawn_does_not_set_the_scale() -> None:
    ended = claim(2, "2022-03-03", 999_999_999, status=ClaimStatus.REFUTED)
    claims = (claim(0, "2022-03-01", 20), claim(1, "2022-03-02", 60))
    chart = CHARTS.chart((*claims, ended))
    assert chart.rows == CHARTS.chart(claims).rows
    (mark,) = chart.series[2].marks
    assert mark.top < TOP
    assert "beyond" in mark.signs
    assert mark.labels, "its number is nowhere else on the chart"


def test_refuted_claims_alone_set_their_own_scale() -> None:
    (mark,) = marks_of(claim(0, "2022-03-01", 900, status=ClaimStatus.REFUTED))
    assert TOP <= mark.top < FOOT
    assert "beyond" not in mark.signs


def test_arrows_at_the_foot_stand_above_the_names_of_days() -> None:
    low = claim(0, "2022-03-01", 1, qualifier=Qualifier.UP_TO)
    high = claim(1, "2022-03-02", 900)
    assert CHARTS.chart((low, high)).days > CHARTS.chart((high,)).days


def test_an_axis_of_thousands_of_millions_is_written_short() -> None:
    rows = CHARTS.chart((claim(0, "2022-03-01", 2_000_000_000),)).rows
    assert [text for _, text in rows] == ["0", "500M", "1B", "1.5B", "2B"]
