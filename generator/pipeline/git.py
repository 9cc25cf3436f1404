"""The project's git repository, asked through the program git."""

import os
import subprocess
from pathlib import Path

from generator.errors import UsageError

# A clone that left files out would fetch them as it is asked for them.
ALONE = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": ""}
LEFT_OUT = "from promisor remote"


def git(root: Path, arguments: list[str], wanted: str, given: bytes = b"") -> bytes:
    """Return what git says of the repository around a folder; `given` is what it reads.

    Raises UsageError, which begins with what is `wanted`, where there is no git, or it refuses.
    """
    command = ["git", "--no-replace-objects", "--no-optional-locks", "-C", str(root), *arguments]
    environment = os.environ | {"LC_ALL": "C"} | ALONE
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and arguments of our own
            command, capture_output=True, check=True, input=given, env=environment
        )
    except FileNotFoundError as error:
        message = f"{wanted}: git cannot be found"
        raise UsageError(message) from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip()
        if LEFT_OUT in said:
            raise not_all_here(wanted) from error
        message = f"{wanted}: {''.join(said.splitlines()[-1:])}"
        raise UsageError(message) from error
    return done.stdout


def not_all_here(wanted: str) -> UsageError:
    """Return the error of a clone that left out the files of earlier revisions."""
    message = (
        f"{wanted}: this clone leaves out files of earlier revisions, and nothing is fetched here; "
        "clone without --filter, or get them with `git fetch --refetch --no-filter`"
    )
    return UsageError(message)
