"""LiveSite: the site as its files say it now; the only one here who knows how it is built."""

import html
import mimetypes
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator.errors import ContentError, TemplateError, VerbatimError
from generator.pipeline.following import Follower
from generator.pipeline.garbage import little_garbage
from generator.preview.shown_site import ShownSite
from generator.problem import Problem, Severity
from generator.project import Project

# What Python's own table does not know; the machine's tables differ, so they are not asked.
MEDIA_TYPES = mimetypes.MimeTypes()
MEDIA_TYPES.add_type("font/woff2", ".woff2")
MEDIA_TYPES.add_type("image/avif", ".avif")
MEDIA_TYPES.add_type("image/webp", ".webp")
MEDIA_TYPES.add_type("application/vnd.sqlite3", ".sqlite")
INDEX = "index.html"
HOME, NOT_FOUND = "/", "/404.html"
# So many pages may be open whose last good state stays when a template has a fault.
MOST_LOOKED_AT = 5
HTML = "text/html; charset=utf-8"
FAULT = (
    "<!DOCTYPE html><html lang=en><head><title>Fault in a template</title></head>"
    "<body><p>{}</p></body></html>"
)


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
    None when any may; `styles_only` says that no more than style sheets is different. Unless
    `is_whole` it is a glimpse, and the outcome of the refresh follows.
    """

    problems: tuple[Problem, ...] = ()
    message: str = ""
    built_at: datetime | None = None
    changed: frozenset[str] | None = frozenset()
    styles_only: bool = False
    is_whole: bool = True


class LiveSite:
    """The last good state of a project, planned at every edit; pages are made when looked at.

    `read` may be called by one thread while another one refreshes. Embargoes are looked at as of
    the moment `now`, or by the clock at every refresh.
    """

    def __init__(self, project: Project, *, drafts: bool, now: datetime | None = None) -> None:
        self._project = project
        self._now = now
        self._follower = Follower(project, drafts=drafts)
        # What is read, and the last state that is good: another while an edit is only glimpsed.
        self._shown: ShownSite | None = None
        self._good: ShownSite | None = None
        self._built_at: datetime | None = None
        self._looked_at = [HOME]

    def glimpse(self, changed: Collection[Path] | None) -> Outcome | None:
        """Show the pages of edited events at once, where to `refresh` takes longer; else None.

        What stands around these events is as it was before; `refresh` must be next, which puts
        that right, or takes back what was shown where it should not have been.
        """
        if self._shown is None:
            return None
        try:
            planned = self._follower.glimpse(changed, self._now or datetime.now(UTC))
            if planned is None:
                return None
            shown = ShownSite(self._project, planned, self._shown)
            for address in self._looked_at:
                shown.read(address)
        except (VerbatimError, OSError):
            return None  # as refresh will say
        before, self._shown = self._shown, shown
        changed_paths = shown.changed_since(before)
        return Outcome(built_at=self._built_at, changed=changed_paths, is_whole=False)

    def refresh(self, changed: Collection[Path] | None) -> Outcome:
        """Plan anew after these files changed since the last call; return what came of it.

        A path may be a folder's: all beneath it may have changed. None is for everything. An
        error of the content, the templates or the machine is in the outcome, and the last good
        state stays. The pages that were last looked at are made at once, so that they are there
        when they are asked for, and a fault in their templates shows.
        """
        try:
            with little_garbage():
                planned = self._follower.plan(changed, self._now or datetime.now(UTC))
                shown = ShownSite(self._project, planned, self._shown)
                for address in self._looked_at:
                    shown.read(address)
        except ContentError as error:
            problems = tuple(each for each in error.problems if is_stopping(each))
            return Outcome(problems=problems, built_at=self._built_at, changed=self._taken_back())
        except (VerbatimError, OSError) as error:
            taken_back = self._taken_back()
            return Outcome(message=str(error), built_at=self._built_at, changed=taken_back)
        before, self._shown, self._good = self._shown, shown, shown
        self._built_at = datetime.now().astimezone()
        if before is None:
            return Outcome(built_at=self._built_at, changed=None)
        return Outcome(
            built_at=self._built_at,
            changed=shown.changed_since(before),
            styles_only=shown.differs_in_styles_only(before),
        )

    def _taken_back(self) -> frozenset[str]:
        """Show the last good state again; return the paths that were shown otherwise."""
        before, self._shown = self._shown, self._good
        if before is None or self._good is None or before is self._good:
            return frozenset()
        return before.changed_since(self._good)

    def read(self, path: str) -> ServedFile | None:
        """Return what stands at a path of the site, as in an address; None where nothing does.

        `/events/x/` is that folder's index.html. Only what is planned is looked up, so no path
        leads out of the site. A page that cannot be made says why.
        """
        if self._shown is None:
            return None
        address = canonical(path)
        try:
            content = self._shown.read(address)
        except TemplateError as error:
            return ServedFile(FAULT.format(html.escape(str(error))).encode(), HTML)
        except OSError:  # a file that has just been removed
            return None
        if content is None:
            return None
        kind = media_type("index.html" if address.endswith("/") else address.rpartition("/")[2])
        if kind == HTML and address != NOT_FOUND:
            others = [each for each in self._looked_at if each != address]
            self._looked_at = [address, *others[: MOST_LOOKED_AT - 1]]
        return ServedFile(content, kind)

    def close(self) -> None:
        """Let go of everything."""
        self._shown = self._good = None


def is_stopping(problem: Problem) -> bool:
    """Return whether the problem stops a build, as a warning does not."""
    return problem.kind.severity is Severity.PROBLEM


def canonical(path: str) -> str:
    """Return the path with index.html left off where it stands for its folder."""
    return path.removesuffix(INDEX) if path.endswith(f"/{INDEX}") else path


def media_type(name: str) -> str:
    """Return the media type for a file's name; what has no ending, as `_headers`, is text."""
    if "." not in name:
        return "text/plain; charset=utf-8"
    kind = MEDIA_TYPES.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
