"""A fault is a folder: laid over the minimal site, it yields exactly the message beside it.

To accept changed messages after reading them: `ACCEPT=1 pytest tests/test_sites_invalid.py`.
"""

import os
import shutil
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest

from generator.cli.problem_report import as_text
from generator.errors import ContentError
from generator.pipeline.reading import reopened
from generator.plan.site import plan_pages
from generator.problem import Problem
from generator.problem_kinds import dates, fields, files, history, links, meaning, quotes
from generator.validate.content import validate_content
from generator.validate.meaning import weighed_doubts
from tests.tools.content import content_of
from tests.tools.required import ROOT

FAULTS = sorted(path for path in (ROOT / "tests/sites_invalid").iterdir() if path.is_dir())
TODAY = date(2026, 1, 1)
# What no folder in git can hold, or only a test that makes it: see tests/unit/load.
TESTED_ELSEWHERE = {
    files.FILE_NAME,
    files.FILE_TOO_LARGE,
    files.MISSING_FILE,
    files.NOT_A_FILE,
    files.UNREADABLE_FILE,
    files.UNUSED_TEMPLATE,  # not of the content: see tests/check/test_own_templates.py
    quotes.NEGATION_LEFT_OUT,  # known only where the copies are: see tests/unit/verify
    meaning.NO_PERMANENT_ADDRESS,  # known only to a build for an address: see tests/feeds
    *history.ALL,  # known only beside an earlier revision in git: see tests/check
}


def problems_of(project: Path) -> tuple[Problem, ...]:
    """Return every problem, or else the warnings, of a project."""
    reopen = partial(reopened, project)
    try:
        settings, timeline, found = validate_content(content_of(project), reopen)
        warnings = weighed_doubts(timeline, found, TODAY).told
        plan_pages(settings, timeline, (), datetime(2026, 1, 1, tzinfo=UTC), drafts=False)
    except ContentError as error:
        return error.problems
    return warnings


@pytest.fixture
def faulty_project(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Return the minimal site with the fault laid over it."""
    project = tmp_path / "project"
    shutil.copytree(ROOT / "tests/sites/minimal", project)
    shutil.copytree(request.param, project, dirs_exist_ok=True, symlinks=True)
    return project


@pytest.mark.parametrize(
    ("faulty_project", "fault"),
    [(fault, fault) for fault in FAULTS],
    indirect=["faulty_project"],
    ids=[fault.name for fault in FAULTS],
)
def test_a_fault_yields_exactly_its_message(faulty_project: Path, fault: Path) -> None:
    expected = fault / "expected.txt"
    message = as_text(problems_of(faulty_project), faulty_project, with_lines=True) + "\n"
    if os.environ.get("ACCEPT"):
        expected.write_text(message, encoding="utf-8")
    assert message == expected.read_text(encoding="utf-8")


def test_the_minimal_site_has_no_fault_of_its_own() -> None:
    assert problems_of(ROOT / "tests/sites/minimal") == ()


def test_every_kind_of_problem_has_a_folder() -> None:
    modules = (dates, fields, files, history, links, meaning, quotes)
    every_kind = {kind for module in modules for kind in module.ALL}
    messages = "".join((fault / "expected.txt").read_text(encoding="utf-8") for fault in FAULTS)
    silent = {
        kind.code for kind in every_kind - TESTED_ELSEWHERE if f"[{kind.code}]" not in messages
    }
    assert silent == set()


def test_there_are_at_least_40_faults() -> None:
    assert len(FAULTS) >= 40
