"""axe finds nothing on a page of any kind, light or dark, on a phone or a desk."""

from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.tools.required import require_tool

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = "(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}})"


@pytest.mark.browser
@pytest.mark.tools
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser,
    addresses: dict[str, str],
    scheme: Literal["light", "dark"],
    width: int,
) -> None:
    axe = require_tool("axe-core").read_text(encoding="utf-8")
    viewport = ViewportSize(width=width, height=800)
    found: list[str] = []
    with browser.new_context(color_scheme=scheme, viewport=viewport) as context:
        page = context.new_page()
        for kind, address in addresses.items():
            page.goto(address)
            page.evaluate(axe)
            violations = page.evaluate(RUN_AXE, RULES)["violations"]
            found += [f"{kind}: {violation_text(violation)}" for violation in violations]
    assert found == []


def violation_text(violation: dict[str, Any]) -> str:
    """Return the rule that was broken, where first, and what axe says of it, on one line."""
    node = violation["nodes"][0]
    summary = " ".join(node["failureSummary"].split())
    return f"{violation['id']} at {node['target']}: {summary}"
