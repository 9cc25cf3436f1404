"""A clone that left files out is refused; nothing is fetched for it."""

import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from tests.history.repository import EVENT, Repository

# What a fetch would start on the other side.
ASKED = "#!/bin/sh\ntouch '{mark}'\nexec git-upload-pack \"$@\"\n"


@pytest.mark.parametrize("command", [["check", "--since", "HEAD~1"], ["build", "--history"]])
def test_a_clone_without_files_is_refused_and_asks_nobody(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    origin = Repository(tmp_path / "origin")
    origin.write("events/first.yaml", EVENT)
    origin.commit()
    origin.edit("Something", "Nothing")
    origin.commit()
    origin.git("config", "uploadpack.allowFilter", "true")
    clone, mark, asked = tmp_path / "clone", tmp_path / "mark", tmp_path / "asked"
    address = origin.folder.as_uri()
    subprocess.run(["git", "clone", "-q", "--filter=blob:none", address, str(clone)], check=True)
    asked.write_text(ASKED.format(mark=mark))
    asked.chmod(0o700)
    subprocess.run(
        ["git", "-C", str(clone), "config", "remote.origin.uploadpack", str(asked)], check=True
    )
    assert main([command[0], "--project", str(clone), *command[1:], "--quiet"]) == 2
    assert "this clone leaves out files of earlier revisions" in capsys.readouterr().err
    assert not mark.exists()
