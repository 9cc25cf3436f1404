"""Words around quotes that were recorded before somebody decided to keep them back stay out."""

from pathlib import Path

import pytest

from generator.cli import main
from tests.gate.searching import readings
from tests.tools.built import write_content

TEXT = """\
Here Mr Іван Петренко told us. It was never easy to leave the town. So said Ivan Petrenko, as did
others, whoever they may have been, and whatever they may have seen there or somewhere else.
Nobody knew where they went. It was Iwana Petrenki who came back.
"""
EVENT = """\
title: Something invented
date: 2022-03-01
category: talk
quotes:
  - {text: It was never easy to leave, source: paper, attribution: A nurse}
  - {text: Nobody knew where they went., source: paper, attribution: A nurse}
"""
CONTENT = {
    "site.yaml": "title: Invented\nbase_url: https://invented.example/\nsince: 2022-01-01\n"
    "categories: {talk: {label: Talk}}\n",
    "sources/paper.yaml": "title: Paper\npublisher: Nobody\nurl: https://paper.example/x\n",
    "people/witness.yaml": "name: Іван Петренко\nkind: person\n",
    "events/first.yaml": EVENT,
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project whose quotes were verified while nobody's name was withheld."""
    write_content(tmp_path, CONTENT)
    (tmp_path / "paper.txt").write_text(TEXT, encoding="utf-8")
    capture = ["capture", "paper", "--file", str(tmp_path / "paper.txt")]
    for command in (capture, ["verify"]):
        assert main([*command, "--project", str(tmp_path), "--quiet"]) == 0
    return tmp_path


def told(project: Path) -> bytes:
    """Build the project; return all readings of all files of its site."""
    assert main(["build", "--project", str(project), "--quiet"]) == 0
    files = (file for file in (project / "site").rglob("*") if file.is_file())
    return b"\0".join(each for file in files for each in readings(file.name, file.read_bytes()))


def edit(project: Path, file: str, old: str, new: str) -> None:
    """Replace words in a file of the content."""
    path = project / "content" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_name_that_is_withheld_later_is_not_told_around_quotes(project: Path) -> None:
    names = ("Петренко".encode(), b"Petrenk", b"Iwan", "Іван".encode())
    before = told(project)
    assert all(name in before for name in names[:2])
    edit(project, "people/witness.yaml", "kind: person", "status: witness-at-risk")
    after = told(project)
    assert [name for name in names if name in after] == []
    assert b"told us." in after
    assert b"So said" in after


def test_words_that_are_marked_as_said_in_captivity_later_stand_alone(project: Path) -> None:
    assert b"the town" in told(project)
    edit(project, "events/first.yaml", "attribution: A nurse}\n  -", "in_captivity: true}\n  -")
    after = told(project)
    assert b"the town" not in after
    assert b"somewhere else" in after
