"""A project's own template is used, or its author is told which name would be."""

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.tools.required import ROOT

SHIPPED = ROOT / "templates"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the minimal site."""
    shutil.copytree(ROOT / "tests/sites/minimal", tmp_path / "project")
    return tmp_path / "project"


def write(project: Path, name: str, text: str = "") -> None:
    """Write a file into the project's templates."""
    file = project / "templates" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def check(project: Path) -> int:
    return main(["check", "--project", str(project), "--quiet"])


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("pages/404.html", "pages/not_found.html"),
        ("page/event.html", "pages/event.html"),
        ("event.html", "pages/event.html"),
        ("pages/Event.html", "pages/event.html"),
        ("pages/timline.html", "pages/timeline.html"),
        ("partials/paper.html", "partials/_paper.html"),
        ("machine/robot.txt", "machine/robots.txt"),
        ("layout.html", "base.html"),
        ("theme.css", "static/css/theme.css"),
        ("static/theme.css", "static/css/theme.css"),
        ("static/css/themes.css", "static/css/theme.css"),
        ("static/js/sites.js", "static/js/site.js"),
    ],
)
def test_a_file_that_nothing_uses_is_a_problem_with_the_nearest_name(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, meant: str
) -> None:
    write(project, name)
    assert check(project) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"templates/{name}:1:1: no page ")
    assert f'did you mean "{meant}"? [unused-template]' in line


def test_where_no_name_is_near_those_that_there_are_are_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "machine/zzzzzzzz.xyz")
    assert check(project) == 1
    assert "; there are machine/_headers, machine/_redirects," in capsys.readouterr().err


@pytest.mark.parametrize("place", ["locale/pt-BR/LC_MESSAGES/verbatim.po", "locale/de/verbatim.po"])
def test_a_catalogue_that_is_not_read_is_a_problem(
    project: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    write(project, place)
    assert check(project) == 1
    assert f"templates/{place}:1:1: no words are read from this file" in capsys.readouterr().err


def test_what_replaced_templates_ask_for_is_the_projects_own_affair(project: Path) -> None:
    prose = (SHIPPED / "pages/prose.html").read_text("utf-8")
    write(project, "pages/prose.html", prose + "{% set x %}{% include 'mine/a.html' %}{% endset %}")
    write(project, "mine/a.html", "{% from 'mine/_b.html' import c %}{{ c() }}")
    write(project, "mine/_b.html", "{% macro c() %}{% endmacro %}")
    write(project, "static/css/theme.css", "@import 'more.css';")
    write(project, "static/css/more.css", "")
    write(project, "static/img/any.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    write(project, "locale/pt_BR/LC_MESSAGES/verbatim.po", "")
    write(project, "NOTES.md", "")
    write(project, ".DS_Store", "")
    assert check(project) == 0


def test_only_what_is_used_can_ask(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, "mine/a.html", "{% include 'mine/b.html' %}")
    write(project, "mine/b.html", "{% include 'mine/a.html' %}")
    assert check(project) == 1
    assert capsys.readouterr().err.count("[unused-template]") == 2


def test_a_broken_template_is_told_of_by_itself(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "pages/event.html", "{% include 'mine.html' %}\n{% if %}")
    write(project, "mine.html", "")
    assert check(project) == 1
    said = capsys.readouterr().err
    assert "templates/pages/event.html:2" in said
    assert "unused-template" not in said


def test_a_copy_of_all_shipped_templates_is_used(project: Path) -> None:
    shutil.copytree(SHIPPED, project / "templates")
    assert check(project) == 0
