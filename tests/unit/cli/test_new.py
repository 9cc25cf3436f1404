"""`new` writes a file that a person goes on with, and writes over none."""

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.exchange.slugs import slug_of, unique
from generator.validate.fields.text import ID_PATTERN
from tests.tools.required import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the full site."""
    shutil.copytree(ROOT / "tests/sites/full", tmp_path / "full")
    return tmp_path / "full"


def test_a_new_event_passes_the_check_at_once(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["new", "Rain again: “more”", "--date", "2020-02-09~", "--category", "water"]
    assert main([*arguments, "--project", str(project)]) == 0
    path = project / "content/events/2020/rain-again-more.yaml"
    assert capsys.readouterr().out == f"{path}\n"
    first, title, date, *_ = path.read_text(encoding="utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=../../../.verbatim/schemas/event.json"
    assert (path.parent / first.partition("$schema=")[2]).resolve().is_file()
    assert title == 'title: "Rain again: “more”"'
    assert date == "date: 2020-02-09~"
    assert main(["check", "--project", str(project), "--quiet"]) == 0
    assert main(["fmt", "--check", str(path), "--project", str(project)]) == 0


def test_what_is_not_known_is_left_for_the_check_to_ask(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "Something", "--project", str(project)]) == 0
    assert main(["check", "--project", str(project)]) == 1
    printed = capsys.readouterr().err
    assert "content/events/something.yaml:3:6: date: nothing here" in printed
    assert "content/events/something.yaml:4:10: category: nothing here" in printed


def test_the_only_category_needs_no_naming(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/sites/minimal", tmp_path / "minimal")
    project = ["--project", str(tmp_path / "minimal")]
    assert main(["new", "Something", "--date", "2022", *project]) == 0
    assert main(["check", "--quiet", *project]) == 0


def test_a_taken_name_gets_a_number(project: Path) -> None:
    for _ in range(2):
        assert main(["new", "The river", "--date", "2020", "--project", str(project)]) == 0
    names = sorted(path.name for path in (project / "content/events/2020").iterdir())
    assert names == ["the-river-2.yaml", "the-river.yaml"]
    assert main(["new", "River", "--date", "2020", "--project", str(project)]) == 0
    assert (project / "content/events/2020/river-2.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["X", "--date", "2022-13"], "month 13"),
        (["X", "--category", "watre"], 'did you mean "water"'),
        (["one\ntwo"], "line break"),
        (["x" * 301], "at most 300"),
        ([" "], "at least one word"),
    ],
)
def test_wrong_values_end_with_2_and_write_nothing(
    project: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(project.rglob("*"))
    assert main(["new", *arguments, "--project", str(project)]) == 2
    assert message in capsys.readouterr().err
    assert sorted(project.rglob("*")) == before


def test_a_folder_that_leads_out_is_not_written_to(project: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (project / "content/events/1999").symlink_to(tmp_path / "outside")
    assert main(["new", "X", "--date", "1999", "--project", str(project)]) == 2
    assert list((tmp_path / "outside").iterdir()) == []


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Explosions in Kyiv", "explosions-in-kyiv"),
        ("Українці збираються на Майдані", "ukraintsi-zbyraiutsia-na-maidani"),
        ("Єдність, що їх об’єднує: Згурський", "yednist-shcho-yikh-obiednuie-zghurskyi"),
        ("Объявление о съезде", "obiavlenye-o-sezde"),
        ("Ελλάδα", "ellada"),
        ("Łódź, Straße, Ærø", "lodz-strasse-aero"),
        ("習近平が訪問", "fallback"),
        ("!!!", "fallback"),
        ("2022年3月", "2022-3"),
        ("習近平が2022", "2022"),
        ("word " * 30, "word-word-word-word-word-word-word-word-word-word-word-word"),
    ],
)
def test_a_slug_is_made_of_the_title(title: str, slug: str) -> None:
    made = slug_of(title, "fallback")
    assert made == slug
    assert ID_PATTERN.fullmatch(made)


def test_a_slug_is_made_unique_by_a_number() -> None:
    assert unique("a", {"b"}) == "a"
    assert unique("a", {"a", "a-2"}) == "a-3"
