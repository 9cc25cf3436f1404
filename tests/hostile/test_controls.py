"""What nobody sees is refused in each field of each kind of content, at its file and line."""

import json
import re
from pathlib import Path

import pytest

from generator.cli import main
from tests.gate.canaries import PICTURE
from tests.gate.every_field import content

NAMES = {
    "\0": "NUL",
    "\x08": "backspace",
    "\x0b": "line tabulation",
    "\x0c": "form feed",
    "\r": "carriage return",
    "\x1b": "escape",
    "\x7f": "delete",
    "\x85": "next line",
    "\x9b": "control sequence introducer",
    "\u200b": "space without width",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\u202a": "embedding left to right",
    "\u202b": "embedding right to left",
    "\u202c": "end of an embedding",
    "\u202d": "override left to right",
    "\u202e": "override right to left",
    "\u2060": "word joiner",
    "\u2064": "invisible plus",
    "\u2066": "isolate left to right",
    "\u2067": "isolate right to left",
    "\u2068": "isolate",
    "\u2069": "end of an isolate",
    "\u206a": "symmetric swapping",
    "\ufdd0": "noncharacter",
    "\ufeff": "byte order mark",
    "\ufff9": "annotation",
    "\uffff": "last of the plane",
    "\U000e0001": "language tag",
    "\U000e0041": "tag A",
    "\U0010ffff": "last of all",
}
# What no file may hold as it is (YAML 1.2.2, 5.1), in whatever field.
NOT_IN_FILES = [each for each in NAMES if not each.isspace() and re.match("[\0-\x7f\uffff]", each)]
MARK = "hostile"
PLACE = re.compile(r"([\w/.-]+):(\d+):\d+: ")


def spoilt(value: object, text: str) -> object:
    """Return the content with a text in the middle of each string, whatever it is for."""
    if isinstance(value, dict):
        return {key: spoilt(each, text) for key, each in value.items()}
    if isinstance(value, list):
        return [spoilt(each, text) for each in value]
    assert isinstance(value, str)
    return f"{value}{text}{value}"


def write_spoilt(root: Path, typed: str) -> set[tuple[str, int]]:
    """Write content with something typed in each field; return each file and line that has it."""
    lines: set[tuple[str, int]] = set()
    for name, value in content().items():
        text = json.dumps(spoilt(value, f"{MARK}%"), indent=1).replace("%", typed)
        lines |= lines_with(f"content/{name}", text)
        write(root / "content" / name, text)
    (root / "content/media").mkdir()
    (root / "content/media/a.png").write_bytes(PICTURE)
    return lines


def write_pages(root: Path, character: str) -> set[tuple[str, int]]:
    """Write pages with the character in the title and the prose; return the files and lines."""
    prose = f"Some words.\n\nMore {MARK}{character} words.\n"
    write(root / "content/pages/prose.md", f"---\ntitle: Prose\n---\n{prose}")
    write(root / "content/pages/titled.md", f"---\ntitle: {MARK}{character}s\n---\nWords.\n")
    return {("content/pages/prose.md", 6), ("content/pages/titled.md", 2)}


def escape(character: str) -> str:
    """Return the character as YAML's double quotes have it (YAML 1.2.2, 5.7)."""
    return f"\\U{ord(character):08X}"


def lines_with(path: str, text: str) -> set[tuple[str, int]]:
    """Return the path with the number of each line that has the mark."""
    return {(path, number) for number, line in enumerate(text.split("\n"), 1) if MARK in line}


def write(path: Path, text: str) -> None:
    """Write a text as it is, whatever ends its lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def told(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what the check says of content that is refused."""
    assert main(["check", "--project", str(root), "--quiet"]) == 1
    return capsys.readouterr().err


def places_in(said: str) -> set[tuple[str, int]]:
    """Return each file and line that a problem, not a warning, names."""
    found = (PLACE.match(line) for line in said.splitlines())
    return {(each[1], int(each[2])) for each in found if each}


@pytest.mark.parametrize("character", NAMES, ids=NAMES.get)
def test_in_each_field_it_is_refused_at_its_line(
    character: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = write_spoilt(tmp_path, escape(character))
    if character != "\r":  # which ends a line in a page
        lines |= write_pages(tmp_path, character)
    said = told(tmp_path, capsys)
    assert len(lines) > 60
    assert lines - places_in(said) == set()
    assert character not in said


@pytest.mark.parametrize("character", NOT_IN_FILES, ids=NAMES.get)
def test_typed_as_it_is_each_file_is_refused_at_the_first_line_that_has_it(
    character: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = write_spoilt(tmp_path, character)
    first = {path: min(number for name, number in lines if name == path) for path, _ in lines}
    said = told(tmp_path, capsys)
    assert first.items() - places_in(said) == set()
    assert character not in said


@pytest.mark.parametrize("character", "\u061c\u200e\u200f\u00ad")
def test_in_names_also_marks_are_refused_that_prose_may_need(
    character: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = write_spoilt(tmp_path, escape(character))
    found = places_in(told(tmp_path, capsys))
    file = (tmp_path / "content/events/first.yaml").read_text().splitlines()
    title = next(number for number, line in enumerate(file, 1) if '"title"' in line)
    body = next(number for number, line in enumerate(file, 1) if '"body"' in line)
    assert {("content/events/first.yaml", number) for number in (title, body)} <= lines
    assert ("content/events/first.yaml", title) in found
    assert ("content/events/first.yaml", body) not in found


@pytest.mark.parametrize("character", NAMES, ids=NAMES.get)
def test_in_the_name_of_a_field_it_is_refused_at_its_line(
    character: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in content().items():
        text = json.dumps({**value, "title%": "x"}, indent=1)
        write(tmp_path / "content" / name, text.replace("%", escape(character)))
    said = told(tmp_path, capsys)
    last = {
        (f"content/{name}", len(json.dumps(value, indent=1).splitlines()))
        for name, value in content().items()
    }
    assert last - places_in(said) == set()
    assert character not in said
