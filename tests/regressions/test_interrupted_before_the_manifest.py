"""What a build had put into the site when it was interrupted is pruned like everything else."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.write import site as writing
from tests.test_golden import files_of
from tests.tools.required import ROOT

EVENT = "title: {title}\ndate: 2022-03-05\ncategory: talk\n{more}"


def full(*_: object) -> bytes:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "manifest.json")


@pytest.mark.parametrize("times", [1, 2])
def test_a_page_whose_build_was_interrupted_goes_when_its_event_is_held_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    project = tmp_path / "project"
    shutil.copytree(ROOT / "tests/sites/minimal", project)
    site = project / "site"
    build = ["build", "--quiet", "--project", str(project)]
    assert main(build) == 0
    events = [project / f"content/events/held-{number}.yaml" for number in range(times)]
    for number, event in enumerate(events):
        event.write_text(EVENT.format(title=f"Held {number}", more=""), encoding="utf-8")
        with monkeypatch.context() as patched:
            patched.setattr(writing, "manifest_text", full)
            assert main(build) == 3
        assert (site / f"events/held-{number}/index.html").exists()
    for number, event in enumerate(events):
        held = EVENT.format(title=f"Held {number}", more="status: draft\n")
        event.write_text(held, encoding="utf-8")
    assert main(build) == 0
    clean = tmp_path / "clean"
    assert main([*build, "--clean", "--output", str(clean)]) == 0
    assert files_of(site) == files_of(clean)
