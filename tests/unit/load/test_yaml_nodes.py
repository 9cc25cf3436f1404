"""What YAML becomes, and what it must not be."""

from typing import Any, TypeAlias

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.load import yaml_nodes
from generator.load.yaml_nodes import parse_yaml
from generator.model.document import Mapping, Node, Scalar, Sequence

Plain: TypeAlias = Any


@pytest.fixture(params=["CBaseLoader", "BaseLoader"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    parser = getattr(yaml, request.param, None)
    if parser is None:
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(yaml_nodes, "PARSER", parser)


def plain(node: Node | None) -> Plain:
    if isinstance(node, Mapping):
        return {name: plain(value) for name, (_, value) in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value if node else None


def read(text: str) -> Plain:
    root, problems = parse_yaml(text, "content/events/x.yaml")
    assert problems == []
    return plain(root)


def faults(text: str, first_line: int = 1) -> list[str]:
    _, problems = parse_yaml(text, "x.yaml", first_line=first_line)
    return [
        f"{found.location.line}:{found.location.column} {found.kind.code}: {found.message}"
        for found in problems
    ]


def codes(text: str) -> list[str]:
    return [found.kind.code for found in parse_yaml(text, "x.yaml")[1]]


def scalar(text: str, name: str = "a") -> Scalar:
    root, _ = parse_yaml(text, "x.yaml")
    assert isinstance(root, Mapping)
    value = root.entries[name][1]
    assert isinstance(value, Scalar)
    return value


@pytest.mark.parametrize(
    "typed",
    ["no", "12:30:45", "017", "1_000", "2022-03-02", "null", "~", "0x1F", ".inf", "1e3", "=", "On"],
)
def test_a_value_stays_the_text_that_was_typed(typed: str) -> None:
    assert read(f"a: {typed}") == {"a": typed}
    assert read(f"{typed}: a") == {typed: "a"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b", Scalar("b", 1, 4)),
        ("a:   b  # why", Scalar("b", 1, 6)),
        ("a: 'b'", Scalar("b", 1, 5, is_plain=False)),
        ('a: "b"', Scalar("b", 1, 5, is_plain=False)),
        ("a: b\n  c", Scalar("b c", 1, 4, is_plain=False)),
        ("a: |\n  b\n", Scalar("b\n", 1, 4, is_plain=False)),
        ("a: >-\n  b\n  c\n", Scalar("b c", 1, 4, is_plain=False)),
        ("a: &x b", Scalar("b", 1, 7)),
        ("a: &x 'b'", Scalar("b", 1, 8, is_plain=False)),
        ("a: &x |\n  b", Scalar("b", 1, 7, is_plain=False)),
        ("a: &x\n  b", Scalar("b", 2, 3)),
        ("a: &x # why\n  b", Scalar("b", 2, 3)),
        ("é: 1\na: b", Scalar("b", 2, 4)),
        ("\ufeffa: b", Scalar("b", 1, 4)),
        ("z: y\r\na: b\r\n", Scalar("b", 2, 4)),
    ],
)
def test_a_value_stands_where_its_first_character_does(text: str, place: Scalar) -> None:
    assert scalar(text) == place


def test_an_empty_value_is_an_empty_scalar_on_its_line() -> None:
    assert (scalar("a:\nb: c").value, scalar("a:\nb: c").line) == ("", 1)
    assert scalar("a: &x\nb: c").value == ""


def test_an_empty_text_has_no_root() -> None:
    assert parse_yaml("", "x") == (None, [])
    assert parse_yaml("# only a comment\n", "x") == (None, [])


def test_lines_count_from_the_first_line_given() -> None:
    assert faults("a: *x", first_line=7)[0].startswith("7:4 ")
    assert faults("a: b: c", first_line=7)[0].startswith("7:5 ")


def test_an_alias_is_the_node_of_its_anchor() -> None:
    assert read("a: &x [1, 2]\nb: *x") == {"a": ["1", "2"], "b": ["1", "2"]}
    assert read("a: &x 1\nb: &x 2\nc: *x") == {"a": "1", "b": "2", "c": "2"}


def test_own_fields_win_over_merged_ones_and_earlier_mappings_over_later() -> None:
    text = "- &x {a: 1, b: 1}\n- &y {b: 2, c: 2}\n- c: 3\n  <<: [*x, *y]\n  d: 3\n"
    assert read(text)[2] == {"a": "1", "b": "1", "c": "3", "d": "3"}


def test_a_quoted_merge_key_is_an_ordinary_key() -> None:
    assert read('"<<": a') == {"<<": "a"}


def test_a_merged_field_keeps_its_own_place() -> None:
    root, _ = parse_yaml("x: &x\n  a: b\ny:\n  <<: *x\n", "x")
    assert isinstance(root, Mapping)
    merged = root.entries["y"][1]
    assert isinstance(merged, Mapping)
    assert merged.entries["a"][1] == Scalar("b", 2, 6)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: b: c", '1:5 yaml-syntax: ":" in an unquoted value; put the value in quotes'),
        ("a: %b", '1:4 yaml-syntax: value starts with "%"; put the value in quotes'),
        ("a: @b", '1:4 yaml-syntax: value starts with "@"; put the value in quotes'),
        ("a: `b", '1:4 yaml-syntax: value starts with "`"; put the value in quotes'),
        ("a: *b* c", '1:4 yaml-syntax: value starts with "*"; put the value in quotes'),
        ("a: & c", '1:4 yaml-syntax: value starts with "&"; put the value in quotes'),
        ("a: ]", '1:4 yaml-syntax: value starts with "]"; put the value in quotes'),
        ("a: 'b\nc: d\n", "1:4 yaml-syntax: missing single quote at the end of this value; add it"),
        ('a: "b\nc: d\n', "1:4 yaml-syntax: missing double quote at the end of this value; add it"),
        ("\ta: b", "1:1 yaml-tab: tab in the indentation; indent with spaces"),
        ("a:\n\t- b", "2:1 yaml-tab: tab in the indentation; indent with spaces"),
        ("a:\n  b: 1\n\tc: 2", "3:1 yaml-tab: tab in the indentation; indent with spaces"),
        ("a: |\n\tb", "2:1 yaml-tab: tab in the indentation; indent with spaces"),
        (
            "a: 1\nb: 2\na: 3",
            "3:1 yaml-duplicate-key: field is given twice, first on line 1; remove one of the two",
        ),
        ("a: *b", '1:4 yaml-alias: no "&b" before "*b"; correct it, or put the value in quotes'),
        (
            "a: !!str b",
            '1:4 yaml-tag: tag "!!str"; remove it; Verbatim reads every value as text',
        ),
        (
            "a: &x !b [c]",
            '1:7 yaml-tag: tag "!b"; remove it; Verbatim reads every value as text',
        ),
        (
            "a: {{ b }}",
            "1:5 yaml-key: key is not a name; write a name, or put the value in quotes",
        ),
        (
            "? a\n? [b]\n",
            "2:3 yaml-key: key is not a name; write a name, or put the value in quotes",
        ),
        (": b", '1:1 yaml-syntax: nothing before ":"; write the name of a field'),
        ("? &x\n: b", '1:5 yaml-key: nothing before ":"; write the name of a field'),
        (
            "a: b\n---\nc: d",
            "2:1 yaml-documents: second document; write one list, or one file for each entry",
        ),
        (
            "<<: a",
            '1:5 yaml-merge: "<<" takes a mapping or a list of mappings; give it an alias of one',
        ),
        ("a: b\x00", "1:5 control-character: character U+0000 is not allowed in text; delete it"),
        (
            "a: b\u2028c",
            "1:5 control-character: character U+2028 is not allowed in text; delete it",
        ),
        ('a: "\\0"', "1:5 control-character: escape for the control character U+0000; delete it"),
    ],
)
def test_a_fault_is_named_in_its_place_with_its_remedy(text: str, fault: str) -> None:
    assert faults(text) == [fault]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: [b, c\nd: e", "1:4"),
        ("a: {b: c\nd: [e", None),
        ("a: [", "1:4"),
        ("a:\n  b: 1\n c: 2", "3:2"),
        ("a: b\n c: d", "2:2"),
        ("- a\nb: c", "2:1"),
        ('a: "b" c', "1:8"),
        ("a: [b] c", "1:8"),
        ("a: 'it's'", "1:8"),
        ('a: "\\q"', "1:5"),
        ("a: b\nc\nd: e", None),
        ("a: b\nc", "2:1"),
        ("a: - b", "1:4"),
        ("a: >b", "1:4"),
        ("%YAML 1.1\n---\na: b", "1:1"),
    ],
)
def test_broken_syntax_ends_the_file_with_one_problem(text: str, place: str | None) -> None:
    found = faults(text)
    assert len(found) == 1
    assert " yaml-syntax: " in found[0]
    assert "not valid YAML" not in found[0]
    if place:
        assert found[0].startswith(f"{place} ")


