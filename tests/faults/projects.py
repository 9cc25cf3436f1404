"""A project to do harm to: copied, edited, built, and what its site holds compared."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

from generator.cli import main
from tests.tools.required import ROOT

EVENT = "content/events/river.yaml"


def copied(root: Path) -> Path:
    """Copy the full test site's project to a folder; return it."""
    shutil.copytree(ROOT / "tests/sites/full", root, ignore=shutil.ignore_patterns(".cache"))
    return root


def build(root: Path, *options: str) -> int:
    """Build the project in this process; return the status."""
    return main(["build", "--project", str(root), "--quiet", *options])


def begun(root: Path, *options: str) -> "subprocess.Popen[str]":
    """Begin to build the project in a process of its own."""
    command = [sys.executable, str(ROOT / "build.py"), "--project", str(root), "--quiet", *options]
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)


def ran(root: Path, *before: str, command: str = "build") -> "subprocess.CompletedProcess[str]":
    """Run a command on the project in a process of its own."""
    own = [sys.executable, str(ROOT / "build.py"), command, "--project", str(root), "--quiet"]
    return subprocess.run([*before, *own], capture_output=True, text=True, check=False)


def lose(manifest: Path, content: bytes | None) -> None:
    """Delete the manifest, or have it hold this."""
    if content is None:
        manifest.unlink(missing_ok=True)
    else:
        manifest.write_bytes(content)


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file's bytes by its path; what an interrupted build left aside is no file."""
    found = (path for path in folder.rglob("*") if path.is_file())
    names = ((path.relative_to(folder).as_posix(), path) for path in found)
    return {name: path.read_bytes() for name, path in names if not name.startswith(".verbatim")}


def edited(root: Path, number: int) -> None:
    """Change an event's title."""
    file = root / EVENT
    lines = file.read_text("utf-8").splitlines(keepends=True)
    titled = [
        f"title: The river rises, for the {number}th time\n" if line.startswith("title:") else line
        for line in lines
    ]
    file.write_text("".join(titled), encoding="utf-8")


def wait_until_free(site: Path) -> None:
    """Wait until no process of a build, nor one that it forked, holds the site's folder."""
    folder = os.open(site, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
    finally:
        os.close(folder)
