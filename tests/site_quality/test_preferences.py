"""What readers ask their system for: still pages, their own colours, paper."""

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.site_quality.test_accessibility import RULES, RUN_AXE, violation_text
from tests.tools.required import require_tool

pytestmark = [pytest.mark.browser, pytest.mark.tools]

COLOUR = "(element) => getComputedStyle(element).color"


def test_pages_scroll_at_once_for_readers_who_want_less_motion(
    browser: Browser, addresses: dict[str, str]
) -> None:
    moves = """() => [...document.querySelectorAll("*")].filter((element) => {
      const style = getComputedStyle(element);
      const lasts = (times) => times.split(", ").some((time) => parseFloat(time) > 0);
      return style.scrollBehavior !== "auto" || lasts(style.transitionDuration)
        || style.animationName !== "none";
    }).map((element) => element.outerHTML.slice(0, 80))"""
    found = []
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        for kind, address in addresses.items():
            page.goto(address)
            found += [f"{kind}: {each}" for each in page.evaluate(moves)]
    assert found == []


def test_pages_in_a_reader_s_own_colours_can_be_read_and_used(
    browser: Browser, addresses: dict[str, str]
) -> None:
    axe = require_tool("axe-core").read_text(encoding="utf-8")
    viewport = ViewportSize(width=320, height=800)
    found: list[str] = []
    with browser.new_context(forced_colors="active", viewport=viewport) as context:
        page = context.new_page()
        for kind in ("index", "events/*", "figures/*", "search"):
            page.goto(addresses[kind])
            page.evaluate(axe)
            violations = page.evaluate(RUN_AXE, RULES)["violations"]
            # Contrast is the reader's choice, and axe reads the colours of the styles.
            own = [each for each in violations if each["id"] != "color-contrast"]
            found += [f"{kind}: {violation_text(each)}" for each in own]
    assert found == []


def test_in_a_reader_s_own_colours_what_is_drawn_or_found_stands_out(
    browser: Browser, addresses: dict[str, str]
) -> None:
    with browser.new_context(forced_colors="active") as context:
        page = context.new_page()
        page.goto(f"{addresses['search']}?q=ukraine")
        found = page.locator(".hit mark").first
        assert found.evaluate(COLOUR) == system_colour(page, "MarkText")
        page.goto(addresses["figures/*"])
        rivals = page.locator(".chart svg.c0")
        expect(rivals).not_to_have_count(0)
        colour = "(drawn) => getComputedStyle(drawn).getPropertyValue('--c').trim()"
        assert rivals.first.evaluate(colour) == "CanvasText"
        page.goto(addresses["index"])
        after = page.locator(".steps button[aria-disabled=true]").first
        assert after.evaluate(COLOUR) == system_colour(page, "GrayText")


def system_colour(page: Page, name: str) -> str:
    """Return what a system colour is here."""
    colour: str = page.evaluate(
        """(name) => {
          const made = document.body.appendChild(document.createElement("i"));
          made.style.color = name;
          return getComputedStyle(made).color;
        }""",
        name,
    )
    return colour


def test_every_kind_of_page_can_be_kept_as_a_pdf(
    browser: Browser, addresses: dict[str, str]
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        sizes = {}
        for kind, address in addresses.items():
            page.goto(address)
            sizes[kind] = len(page.pdf(prefer_css_page_size=True))
    assert [kind for kind, size in sizes.items() if size < 10_000] == []


def test_pages_fit_a_phone_with_the_spacing_of_text_that_readers_may_set(
    browser: Browser, addresses: dict[str, str]
) -> None:
    # WCAG 2.2, 1.4.12
    spacing = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
      word-spacing: .16em !important } p { margin-block-end: 2em !important }"""
    viewport = ViewportSize(width=320, height=800)
    wide = []
    with browser.new_context(viewport=viewport, bypass_csp=True) as context:
        page = context.new_page()
        for kind, address in addresses.items():
            page.goto(address)
            page.add_style_tag(content=spacing)
            if page.evaluate("document.documentElement.scrollWidth") > viewport["width"]:
                wide.append(kind)
    assert wide == []
