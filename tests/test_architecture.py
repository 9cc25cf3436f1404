"""The shape of the code: small modules, short functions, names that say what is inside.

Who may import whom is import-linter's to say, in pyproject.toml.
"""

import ast
import re
from pathlib import Path

import pytest

from tests.tools.required import ROOT

LONGEST_MODULE = 300
LONGEST_FUNCTION = 30
EMPTY_NAMES = {"common", "helper", "helpers", "misc", "shared", "util", "utils"}
MODULES = sorted(ROOT.glob("generator/**/*.py"))
SOURCES = [ROOT / "build.py", *MODULES, *sorted(ROOT.glob("tests/**/*.py"))]

# What a browser does in its own time, asserted at once; and a wait that a page's policy forbids,
# so that it only works where there is nothing to wait for. `expect` and `eventually` wait.
IMPATIENT = re.compile(
    r"assert [^\n]*(\.is_(visible|hidden|checked)\(\)|\.(input_value|inner_text)\(|\bpage\.url\b)"
    r"|\.wait_for_(function|timeout)\("
)

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def test_there_are_modules_to_look_at() -> None:
    assert MODULES


def test_no_module_is_longer_than_300_lines() -> None:
    lengths = {named(path): len(read(path).splitlines()) for path in SOURCES}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_no_function_is_longer_than_30_lines_besides_its_docstring() -> None:
    long = [
        f"{named(path)}:{function.lineno} {function.name}: {lines_of(function)}"
        for path in MODULES
        for function in functions_of(path)
        if lines_of(function) > LONGEST_FUNCTION
    ]
    assert long == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [named(path) for path in SOURCES if EMPTY_NAMES & set(path.with_suffix("").parts)] == []


def test_every_module_opens_with_what_it_is_for() -> None:
    silent = [named(path) for path in SOURCES if not ast.get_docstring(ast.parse(read(path)))]
    assert silent == []


def test_tests_wait_for_what_a_browser_does() -> None:
    hasty = {named(path): IMPATIENT.findall(read(path)) for path in ROOT.glob("tests/*/**/*.py")}
    assert {name: found for name, found in hasty.items() if found} == {}


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("def f():\n    return 1\n", 2),
        ('def f():\n    """Two\n    lines."""\n    return 1\n', 2),
        ("@decorated\ndef f(\n    x,\n):\n    return x\n", 4),
    ],
)
def test_a_function_is_counted_from_def_without_its_docstring(source: str, lines: int) -> None:
    (function,) = ast.parse(source).body
    assert isinstance(function, FUNCTIONS)
    assert lines_of(function) == lines


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    docstring = function.body[0] if ast.get_docstring(function) else None
    return span(function) - (span(docstring) if docstring else 0)


def span(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def functions_of(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(ast.parse(read(path))) if isinstance(node, FUNCTIONS)]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
