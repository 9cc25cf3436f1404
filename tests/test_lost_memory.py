"""A memory of builds of which one part is lost is not half trusted."""

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.test_golden import files_of
from tests.tools.required import ROOT


@pytest.mark.parametrize("lost", ["cards.changes", "records.changes", "cards.base", "site"])
@pytest.mark.parametrize("is_emptied", [True, False])
def test_a_lost_part_of_the_memory_leaves_no_page_out_of_date(
    tmp_path: Path,
    lost: str,
    is_emptied: bool,  # noqa: FBT001 - pytest passes it by name
) -> None:
    project, clean = tmp_path / "project", tmp_path / "clean"
    ignored = shutil.ignore_patterns(".cache", "site")
    shutil.copytree(ROOT / "tests/sites/full", project, ignore=ignored)
    rain, others = project / "content/events/rain.yaml", project / "content/events/others.yaml"

    def edited(path: Path, old: str, new: str) -> None:
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        assert main(["build", "--quiet", "--jobs", "1", "--project", str(project)]) == 0

    edited(rain, "title: ", "title: Now ")
    edited(rain, "title: ", "title: Very ")
    (kept,) = (project / ".cache").rglob(lost)
    if is_emptied:
        kept.write_bytes(b"")
    else:
        kept.unlink()
    edited(others, "Sandbags arrive", "Sandbags come")
    build = ["build", "--quiet", "--clean", "--project", str(project), "--output", str(clean)]
    assert main(build) == 0
    assert files_of(project / "site") == files_of(clean)
