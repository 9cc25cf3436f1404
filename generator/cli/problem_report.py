"""How problems are printed: for people, for programs, for GitHub's annotations."""

import json
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from generator.problem import Problem, Severity

WIDEST = 160


def print_problems(problems: Sequence[Problem], root: Path) -> None:
    """Print problems for people, if there are any; on a terminal with the line and a caret."""
    if problems:
        print(as_text(problems, root, with_lines=sys.stderr.isatty()), file=sys.stderr)


def as_text(problems: Sequence[Problem], root: Path, *, with_lines: bool) -> str:
    """Return each problem on a line; `with_lines` shows the place with a caret beneath."""
    parts: list[str] = []
    lines: dict[str, list[str]] = {}
    for problem in problems:
        parts.append(problem.line)
        if with_lines:
            path = problem.location.path
            if path not in lines:
                lines = {path: lines_of(root / path, root)}
            parts.extend(excerpt(problem, lines[path]))
    return "\n".join(parts)


def lines_of(file: Path, root: Path) -> list[str]:
    """Return a file's lines, none where they cannot or must not be shown."""
    # A link may lead to a file that must not be shown.
    if not file.resolve().is_relative_to(root.resolve()):
        return []
    try:
        return file.read_bytes().decode("utf-8", "replace").splitlines()
    except OSError:
        return []


def excerpt(problem: Problem, lines: Sequence[str]) -> list[str]:
    """Return the source line and a line of carets, nothing where the line cannot be shown."""
    at = problem.location
    if not 0 < at.line <= len(lines) or not lines[at.line - 1].strip():
        return []
    text = lines[at.line - 1].lstrip("\ufeff")
    start = at.column - 1
    length = max(1, min(at.length, len(text) - start))
    cut = max(0, start - WIDEST // 2)
    shown = "".join(map(visible, text[cut : cut + WIDEST]))
    marked = "".join(map(visible, text[start : start + min(length, WIDEST)]))
    number = f"{at.line:>5} | "
    blank = " " * (len(number) - 2) + "| "
    before = columns(shown[: start - cut])
    return [
        number + shown,
        blank + " " * before + "^" * max(1, columns(marked)),
    ]


def visible(character: str) -> str:
    """Return the character, or a sign in its place when it would not be seen or would harm."""
    if character == "\t":
        return " "
    return "\ufffd" if unicodedata.category(character) in {"Cc", "Cf", "Cs"} else character


def columns(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    return sum(character_width(character) for character in text)


def character_width(character: str) -> int:
    """Return a character's width on a terminal: 0, 1 or 2 columns."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def as_json(problems: Sequence[Problem], acknowledged: Sequence[tuple[Problem, str]]) -> str:
    """Return the problems as JSON, and apart from them what is acknowledged, with the reasons."""
    found = {
        "problems": [fields_of(problem) for problem in problems],
        "acknowledged": [{**fields_of(each), "reason": reason} for each, reason in acknowledged],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def fields_of(problem: Problem) -> dict[str, str | int]:
    """Return a problem's fields, for JSON."""
    return {
        "path": problem.location.path,
        "line": problem.location.line,
        "column": problem.location.column,
        "code": problem.kind.code,
        "severity": problem.kind.severity.value,
        "field": problem.field,
        "message": problem.message,
        "remedy": problem.kind.remedy,
    }


def as_github(problems: Sequence[Problem], root: Path) -> str:
    """Return the problems as workflow commands, which GitHub shows beside the lines.

    Paths begin at the repository that the project at `root` is in: GitHub knows no others.
    """
    lines: list[str] = []
    inside = path_in_repository(root)
    for problem in problems:
        at = problem.location
        level = "warning" if problem.kind.severity is Severity.WARNING else "error"
        place = f"file={property_of(inside + at.path)},line={at.line},col={at.column}"
        field = f"{problem.field}: " if problem.field else ""
        text = escaped(field + problem.message)
        lines.append(f"::{level} {place},title={property_of(problem.kind.code)}::{text}")
    return "\n".join(lines)


def path_in_repository(root: Path) -> str:
    """Return how paths of the project begin in its git repository; empty where it is its root."""
    root = root.resolve()
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            return f"{root.relative_to(folder).as_posix()}/" if folder != root else ""
    return ""


def escaped(text: str) -> str:
    """Return the text as a workflow command's message."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def property_of(text: str) -> str:
    """Return the text as a workflow command's property."""
    return escaped(text).replace(":", "%3A").replace(",", "%2C")


def summary(problems: Sequence[Problem]) -> str:
    """Return how many problems and warnings there are, in words."""
    warnings = sum(problem.kind.severity is Severity.WARNING for problem in problems)
    parts = [
        counted(len(problems) - warnings, "problem"),
        counted(warnings, "warning"),
    ]
    return " and ".join(part for part in parts if part) or "no problems"


def counted(count: int, noun: str) -> str:
    """Return `1 problem`, `2 problems`, or nothing for none."""
    return "" if count == 0 else f"{count} {noun}{'' if count == 1 else 's'}"
