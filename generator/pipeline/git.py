"""The project's git repository, asked through the program git."""

import os
import subprocess
from pathlib import Path

from generator.errors import UsageError


def git(root: Path, arguments: list[str], wanted: str, given: bytes = b"") -> bytes:
    """Return what git says of the repository around a folder; `given` is what it reads.

    Raises UsageError, which begins with what is `wanted`, where there is no git, or it refuses.
    """
    command = ["git", "--no-replace-objects", "--no-optional-locks", "-C", str(root), *arguments]
    environment = os.environ | {"LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and arguments of our own
            command, capture_output=True, check=True, input=given, env=environment
        )
    except FileNotFoundError as error:
        message = f"{wanted}: git cannot be found"
        raise UsageError(message) from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()[-1:]
        message = f"{wanted}: {''.join(said)}"
        raise UsageError(message) from error
    return done.stdout
