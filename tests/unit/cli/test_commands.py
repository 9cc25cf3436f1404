"""The command line, called as a person would."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.tools.required import ROOT

MINIMAL = str(ROOT / "tests/sites/minimal")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Return a project with one problem, and a site of an earlier build."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "site.yaml").write_text("title: A\ncategories: {talk: {label: Talk}}\n")
    site = tmp_path / "site"
    assert main(["build", "--project", str(tmp_path), "--quiet"]) == 0
    (content / "events").mkdir()
    (content / "events/x.yaml").write_text("title: X\ndate: 2022-13-01\ncategory: talk\n")
    assert (site / "index.html").exists()
    return tmp_path


def test_without_a_command_it_builds(tmp_path: Path) -> None:
    assert main(["--project", MINIMAL, "--output", str(tmp_path / "site")]) == 0
    assert (tmp_path / "site/index.html").exists()


def test_a_build_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", "--project", MINIMAL, "--output", str(tmp_path / "site")])
    assert "written, 0 unchanged, 0 pruned, in" in capsys.readouterr().out


def test_problems_leave_the_site_as_it_is(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (faulty / "site/index.html").read_bytes()
    assert main(["build", "--project", str(faulty)]) == 1
    assert (faulty / "site/index.html").read_bytes() == before
    printed = capsys.readouterr().err
    assert 'content/events/x.yaml:2:12: date: month 13 in "2022-13-01"' in printed
    assert "1 problem;" in printed


def test_check_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--project", MINIMAL, "--output", str(tmp_path / "site")]) == 0
    assert not (tmp_path / "site").exists()
    assert capsys.readouterr().out == "no problems; 1 of 1 quotes verified\n"


def test_check_speaks_json(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--project", str(faulty), "--format", "json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["path"], problem["line"], problem["column"]) == ("content/events/x.yaml", 2, 12)
    assert (problem["code"], problem["severity"]) == ("date-month", "problem")


def test_check_speaks_githubs_language(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--project", str(faulty), "--format", "github"])
    assert capsys.readouterr().out == (
        "::error file=content/events/x.yaml,line=2,col=12,title=date-month::"
        'date: month 13 in "2022-13-01"; months run 01 to 12\n'
    )


def test_strict_makes_problems_of_warnings(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "people").mkdir(parents=True)
    (content / "site.yaml").write_text("title: A\ncategories: {talk: {label: Talk}}\n")
    (content / "people/unused.yaml").write_text("name: Nobody\n")
    assert main(["check", "--project", str(tmp_path)]) == 0
    assert main(["check", "--project", str(tmp_path), "--strict"]) == 1


def test_drafts_are_shown_only_when_asked_for(tmp_path: Path) -> None:
    full = str(ROOT / "tests/sites/full")
    draft = tmp_path / "site/events/draft-event/index.html"
    main(["build", "--quiet", "--project", full, "--output", str(tmp_path / "site"), "--drafts"])
    assert draft.exists()
    main(["build", "--quiet", "--project", full, "--output", str(tmp_path / "site")])
    assert not draft.exists()


def test_the_base_url_can_be_given(tmp_path: Path) -> None:
    site = tmp_path / "site"
    main(
        [
            "build",
            "--quiet",
            "--project",
            MINIMAL,
            "--output",
            str(site),
            "--base-url",
            "https://a.example/b",
        ]
    )
    page = (site / "events/first/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://a.example/b/events/first/">' in page


@pytest.mark.parametrize(
    "arguments",
    [
        ["bild"],
        ["build", "--nonsense"],
        ["build", "--base-url", "example.org"],
        ["build", "--project", "/nonexistent"],
        ["check", "--format", "xml"],
        ["serve", "--port", "0"],
        ["build", "--project", MINIMAL, "--output", f"{MINIMAL}/content/inside"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    assert main(arguments) == 2


def test_the_site_may_not_hold_its_own_content() -> None:
    assert main(["build", "--project", MINIMAL, "--output", MINIMAL]) == 2


def test_a_template_that_asks_for_too_much_is_named_with_its_line(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (faulty / "content/events/x.yaml").unlink()
    pages = faulty / "templates/pages"
    pages.mkdir(parents=True)
    (pages / "prose.html").write_text("unused")
    (pages / "timeline.html").write_text("one\n{{ content.nonsense }}\n")
    assert main(["build", "--project", str(faulty)]) == 1
    assert "templates/pages/timeline.html:2" in capsys.readouterr().err


def test_the_version_and_the_help_are_told() -> None:
    command = [sys.executable, str(ROOT / "build.py")]
    version = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
    assert version.stdout.startswith("Verbatim ")
    told = subprocess.run([*command, "--help"], capture_output=True, text=True, check=True).stdout
    assert all(name in told for name in ("build", "check", "serve"))
