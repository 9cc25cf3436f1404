"""Command lines of the documentation, run as a reader runs them."""

import subprocess
from pathlib import Path

WAITING = 300


def ran(
    command: str, folder: Path, environment: dict[str, str]
) -> "subprocess.CompletedProcess[str]":
    """Run a command line in a folder."""
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=WAITING,
    )
