"""Builds come one at a time, lose no edit, and end no preview; watching tells each save."""

import asyncio
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import cast

import pytest

from generator.preview.live_site import LiveSite, Outcome
from generator.preview.rebuilds import Rebuilds, Rebuilt
from generator.preview.watching import FileWatcher
from generator.project import Project
from tests.preview.running import EVENT
from tests.tools.waiting import PATIENCE

BUILT = datetime(2026, 1, 2, tzinfo=UTC)
Changed = Collection[Path] | None
A, B, C = Path("/a"), Path("/b"), Path("/c")


class FakeSite:
    """A site whose builds a test holds back, or makes fail."""

    def __init__(self) -> None:
        self.asked: list[Changed] = []
        self.begun = Event()
        self.may_end = Event()
        self.fails = False
        self.glimpsed: Outcome | None = None

    def glimpse(self, _: Changed) -> Outcome | None:
        """Return what the test gave to be shown at once."""
        return self.glimpsed

    def refresh(self, changed: Changed) -> Outcome:
        """Note what is asked for; wait until the test lets it end."""
        self.asked.append(changed)
        self.begun.set()
        assert self.may_end.wait(PATIENCE)
        if self.fails:
            raise RuntimeError("a fault of ours")
        return Outcome(built_at=BUILT, changed=frozenset({"/"}))


async def until(is_so: Callable[[], object]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not is_so():  # noqa: ASYNC110 - threads, too, make it so, and none of them tells
            await asyncio.sleep(0.005)


async def followed(
    site: FakeSite, act: Callable[[Rebuilds, list[Rebuilt]], asyncio.Future[None]]
) -> list[Rebuilt]:
    """Follow requests while `act` makes them; return what was told."""
    told: list[Rebuilt] = []
    rebuilds = Rebuilds(cast("LiveSite", site), told.append)
    following = asyncio.ensure_future(rebuilds.follow())
    await act(rebuilds, told)
    following.cancel()
    rebuilds.close()
    return told


def test_edits_made_while_a_build_runs_are_built_together_right_after() -> None:
    site = FakeSite()

    async def act(rebuilds: Rebuilds, told: list[Rebuilt]) -> None:
        rebuilds.request({A})
        await until(site.begun.is_set)
        rebuilds.request({B})
        rebuilds.request({C})
        site.may_end.set()
        await until(lambda: len(told) == 2)

    told = asyncio.run(followed(site, lambda *given: asyncio.ensure_future(act(*given))))
    assert site.asked == [{A}, {B, C}]
    assert told[0].build != told[1].build
    assert told[1].before == told[0].build


def test_what_is_glimpsed_is_told_before_the_build() -> None:
    site = FakeSite()
    site.glimpsed = Outcome(built_at=BUILT, changed=frozenset({"/a/"}), is_whole=False)

    async def act(rebuilds: Rebuilds, told: list[Rebuilt]) -> None:
        rebuilds.request({A})
        await until(lambda: len(told) == 1)
        assert not told[0].outcome.is_whole
        site.may_end.set()
        await until(lambda: len(told) == 2)

    told = asyncio.run(followed(site, lambda *given: asyncio.ensure_future(act(*given))))
    assert told[1].outcome.is_whole
    assert told[1].before == told[0].build != told[0].before


def test_a_fault_of_ours_is_shown_and_everything_is_built_next(
    capsys: pytest.CaptureFixture[str],
) -> None:
    site = FakeSite()
    site.may_end.set()
    site.fails = True

    async def act(rebuilds: Rebuilds, told: list[Rebuilt]) -> None:
        rebuilds.request({A})
        await until(lambda: len(told) == 1)
        site.fails = False
        rebuilds.request({B})
        await until(lambda: len(told) == 2)

    told = asyncio.run(followed(site, lambda *given: asyncio.ensure_future(act(*given))))
    assert "unexpected RuntimeError" in told[0].outcome.message
    assert "a fault of ours" in told[0].outcome.message
    assert "Traceback" in capsys.readouterr().err
    assert told[0].build == told[0].before
    assert told[1].outcome.message == ""
    assert site.asked == [{A}, None]


async def noticed(project: Path, act: Callable[[], object], file: Path) -> list[Changed]:
    """Watch the project while `act` runs; return what was requested until the file was."""
    requests: list[Changed] = []
    watcher = FileWatcher(Project(project, project / "site"), requests.append)
    watcher.start(None)
    await until(lambda: requests)
    await asyncio.sleep(0.2)  # what the test itself wrote before
    act()
    await until(lambda: any(file in (each or ()) for each in requests))
    await watcher.stop()
    return requests


def test_watching_begins_with_a_whole_build_and_tells_each_save(project: Path) -> None:
    event = project / EVENT
    requests = asyncio.run(noticed(project, event.touch, event))
    assert requests[0] is None
    assert {event} in requests


def test_hidden_files_and_backups_are_nothing_to_build_for(project: Path) -> None:
    event = project / EVENT

    def save_as_editors_do() -> None:
        for name in (".first.yaml.swp", "first.yaml~", "#first.yaml#", ".git/index"):
            (event.parent / name).parent.mkdir(exist_ok=True)
            (event.parent / name).write_text("x", encoding="utf-8")
        event.touch()

    requests = asyncio.run(noticed(project, save_as_editors_do, event))
    assert {path for each in requests for path in each or ()} == {event}


def test_a_folder_that_comes_later_is_watched_too(project: Path) -> None:
    (project / "templates").rmdir()
    template = project / "templates/base.html"

    async def act() -> list[Changed]:
        requests: list[Changed] = []
        watcher = FileWatcher(Project(project, project / "site"), requests.append)
        watcher.start(None)
        await until(lambda: requests)
        template.parent.mkdir()
        await until(lambda: requests.count(None) == 2)
        template.touch()
        await until(lambda: any(template in (each or ()) for each in requests))
        await watcher.stop()
        return requests

    assert asyncio.run(act())[:2] == [None, None]
