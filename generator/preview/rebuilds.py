"""Rebuilds: one build at a time, in a thread of its own; what is saved meanwhile comes next."""

import asyncio
import secrets
import sys
import traceback
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from generator.preview.live_site import LiveSite, Outcome

Step = Callable[[Collection[Path] | None], Outcome | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What is shown now: the outcome of the last build, and the names of this state and the last.

    A build's name changes when a page may look different, and is another in every run of the
    preview.
    """

    outcome: Outcome
    build: str
    before: str
    seconds: float = 0.0


class Rebuilds:
    """Refreshes the site when asked to, and calls `tell` with what came of it.

    Everything here belongs to the event loop's thread; only the site is refreshed in another.
    """

    def __init__(self, site: LiveSite, tell: Callable[[Rebuilt], None]) -> None:
        self._site = site
        self._tell = tell
        self._run = secrets.token_hex(4)
        self._count = 0
        self._changed: set[Path] = set()
        self._everything = False
        self._wake = asyncio.Event()
        self._worker = ThreadPoolExecutor(1, "rebuild")
        self.begun = asyncio.Event()
        self.now = Rebuilt(outcome=Outcome(), build=f"{self._run}.0", before="")

    def request(self, changed: Collection[Path] | None) -> None:
        """Note what changed, None for everything, to be built as soon as nothing else is."""
        if changed is None:
            self._everything = True
        else:
            self._changed.update(changed)
        self._wake.set()

    async def follow(self) -> None:
        """Build what is requested, until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            await self._wake.wait()
            self._wake.clear()
            changed = None if self._everything else frozenset(self._changed)
            self._everything = False
            self._changed.clear()
            started = monotonic()
            for step in (self._site.glimpse, self._site.refresh):
                outcome = await loop.run_in_executor(self._worker, self._done, step, changed)
                if outcome is not None:
                    self._note(outcome, monotonic() - started)

    def close(self) -> None:
        """Wait for the build that is running, and run no other."""
        self._worker.shutdown()

    def _done(self, step: Step, changed: Collection[Path] | None) -> Outcome | str | None:
        try:
            return step(changed)
        except Exception as error:  # noqa: BLE001 - a fault of ours must not end an editor's work
            sys.stderr.write(traceback.format_exc())
            place = traceback.extract_tb(error.__traceback__)[-1]
            fault = str(error).rstrip(".")
            return (
                f"unexpected {type(error).__name__} at {place.filename}:{place.lineno}: {fault}; "
                "a fault in Verbatim, not in your content; the terminal shows all of it"
            )

    def _note(self, result: Outcome | str, seconds: float) -> None:
        before = self.now.build
        if isinstance(result, str):
            # What such a build left undone is not known, so the next one does everything.
            self._everything = True
            outcome = Outcome(message=result, built_at=self.now.outcome.built_at)
        else:
            outcome = result
        if outcome.changed != frozenset():
            self._count += 1
        build = f"{self._run}.{self._count}"
        self.now = Rebuilt(outcome=outcome, build=build, before=before, seconds=seconds)
        self.begun.set()
        self._tell(self.now)


def is_good(outcome: Outcome) -> bool:
    """Return whether the build went well."""
    return not outcome.problems and not outcome.message
