"""A project in a repository of git: made, committed on a day, edited, compared."""

import os
import subprocess
from pathlib import Path

from generator.cli import main

# Of what, what becomes what; `mv` renames, `rm` deletes.
Edit = tuple[str, str, str]
COMMITTED = "2022-03-04T12:00:00Z"


def git(project: Path, *arguments: str, when: str = COMMITTED) -> None:
    """Run git in the project at a moment, with no settings of this machine's."""
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    at = os.environ | {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    command = ["git", *who, "-C", str(project), *arguments]
    subprocess.run(command, check=True, capture_output=True, env=at)


def begun(project: Path, files: dict[str, str], when: str = COMMITTED) -> Path:
    """Write the content's files, and commit them at a moment; return the project."""
    for path, text in files.items():
        file = project / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "first", when=when)
    return project


def edit(project: Path, edits: tuple[Edit, ...]) -> None:
    """Make each edit."""
    for path, old, new in edits:
        file = project / "content" / path
        if old == "mv":
            file.rename(project / "content" / new)
        elif old == "rm":
            file.unlink()
        else:
            assert old in file.read_text("utf-8"), (path, old)
            file.write_text(file.read_text("utf-8").replace(old, new, 1), encoding="utf-8")


def check(project: Path, since: str = "HEAD", now: str = "") -> int:
    """Compare with a revision, at a moment or by the clock; return the status."""
    moment = ["--now", now] if now else []
    return main(["check", "--project", str(project), "--since", since, "--quiet", *moment])
