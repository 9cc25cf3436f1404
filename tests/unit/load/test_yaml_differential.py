"""The quick loader says what PyYAML's own says: the same values at the same places.

It is asked for any file that both read, with libyaml's parser and with PyYAML's own.
"""

import re
from collections.abc import Iterator
from unittest.mock import patch

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import yaml_nodes
from generator.load.yaml_events import PARSER
from generator.load.yaml_nodes import parse_yaml
from generator.model.document import Mapping, Node, Scalar
from generator.problem import Problem
from generator.problem_kinds.files import YAML_TAG

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=12
)
KEYS = st.from_regex(r"[a-z][a-z_]{0,7}", fullmatch=True)
VALUES = st.recursive(
    WORDS | st.just("no") | st.just("12:30:45") | st.just("~") | st.just("2022-03-02"),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(KEYS, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)
# What both parsers refuse alike, of what may come to stand in a text by mistake.
NOISE = st.text("xé0 \n'\"[]{}#-,&*!", max_size=3)
STYLES = st.sampled_from([None, "'", '"', "|", ">"])
ANCHORED = st.from_regex(
    r"(?:[a-d]: (?:&x [a-z]{1,4}|\*x|&y \[[a-z]\]|\*y|\{k: v\}|&z \{k: v, m: n\}|\*z)\n){1,6}",
    fullmatch=True,
)
MERGED = st.from_regex(
    r"a: &m \{x: 1, y: 2\}\nb: &n \{y: 3, z: 4\}\nc:\n"
    r"(?:  <<: (?:\*m|\*n|\[\*m, \*n\]|\[\*n, \*m\])\n)?(?:  y: 5\n)?(?:  w: 6\n)",
    fullmatch=True,
)


def plain(node: Node) -> object:
    """Return a node as strings, lists and dictionaries."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return {key: plain(value) for key, (_, value) in node.entries.items()}
    return [plain(item) for item in node.items]


def read(text: str) -> object:
    """Return what the quick loader reads, None where it reports a problem."""
    node, problems = parse_yaml(text, "x.yaml")
    return None if problems or node is None else plain(node)


def places(node: Node) -> Iterator[tuple[int, int, str]]:
    """Yield the line and column of each value and key, and what a scalar says."""
    yield node.line, node.column, node.value if isinstance(node, Scalar) else ""
    if isinstance(node, Mapping):
        for key, value in node.entries.values():
            yield from places(key)
            yield from places(value)
    elif not isinstance(node, Scalar):
        for item in node.items:
            yield from places(item)


def composed_places(node: yaml.Node) -> Iterator[tuple[int, int, str]]:
    """Yield what `places` does of what PyYAML composed, which counts from 0.

    Of quoted words ours gives the place of the first behind the quotation mark.
    """
    is_quoted = isinstance(node, yaml.ScalarNode) and node.style in {"'", '"'}
    line, column = node.start_mark.line + 1, node.start_mark.column + (2 if is_quoted else 1)
    yield line, column, node.value if isinstance(node, yaml.ScalarNode) else ""
    if not isinstance(node, yaml.ScalarNode):
        for each in node.value:
            for inner in each if isinstance(each, tuple) else [each]:
                yield from composed_places(inner)


def by_pyyaml_alone(text: str) -> tuple[Node | None, list[Problem]]:
    """Return what is read where libyaml is missing."""
    with patch.object(yaml_nodes, "PARSER", yaml.BaseLoader):
        return parse_yaml(text, "x.yaml")


def test_libyaml_is_here_to_be_compared() -> None:
    assert PARSER is yaml.CBaseLoader


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5), STYLES, st.sampled_from([None, True]))
def test_what_pyyaml_writes_is_read_as_it_was(
    value: dict[str, object],
    style: str | None,
    flow: bool | None,  # noqa: FBT001 - hypothesis passes it
) -> None:
    tagged = yaml.safe_dump(value, default_style=style, default_flow_style=flow, allow_unicode=True)
    if re.search(r"(?m)(^|[ \[{,-])!!\w+ ", tagged) and read(tagged) is None:
        # PyYAML writes tags for what looks like a date or a number; ours refuses each.
        assert {each.kind for each in parse_yaml(tagged, "x.yaml")[1]} == {YAML_TAG}
    text = re.sub(r"!!\w+ ", "", tagged)
    assert read(text) == yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes strings only
    node, _ = parse_yaml(text, "x.yaml")
    composed = yaml.compose(text, yaml.BaseLoader)
    assert node is not None
    assert composed is not None
    assert [*places(node)] == [*composed_places(composed)]


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5), STYLES, NOISE)
def test_pyyaml_s_own_parser_gives_the_same_nodes_or_refuses_too(
    value: dict[str, object], style: str | None, noise: str
) -> None:
    text = yaml.safe_dump(value, default_style=style, allow_unicode=True)
    for given_text in (text, f"{text}{noise}", text.replace(": ", f": {noise} ", 1)):
        node, problems = parse_yaml(given_text, "x.yaml")
        slow, told = by_pyyaml_alone(given_text)
        assert bool(problems) == bool(told)
        if node is not None and slow is not None and not problems:
            assert [*places(node)] == [*places(slow)]


@pytest.mark.parametrize("text", ["a: &x b\nc: *x\n", "a: &m {b: c}\nd:\n  <<: *m\n  e: f\n"])
def test_pyyaml_s_own_parser_knows_anchors_and_merged_mappings_too(text: str) -> None:
    assert by_pyyaml_alone(text) == parse_yaml(text, "x.yaml")


@settings(max_examples=300, deadline=None)
@given(ANCHORED)
def test_anchors_and_aliases_stand_for_the_same(text: str) -> None:
    found, expected, fault = read(text), None, ""
    try:
        expected = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes strings only
    except yaml.YAMLError as error:
        fault = str(error)
    if fault:
        # An anchor may be set anew (YAML 1.2.2, 7.1); PyYAML refuses that, ours does not.
        assert found is None or "duplicate anchor" in fault
        return
    keys = re.findall(r"^[a-d]", text, re.MULTILINE)
    if found is not None:
        assert found == expected
    else:
        # PyYAML takes a key or an anchor that stands twice; ours says so.
        anchors = re.findall(r"&\w", text)
        assert len(set(keys)) < len(keys) or len(set(anchors)) < len(anchors)


@settings(max_examples=100, deadline=None)
@given(MERGED)
def test_merged_mappings_have_the_same_fields(text: str) -> None:
    expected = yaml.load(text, yaml.SafeLoader)
    assert read(text) == {
        key: {name: str(number) for name, number in fields.items()}
        for key, fields in expected.items()
    }