def test_all_faults_that_do_not_end_the_reading_are_collected() -> None:
    assert codes("a: 1\na: 2\nb: !x y\nc: *z\n") == ["yaml-duplicate-key", "yaml-tag", "yaml-alias"]


def test_of_a_field_given_twice_the_first_is_kept() -> None:
    assert plain(parse_yaml("a: 1\na: {b: c}\nd: e", "x")[0]) == {"a": "1", "d": "e"}


LETTERS = st.characters(
    codec="utf-8", exclude_categories=["Cc"], exclude_characters="\u2028\u2029\ufeff"
)
TEXTS = st.text(LETTERS | st.just("\n"))
DATA = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


FLOWS = st.sampled_from([True, False, None])
STYLES = st.sampled_from(["'", '"', "|", None])


@given(data=DATA, flow=FLOWS, style=STYLES)
@settings(deadline=None)
def test_values_are_those_of_the_base_loader(*, data: Plain, flow: bool | None, style: str) -> None:
    # A list or mapping that stands twice is dumped as an anchor and its alias.
    text = yaml.dump([data, data], default_flow_style=flow, default_style=style, allow_unicode=True)
    expected = base(text)
    assume(expected is not None)
    assert read(text) == expected


def base(text: str) -> Plain:
    try:
        return yaml.load(text, yaml.BaseLoader)  # noqa: S506  # it makes nothing but text
    except yaml.YAMLError:
        return None


