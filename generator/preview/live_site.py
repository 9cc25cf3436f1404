"""LiveSite: the site as its files say it now; the only one here who knows how it is built."""

import mimetypes
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.edition import Edition
from generator.errors import ContentError, MachineError, VerbatimError
from generator.pipeline import build_site
from generator.problem import Problem, Severity
from generator.project import Project
from generator.write.manifest import read_manifest

# What Python's own table does not know; the machine's tables differ, so they are not asked.
MEDIA_TYPES = mimetypes.MimeTypes()
MEDIA_TYPES.add_type("font/woff2", ".woff2")
MEDIA_TYPES.add_type("image/avif", ".avif")
MEDIA_TYPES.add_type("image/webp", ".webp")
INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class ServedFile:
    """One file of the site: its bytes and its media type, with the character set for text."""

    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one refresh.

    `problems` are all that the content has, empty when it is good; `message` is the text of an
    error that is no list of problems. `built_at` is when the last good build was made, with its
    time zone. `changed` are the paths of the site whose bytes differ from the good build before,
    None when any may; `styles_only` says that no more than style sheets is different.
    """

    problems: tuple[Problem, ...] = ()
    message: str = ""
    built_at: datetime | None = None
    changed: frozenset[str] | None = frozenset()
    styles_only: bool = False


class LiveSite:
    """The last good build of a project, held in a temporary folder.

    `read` may be called by one thread while another one refreshes. Raises MachineError when
    the folder cannot be made.
    """

    def __init__(self, project: Project, *, drafts: bool) -> None:
        try:
            self._folder = tempfile.TemporaryDirectory(
                prefix="verbatim-preview-", ignore_cleanup_errors=True
            )
        except OSError as error:
            raise MachineError(
                f"no temporary folder for the preview ({error.strerror}); nothing was changed"
            ) from error
        self._site = Path(self._folder.name)
        self._project = Project(project.root, self._site)
        self._drafts = drafts
        self._digests: Mapping[str, str] = {}
        self._built_at: datetime | None = None

    def refresh(self, changed: Collection[Path] | None) -> Outcome:  # noqa: ARG002 - a whole build needs no list
        """Build anew after these files changed since the last call; return what came of it.

        A path may be a folder's: all beneath it may have changed. None builds everything. An
        error of the content, the templates or the machine is in the outcome, and the last good
        build stays.
        """
        edition = Edition(drafts=self._drafts, now=datetime.now(UTC))
        try:
            build_site(self._project, edition, lambda _: None)
        except ContentError as error:
            problems = tuple(each for each in error.problems if is_stopping(each))
            return Outcome(problems=problems, built_at=self._built_at)
        except VerbatimError as error:
            return Outcome(message=str(error), built_at=self._built_at)
        is_first = self._built_at is None
        before, self._digests = self._digests, site_digests(self._site)
        self._built_at = datetime.now().astimezone()
        if is_first:
            return Outcome(built_at=self._built_at, changed=None)
        return replace(difference(before, self._digests, self._site), built_at=self._built_at)

    def read(self, path: str) -> ServedFile | None:
        """Return what stands at a path of the site, as in an address; None where nothing does.

        `/events/x/` is that folder's index.html. Only files that the build made are looked up,
        so no path leads out of the site.
        """
        file = canonical(path)
        if file not in self._digests:
            return None
        try:
            content = file_of(self._site, file).read_bytes()
        except OSError:  # the build that is running has just removed it
            return None
        return ServedFile(content, media_type(file_of(self._site, file).name))

    def close(self) -> None:
        """Remove the temporary folder."""
        self._folder.cleanup()


def is_stopping(problem: Problem) -> bool:
    """Return whether the problem stops a build, as a warning does not."""
    return problem.kind.severity is Severity.PROBLEM


def canonical(path: str) -> str:
    """Return the path with index.html left off where it stands for its folder."""
    return path.removesuffix(INDEX) if path.endswith(f"/{INDEX}") else path


def file_of(site: Path, path: str) -> Path:
    """Return the file at a path of the site."""
    return site / (f"{path}{INDEX}" if path.endswith("/") else path).lstrip("/")


def site_digests(site: Path) -> dict[str, str]:
    """Return the SHA-256 of each file by its path in the site."""
    return {canonical(f"/{file}"): digest for file, digest in read_manifest(site).items()}


def media_type(name: str) -> str:
    """Return the media type for a file's name; what has no ending, as `_headers`, is text."""
    if "." not in name:
        return "text/plain; charset=utf-8"
    kind = MEDIA_TYPES.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def difference(before: Mapping[str, str], after: Mapping[str, str], site: Path) -> Outcome:
    """Return which paths two builds differ in, and whether only style sheets do.

    A style sheet's new name is in every page: pages that differ in such names alone do not
    count as changed.
    """
    paths = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    styles = {path for path in paths if path.endswith(".css")}
    others = paths - styles
    names = {
        name: old
        for old in styles - after.keys()
        for name in styles - before.keys()
        if unhashed(old) == unhashed(name)
    }
    same = all(
        path in before and path in after and digest_with(names, path, site) == before[path]
        for path in others
    )
    if styles and same:
        return Outcome(changed=frozenset(paths), styles_only=True)
    return Outcome(changed=frozenset(paths))


def unhashed(path: str) -> str:
    """Return a style sheet's path without the hash in its name."""
    pure = PurePosixPath(path)
    return str(pure.with_name(pure.name.partition(".")[0]))


def digest_with(names: Mapping[str, str], path: str, site: Path) -> str:
    """Return the SHA-256 of the file at the path, with the names in it replaced."""
    content = file_of(site, path).read_bytes()
    for name, old in names.items():
        content = content.replace(name.encode(), old.encode())
    return sha256(content).hexdigest()
