"""What YAML must not do: exhaust the machine, or let a fault go by unnamed."""

import pytest

from generator.load.yaml_nodes import parse_yaml
from generator.model.document import Mapping, Scalar


def codes(text: str) -> list[str]:
    return [found.kind.code for found in parse_yaml(text, "x.yaml")[1]]


def fields_of(text: str) -> dict[str, str]:
    root, _ = parse_yaml(text, "x.yaml")
    assert isinstance(root, Mapping)
    return {
        name: value.value for name, (_, value) in root.entries.items() if isinstance(value, Scalar)
    }


def test_billion_laughs_are_refused() -> None:
    text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
    )
    assert codes(text) == ["yaml-alias-bomb"]


@pytest.mark.parametrize("text", ["a: &x [*x]", "&x\na: {b: *x}", "a: &x\n  <<: *x"])
def test_an_alias_inside_its_own_anchor_is_refused(text: str) -> None:
    assert codes(text) == ["yaml-alias-bomb"]


def test_depth_is_limited_to_twenty_levels() -> None:
    assert codes("[" * 20 + "]" * 20) == []
    assert codes("[" * 21 + "]" * 21) == ["yaml-too-deep"]


@pytest.mark.parametrize("text", ["[" * 10_000, "- " * 10_000, "{a: " * 10_000, "? " * 10_000])
def test_depth_without_end_is_refused(text: str) -> None:
    assert codes(text) == ["yaml-too-deep"]


def test_depth_counts_through_aliases() -> None:
    deep = "[" * 15 + "]" * 15
    assert codes(f"- &a {deep}\n- [[[[*a]]]]") == []
    assert codes(f"- &a {deep}\n- [[[[[*a]]]]]") == ["yaml-too-deep"]


def test_ten_thousand_keys_and_a_huge_value_are_read() -> None:
    assert len(fields_of("".join(f"k{n}: v\n" for n in range(10_000)))) == 10_000
    assert len(fields_of("a: " + "b" * 500_000)["a"]) == 500_000


def test_a_character_that_the_parser_refuses_is_always_reported() -> None:
    spans = ((0, 0x300), (0x2000, 0x2100), (0xD7F0, 0xE010), (0xFEF0, 0x10010))
    for code in (code for first, end in spans for code in range(first, end)):
        root, problems = parse_yaml(f"a: 'b{chr(code)}c'", "x")
        assert root is not None or problems, hex(code)


@pytest.mark.parametrize("text", ["\r0 #", "\r\r0 # x", "a: b\r# c"])
def test_lines_that_end_in_a_carriage_return_are_counted(text: str) -> None:
    assert codes(text) == []