NAMES = st.sampled_from("abcde")
FIELDS = st.dictionaries(NAMES, st.sampled_from(["1", "2", "no"]), min_size=1, max_size=4)


@given(first=FIELDS, second=FIELDS, own=FIELDS, is_list=st.booleans())
def test_merges_are_those_of_yaml_1_1(
    *, first: dict[str, str], second: dict[str, str], own: dict[str, str], is_list: bool
) -> None:
    def flow(fields: dict[str, str]) -> str:
        return ", ".join(f"{name}: '{value}'" for name, value in fields.items())

    merge = "[*x, *y]" if is_list else "*x"
    text = f"- &x {{{flow(first)}}}\n- &y {{{flow(second)}}}\n- {{<<: {merge}, {flow(own)}}}\n"
    expected = yaml.safe_load(text)
    assert read(text) == expected


@given(text=st.text(st.sampled_from("ab:-?&*!|>'\"%@`{}[],# \n\t\\<~0.\r"), max_size=40))
@settings(deadline=None, max_examples=500)
def test_any_text_ends_in_values_or_problems(text: str) -> None:
    root, problems = parse_yaml(text, "x")
    expected = base(text)
    for found in problems:
        assert found.location.line >= 1
        assert found.location.column >= 1
        assert "\n" not in found.message
    if not problems:
        assert expected is None or "<<" in text or plain(root) == expected
