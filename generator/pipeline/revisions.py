"""Revisions: what was published in an earlier revision of the project's git repository."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from os.path import normpath
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from generator.errors import UsageError
from generator.load.placement import placed_kind
from generator.model.clock import at_unix_time
from generator.model.document import Kind
from generator.model.entry import Content
from generator.model.event import Event
from generator.model.revision import Revision, Support
from generator.model.settings import SiteSettings
from generator.pipeline.git import git
from generator.pipeline.reading import read_content
from generator.pipeline.recorded import EVENTS, FILES, read_blobs
from generator.pipeline.workers import Workers
from generator.plan import urls
from generator.plan.changes import beginning_of
from generator.plan.passing import is_buried, is_shown
from generator.problem import Problem, Severity

# It is a new day there when it is yet to begin, or to end, elsewhere.
EARLIEST_ZONE, LATEST_ZONE = timedelta(hours=14), timedelta(hours=-12)
CONTENT, SUBMODULE, LINK = "content", "160000", "120000"
# No entries are there, and of what is there nothing is read here.
NO_DOCUMENTS = ("content/media", "content/captures")
LOG_OF_NAMES = ["log", "-z", "--name-only", "--no-renames", "--relative", "--first-parent", "-m"]
LOG_OF_NAMES += ["--no-color", "--no-show-signature", "--format=@%at"]
# What Git LFS and git-crypt keep in a file's place.
ELSEWHERE = (b"version https://git-lfs", b"\0GITCRYPT")


def revision_at(root: Path, name: str) -> Revision:
    """Return what was published when a revision was committed, but for what had problems then.

    Those are told; links are followed as they lead in that revision.

    Raises UsageError when git does not know the revision, or the project is in no repository.
    """
    committed = committed_at(root, name)
    days = days_written(root, name)
    tree = tree_at(root, name)
    with TemporaryDirectory() as folder:
        place = Path(folder).resolve()
        for path, content in contents_at(root, name, tree).items():
            file = place / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        for path, target in tree.links.items():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).symlink_to(target)
        reading = read_content(place, {}, {}, Workers())
    revision = published(reading.content, committed)
    written = {id_: days[path] for id_, path in revision.paths.items() if path in days}
    return replace(revision, written=written, unread=tuple(unread(reading.content)))


def unread(content: Content) -> Iterator[Problem]:
    """Yield the first problem of each file that had one."""
    seen: set[str] = set()
    for problem in (*content.problems, *(each for file in content.files for each in file.problems)):
        if problem.kind.severity is Severity.PROBLEM and problem.location.path not in seen:
            seen.add(problem.location.path)
            yield problem


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
    supports |= {(Kind.CATEGORY, category.id): category for category in settings.categories}
    day = (moment + EARLIEST_ZONE).toordinal()
    first = {id_: urls.first_path(id_, each.aliases) for id_, each in (shown | buried).items()}
    known = (shown, buried, held_back, supports, paths, settings, day)
    return Revision(*known, {}, *permanent_of(settings), first)


def permanent_of(settings: SiteSettings) -> tuple[str, str, int | None]:
    """Return what permanent ids begin with, and the address and day that they are made of."""
    since, id_url = beginning_of(settings), settings.permanent_url
    prefix = urls.id_prefix(id_url, since) if id_url and since is not None else ""
    return prefix, id_url, since


def committed_at(root: Path, name: str) -> datetime:
    """Return when a revision was committed."""
    # The name of a revision never begins with a hyphen; what does would be an option.
    if name.startswith("-") or not name:
        message = f'"{name}" is not a revision of git'
        raise UsageError(message)
    shown = ["show", "-s", "--no-show-signature", "--format=%ct", f"{name}^{{commit}}"]
    return at_unix_time(int(git(root, shown, f"--since {name}")))


def days_written(root: Path, name: str) -> dict[str, int]:
    """Return the first day number that it was anywhere when each event's file last changed.

    What a clone that is cut off does not know is left out.
    """
    wanted = f"--since {name}"
    if git(root, ["rev-parse", "--is-shallow-repository"], wanted).strip() == b"true":
        return {}
    asked = [*LOG_OF_NAMES, f"{name}^{{commit}}", "--", EVENTS]
    days: dict[str, int] = {}
    day = 0
    for token in git(root, asked, wanted).decode(errors="surrogateescape").split("\0"):
        line = token.strip("\n")
        if line.startswith("@"):
            day = (at_unix_time(int(line[1:])) + LATEST_ZONE).toordinal()
        elif line:
            days.setdefault(line, day)
    return days


class Tree(Struct, frozen=True):
    """What a revision has of the project: the blobs of its files, and where its links lead."""

    files: dict[str, str]
    links: dict[str, str]


def tree_at(root: Path, name: str) -> Tree:
    """Return what a revision has of the project, by path from its root.

    Raises UsageError where its content is another repository's.
    """
    wanted = f"--since {name}"
    listed = git(root, ["ls-tree", "-r", "-z", f"{name}^{{commit}}"], wanted)
    files: dict[str, str] = {}
    links: dict[str, str] = {}
    for line in filter(None, listed.decode(errors="surrogateescape").split("\0")):
        head, _, path = line.partition("\t")
        mode, _, blob = head.split()
        if mode == SUBMODULE and is_of_content(path):
            message = f"{wanted}: {path} is a submodule; run the check in its own repository"
            raise UsageError(message)
        if mode in FILES and is_inside(path):
            files[path] = blob
        elif mode == LINK and is_inside(path) and not path.startswith(NO_DOCUMENTS):
            links[path] = blob
    targets = read_blobs(root, list(dict.fromkeys(links.values())), wanted)
    known = {path: targets[blob] for path, blob in links.items() if blob in targets}
    return Tree(files, {path: os.fsdecode(target) for path, target in known.items()})


def contents_at(root: Path, name: str, tree: Tree) -> dict[str, bytes]:
    """Return the revision's content files by path, as they were committed, and what links lead to.

    Not by `git archive`, which leaves out, fills in and recodes as `.gitattributes` says. Raises
    UsageError where there are none, or what git has of one is not what it says.
    """
    wanted = f"--since {name}"
    leads = tuple(normpath(f"{path}/../{to}") for path, to in tree.links.items())
    below = tuple(f"{lead}/" for lead in leads)
    blobs = {
        path: blob
        for path, blob in tree.files.items()
        if is_document(path) or path in leads or path.startswith(below)
    }
    if not blobs:
        message = f"{wanted}: that revision has no {CONTENT}/ here"
        raise UsageError(message)
    known = read_blobs(root, list(dict.fromkeys(blobs.values())), wanted)
    contents = {path: known[blob] for path, blob in blobs.items() if blob in known}
    for path, content in contents.items():
        if content.startswith(ELSEWHERE):
            message = (
                f"{wanted}: git has {path} encrypted or elsewhere; what was published is unknown"
            )
            raise UsageError(message)
    return contents


def is_of_content(path: str) -> bool:
    """Return whether a path is of the content, or the whole of it."""
    return path == CONTENT or path.startswith(f"{CONTENT}/")


def is_document(path: str) -> bool:
    """Return whether a file at a path is an entry, or a list of them."""
    return path.startswith(f"{CONTENT}/") and placed_kind(path) is not None


def is_inside(path: str) -> bool:
    """Return whether a path that git gives leads nowhere else."""
    return not {"", ".", ".."} & set(path.split("/")) and "\\" not in path
