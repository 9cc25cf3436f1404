"""Revisions: the content as it stands in an earlier revision of the project's git repository."""

import io
import tarfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import UsageError
from generator.model.event import Event
from generator.pipeline.git import git
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
    return git(root, ["archive", "--format=tar", revision, "content"], f"--since {revision}")


def unpack(archive: bytes, folder: Path) -> None:
    """Put an archive's files into a folder; links and devices stay out."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            if member.isdir() or member.isfile():
                tar.extract(member, folder, filter="data")
