"""Files made to eat time or memory are refused within 2 seconds of work and 300 MB."""

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.problem import MOST_PROBLEMS
from tests.tools.memory import PEAK
from tests.tools.required import ROOT

MOST_SECONDS, MOST_BYTES = 2, 300_000_000
SITE = "title: A\ncategories: {talk: {label: Talk}}\n"
EVENT = "title: Invented\ndate: 2022-03-01\ncategory: talk\n"
BOMB = "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" if before else f"{name}: &{name} [x]\n"
    for before, name in zip(["", *"abcdefgh"], "abcdefghi", strict=True)
)
FILES = {
    "aliases that multiply": EVENT + BOMB,
    "an alias of itself": EVENT + "tags: &a [*a]\n",
    "merge keys in a circle": EVENT + "a: &a {<<: *a}\n",
    "deep flow nesting": EVENT + "tags: " + "[" * 100_000 + "]" * 100_000 + "\n",
    "deep block nesting": EVENT + "".join(" " * n + "a:\n" for n in range(2_000)),
    "a huge scalar": EVENT + f"body: {'x' * 20_000_000}\n",
    "ten thousand keys": EVENT + "".join(f"key{n}: x\n" for n in range(10_000)),
    "ten thousand times one key": EVENT + "tags: [a]\n" * 10_000,
    "a hundred thousand tags": EVENT
    + "tags: ["
    + ", ".join(f"t{n}" for n in range(100_000))
    + "]\n",
    "every tag of Python": EVENT + "body: !!python/object/apply:os.system ['true']\n",
    "a binary tag": EVENT + "body: !!binary aGVsbG8=\n",
    "a timestamp of its own": EVENT + "body: !!timestamp 2022-03-01\n",
    "a set": EVENT + "tags: !!set {a, b}\n",
    "many documents": "---\n".join([EVENT] * 5_000),
    "many anchors": EVENT + "".join(f"k{n}: &a{n} x\n" for n in range(20_000)),
    "a number of a million digits": EVENT + f"claims: [{{figure: x, value: {'9' * 1_000_000}}}]\n",
    "a date of a million digits": EVENT.replace("2022-03-01", "9" * 1_000_000),
    "a date of many parts": EVENT.replace("2022-03-01", "[" + ",".join(["2022"] * 50_000) + "]"),
    "brackets in prose": EVENT + f"body: '{'[' * 20_000}'\n",
    "links half open in prose": EVENT + f"body: '{'[a](' * 10_000}'\n",
    "stars in prose": EVENT + f"body: '{'*a' * 20_000}'\n",
    "underscores in prose": EVENT + f"body: '{'_a' * 20_000}'\n",
    "ticks in prose": EVENT
    + "body: '"
    + "".join("`" * (n % 90) + "a" for n in range(2_000))
    + "'\n",
    "angle brackets in prose": EVENT + f"body: '{'<a ' * 20_000}'\n",
    "entities in prose": EVENT + f"body: '{'&a' * 20_000}'\n",
    "quotations in quotations": EVENT + "body: |\n  " + "> " * 5_000 + "x\n",
    "lists in lists": EVENT + "body: |\n" + "".join("  " + "  " * n + "- x\n" for n in range(300)),
    "a wide table": EVENT + "body: |\n  " + "a|" * 5_000 + "\n  " + "-|" * 5_000 + "\n",
    "a table of empty cells": EVENT
    + f"body: |\n  {'|' * 2_000}\n  {'-|' * 1_999}-\n"
    + "  |\n" * 2_000,
    "brackets before a long text": EVENT + f"body: '{'[' * 990}{'x' * 190_000}{']' * 990}'\n",
    "links that never end": EVENT + f"body: '{'[a](' * 990}{'b ' * 95_000}'\n",
    "references between lines": EVENT + "body: |\n" + "  [a]:\n  b\n" * 990 + "  x\n" * 90_000,
    "an address of a hundred thousand letters": EVENT
    + f"body: |\n  [a]: /{'b' * 100_000}\n\n  {'[a] ' * 990}\n",
    "rules in a paragraph": EVENT + "body: |\n" + "  x\n  ***\n" * 1_300 + "  x\n" * 90_000,
    "rules made of signs of lists": EVENT + "body: |\n" + "  x\n  - - -\n" * 20_000,
    "lists in a line": EVENT + f"body: |\n  {'1. ' * 30_000}x\n" + "  x\n" * 40_000,
    "quotations over many lines": EVENT + f"body: |\n  {'>' * 100}x\n" + "  x\n" * 90_000,
    "quotations that end one by one": EVENT
    + "body: |\n"
    + "".join(f"  {'>' * depth}x\n\n" for depth in range(600, 0, -1)),
    "lists and quotations in a table's head": EVENT
    + f"body: |\n  {'> - ' * 40}{'`a`' * 1_900}{'|' * 9_000}\n  x\n",
    "a hundred thousand marks on a letter": EVENT
    + "body: a"
    + "\u0301\u0316" * 50_000
    + "\ntags: [a"
    + "\u0301\u0316" * 50_000
    + "]\n",
    "exclamation marks in prose": EVENT + f"body: '{'![' * 10_000}'\n",
    "backslashes in prose": EVENT + "body: '" + "\\\\" * 20_000 + "'\n",
}

