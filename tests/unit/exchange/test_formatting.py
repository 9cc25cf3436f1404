"""Formatting changes no word: the same content, every comment, and once is enough."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.exchange.formatting import formatted
from generator.exchange.yaml_tree import CannotKeepError
from generator.load.typed_values import typed_value
from generator.load.yaml_nodes import parse_yaml
from generator.model.document import Scalar
from generator.validate.field_order import order_of
from generator.validate.schema import EVENT
from tests.tools.required import ROOT
from tests.tools.said import said

ORDER = order_of(EVENT)
VALUES = [
    "title: no",
    "title: '017'  # beside title",
    "title: It's: not",
    'title: "a \\"b\\" c"',
    "date: 2022-03-02",
    "time: 12:30",
    "category:   water   # beside category",
    "updated: 1_000",
    "status:",
    "summary: one\n  two\n  three",
    "summary: 'one\n\n  two'",
    "summary: " + "long words " * 20 + "end",
    "body: |\n  a\n    b # no comment\n\n  c",
    "body: >\n  a\n  b\n\n  c\n\n\n  d # no comment",
    "body: >-  # beside header\n    folded " + "words " * 30,
    "body: |+\n  kept\n\n",
    "body: |2-\n   odd",
    "tags: [a, 'b, c', d]  # beside tags",
    "tags:\n- a   # beside a\n# above b\n- b\n",
    "tags: []",
    (
        "quotes:\n  # above first\n  - text: a  # beside text\n    # above source\n"
        "    source: b\n\n"
        "  # above second\n  - source: c\n    text: >-\n      d\n      e\n    # below second"
    ),
    "related:\n- {relation: denies, event: x}\n-   event: y\n    relation:   denies",
    "claims: [{figure: a,\n  claimant: b}]",
    "unknown: {b: 1, a: [2, {c: d}]}",
]
ANCHORED = (
    "content/events/anchored.yaml:1:8: the file is left as it is: anchors and aliases are not "
    "kept; write the value out in each place"
)
COMMENTS = ["# kept", "#kept too", "  # deeper", "", "# yaml-language-server: $schema=x"]


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return a file of fields in any order, with comments between them."""
    chosen = draw(st.lists(st.sampled_from(VALUES), min_size=1, max_size=8))
    names = [value.partition(":")[0] for value in chosen]
    assume(len(set(names)) == len(names))
    parts: list[str] = []
    for value in chosen:
        parts += draw(st.lists(st.sampled_from(COMMENTS), max_size=2))
        parts.append(value)
    parts += draw(st.lists(st.sampled_from(COMMENTS), max_size=2))
    lines = "\n".join(parts) + "\n"
    if draw(st.booleans()):
        return lines
    nested = [f"  {line}" if line else "" for line in lines.splitlines()]
    first = next(number for number, line in enumerate(nested) if line and line[2:3] not in " #")
    nested[first] = "- " + nested[first][2:]
    assume(not any(line.strip() for line in nested[:first]))
    return "\n".join(nested) + "\n"


@settings(deadline=None, max_examples=100)
@given(files())
def test_formatting_keeps_what_is_said_and_is_done_once(text: str) -> None:
    node, problems = parse_yaml(text, "x.yaml")
    assume(node is not None and not problems)
    assert node is not None
    result = formatted(text, ORDER, typed_value)
    again, problems = parse_yaml(result, "x.yaml")
    assert problems == []
    assert again is not None
    assert said(again) == said(node)
    assert comments(result) == comments(text)
    assert formatted(result, ORDER, typed_value) == result


def comments(text: str) -> Counter[str]:
    """Count the comments that these tests write, which no value of theirs holds."""
    marks = ["# kept", "#kept too", "# deeper", "# yaml-language"]
    marks += ["# beside header", "# above first", "# below second", "# above source", "# above b"]
    return Counter({mark: text.count(mark) for mark in marks})


def marks(text: str) -> int:
    """Count the marks in a text, however its lines are folded."""
    return "".join(text.split()).count("#mark")


def test_a_comment_goes_with_its_field() -> None:
    text = "# about the body\nbody: x\n\n# of the file\n\ntitle: y  # beside\n"
    assert formatted(text, ORDER, typed_value) == (
        "# of the file\n\ntitle: y  # beside\n# about the body\nbody: x\n"
    )


def test_the_line_for_editors_stays_on_top() -> None:
    text = "# yaml-language-server: $schema=x\nbody: x\ntitle: y\n"
    assert formatted(text, ORDER, typed_value).startswith(
        "# yaml-language-server: $schema=x\ntitle: y\n"
    )


MESS = [
    "\t", " \t", "\t ", "\t# mark\n", " # mark\n", "# mark\n", "\n", "\n\n", "\n \t\n", "\r\n",
    "\r", "\xa0", "\x85", ":", ": ", "- ", "? ", "|\n", "|-\t\n  x\n", ">\t# mark\n", "'", '"', ",",
    "{", "}", "[", "]", "[a, # mark\n b]", "{ # mark\n a: b}", "---\n", "...\n", "  ",
    "x:\ty\t\n", "x:\t# mark\n",
]  # fmt: skip


