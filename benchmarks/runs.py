"""Runs: every scenario with every tool, in rounds, each run a process of its own."""

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.made_up import MadeUpEvent, made_up_events
from benchmarks.measure import Measurement, measure
from benchmarks.tools import Tool

SCENARIOS = (
    "cold",
    "nothing changed",
    "body edit",
    "title edit",
    "event added",
    "event deleted",
)
ADDED = "event-added"


class WrongOutputError(Exception):
    """A tool ended well but its site does not say what its content says."""


@dataclass(frozen=True, slots=True)
class Run:
    """One measured build."""

    events: int
    scenario: str
    round: int
    tool: str
    measured: Measurement


@dataclass(frozen=True, slots=True)
class Output:
    """What a tool's cold build wrote, and how long a bare copy of it takes."""

    events: int
    tool: str
    files: int
    html_files: int
    html_bytes: int
    bytes: int
    copy: float


@dataclass(frozen=True, slots=True)
class Site:
    """A tool's project for so many events."""

    tool: Tool
    root: Path
    tools_folder: Path
    events: list[MadeUpEvent]

    @property
    def output(self) -> Path:
        """Return where the built site is."""
        return self.root / self.tool.output

    def build(self) -> Measurement:
        """Build the site as it stands."""
        command = self.tool.command(self.tools_folder, self.root)
        return measure(command, self.root)

    def edited(self) -> MadeUpEvent:
        """Return the event that is edited: the middle one."""
        return self.events[len(self.events) // 2]

    def added(self) -> MadeUpEvent:
        """Return the event that is added and deleted."""
        return replace(self.edited(), id=ADDED, title="An event that was added")

    def page_says(self, event: MadeUpEvent, words: str) -> None:
        """Refuse a site whose page for the event lacks the words."""
        page = self.tool.page(self.root, event)
        if not page.is_file() or words not in page.read_text():
            raise WrongOutputError(f"{self.tool.name}: {page} does not say {words!r}")


def prepare(tool: Tool, count: int, folder: Path, tools_folder: Path) -> Site:
    """Write a tool's project for so many events."""
    root = folder / f"{tool.name}-{count}"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    events = made_up_events(count)
    tool.write_site(events, root)
    return Site(tool, root, tools_folder, events)


def one_round(
    sites: list[Site], number: int, scenarios: Sequence[str], tell: Callable[[str], None]
) -> list[Run]:
    """Run every scenario once with every tool; who begins changes from round to round."""
    runs: list[Run] = []
    turn = number % len(sites)
    for scenario in scenarios:
        for site in (*sites[turn:], *sites[:turn]):
            change(site, scenario, number)
            measured = site.build()
            check(site, scenario, number)
            count = len(site.events)
            runs.append(Run(count, scenario, number, site.tool.name, measured))
            tell(f"{count} {scenario}, round {number}: {site.tool.name} {measured.wall:.2f} s")
    for site in sites:
        site.tool.write_event(site.root, site.edited())
    return runs


def change(site: Site, scenario: str, number: int) -> None:
    """Change the project as the scenario says; every round writes other words."""
    event = site.edited()
    if scenario == "cold":
        site.tool.forget(site.root)
    elif scenario == "body edit":
        body = f"{event.body}\n{body_words(number)}\n"
        site.tool.write_event(site.root, replace(event, body=body))
    elif scenario == "title edit":
        site.tool.write_event(site.root, replace(event, title=title_words(number)))
    elif scenario == "event added":
        site.tool.write_event(site.root, site.added())
    elif scenario == "event deleted":
        site.tool.event_path(site.root, site.added()).unlink(missing_ok=True)


def check(site: Site, scenario: str, number: int) -> None:
    """Refuse a build that does not show the change.

    A deleted event's page is not looked for: most tools leave it where it was.
    """
    if scenario == "body edit":
        site.page_says(site.edited(), body_words(number))
    elif scenario == "title edit":
        site.page_says(site.edited(), title_words(number))
    elif scenario == "event added":
        site.page_says(site.added(), site.added().title)


def body_words(number: int) -> str:
    """Return what a round adds to the edited body."""
    return f"This was added in round {number}."


def title_words(number: int) -> str:
    """Return the title that a round gives the edited event."""
    return f"Renamed in round {number}"


def output_of(site: Site) -> Output:
    """Build from nothing, then count what was written and copy it as a floor."""
    site.tool.forget(site.root)
    site.build()
    output = site.root / site.tool.output
    files = [path for path in output.rglob("*") if path.is_file()]
    html = [path for path in files if path.suffix == ".html"]
    return Output(
        len(site.events),
        site.tool.name,
        len(files),
        len(html),
        sum(path.stat().st_size for path in html),
        sum(path.stat().st_size for path in files),
        copy_time(output, site.root / "copy"),
    )


def copy_time(output: Path, target: Path) -> float:
    """Return how long `cp -r` takes: no tool can write the same files sooner."""
    shutil.rmtree(target, ignore_errors=True)
    started = time.perf_counter()
    measure(["cp", "-r", str(output), str(target)], output.parent)
    taken = time.perf_counter() - started
    shutil.rmtree(target)
    return taken
