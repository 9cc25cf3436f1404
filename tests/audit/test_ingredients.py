"""The manifest says what a site was made from: of the content, what is published and no more."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.cli import main
from tests.site_quality.loopback import served
from tests.test_golden import files_of
from tests.tools.required import ROOT

EVENTS, PEOPLE, PLACES = "events/others.yaml", "people/people.yaml", "places/places.yaml"
RIVER, SOURCES, FIGURES = "events/river.yaml", "sources/sources.yaml", "figures/figures.yaml"
PUBLISHED = [
    (RIVER, "title: The river leaves its bed", "title: The river left its bed"),
    (RIVER, "One invented fact", "An invented fact"),
    (RIVER, "time: 02:00~", "time: 02:00"),
    (RIVER, "third paragraph", "fourth paragraph"),
    (RIVER, "She spoke on the bridge.", "She spoke at home."),
    (RIVER, "T. Ranslator", "T. Other"),
    (RIVER, "Counted from the bridge.", "Counted twice."),
    (RIVER, "caption: The gauge, invented.", "caption: The gauge."),
    (RIVER, "alt: The same grey square", "alt: Another grey square"),
    (RIVER, "Describes fear", "Tells of fear"),
    (RIVER, "now: 120 houses", "now: 121 houses"),
    (RIVER, "/river.html", "/rivers.html"),
    (RIVER, "reported: 2020-02-04", "reported: 2020-02-05"),
    (RIVER, "after: [rain]\n", ""),
    (EVENTS, "It did not happen.", "It never happened."),
    (EVENTS, "status: draft", "status: published"),
    (SOURCES, "A. N. Author", "A. N. Other"),
    (SOURCES, "Amt für Erfundenes", "Amt"),
    (PEOPLE, "Mayor of Invented Town", "The mayor"),
    (PLACES, "Invented Valley", "The valley"),
    (PLACES, "precision: settlement", "precision: district"),
    (FIGURES, "above the floor", "above the cellar"),
    ("site.yaml", "for tests only", "for tests"),
    ("site.yaml", "What invented people said.", "What people said."),
    ("site.yaml", "name: The test authors", "name: The authors"),
    ("pages/about.md", "is **invented**", "is invented"),
    ("quotes.lock", "2020-03-01", "2020-03-02"),
]
HELD_BACK = [
    (EVENTS, "CANARY DRAFT SUMMARY", "ANOTHER DRAFT SUMMARY"),
    (EVENTS, "CANARY EMBARGO", "ANOTHER EMBARGO"),
    (EVENTS, "CANARY RETRACTED", "ANOTHER RETRACTED"),
    (PEOPLE, "CANARY NAME", "ANOTHER NAME"),
    (PEOPLE, "CANARY ROLE", "ANOTHER ROLE"),
    (PEOPLE, "The family asked", "The children asked"),
    (PLACES, "precision: region", "# between us: call Bo\n  precision: region"),
    (
        PLACES,
        "lat: 52.123456\n  lon: -3.456789\n  precision: settlement",
        "lat: 52.123457\n  lon: -3.456788\n  precision: settlement",
    ),
    (SOURCES, "https://secret.example/memo", "https://secret.example/note"),
    (
        RIVER,
        "related:",
        "acknowledged: [{problem: event-in-future, reason: Bo said so.}]\nrelated:",
    ),
]


def made_from(site: Path) -> dict[str, str]:
    """Return what a site's manifest says that it was made from."""
    found: dict[str, str] = json.loads((site / "manifest.json").read_bytes())["made_from"]
    return found


