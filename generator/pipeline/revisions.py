"""Revisions: the content as it stands in an earlier revision of the project's git repository."""

import io
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import UsageError
from generator.model.event import Event
from generator.pipeline.reading import read_content
from generator.pipeline.workers import Workers


def events_at(root: Path, revision: str) -> Iterator[Event]:
    """Yield the events of a revision, but for those that had problems then.

    Raises UsageError when git does not know the revision, or the project is in no repository.
    """
    with TemporaryDirectory() as folder:
        unpack(archived(root, revision), Path(folder))
        reading = read_content(Path(folder), {}, {}, Workers())
    for file in reading.content.files:
        for entry in file.entries:
            if isinstance(entry.noun, Event):
                yield entry.noun


def archived(root: Path, revision: str) -> bytes:
    """Return the revision's content as a tar archive."""
    # The name of a revision never begins with a hyphen; what does would be an option.
    if revision.startswith("-") or not revision:
        message = f'"{revision}" is not a revision of git'
        raise UsageError(message)
    command = ["git", "-C", str(root), "archive", "--format=tar", revision, "content"]
    try:
        done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - no shell, no option
    except FileNotFoundError as error:
        message = "git cannot be found; --since needs it"
        raise UsageError(message) from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()[-1:]
        message = f"git does not give {revision}: {''.join(said)}"
        raise UsageError(message) from error
    return done.stdout


def unpack(archive: bytes, folder: Path) -> None:
    """Put an archive's files into a folder; links and devices stay out."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            if member.isdir() or member.isfile():
                tar.extract(member, folder, filter="data")
