"""Every page carries a strict Content-Security-Policy, and carries it before anything else."""

import json
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.site_quality.pages import html_pages
from tests.tools.required import require_tool

POLICY_NAME = "content-security-policy"
HIGH, SYNTAX = 10, 20  # as in csp_evaluator's Severity
FINDINGS_SCRIPT = Path(__file__).with_name("csp_findings.cjs")


class Element(NamedTuple):
    """One start tag, as written."""

    tag: str
    attributes: dict[str, str]


class StartTags(HTMLParser):
    """Collects the start tags of a page, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))


def elements_of(page: Path) -> list[Element]:
    parser = StartTags()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.elements


def policy_of(element: Element) -> str:
    named = element.attributes.get("http-equiv", "").lower() == POLICY_NAME
    return element.attributes.get("content", "") if named else ""


def test_the_policy_stands_first_after_the_character_set(default_site: Path) -> None:
    pages = html_pages(default_site)
    assert pages
    late = [page for page in pages if not policy_stands_first(elements_of(page))]
    assert late == []


def policy_stands_first(elements: list[Element]) -> bool:
    head = [element.tag for element in elements].index("head")
    charset, policy = elements[head + 1 : head + 3]
    return "charset" in charset.attributes and bool(policy_of(policy))


def test_no_page_has_a_style_or_a_script_written_into_it(default_site: Path) -> None:
    inline = [
        (page.relative_to(default_site).as_posix(), element)
        for page in html_pages(default_site)
        for element in elements_of(page)
        if is_inline_code(element)
    ]
    assert inline == []


def is_inline_code(element: Element) -> bool:
    if element.tag == "script":
        is_data = element.attributes.get("type", "").endswith("json")
        return "src" not in element.attributes and not is_data
    has_handler = any(name == "style" or name.startswith("on") for name in element.attributes)
    return element.tag == "style" or has_handler


@pytest.mark.tools
def test_csp_evaluator_finds_nothing_of_weight_in_any_policy(default_site: Path) -> None:
    policies = {
        policy_of(element) for page in html_pages(default_site) for element in elements_of(page)
    } - {""}
    assert policies
    evaluator = require_tool("csp_evaluator").parent
    command = [str(require_tool("node")), str(FINDINGS_SCRIPT), str(evaluator), *sorted(policies)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    heavy = [finding for finding in json.loads(answer) if finding["severity"] in {HIGH, SYNTAX}]
    assert heavy == []
