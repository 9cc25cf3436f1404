"""A build of which only words of events changed does little, and makes what a clean build makes.

Whether it did little shows in what `reworded_site` returns: None when all had to be built.
"""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.cli import main
from generator.edition import Edition
from generator.memory.folder import seal_path
from generator.memory.seal import last_sealed
from generator.pipeline.page_codes import decoded_page, encoded_page, page_code
from generator.pipeline.rewording import reworded_site
from generator.project import find_project
from tests.test_golden import files_of
from tests.tools.content import plan_of
from tests.tools.required import ROOT

NOW = datetime(2031, 5, 1, tzinfo=UTC)
MORE = """\
title: A gauge is read again
date: 2020-02-03
category: water
places: [town]
tags: [river]
body: The gauge was read.
quotes: [{text: "Nobody read it.", source: bericht, speaker: mayor}]
claims: [{figure: houses-flooded, claimant: mayor, source: bericht, value: 3}]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    ignored = shutil.ignore_patterns(".cache", "site")
    shutil.copytree(ROOT / "tests/sites/full", project, ignore=ignored)
    (project / "content/quotes.lock").unlink()
    (project / "content/events/more.yaml").write_text(MORE, encoding="utf-8")
    assert main(["build", "--quiet", "--jobs", "1", "--project", str(project)]) == 0
    return project


def reworded(project: Path) -> int | None:
    """Return how many files were written in place of a build, None where all must be built."""
    found = find_project(project, None)
    edition = Edition(datetime.now(UTC))
    sealed = last_sealed(seal_path(found.root, found.site), edition.asked(), edition.now)
    assert sealed is not None
    assert sealed.changed
    return reworded_site(found, edition, sealed)


def is_clean(project: Path, capsys: pytest.CaptureFixture[str]) -> bool:
    """Return whether the site and the warnings are those of a clean build."""
    build = ["build", "--quiet", "--jobs", "1", "--project", str(project)]
    capsys.readouterr()
    assert main(build) == 0
    warnings = capsys.readouterr().err
    clean = project / "clean"
    assert main([*build, "--clean", "--output", str(clean)]) == 0
    return files_of(project / "site") == files_of(clean) and warnings == capsys.readouterr().err


def replaced(old: str, new: str, name: str = "more") -> Callable[[Path], None]:
    """Return an edit of an event's file."""

    def edit(project: Path) -> None:
        path = project / "content/events" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return edit


def saved_beside(project: Path) -> None:
    path = project / "content/events/more.yaml"
    draft = path.with_name(".more.swp")
    draft.write_text(MORE.replace("was read", "was looked at"), encoding="utf-8")
    draft.replace(path)


def named_witness(project: Path) -> None:
    (project / "content/people/secret.yaml").write_text(
        "name: Nemo Nobody\nstatus: witness-at-risk\n", encoding="utf-8"
    )
    assert main(["build", "--quiet", "--jobs", "1", "--project", str(project)]) == 0
    replaced("The gauge was", "Ada and Nemo")(project)


def surnamed_witness(project: Path) -> None:
    (project / "content/people/secret.yaml").write_text(
        "name: Nemo Unheard\nstatus: witness-at-risk\n", encoding="utf-8"
    )
    replaced("tags: [river]", "tags: [river]\npeople: [secret]")(project)
    assert main(["build", "--quiet", "--jobs", "1", "--project", str(project)]) == 0
    replaced("The gauge was", "The house of the Unheard family was")(project)


@pytest.mark.parametrize(
    ("edit", "least"),
    [
        (replaced("was read.", "was *not* read."), 2),
        (replaced("title: A gauge is", "title: The gauge is"), 5),
        (replaced("body:", "summary: In short.\nbody:"), 2),
        (replaced("Rain in the whole valley", "Much rain in the valley", "rain"), 2),
        (replaced("note: The report", "note: Their report", "rain"), 0),
        (replaced("\nbody: The", "\n# a remark\nbody: The"), 0),
        (saved_beside, 2),
        (lambda project: (project / "content/events/rain.yaml").touch(), 0),
        (named_witness, 2),
    ],
)
def test_an_edit_of_words_renders_no_more_than_shows_them(
    project: Path,
    edit: Callable[[Path], None],
    least: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    edit(project)
    written = reworded(project)
    if "note: Their" in (project / "content/events/rain.yaml").read_text(encoding="utf-8"):
        assert written is None, "a claim's note is told on other pages, so it is no mere word"
    else:
        assert written is not None
        assert written >= least
    assert is_clean(project, capsys)


@pytest.mark.parametrize(
    "edit",
    [
        replaced("date: 2020-02-03", "date: 2020-02-04"),
        replaced("[river]", "[river, new]"),
        replaced("Nobody read it.", "Somebody read it."),
        replaced("was read.", "was read, see [rain](/events/rain/)."),
        replaced("body:", "status: draft\nbody:"),
        replaced("A gauge is read again", "The river leaves its beds"),
        replaced("value: 3", "value: 4"),
        surnamed_witness,
        lambda project: (project / "content/events/new.yaml").write_text(MORE, encoding="utf-8"),
        lambda project: (project / "content/events/more.yaml").unlink(),
        lambda project: (project / "site/index.html").unlink(),
        lambda project: (project / "content/site.yaml").write_text(
            (project / "content/site.yaml").read_text(encoding="utf-8").replace("that never", "of"),
            encoding="utf-8",
        ),
    ],
)
def test_an_edit_of_more_than_words_is_a_whole_build(
    project: Path, edit: Callable[[Path], object], capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project)
    assert reworded(project) is None
    assert is_clean(project, capsys)


@pytest.mark.parametrize("name", ["files.base", "cards.base", "records.base", "plan", "site"])
def test_a_damaged_memory_is_not_used_for_rewording(
    project: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (kept,) = (project / ".cache").rglob(name)
    content = bytearray(kept.read_bytes())
    for at in range(len(content) // 2, len(content)):
        content[at] ^= 0xFF
    kept.write_bytes(content)
    replaced("title: A gauge is", "title: The gauge is")(project)
    written = reworded(project)
    assert written is None or name == "records.base", "records are made anew without more ado"
    assert is_clean(project, capsys)


@pytest.mark.parametrize("name", ["Nemo Nobody", "**Nobody,** N&#101;mo"])
def test_a_name_that_must_not_be_told_stops_a_build_of_words_alone(
    project: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    named_witness(project)
    before = files_of(project / "site")
    replaced("Ada and Nemo", f"Then {name}")(project)
    build = ["build", "--quiet", "--jobs", "1", "--project", str(project)]
    assert main(build) == 1
    assert "whose name is withheld" in capsys.readouterr().err
    assert files_of(project / "site") == before


def test_every_planned_page_is_the_same_when_it_was_remembered() -> None:
    for name in ("full", "minimal", "unicode"):
        plan, _ = plan_of(ROOT / "tests/sites" / name, NOW)
        for page in plan.pages:
            assert decoded_page(encoded_page(page, page_code(page))) == page


def test_planning_looks_at_the_words_of_no_published_event() -> None:
    plan, publication = plan_of(ROOT / "tests/sites/full", NOW)
    assert {need for need in plan.needs if need.partition(":")[2] in publication.outlines} == set()
