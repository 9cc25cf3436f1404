"""The commands: a source is captured, its quotes are verified, and what drifted is said."""

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.capture.conftest import ANSWERS, PAGE, page
from tests.tools.required import ROOT

EVENT = """\
title: Somebody said something
date: 2022-03-02
category: talk
quotes:
  - {text: "We built it in a year,", source: paper, attribution: Nobody}
  - {text: Nobody was there., source: paper, attribution: Nobody}
"""


@pytest.fixture
def project(tmp_path: Path, server: str) -> Path:
    """Return a small project with two quotes of a source that this machine serves."""
    shutil.copytree(ROOT / "tests/sites/minimal", tmp_path / "project")
    content = tmp_path / "project/content"
    (content / "quotes.lock").unlink()
    (content / "events/first.yaml").write_text(EVENT, encoding="utf-8")
    source = f"title: Made up\npublisher: The Gazette\nurl: {server}/changing\n"
    (content / "sources/paper.yaml").write_text(source, encoding="utf-8")
    ANSWERS["/changing"] = page()
    return tmp_path / "project"


def run(project: Path, *arguments: str) -> int:
    return main([*arguments, "--project", str(project)])


def test_a_source_is_captured_and_its_quotes_are_verified(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(project, "capture", "paper", "--allow-private") == 0
    assert "2 of 2 quotes stand in it" in capsys.readouterr().out
    assert run(project, "verify") == 0
    assert capsys.readouterr().out == "2 of 2 quotes verified\ncontent/quotes.lock written\n"
    assert run(project, "verify") == 0
    assert capsys.readouterr().out == "2 of 2 quotes verified\ncontent/quotes.lock unchanged\n"
    assert run(project, "check", "--strict") == 0
    assert capsys.readouterr().out == "no problems; 2 of 2 quotes verified\n"


def test_the_record_is_enough_where_the_copies_are_not(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, "capture", "paper", "--allow-private")
    run(project, "verify")
    lock = (project / "content/quotes.lock").read_bytes()
    shutil.rmtree(project / "content/captures")
    capsys.readouterr()
    assert run(project, "check", "--strict") == 0
    assert run(project, "verify") == 0
    assert (project / "content/quotes.lock").read_bytes() == lock
    assert "no copy of paper here, on which 2 quotes rest" in capsys.readouterr().out


def test_an_edited_quote_is_unverified_until_it_is_checked_again(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, "capture", "paper", "--allow-private")
    run(project, "verify")
    event = project / "content/events/first.yaml"
    event.write_text(EVENT.replace("Nobody was there.", "Somebody was there."), encoding="utf-8")
    capsys.readouterr()
    assert run(project, "check") == 0
    said = capsys.readouterr()
    assert "1 of 2 quotes verified" in said.out
    assert "first.yaml:6:12: quotes[1].text: “Somebody was there.” was not checked" in said.err
    assert run(project, "check", "--strict") == 1
    assert run(project, "verify") == 1
    assert "[-Somebody-] {+Nobody+} was there. [quote-not-found]" in capsys.readouterr().err
    assert run(project, "build", "--output", str(project / "site")) == 1
    assert not (project / "site").exists()


def test_a_source_that_changed_is_said_to_have_drifted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, "capture", "paper", "--allow-private")
    run(project, "verify")
    ANSWERS["/changing"] = page(PAGE.replace(b"Nobody was there", b"Everybody was there"))
    capsys.readouterr()
    assert run(project, "capture", "paper", "--allow-private") == 0
    said = capsys.readouterr().out
    assert "is kept; it has other text" in said
    assert "1 of 2 quotes stand in it\n" in said
    assert "not in it: content/events/first.yaml: quotes[1].text\n" in said
    assert run(project, "verify") == 0
    said_of_drift = capsys.readouterr()
    assert "[quote-drifted]" in said_of_drift.err
    assert said_of_drift.out.startswith("1 of 2 quotes verified\n")


def test_no_word_around_a_quote_of_a_restricted_source_is_recorded(project: Path) -> None:
    run(project, "capture", "paper", "--allow-private")
    with (project / "content/sources/paper.yaml").open("a", encoding="utf-8") as file:
        file.write("restricted: true\n")
    assert run(project, "verify") == 0
    lock = (project / "content/quotes.lock").read_text(encoding="utf-8")
    assert "We built it in a year," in lock
    assert not any(word in lock for word in ("prefix", "suffix", "she said"))
    assert run(project, "build", "--output", str(project / "site"), "--quiet") == 0
    site = project / "site"
    assert not (site / "sources/paper/annotations.json").exists()
    collected = (site / "data/annotations.json").read_text(encoding="utf-8")
    assert not any(word in collected for word in ("prefix", "suffix", "she said"))
    event = (project / "site/events/first/index.html").read_text(encoding="utf-8")
    assert "Verified" in event
    assert ":~:text" not in event


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["capture", "papre"], 2, 'no source has the id "papre"; did you mean "paper"?'),
        (["capture", "paper"], 1, "which is not public; give --allow-private"),
        (["capture", "paper", "--file", "no-such.html"], 1, "no such file"),
        (["capture", "paper", "--timeout", "0"], 2, "is not a number of seconds"),
    ],
)
def test_what_cannot_be_captured_is_said_with_a_remedy(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
    message: str,
) -> None:
    assert run(project, *arguments) == status
    assert message in capsys.readouterr().err


def test_a_problem_elsewhere_hinders_no_capture(project: Path) -> None:
    (project / "content/events/broken.yaml").write_text("title: [", encoding="utf-8")
    assert run(project, "capture", "paper", "--allow-private") == 0


def test_a_damaged_copy_is_said_and_trusted_no_more(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, "capture", "paper", "--allow-private")
    (text,) = project.glob("content/captures/paper/*/text.txt")
    text.write_text("Other words.", encoding="utf-8")
    assert run(project, "verify") == 1
    assert "changed since it was stored" in capsys.readouterr().err


def test_no_word_of_a_copy_is_published(project: Path) -> None:
    ANSWERS["/changing"] = page(PAGE.replace(b"<h1>Made up</h1>", b"<h1>Canary Word</h1>"))
    run(project, "capture", "paper", "--allow-private")
    run(project, "verify")
    assert run(project, "build", "--output", str(project / "site"), "--quiet") == 0
    files = [path for path in (project / "site").rglob("*") if path.is_file()]
    assert not any(path.suffix in {".gz", ".warc"} for path in files)
    told = {path.name for path in files if b"Canary" in path.read_bytes()}
    assert told == {"annotations.json"}  # as the words around the quote beside it
