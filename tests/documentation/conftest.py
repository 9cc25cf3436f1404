"""What running the documentation's commands needs: a copy of the project, and a user's machine."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.tools.required import ROOT
from tests.tools.wheelhouse import wheelhouse

COPIED = (
    "babel.cfg", "build.py", "content", "examples", "generator", "LICENSE", "Makefile",
    "pyproject.toml", "README.md", "requirements", "templates", ".pre-commit-hooks.yaml",
)  # fmt: skip
# When the copy's one commit was made, so that a day after it can be asked for.
DAY = "2026-03-01T12:00:00Z"


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install Verbatim into a folder of its own; return a folder with its command."""
    root = tmp_path_factory.mktemp("installed")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--target"]
    command = [sys.executable, "-m", "pip", "install", *options, str(root / "packages"), str(ROOT)]
    subprocess.run(command, check=True, cwd=root)
    (root / "bin").mkdir()
    verbatim = root / "bin/verbatim"
    packages = root / "packages"
    verbatim.write_text(
        "#!/bin/sh\n"
        f'PYTHONPATH="{packages}" exec "{sys.executable}" "{packages}/bin/verbatim" "$@"\n'
    )
    verbatim.chmod(0o755)
    return root / "bin"


@pytest.fixture
def checkout(tmp_path: Path, environment: dict[str, str]) -> Path:
    """Return a copy of the project as a repository with one commit."""
    root = tmp_path / "checkout"
    root.mkdir()
    for name in COPIED:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, root / name)
    for arguments in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "Begin"]):
        subprocess.run(["git", *arguments], cwd=root, env=environment, check=True)
    return root


@pytest.fixture
def environment(tmp_path: Path, installed: Path) -> dict[str, str]:
    """Return what commands find: ours by their names, an author, a home of their own."""
    search = f"{installed}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    author = {"GIT_AUTHOR_DATE": DAY, "GIT_COMMITTER_DATE": DAY}
    for who in ("AUTHOR", "COMMITTER"):
        author |= {f"GIT_{who}_NAME": "Somebody", f"GIT_{who}_EMAIL": "somebody@invented.example"}
    return os.environ | author | {"PATH": search, "HOME": str(tmp_path)}


@pytest.fixture(scope="session")
def offline(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what makes pip find all that Verbatim is built from and needs, and no network."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    names = [Requirement(each).name for each in wanted]
    folder = wheelhouse(tmp_path_factory.mktemp("wheels") / "house", [*names, "pip"])
    return {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(folder), "PIP_CONFIG_FILE": os.devnull}