@st.composite
def messy_files(draw: st.DrawFn) -> str:
    """Return a file with signs put in where an author's editor, or a slip, might put them."""
    text = draw(files())
    for sign in draw(st.lists(st.sampled_from(MESS), min_size=1, max_size=4)):
        ends = [found.start() for found in re.finditer("\n|$", text)]
        at = draw(st.sampled_from(ends) | st.integers(0, len(text)))
        text = text[:at] + sign + text[at:]
    return text


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.filter_too_much])
@given(messy_files())
def test_whatever_is_read_is_formatted_with_all_its_comments(text: str) -> None:
    node, problems = parse_yaml(text, "x.yaml")
    assume(node is not None and not problems and not isinstance(node, Scalar))
    assume(not re.search("[&*]", text))
    assert node is not None
    result = formatted(text, ORDER, typed_value)
    again, problems = parse_yaml(result, "x.yaml")
    assert problems == []
    assert again is not None
    assert said(again) == said(node)
    assert marks(result) - marks(str(said(again))) == marks(text) - marks(str(said(node)))
    assert formatted(result, ORDER, typed_value) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("title: a\t# beside\nbody: b\t\n", "title: a  # beside\nbody: b\n"),
        ("title:\ta\tb\n", 'title: "a\\tb"\n'),
        ("body: |\t# beside\n  a\n  b\n", "body: |  # beside\n  a\n  b\n"),
        ("tags:\n-  # of b\n  b\n- c\t\n", "tags:\n  - b  # of b\n  - c\n"),
        ("tags: [a, # of a\n  b]\n", "tags:\n  - a  # of a\n  - b\n"),
        ("tags: [a, #of a\n  b]\n", "tags:\n  #of a\n  - a\n  - b\n"),
        ("{title: x, # of x\n body: y}\n", "title: x  # of x\nbody: y\n"),
        ("--- # on top\ntitle: x\n...\n", "# on top\ntitle: x\n"),
        ("unknown: {a: , b}\n", "unknown:\n  a:\n  b:\n"),
        ("title: a\rbody: b\r\r\n", "title: a\nbody: b\n"),
        ("title: a\xa0\n", "title: a\xa0\n"),
    ],
)
def test_what_is_read_in_another_layout_comes_into_the_one(text: str, result: str) -> None:
    node, problems = parse_yaml(text, "x.yaml")
    assert node is not None
    assert problems == []
    assert formatted(text, ORDER, typed_value) == result


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title: &a x\nbody: *a\n", (1, 8)),
        ("base: &b {title: x}\n<<: *b\n", (1, 7)),
        ("title: x\ntags:\n  - a\n  - &b b\n", (4, 5)),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_place(text: str, place: tuple[int, int]) -> None:
    with pytest.raises(CannotKeepError, match="anchors and aliases are not kept") as refused:
        formatted(text, ORDER, typed_value)
    assert (refused.value.line, refused.value.column) == place


def test_long_text_is_folded_and_texts_that_look_like_numbers_stay_as_typed() -> None:
    text = "summary: " + "word " * 40 + "end\ntitle: 017\ndate: '2022-03-02'\n"
    result = formatted(text, ORDER, typed_value)
    assert result.startswith('title: 017\ndate: "2022-03-02"\nsummary: >-\n  word')
    assert max(map(len, result.splitlines())) <= 100


@pytest.mark.parametrize("project", [".", "generator/starter", "examples/product-history"])
def test_the_repositorys_own_content_is_formatted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], project: str
) -> None:
    shutil.copytree(ROOT / project / "content", tmp_path / "content")
    status = main(["fmt", "--check", "--project", str(tmp_path)])
    assert status == 0, f"run `python build.py fmt`:\n{capsys.readouterr().out}"


def test_fmt_writes_only_what_it_was_asked_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "full"
    shutil.copytree(ROOT / "tests/sites/full", project)
    rain, river = (project / f"content/events/{name}.yaml" for name in ("rain", "river"))
    before = river.read_text(encoding="utf-8")
    assert main(["fmt", "--check", "--project", str(project)]) == 1
    assert "content/events/river.yaml: would be formatted" in capsys.readouterr().out
    assert main(["fmt", str(rain), "--project", str(project)]) == 0
    assert river.read_text(encoding="utf-8") == before
    assert main(["fmt", "--project", str(project), "--quiet"]) == 0
    assert main(["fmt", "--check", "--project", str(project)]) == 0
    assert river.read_text(encoding="utf-8") != before


def test_fmt_leaves_what_is_no_yaml_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "minimal"
    shutil.copytree(ROOT / "tests/sites/minimal", project)
    anchored = project / "content/events/anchored.yaml"
    anchored.write_text("title: &t x\ndate: 2022\ncategory: *t\n", encoding="utf-8")
    assert main(["fmt", "--check", str(anchored), "--project", str(project)]) == 1
    assert ANCHORED in capsys.readouterr().err
    broken = project / "content/events/broken.yaml"
    broken.write_text("title: a: b\n", encoding="utf-8")
    assert main(["fmt", "--project", str(project)]) == 1
    assert broken.read_text(encoding="utf-8") == "title: a: b\n"
    printed = capsys.readouterr().err
    assert "content/events/broken.yaml:1:9" in printed
    assert ANCHORED in printed
    assert main(["fmt", str(tmp_path / "elsewhere.yaml"), "--project", str(project)]) == 2