def build(project: Path, site: Path, *options: str) -> None:
    arguments = ["build", "--quiet", "--jobs", "1", "--project", str(project)]
    assert main([*arguments, "--output", str(site), *options]) == 0


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the full test site as `project`, built as `site`."""
    folder = tmp_path_factory.mktemp("ingredients")
    ignored = shutil.ignore_patterns(".cache", "site")
    shutil.copytree(ROOT / "tests/sites/full", folder / "project", ignore=ignored)
    build(folder / "project", folder / "site")
    return folder


@pytest.fixture
def edited(built: Path) -> Iterator[Callable[[str, str, str], Path]]:
    """Return what edits a file of the content, builds, and returns the site; all is undone."""
    content = built / "project/content"
    shutil.copytree(content, built / "kept")
    shutil.copytree(built / "site", built / "edited")

    def edit(file: str, old: str, new: str) -> Path:
        text = (content / file).read_text(encoding="utf-8")
        assert old in text
        (content / file).write_text(text.replace(old, new), encoding="utf-8")
        build(built / "project", built / "edited")
        return built / "edited"

    yield edit
    shutil.rmtree(content)
    (built / "kept").rename(content)
    shutil.rmtree(built / "edited")


def differing(one: Path, other: Path) -> set[str]:
    """Return the paths of the files that are not the same in two sites, manifests aside."""
    first, second = files_of(one), files_of(other)
    paths = (first.keys() | second.keys()) - {"manifest.json"}
    return {path for path in paths if first.get(path) != second.get(path)}


@pytest.mark.parametrize(("file", "old", "new"), PUBLISHED)
def test_whatever_readers_see_of_the_content_shows_in_its_digest(
    built: Path, edited: Callable[[str, str, str], Path], file: str, old: str, new: str
) -> None:
    before, after = made_from(built / "site"), made_from(site := edited(file, old, new))
    is_seen = bool(differing(built / "site", site))
    assert is_seen is (before["content"] != after["content"])
    assert is_seen or "after" in old
    assert {**before, "content": ""} == {**after, "content": ""}


@pytest.mark.parametrize(("file", "old", "new"), HELD_BACK)
def test_nothing_that_is_held_back_shows_in_any_digest(
    built: Path, edited: Callable[[str, str, str], Path], file: str, old: str, new: str
) -> None:
    site = edited(file, old, new)
    assert differing(built / "site", site) == set()
    assert made_from(site) == made_from(built / "site")


def test_a_template_of_the_project_shows_in_the_templates_digest_alone(
    built: Path, tmp_path: Path
) -> None:
    project, site = tmp_path / "project", tmp_path / "site"
    shutil.copytree(built / "project", project)
    for folder in ("static/css", "pages"):
        (project / "templates" / folder).mkdir(parents=True)
    theme = project / "templates/static/css/theme.css"
    theme.write_text(":root{}", encoding="utf-8")
    build(project, site)
    before = made_from(built / "site")
    styled = made_from(site)
    assert {**styled, "templates": ""} == {**before, "templates": ""}
    assert styled["templates"] != before["templates"]
    theme.unlink()
    shipped = ROOT / "templates/pages/prose.html"
    (project / "templates/pages/prose.html").write_bytes(shipped.read_bytes())
    build(project, site)
    assert made_from(site) == before, "the same template, whoever has it"
    copied = project / "templates/pages/prose.html"
    copied.write_bytes(copied.read_bytes() + b"\n<!-- -->")
    build(project, site)
    assert made_from(site)["templates"] not in {before["templates"], styled["templates"]}


def audit(built: Path, place: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """Return the status of an audit, and what it says from the line about making on."""
    options = ["--project", str(built / "project"), "--output", str(built / "site")]
    status = main(["audit", place, *options, "--allow-private"])
    said = capsys.readouterr().out.splitlines()
    at = next((n for n, line in enumerate(said) if "manifest" in line and "made from" in line), 0)
    return status, said[at:]


def test_an_audit_says_that_a_copy_is_of_the_same_make(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copytree(built / "site", tmp_path / "copy"))
    makes = made_from(copy)
    expected = [
        f"  {part} {makes[part]}: the same as here" for part in ("content", "templates", "program")
    ]
    for place in (str(copy), ""):
        with served(copy) as address:
            status, said = audit(built, place or address, capsys)
        assert status == 0
        assert said[1:4] == expected


def test_an_audit_says_in_what_an_older_copy_is_of_another_make(
    built: Path,
    edited: Callable[[str, str, str], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    copy = edited(RIVER, "One invented fact", "An invented fact")
    theirs, ours = made_from(copy), made_from(built / "site")
    status, said = audit(built, str(copy), capsys)
    assert status == 1
    assert said[1] == f"  content {theirs['content']}: another, here {ours['content']}"
    assert said[2].endswith("the same as here")
    assert said[3].endswith("the same as here")
    assert "was changed since" in said[4]


def test_an_audit_says_that_another_program_s_digests_do_not_compare(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copytree(built / "site", tmp_path / "copy"))
    manifest = copy / "manifest.json"
    program = made_from(copy)["program"]
    manifest.write_text(manifest.read_text().replace(program, "0" * 64))
    _, said = audit(built, str(copy), capsys)
    assert said[3] == f"  program {'0' * 64}: another, here {program}"
    assert "need not be alike" in said[4]


@pytest.mark.parametrize(
    "text", ["", "{", '{"made_from": 7}', '{"made_from": {"content": 1}}', "[" * 9999]
)
def test_a_copy_whose_manifest_says_nothing_is_said_to(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    copy = Path(shutil.copytree(built / "site", tmp_path / "copy"))
    (copy / "manifest.json").write_text(text)
    status, said = audit(built, str(copy), capsys)
    assert status == 1
    assert said[0] == "its manifest does not say what it was made from"
