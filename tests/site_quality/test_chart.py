"""Charts of figures, as they are drawn: no claim hides another, no line runs through words."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.site_quality.loopback import served
from tests.tools.built import built_site

pytestmark = [pytest.mark.browser, pytest.mark.tools]

CONTENT = {
    "site.yaml": "title: Invented\nlanguage: en\ncategories: {talk: {label: Talk}}\n",
    "figures/f.yaml": "- {id: rivals, title: Sheep, cumulative: true}\n- {id: far, title: Goats}\n",
    "people/p.yaml": "".join(f"- {{id: p{n}, name: Counter {n}}}\n" for n in range(5)),
    "sources/s.yaml": "- {id: s, title: Invented, publisher: Nobody}\n",
    "events/e.yaml": """\
title: Made up
date: 2022-04-01
category: talk
claims:
- {figure: rivals, claimant: p0, source: s, value: 60, as_of: 2022-03-10}
- {figure: rivals, claimant: p0, source: s, value: 40, as_of: 2022-03-01}
- {figure: rivals, claimant: p1, source: s, value: 40, as_of: 2022-03-01, qualifier: more-than}
- {figure: rivals, claimant: p2, source: s, value: 40, as_of: 2022-03-01, status: disputed}
- {figure: rivals, claimant: p3, source: s, value: 41, as_of: 2022-03-01, qualifier: up-to}
- {figure: rivals, claimant: p4, source: s, value: 40, as_of: 2022-03-01}
- {figure: far, claimant: p0, source: s, value: 0, as_of: 2022-03-01}
- {figure: far, claimant: p1, source: s, value: 12, as_of: 2022-03-02, qualifier: up-to}
- {figure: far, claimant: p2, source: s, low: 10, high: 5000000, as_of: 2022-03-03}
- {figure: far, claimant: p3, source: s, value: 999999999, as_of: 2022-03-04, status: refuted}
""",
}
Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build and serve a project of invented claims; return the address of its figures."""
    site: Path = built_site(tmp_path_factory.mktemp("chart"), CONTENT)
    with served(site) as root:
        yield f"{root}/figures"


@pytest.fixture(params=[320, 390, 1280])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Open a page of that width."""
    with browser.new_context(viewport=ViewportSize(width=request.param, height=900)) as context:
        yield context.new_page()


def boxes(found: Locator, least: int) -> list[Box]:
    """Return where elements are: left, top, right, bottom."""
    expect(found.first).to_be_attached()
    places = [box for each in found.all() if (box := each.bounding_box()) is not None]
    assert len(places) >= least
    return [(b["x"], b["y"], b["x"] + b["width"], b["y"] + b["height"]) for b in places]


def ink(box: Box) -> Box:
    """Return the box of words without their halo, which the browser counts as theirs."""
    return box[0] + 2, box[1] + 5, box[2] - 2, box[3] - 5


def overlap(one: Box, other: Box, room: float) -> bool:
    """Return whether boxes overlap by more than so many pixels."""
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > room
        and min(one[3], other[3]) - max(one[1], other[1]) > room
    )


def middles(found: list[Box]) -> list[tuple[float, float]]:
    """Return the middles of boxes."""
    return [((left + right) / 2, (top + bottom) / 2) for left, top, right, bottom in found]


@pytest.mark.parametrize("figure", ["rivals", "far"])
def test_every_claim_is_seen_and_no_words_stand_on_a_claim_or_a_line(
    page: Page, address: str, figure: str
) -> None:
    page.goto(f"{address}/{figure}/")
    shapes = boxes(page.locator(".field .mark use:not(.sign)"), 5)
    for (x1, y1), (x2, y2) in combinations(middles(shapes), 2):
        assert max(abs(x1 - x2), abs(y1 - y2)) >= 8
    words = [ink(box) for box in boxes(page.locator(".field .label:visible"), 2)]
    lines = boxes(page.locator(".field .steps line"), 2) if figure == "rivals" else []
    for label in words:
        assert not any(overlap(label, shape, 4) for shape in shapes)
        thick = [(left, top - 1, right + 2, bottom + 1) for left, top, right, bottom in lines]
        assert not any(overlap(label, line, 1.5) for line in thick)
    assert not any(overlap(one, other, 2) for one, other in combinations(words, 2))
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_numbers_of_the_axis_and_names_of_days_stand_clear_of_claims(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/far/")
    marks = boxes(page.locator(".field .mark use"), 5)
    axes = boxes(page.locator(".numbers text, .field .day:visible"), 5)
    assert not any(overlap(mark, text, 1) for mark in marks for text in axes)


def test_the_table_beneath_is_in_the_order_of_the_chart(page: Page, address: str) -> None:
    page.goto(f"{address}/rivals/")
    rows = page.locator("table.claims tbody tr")
    expect(rows.first.locator("td.amount")).to_have_text("40")
    expect(rows.last.locator("td.amount")).to_have_text("60")


def test_what_is_off_the_scale_says_its_number_and_that_it_is(page: Page, address: str) -> None:
    page.goto(f"{address}/far/")
    chart = page.locator("figure.chart")
    expect(chart.locator(".label:visible").get_by_text("999,999,999")).to_be_visible()
    expect(chart.locator(".signs")).to_contain_text("beyond the scale")
    expect(chart.locator(".numbers")).to_contain_text("10,000,000")
    expect(chart.locator(".numbers")).not_to_contain_text("100,000,000")
