"""FileWatcher: livereload's watcher on the file system's own notices instead of polling."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Collection, Iterator
from pathlib import Path

from livereload.watcher import Watcher
from watchfiles import Change, awatch

from generator.pipeline.sealing import walked_once
from generator.project import Project

# Milliseconds. A save is told after one quiet step, at the latest after the debounce.
STEP, DEBOUNCE = 5, 20
ROOT_STEP = 50
SOURCES = ("content", "templates")
RETRY = 0.1

Request = Callable[[Collection[Path] | None], None]


class FileWatcher(Watcher):
    """Requests a build for each batch of files in content/ and the template folders.

    Whenever watching begins anew, everything is built once it is in place: what changed
    before that is lost to nobody.
    """

    def __init__(self, project: Project, request: Request) -> None:
        super().__init__()
        self._project = project
        self._request = request
        self._ended = asyncio.Event()
        self._restart = asyncio.Event()
        self._polls: bool | None = None
        self._followers: list[asyncio.Task[None]] = []
        for folder in self.folders():
            self.watch(str(folder))

    def folders(self) -> tuple[Path, ...]:
        """Return what is watched, as far as it is there now."""
        folders = (self._project.root / "content", *self._project.template_folders)
        return tuple(folder.resolve() for folder in folders if folder.is_dir())

    def start(self, callback: object) -> bool:  # noqa: ARG002 - livereload's poll, which is not needed
        """Watch, in tasks on the running loop; return True: livereload need not poll."""
        loop = asyncio.get_event_loop()
        self._followers = [
            loop.create_task(self._follow_files()),
            loop.create_task(self._follow_root()),
        ]
        return True

    async def stop(self) -> None:
        """End the watching; return when its threads have ended."""
        self._ended.set()
        self._restart.set()
        await asyncio.gather(*self._followers, return_exceptions=True)

    async def _follow_files(self) -> None:
        while not self._ended.is_set():
            self._restart.clear()
            # Runs when the watch below is in place, for that is made before the loop goes on.
            asyncio.get_running_loop().call_soon(self._request, None)
            try:
                async for changed in self._changes_in(self.folders()):
                    self._request(changed)
            except FileNotFoundError:  # a folder went between a look and the next
                await asyncio.sleep(RETRY)
            except OSError as error:
                if self._polls:
                    raise
                sys.stderr.write(
                    f"no notices of changes ({error}); looking at every file instead\n"
                )
                self._polls = True

    async def _changes_in(self, folders: tuple[Path, ...]) -> AsyncIterator[set[Path]]:
        def matters(_: Change, path: str) -> bool:
            return not any(is_passing(Path(path), folder) for folder in folders)

        watched = awatch(
            *self._below(folders),
            # Links that lead out of the project would be followed, were it to look below by itself.
            recursive=False,
            watch_filter=matters,
            step=STEP,
            debounce=DEBOUNCE,
            stop_event=self._restart,
            force_polling=self._polls,
        )
        async for changes in watched:
            if any(change is Change.added and os.path.isdir(path) for change, path in changes):  # noqa: PTH112, ASYNC240 - looks at one path, rarely
                self._restart.set()
            yield {Path(path) for _, path in changes}

    def _below(self, folders: tuple[Path, ...]) -> Iterator[str]:
        """Yield all folders in these, but those in the content that are outside the project."""
        content, root = (self._project.root / "content").resolve(), self._project.root
        for folder in folders:
            within = str(root) if folder == content else "/"
            for path, _, _ in walked_once(str(folder), within):
                if not is_passing(Path(path), folder):
                    yield path

    async def _follow_root(self) -> None:
        """Begin anew when a whole folder comes or goes, which its own watch does not survive."""
        root = self._project.root.resolve()
        noticed = {str(root / name) for name in SOURCES}
        watched = awatch(
            root,
            watch_filter=lambda change, path: change is not Change.modified and path in noticed,
            step=ROOT_STEP,
            recursive=False,
            stop_event=self._ended,
        )
        try:
            async for _ in watched:
                self._restart.set()
        except OSError:  # no more notices to be had; _follow_files has said so and polls
            return


def is_passing(path: Path, folder: Path) -> bool:
    """Return whether the path is a hidden file or an editor's backup below the folder."""
    if not path.is_relative_to(folder):
        return False
    parts = path.relative_to(folder).parts
    return any(part.startswith((".", "#")) or part.endswith(("~", ".swp")) for part in parts)
