"""Numbers and lines of details on narrow screens: no number breaks, no separator dangles."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.site_quality.loopback import served
from tests.tools.built import built_site

pytestmark = [pytest.mark.browser, pytest.mark.tools]

CONTENT = {
    "site.yaml": "title: Вигадане\nlanguage: uk\ncategories: {talk: {label: Розмова}}\n",
    "figures/f.yaml": "- {id: vast, title: Вівці}\n- {id: few, title: Кози}\n",
    "people/p.yaml": "- {id: a, name: Перша}\n- {id: b, name: Друга}\n- {id: c, name: Третя}\n",
    "places/p.yaml": "- {id: far, name: Дуже довга назва вигаданого міста над річкою}\n",
    "sources/s.yaml": "- {id: s, title: Вигадане, publisher: Ніхто}\n",
    "events/e.yaml": """\
title: Вигадана подія
date: 2022-04-01
category: talk
places: [far]
claims:
- {figure: vast, claimant: a, source: s, value: 900000000000000, qualifier: at-least}
- {figure: vast, claimant: b, source: s, low: 100000000000, high: 900000000000000}
- {figure: few, claimant: a, source: s, value: 120, qualifier: more-than}
- {figure: few, claimant: b, source: s, value: 40}
- {figure: few, claimant: c, source: s}
""",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build and serve a project of invented numbers; return its address."""
    with served(built_site(tmp_path_factory.mktemp("amounts"), CONTENT)) as root:
        yield root


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("path", ["/", "/events/e/", "/figures/vast/"])
def test_no_number_breaks_or_widens_the_page(
    page: Page, address: str, path: str, width: int
) -> None:
    page.set_viewport_size(ViewportSize(width=width, height=900))
    page.goto(address + path)
    digits = page.locator(".amount .digits:visible")
    expect(digits.first).to_be_visible()
    lines = digits.evaluate_all("(all) => all.map((each) => each.getClientRects().length)")
    assert len(lines) >= 2
    assert set(lines) == {1}
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_rivals_have_one_size_whatever_their_numbers(page: Page, address: str) -> None:
    page.goto(address)
    for strip in page.locator(".strip").all():
        sizes = strip.locator(".amount:not(.none)").evaluate_all(
            "(all) => all.map((each) => getComputedStyle(each).fontSize)"
        )
        assert len(sizes) == 2
        assert len(set(sizes)) == 1


def test_a_hedge_stands_above_its_number_in_small_type(page: Page, address: str) -> None:
    page.goto(address)
    amount = page.locator(".strip .amount", has_text="120")
    hedge, digits = (
        amount.locator(".hedge").bounding_box(),
        amount.locator(".digits").bounding_box(),
    )
    assert hedge is not None
    assert digits is not None
    assert hedge["y"] + hedge["height"] <= digits["y"] + digits["height"] / 2
    assert hedge["height"] < digits["height"]


@pytest.mark.parametrize("width", [320, 390])
def test_no_dot_dangles_where_a_line_of_details_breaks(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size(ViewportSize(width=width, height=900))
    page.goto(address)
    found = page.locator("article .meta").first.evaluate(
        """(meta) => {
            const left = meta.getBoundingClientRect().left;
            const clips = getComputedStyle(meta).overflowX === "clip";
            return [...meta.children].filter((each) => !each.matches(".marker")).map((each) => {
                const dot = getComputedStyle(each, "::before");
                const begins = each.getBoundingClientRect().left;
                const has = dot.content.includes("·");
                const seen = has && !(clips && begins + parseFloat(dot.left) + 5 <= left);
                return [begins - left < 8, has, seen];
            });
        }"""
    )
    assert [seen for at_start, _, seen in found if at_start] == [False, False]
    assert all(seen == has for at_start, has, seen in found if not at_start)
    assert any(has for _, has, _ in found)
