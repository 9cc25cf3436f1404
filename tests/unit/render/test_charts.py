"""Charts of figures: what each claim says is drawn, and nothing that nobody said."""

from decimal import Decimal

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
from generator.render.charts import Charts, Mark

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
