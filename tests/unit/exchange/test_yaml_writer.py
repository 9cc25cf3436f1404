"""What is written as YAML is read back as exactly what was written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exchange.yaml_writer import Missing, Value, entry_text
from generator.load.yaml_nodes import parse_yaml
from tests.tools.said import said

SAFE = st.characters(
    exclude_categories=["Cs", "Cc", "Co", "Cn"], exclude_characters="\u2028\u2029\ufeff\x85"
)
TEXTS = st.one_of(
    st.text(SAFE, max_size=300),
    st.text(st.sampled_from(" \n#:-ab,[]{}'\"|>?&*!%@`\\\t."), max_size=60),
    st.sampled_from(["no", "017", "1_000", "12:30:45", "2022-03-02", "~", "", "=", "<<", "a #b"]),
    st.lists(st.sampled_from(["word", "#", "-", "longer-words", ":", "a:"]), max_size=60).map(
        " ".join
    ),
)
FIELDS = st.dictionaries(
    st.from_regex(r"[a-z_]{1,12}", fullmatch=True),
    st.one_of(
        TEXTS,
        st.lists(TEXTS, max_size=5),
        st.lists(
            st.dictionaries(st.sampled_from(["text", "source"]), TEXTS, min_size=1),
            min_size=1,
            max_size=3,
        ),
        st.dictionaries(st.sampled_from(["name", "email"]), TEXTS, min_size=1),
    ),
    min_size=1,
)


@settings(deadline=None, max_examples=100)
@given(FIELDS)
def test_every_text_is_read_back_as_it_was(fields: dict[str, Value]) -> None:
    node, problems = parse_yaml(entry_text(fields, ["A comment"]), "x.yaml")
    assert problems == []
    assert node is not None
    assert said(node) == fields


@pytest.mark.parametrize("text", ["a:?", "a:?b", "a: b", "a,b", "a:]", "#a", "a #b"])
def test_what_brackets_give_a_meaning_to_is_quoted_in_them(text: str) -> None:
    node, problems = parse_yaml(entry_text({"tags": [text]}), "x.yaml")
    assert problems == []
    assert node is not None
    assert said(node) == {"tags": [text]}


def test_long_text_is_folded_and_what_is_missing_is_said() -> None:
    text = entry_text(
        {"title": "A: b", "category": Missing("one of a, b"), "body": "word " * 30 + "end"}
    )
    title, category, body, first, last = text.splitlines()
    assert title == 'title: "A: b"'
    assert category == "category:  # one of a, b"
    assert body == "body: >-"
    assert len(first) <= 100
    assert last.endswith("word end")
