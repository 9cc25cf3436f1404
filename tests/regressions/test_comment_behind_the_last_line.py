"""A value that ends behind the last line of its file stopped the program; found by fuzzing."""

import pytest

from generator.load.yaml_nodes import parse_yaml


@pytest.mark.parametrize("text", ["? #tag", "{x #tag", "{<b>a</b> #tag", "- [a, #b", "a: {b #c"])
def test_a_value_without_an_end_before_a_hashtag_is_read_or_a_problem(text: str) -> None:
    node, problems = parse_yaml(text, "x.yaml")
    assert node is not None or problems
