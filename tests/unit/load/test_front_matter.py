"""How a page is taken apart."""

import pytest

from generator.load.front_matter import parse_page
from generator.model.document import Mapping, Scalar


def codes(text: str) -> list[str]:
    return [found.kind.code for found in parse_page(text, "content/pages/about.md")[2]]


def test_fields_and_prose_keep_their_lines() -> None:
    root, prose, problems = parse_page("---\ntitle: About\n---\n\n# Hello\n", "about.md")
    assert problems == []
    assert isinstance(root, Mapping)
    assert root.entries["title"][1] == Scalar("About", 2, 8)
    assert prose == Scalar("\n# Hello\n", 4, 1, is_plain=False)


def test_windows_line_ends_and_a_byte_order_mark_are_accepted() -> None:
    root, prose, problems = parse_page("\ufeff---\r\ntitle: About\r\n---\r\nHello\r\n", "x")
    assert problems == []
    assert isinstance(root, Mapping)
    assert prose == Scalar("Hello\n", 4, 1, is_plain=False)


def test_a_rule_in_the_prose_is_prose() -> None:
    _, prose, _ = parse_page("---\na: b\n---\nHello\n\n---\n\nBye\n", "x")
    assert prose is not None
    assert prose.value == "Hello\n\n---\n\nBye\n"


def test_empty_front_matter_has_no_fields() -> None:
    root, prose, problems = parse_page("---\n---\nHello", "x")
    assert (root, problems) == (None, [])
    assert prose == Scalar("Hello", 3, 1, is_plain=False)


@pytest.mark.parametrize("text", ["", "# Hello\n", "\n---\na: b\n---\n", "---\na: b\n", "----\n"])
def test_missing_or_unclosed_front_matter_is_a_problem(text: str) -> None:
    assert codes(text) == ["front-matter"]


def test_faults_in_the_fields_stand_on_the_lines_of_the_page() -> None:
    _, _, (found,) = parse_page("---\na: b\nc: d: e\n---\n", "x")
    assert (found.kind.code, found.location.line, found.location.column) == ("yaml-syntax", 3, 5)


def test_control_characters_in_the_prose_are_problems() -> None:
    _, prose, (found,) = parse_page("---\na: b\n---\nHello\nwor\x08ld\n", "x")
    assert prose is None
    assert (found.kind.code, found.location.line, found.location.column) == (
        "control-character",
        5,
        4,
    )
