"""The quick loader says what PyYAML's own says: the same values for any file that both read."""

import re

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load.yaml_nodes import parse_yaml
from generator.model.document import Mapping, Node, Scalar

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


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5), STYLES, st.sampled_from([None, True]))
def test_what_pyyaml_writes_is_read_as_it_was(
    value: dict[str, object],
    style: str | None,
    flow: bool | None,  # noqa: FBT001 - hypothesis passes it
) -> None:
    text = yaml.safe_dump(value, default_style=style, default_flow_style=flow, allow_unicode=True)
    # Tags, which PyYAML writes for what looks like a date or a number, are refused by ours.
    text = re.sub(r"!!\w+ ", "", text)
    assert read(text) == yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes strings only


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
