"""Events in which no withheld name was found are not looked at again, and nothing slips by that."""

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.memory.site_memory import SiteMemory, program_version
from generator.validate import withheld
from tests.tools.required import ROOT

EVENT = "title: {}\ndate: 2022-03-05\ncategory: talk\n{}"
HELD = "{{id: held, name: {}, status: minor}}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with a withheld name and two events that have it not, built once."""
    root = tmp_path / "project"
    shutil.copytree(ROOT / "tests/sites/minimal", root, ignore=shutil.ignore_patterns(".cache"))
    write(root, "people/held.yaml", HELD.format("Ivan Invented"))
    write(root, "events/one.yaml", EVENT.format("Ada Other speaks", ""))
    write(root, "events/two.yaml", EVENT.format("Ivan Invented speaks", "status: draft\n"))
    assert build(root) == 0
    return root


def write(root: Path, path: str, text: str) -> None:
    """Write a file of the content."""
    (root / "content" / path).parent.mkdir(exist_ok=True)
    (root / "content" / path).write_text(text, encoding="utf-8")


def build(root: Path, *options: str) -> int:
    return main(["build", "--quiet", "--jobs", "1", "--project", str(root), *options])


def test_only_what_changed_is_looked_at_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    look = withheld.names_in

    def noted(*arguments: object) -> object:
        seen.append(arguments[2][1])  # type: ignore[index] # the place: a kind and an id
        return look(*arguments)  # type: ignore[arg-type] # whatever it was called with

    monkeypatch.setattr(withheld, "names_in", noted)
    write(project, "events/one.yaml", EVENT.format("Ada Other speaks", "time: '10:00'\n"))
    assert build(project) == 0
    assert "one" in seen
    assert "first" not in seen


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("people/held.yaml", HELD.format("Ada Other")),
        ("people/new.yaml", "{id: new, name: Ada Other, status: victim}\n"),
        ("events/one.yaml", EVENT.format("Ivan Invented speaks", "")),
        ("events/two.yaml", EVENT.format("Ivan Invented speaks", "")),
        ("events/two.yaml", EVENT.format("Ivan Invented speaks", "embargo: 2999-01-01T00:00Z\n")),
    ],
)
def test_a_name_that_is_new_or_newly_held_is_found(
    project: Path, path: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, path, text)
    assert build(project) == 1
    assert "[withheld-name]" in capsys.readouterr().err
    # Nor does what was refused count as looked at.
    assert build(project) == 1


def test_what_another_version_cleared_is_looked_at_again(project: Path) -> None:
    site = project / "site"
    assert SiteMemory(project, site, program_version()).load_cleared().events
    assert not SiteMemory(project, site, b"another").load_cleared().events
    (kept,) = (project / ".cache").rglob("cleared")
    kept.write_bytes(kept.read_bytes()[:-3])
    assert not SiteMemory(project, site, program_version()).load_cleared().events
    assert build(project, "--clean") == 0
