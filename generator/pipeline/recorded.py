"""Recorded: all versions of the events' entries that the project's git repository has.

The commits are those of the main line, first parent after first parent: what they left is what
was published, whatever happened on branches.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from generator.errors import UsageError
from generator.load.content import MAX_FILE_BYTES
from generator.load.placement import placed_kind
from generator.model.document import Kind
from generator.model.history import Versions
from generator.pipeline.git import git, not_all_here
from generator.pipeline.versions import Commit, versions_of

WANTED = "--history"
EVENTS = "content/events"
LOG = ["log", "-z", "--raw", "--no-abbrev", "--no-renames", "--relative", "--first-parent", "-m"]
LOG += ["--reverse", "--no-color", "--no-show-signature", "--format=@%H %at %ct", "HEAD"]
STATUS = ["status", "--porcelain", "-z", "--untracked-files=all", "--ignored"]
FILES = {"100644", "100755"}
# What is asked for at once is held in memory.
BATCH = 5_000


class Recorded(Struct, frozen=True):
    """Each event's versions by its id, and the paths of files that differ from what git has."""

    versions: Versions
    uncommitted: tuple[str, ...]


UNRECORDED = Recorded({}, ())


def recorded_history(root: Path) -> Recorded:
    """Return the versions of the project's events.

    Raises UsageError where git is not there, there is no repository, or it is cut off.
    """
    if git(root, ["rev-parse", "--is-shallow-repository"], WANTED).strip() == b"true":
        message = (
            f"{WANTED}: this clone has only the newest commits; get all of them with "
            "`git fetch --unshallow` (in GitHub Actions: `fetch-depth: 0`)"
        )
        raise UsageError(message)
    commits = list(commits_of(git(root, [*LOG, "--", EVENTS], WANTED)))
    blobs = {blob: path for each in commits for path, blob in each.blobs.items() if blob}
    documents = read_blobs(root, list(blobs), WANTED)
    return Recorded(versions_of(commits, documents), tuple(uncommitted(root)))


def commits_of(log: bytes) -> Iterator[Commit]:
    """Yield the commits that a log in our form tells of, the oldest first."""
    commit: Commit | None = None
    tokens = iter(log.decode(errors="surrogateescape").split("\0"))
    for token in tokens:
        head = token.lstrip("\n")
        if head.startswith("@"):
            if commit is not None:
                yield commit
            id_, authored, committed = head[1:].split()
            commit = Commit(id_, int(authored), int(committed), {})
        elif head.startswith(":") and commit is not None:
            _, mode, _, blob, _ = head[1:].split()
            path = next(tokens)
            if placed_kind(path) is Kind.EVENT:
                commit.blobs[path] = blob if mode in FILES else ""
    if commit is not None:
        yield commit


def read_blobs(root: Path, blobs: list[str], wanted: str) -> dict[str, bytes]:
    """Return the content of the blobs that are no larger than content may be.

    Raises UsageError where the clone left any of them out.
    """
    found: dict[str, bytes] = {}
    for start in range(0, len(blobs), BATCH):
        asked = "".join(f"{blob}\n" for blob in blobs[start : start + BATCH]).encode()
        found.update(blobs_in(git(root, ["cat-file", "--batch"], wanted, asked), wanted))
    return found


def blobs_in(answer: bytes, wanted: str) -> Iterator[tuple[str, bytes]]:
    """Yield the blobs of an answer of `git cat-file --batch`, each with its id."""
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        id_, kind, *sizes = answer[at:end].decode().split()
        if not sizes:
            raise not_all_here(wanted)
        size = sizes[0]
        at = end + 1 + int(size)
        if kind == "blob" and int(size) <= MAX_FILE_BYTES:
            yield id_, answer[end + 1 : at]
        at += 1


def uncommitted(root: Path) -> Iterator[str]:
    """Yield the paths of events' files that are not as the newest commit has them."""
    prefix = git(root, ["rev-parse", "--show-prefix"], WANTED).decode().strip()
    tokens = iter(git(root, [*STATUS, "--", EVENTS], WANTED).decode(errors="replace").split("\0"))
    for token in tokens:
        path = token[3:].removeprefix(prefix)
        if token[:1] in {"R", "C"}:
            next(tokens)
        if path.endswith(".yaml"):
            yield path
