"""A warning that is right as it stands is acknowledged in its entry, with a reason."""

import json
import shutil
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from generator.cli import main
from generator.pipeline.reading import reopened
from generator.preview.live_site import LiveSite
from generator.problem import Problem, Severity
from generator.problem_kinds.every import ACKNOWLEDGEABLE, BY_CODE, UNACKNOWLEDGED
from generator.problem_kinds.meaning import NEEDLESS_ACKNOWLEDGEMENT, NO_PERMANENT_ADDRESS
from generator.problem_kinds.quotes import NEGATION_LEFT_OUT
from generator.project import Project
from generator.validate.acknowledged import Weighed
from generator.validate.content import validate_content
from generator.validate.meaning import weighed_doubts
from tests.test_sites_invalid import FAULTS
from tests.tools.content import content_of
from tests.tools.required import ROOT

TODAY = date(2026, 1, 1)
WARNED = [fault for fault in FAULTS if fault.name.startswith("warning-")]
REASON = "An editor looked at it; a canary stands here: CANARYREASON."
LISTED = """\
- id: one
  title: The first was invented
  date: 2022-03-01
  category: talk
- id: two
  title: The second was invented
  date: 2022-03-02
  category: talk
"""
BOTH = "content/events/both.yaml"


def acknowledging(code: str, indent: str = "") -> str:
    """Return the field that acknowledges a warning."""
    return f'{indent}acknowledged: [{{problem: {code}, reason: "{REASON}"}}]\n'


ACKNOWLEDGED = acknowledging("event-without-source", "  ").lstrip() + "  "


def weighed(project: Path) -> Weighed:
    """Return what is told of a project and what is set apart."""
    _, timeline, found = validate_content(content_of(project), partial(reopened, project))
    return weighed_doubts(timeline, found, TODAY)


def acknowledge(project: Path, problem: Problem) -> None:
    """Write the acknowledgement of a warning into the file of the entry that it is about."""
    files = content_of(project).files
    entries = [entry for file in files for entry in file.entries if entry.name == problem.entry]
    (entry,) = entries
    yaml = YAML()
    path = project / entry.path
    found = yaml.load(path)
    fields = found if entry.index is None else found[entry.index]
    listed = fields.setdefault("acknowledged", [])
    if all(each["problem"] != problem.kind.code for each in listed):
        listed.append({"problem": problem.kind.code, "reason": REASON})
    yaml.dump(found, path)


def faulty(fault: Path, folder: Path) -> Path:
    """Return the minimal site with the fault laid over it."""
    shutil.copytree(ROOT / "tests/sites/minimal", folder)
    shutil.copytree(fault, folder, dirs_exist_ok=True)
    return folder


@pytest.mark.parametrize("fault", WARNED, ids=[fault.name for fault in WARNED])
def test_every_warning_goes_away_when_its_entry_acknowledges_it(
    fault: Path, tmp_path: Path
) -> None:
    project = faulty(fault, tmp_path / "project")
    before = weighed(project).told
    assert before
    doubted = [each for each in before if each.kind is not NEEDLESS_ACKNOWLEDGEMENT]
    for each in doubted:
        acknowledge(project, each)
    after = weighed(project)
    assert [each.kind for each in after.told] == [NEEDLESS_ACKNOWLEDGEMENT] * (
        len(before) - len(doubted)
    )
    assert sorted(each.kind.code for each, _ in after.acknowledged) == sorted(
        each.kind.code for each in doubted
    )
    assert {reason for _, reason in after.acknowledged} <= {REASON}


