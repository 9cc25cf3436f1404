"""A file that is copied, changed while a build runs and changed back, is copied again."""

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.pipeline import renewal
from generator.pipeline.rendering import Share, rendered_pages
from tests.test_golden import files_of
from tests.tools.required import ROOT

COPIED = ("css/site.css", "note.txt")


def test_what_was_copied_is_remembered_not_what_was_planned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    static = project / "templates/static"
    shutil.copytree(ROOT / "tests/sites/minimal", project)
    (static / "css").mkdir(parents=True)
    shutil.copy(ROOT / "templates/static/css/site.css", static / "css")
    (static / "note.txt").write_text("One", encoding="utf-8")
    was = {name: (static / name).read_bytes() for name in COPIED}

    def changing_meanwhile(*given: object) -> Share:
        for name in COPIED:
            (static / name).write_bytes(was[name] + b"/* changed */")
        return rendered_pages(*given)  # type: ignore[arg-type] # passed on

    build = ["build", "--quiet", "--project", str(project)]
    with monkeypatch.context() as patched:
        patched.setattr(renewal, "rendered_pages", changing_meanwhile)
        assert main(build) == 0
    for name in COPIED:
        (static / name).write_bytes(was[name])
    assert main(build) == 0
    clean = tmp_path / "clean"
    assert main([*build, "--clean", "--output", str(clean)]) == 0
    assert files_of(project / "site") == files_of(clean)
