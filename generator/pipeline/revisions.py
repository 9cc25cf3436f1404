"""Revisions: what was published in an earlier revision of the project's git repository."""

import io
import tarfile
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import UsageError
from generator.model.document import Kind
from generator.model.entry import Content
from generator.model.event import Event
from generator.model.revision import Revision, Support
from generator.model.settings import SiteSettings
from generator.pipeline.git import git
from generator.pipeline.reading import read_content
from generator.pipeline.workers import Workers
from generator.plan import urls
from generator.plan.changes import beginning_of
from generator.plan.passing import is_buried, is_shown


def revision_at(root: Path, name: str) -> Revision:
    """Return what was published when a revision was committed, but for what had problems then.

    Raises UsageError when git does not know the revision, or the project is in no repository.
    """
    committed = committed_at(root, name)
    with TemporaryDirectory() as folder:
        unpack(archived(root, name), Path(folder))
        reading = read_content(Path(folder), {}, {}, Workers())
    return published(reading.content, committed)


def published(content: Content, moment: datetime) -> Revision:
    """Return what the gate lets pass at a moment; of several entries of one id the first counts."""
    shown: dict[str, Event] = {}
    buried: dict[str, Event] = {}
    held_back: dict[str, Event] = {}
    supports: dict[tuple[Kind, str], Support] = {}
    paths: dict[str, str] = {}
    settings = SiteSettings(title="")
    for entry in (entry for file in content.files for entry in file.entries):
        noun = entry.noun
        if isinstance(noun, Support):
            supports.setdefault((entry.kind, entry.id), noun)
        elif isinstance(noun, SiteSettings):
            settings = noun
        elif isinstance(noun, Event) and entry.id not in paths:
            paths[entry.id] = entry.path
            passed = shown if is_shown(noun, moment, drafts=False) else held_back
            (buried if is_buried(noun, moment) else passed)[entry.id] = noun
    since, id_url = beginning_of(settings), settings.permanent_url
    prefix = urls.id_prefix(id_url, since) if settings.base_url and since is not None else ""
    return Revision(shown, buried, held_back, supports, paths, prefix, id_url)


def committed_at(root: Path, name: str) -> datetime:
    """Return when a revision was committed."""
    # The name of a revision never begins with a hyphen; what does would be an option.
    if name.startswith("-") or not name:
        message = f'"{name}" is not a revision of git'
        raise UsageError(message)
    shown = ["show", "-s", "--no-show-signature", "--format=%ct", f"{name}^{{commit}}"]
    return datetime.fromtimestamp(int(git(root, shown, f"--since {name}")), UTC)


def archived(root: Path, name: str) -> bytes:
    """Return the revision's content as a tar archive."""
    return git(root, ["archive", "--format=tar", name, "content"], f"--since {name}")


def unpack(archive: bytes, folder: Path) -> None:
    """Put an archive's files into a folder; links and devices stay out."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            if member.isdir() or member.isfile():
                tar.extract(member, folder, filter="data")