def test_every_code_of_a_warning_is_acknowledged_by_a_fault_s_folder() -> None:
    warnings = {code for code, kind in BY_CODE.items() if kind.severity is Severity.WARNING}
    assert warnings - set(ACKNOWLEDGEABLE) == {each.code for each in UNACKNOWLEDGED}
    said = "".join((fault / "expected.txt").read_text(encoding="utf-8") for fault in WARNED)
    silent = {code for code in ACKNOWLEDGEABLE if f"[{code}]" not in said}
    # The one only `verify` finds, see below; the other a build for an address: see tests/feeds.
    assert silent == {NEGATION_LEFT_OUT.code, NO_PERMANENT_ADDRESS.code}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the minimal site with a list of two events that rest on no source."""
    shutil.copytree(ROOT / "tests/sites/minimal", tmp_path / "project")
    (tmp_path / "project" / BOTH).write_text(LISTED, encoding="utf-8")
    return tmp_path / "project"


def run(project: Path, command: str, *options: str) -> int:
    return main([command, "--project", str(project), *options])


def edit(project: Path, old: str, new: str, file: str = BOTH) -> set[Path]:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return {path}


def test_only_the_entry_of_a_list_that_acknowledges_is_left_in_peace(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project, "title: The second", f"{ACKNOWLEDGED}title: The second")
    assert run(project, "check") == 0
    said = capsys.readouterr()
    assert said.out == "1 warning, 1 warning acknowledged; 1 of 1 quotes verified\n"
    assert said.err.startswith(f"warning: {BOTH}:1:3: ")
    assert said.err.count("warning: ") == 1


def test_what_is_acknowledged_passes_a_strict_check(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(project, "check", "--strict") == 1
    edit(project, "title", f"{ACKNOWLEDGED}title")
    capsys.readouterr()
    assert run(project, "check", "--strict") == 0
    out = capsys.readouterr().out
    assert out == "no problems, 2 warnings acknowledged; 1 of 1 quotes verified\n"
    assert run(project, "build", "--strict", "--quiet") == 0


def test_programs_are_told_what_is_acknowledged_and_why(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project, "title", f"{ACKNOWLEDGED}title")
    assert run(project, "check", "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["problems"] == []
    told = [(each["code"], each["line"], each["reason"]) for each in found["acknowledged"]]
    assert told == [("event-without-source", 1, REASON), ("event-without-source", 6, REASON)]


def test_what_is_acknowledged_is_not_told_beside_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (fault,) = (fault for fault in WARNED if fault.name == "warning-number-unread")
    project = faulty(fault, tmp_path / "project")
    (project / "content/events/broken.yaml").write_text("title: [", encoding="utf-8")
    assert run(project, "check") == 1
    assert "[number-unread]" in capsys.readouterr().err
    with (project / "content/events/faulty.yaml").open("a", encoding="utf-8") as file:
        file.write(acknowledging("number-unread"))
    assert run(project, "check") == 1
    said = capsys.readouterr().err
    assert "broken.yaml" in said
    assert "[number-unread]" not in said


def told_by_builds(project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what a build warns of; the next one, and a clean one, must warn of the same."""
    said = []
    site = str(project / "clean")
    for options in ((), (), ("--clean", "--output", site)):
        capsys.readouterr()
        assert run(project, "build", "--quiet", "--jobs", "1", *options) == 0
        said.append(capsys.readouterr().err)
    assert said[1:] == said[:1] * 2
    return said[0]


def test_builds_that_remember_files_warn_as_clean_builds_do(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told_by_builds(project, capsys).count("[event-without-source]") == 2
    edit(project, "title: The first", f"{ACKNOWLEDGED}title: The first")
    assert told_by_builds(project, capsys).count("[event-without-source]") == 1
    edit(project, "invented", "made up")
    assert told_by_builds(project, capsys).count("[event-without-source]") == 1
    edit(project, "problem: event-without-source", "problem: event-in-future")
    said = told_by_builds(project, capsys)
    assert said.count("[event-without-source]") == 2
    assert said.count("[needless-acknowledgement]") == 1
    edit(project, "2022-03-01", "2999-03-01")
    assert "[needless-acknowledgement]" not in told_by_builds(project, capsys)


def test_a_likeness_that_was_acknowledged_and_is_gone_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / BOTH).unlink()
    first = "content/events/first.yaml"
    text = (project / first).read_text(encoding="utf-8")
    second = f"{text}{acknowledging('similar-events')}".replace("something\n", "something!\n", 1)
    (project / "content/events/second.yaml").write_text(second, encoding="utf-8")
    assert told_by_builds(project, capsys) == ""
    edit(project, "Somebody said something", "The river rose", first)
    assert "[needless-acknowledgement]" in told_by_builds(project, capsys)


def test_no_file_of_the_site_holds_a_reason(project: Path) -> None:
    edit(project, "title", f"{ACKNOWLEDGED}title")
    assert run(project, "build", "--quiet", "--drafts") == 0
    files = [path for path in (project / "site").rglob("*") if path.is_file()]
    assert len(files) > 20
    assert [path for path in files if b"CANARYREASON" in path.read_bytes()] == []


def test_the_preview_shows_a_wrong_acknowledgement_and_is_content_with_a_right_one(
    project: Path,
) -> None:
    site = LiveSite(Project(project, project / "site"), drafts=False)
    assert site.refresh(None).problems == ()
    changed = edit(project, "title: The first", f"{ACKNOWLEDGED}title: The first")
    assert site.refresh(changed).problems == ()
    changed = edit(project, "problem: event-without-source", "problem: event-without-a-source")
    (problem,) = site.refresh(changed).problems
    assert 'did you mean "event-without-source"?' in problem.message
    changed = edit(project, "problem: event-without-a-source", "problem: event-without-source")
    assert site.refresh(changed).problems == ()
    site.close()


def test_what_only_copies_of_sources_tell_is_acknowledged_too(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text("They said that it was not built in a year.", encoding="utf-8")
    first = "content/events/first.yaml"
    edit(project, "These words are invented.", "They said that it was […] built in a year.", first)
    (project / BOTH).unlink()
    assert run(project, "capture", "paper", "--file", str(copy)) == 0
    assert run(project, "verify") == 0
    assert "[negation-left-out]" in capsys.readouterr().err
    with (project / first).open("a", encoding="utf-8") as file:
        file.write(acknowledging("negation-left-out"))
    assert run(project, "verify") == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "1 warning acknowledged" in said.out
    assert run(project, "check", "--strict") == 0, "a check cannot know whether it is needed"
    edit(project, "was […] built", "was not built", first)
    assert run(project, "verify") == 0
    assert "[needless-acknowledgement]" in capsys.readouterr().err