PAGE = "---\ntitle: Invented\n---\n"
ENTITIES = ("&amp;\n" * 33_000)[:199_000]
TINY = "- {{id: e{0}, title: A, date: 2022, category: talk}}\n"
NAMES = "abcdefghij" * 8
# At or just below the limit of a file's size, or at another limit; then the file's path.
LARGEST = 4_990_000
AT_THE_LIMIT = {
    **{
        f"{folder} without fields": (f"{folder}/all.yaml", "- {}\n" * (LARGEST // 5))
        for folder in ("events", "sources", "people", "places", "figures")
    },
    **{
        f"as many {folder} as a file holds, all wrong": (f"{folder}/all.yaml", "- {x: }\n" * 5_000)
        for folder in ("events", "sources", "people", "places", "figures")
    },
    **{
        f"unknown fields in {folder}": (
            f"{folder}/all.yaml",
            "".join(f"k{n}: x\n" for n in range(120_000)),
        )
        for folder in ("events", "sources", "people", "places", "figures")
    },
    "tiny events": ("events/all.yaml", "".join(map(TINY.format, range(85_000)))),
    "events of one id": ("events/all.yaml", TINY.format("") * 5_000),
    "references to nothing": (
        "events/all.yaml",
        "".join(
            TINY.format(n).replace("}", f", after: [{', '.join(f'x{of}' for of in range(999))}]}}")
            for n in range(230)
        ),
    ),
    "long ids nearly alike": (
        "events/all.yaml",
        "".join(
            TINY.format(f"{NAMES}{n}").replace("}", f", after: [{NAMES}x{n}]}}")
            for n in range(4_999)
        ),
    ),
    "events each after the one before": (
        "events/all.yaml",
        "".join(
            TINY.format(n).replace("}", f", after: [e{n - 1}]}}" if n else "}")
            for n in range(2_000)
        ),
    ),
    "events each after the one before, in a circle": (
        "events/all.yaml",
        "".join(
            TINY.format(n).replace("}", f", after: [e{(n or 2_000) - 1}]}}") for n in range(2_000)
        ),
    ),
    "events each after sixty others": (
        "events/all.yaml",
        "".join(
            TINY.format(n).replace(
                "}", f", after: [{', '.join(f'e{of}' for of in range(max(0, n - 60), n))}]}}"
            )
            for n in range(700)
        ),
    ),
    "events all after one another": (
        "events/all.yaml",
        "".join(
            TINY.format(n).replace(
                "}", f", after: [{', '.join(f'e{of}' for of in range(300) if of != n)}]}}"
            )
            for n in range(300)
        ),
    ),
    "entities in lines": ("events/a.yaml", EVENT + "body: |\n  " + ENTITIES.replace("\n", "\n  ")),
    "entities in one line": ("events/a.yaml", EVENT + f"body: '{'&amp;' * 39_000}'\n"),
    "headings in prose": ("events/a.yaml", EVENT + "body: |\n" + "  # a\n" * 30_000),
    "underlines in prose": ("events/a.yaml", EVENT + "body: |\n" + "  a\n  ===\n" * 20_000),
    "breaks in prose": ("events/a.yaml", EVENT + "body: |\n" + "  a  \n" * 40_000),
    "addresses in prose": ("events/a.yaml", EVENT + f"body: '{'<http://a.b> ' * 15_000}'\n"),
    "categories": (
        "site.yaml",
        "title: A\ncategories:\n" + "".join(f"  c{n}: {{label: T}}\n" for n in range(60_000)),
    ),
    "settings of many kinds": ("site.yaml", SITE + "".join(f"k{n}: x\n" for n in range(400_000))),
    "a page of entities": ("pages/about.md", PAGE + ENTITIES),
    "a page of headings": ("pages/about.md", PAGE + "# a\n" * (LARGEST // 4)),
    "a page of words": ("pages/about.md", PAGE + "Words of a page & more. " * (LARGEST // 24)),
    "a page of fields": (
        "pages/about.md",
        "---\n" + "".join(f"k{n}: x\n" for n in range(400_000)) + "---\n",
    ),
    "a record of quotes that is none": ("quotes.lock", "{}\n" * (LARGEST // 3)),
    "a record of quotes in one line": ("quotes.lock", "[" * LARGEST),
}


def limited() -> None:
    """End this process when it has worked for too long."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def checked(project: Path, limit: Callable[[], None]) -> tuple[int, str]:
    """Check the project in a process of its own; return its exit status and what it says."""
    measure = (
        "import sys; from generator.cli import main; status = main(sys.argv[1:]); "
        f"print({PEAK}); sys.exit(status)"
    )
    command = [sys.executable, "-c", measure, "check", "--quiet", "--project", str(project)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=limit
    )
    lines = done.stdout.split()
    assert lines, f"ended with {done.returncode}: {done.stderr[-300:]}"
    assert int(lines[-1]) <= MOST_BYTES
    return done.returncode, done.stderr


@pytest.mark.parametrize("what", FILES)
def test_a_file_that_would_eat_time_or_memory_does_not(what: str, tmp_path: Path) -> None:
    events = tmp_path / "content/events"
    events.mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text(SITE)
    (events / "hostile.yaml").write_text(FILES[what], encoding="utf-8")
    status, said = checked(tmp_path, limited)
    assert status in {0, 1}
    assert "Traceback" not in said


@pytest.mark.parametrize("what", AT_THE_LIMIT)
def test_a_file_of_any_kind_at_its_limit_is_read_or_refused_in_time(
    what: str, tmp_path: Path
) -> None:
    path, text = AT_THE_LIMIT[what]
    for name, content in {"site.yaml": SITE, "events/b.yaml": EVENT, path: text}.items():
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).write_text(content, encoding="utf-8")
    status, said = checked(tmp_path, limited)
    assert status in {0, 1}
    assert "Traceback" not in said
    problems = [line for line in said.split("\n") if not line.startswith("warning: ")]
    assert len(problems) <= 3 * MOST_PROBLEMS


def test_the_limit_ends_what_works_for_too_long() -> None:
    command = [sys.executable, "-c", "while True: pass"]
    assert subprocess.run(command, check=False, preexec_fn=limited).returncode < 0
