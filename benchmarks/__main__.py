"""Compare Verbatim with Hugo, Eleventy, Pelican and MkDocs on the same made-up events."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import report
from benchmarks.equal_work import UNEQUAL, Difference, differences, missing_pages
from benchmarks.latency import latency_table
from benchmarks.runs import SCENARIOS, Output, Run, Site, one_round, output_of, prepare
from benchmarks.tools import COMPARED, EVERYTHING, TOOLS, Tool, install

HERE = Path(__file__).parent
LATENCY_EVENTS = 10_000


def main() -> None:
    """Read the options and measure what they ask for."""
    options = arguments()
    # Everything runs as it does where it is installed: what can be compiled once is.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="benchmark-") as held:
        folder = Path(held)
        tools_folder = (options.tools_folder or folder / "tools").resolve()
        if options.own:
            tool = TOOLS[EVERYTHING if options.everything else "verbatim"]
            own(tool, options.own, folder)
            return
        install(tools_folder, options.tools)
        if options.latency:
            sites = prepared(options.tools, LATENCY_EVENTS, folder, tools_folder)
            print(latency_table(sites, options.rounds))
            return
        if unequal := compare(options, folder, tools_folder):
            sys.exit("the sites are not equal: " + "; ".join(unequal))


def arguments() -> argparse.Namespace:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--events", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tools", nargs="+", choices=TOOLS, default=list(COMPARED))
    parser.add_argument("--scenarios", nargs="+", choices=SCENARIOS, default=list(SCENARIOS))
    parser.add_argument("--folder", type=Path, help="where sites are built (a temporary folder)")
    parser.add_argument("--tools-folder", type=Path, help="where the peers are installed and kept")
    parser.add_argument(
        "--own", type=int, nargs="+", metavar="EVENTS", help="build Verbatim alone, of these sizes"
    )
    parser.add_argument(
        "--everything", action="store_true", help="with --own: maps, pictures, cards, embeds too"
    )
    parser.add_argument("--latency", action="store_true", help="from a save to the page served")
    return parser.parse_args()


def prepared(names: list[str], count: int, folder: Path, tools_folder: Path) -> list[Site]:
    """Write each tool's project for so many events."""
    return [prepare(TOOLS[name], count, folder, tools_folder) for name in names]


def compare(options: argparse.Namespace, folder: Path, tools_folder: Path) -> list[str]:
    """Measure every scenario with every tool, print the tables; return what is not equal work."""
    runs: list[Run] = []
    outputs: list[Output] = []
    unequal: list[str] = []
    for count in options.events:
        sites = prepared(options.tools, count, folder, tools_folder)
        outputs += [output_of(site) for site in sites]
        for ours, theirs in alike(sites):
            rows = differences(ours.output, theirs.output)
            print(work_tables(ours, theirs, rows), flush=True)
            unequal += [f"{theirs.tool.name}, {name}" for name in unequal_parts(theirs, rows)]
        for number in range(1, options.rounds + 1):
            runs += one_round(sites, number, options.scenarios, tell)
            report.write_json(folder, runs, outputs)
    print(report.output_table(outputs))
    print(report.scenario_tables(runs))
    tell(f"all measurements: {report.write_json(HERE / 'results', runs, outputs)}")
    return unequal


def alike(sites: list[Site]) -> Iterator[tuple[Site, Site]]:
    """Yield each peer's site, behind that of the Verbatim with like templates."""
    built = {site.tool.name: site for site in sites}
    for site in sites:
        ours = built.get(f"verbatim{site.tool.theme}")
        if ours is not None and ours is not site and not site.tool.is_verbatim:
            yield ours, site


def work_tables(ours: Site, theirs: Site, rows: list[Difference]) -> str:
    """Return how near a peer's site is to ours."""
    names = ours.tool.name, theirs.tool.name
    missing = missing_pages(ours.output, theirs.output)
    return "\n".join(
        (report.difference_table(*names, rows), report.missing_table(*names, *missing))
    )


def unequal_parts(theirs: Site, rows: list[Difference]) -> list[str]:
    """Return the parts of a port that should be ours and are not."""
    return [row.name for row in rows if row.verdict == UNEQUAL] if theirs.tool.is_port else []


def own(tool: Tool, counts: list[int], folder: Path) -> None:
    """Build Verbatim alone, from nothing, and print what an event costs as sites grow."""
    rows = []
    before: Cost | None = None
    for count in counts:
        took = prepare(tool, count, folder, folder).build()
        tell(f"{count} events: {took.wall:.2f} s")
        now = Cost(count, took.cpu * 1000, took.peak / 1024)
        each = (f"{now.cpu / count:.2f}", f"{now.memory / count:.1f}")
        whole = (f"{took.wall:.2f}", f"{took.cpu:.2f}", f"{took.peak / report.MEBI:.0f}")
        rows.append((f"{count:,}", *whole, *each, *slope(before, now)))
        before = now
    columns = ("Events", "Wall, s", "CPU, s", "Peak, MiB", "CPU ms an event", "KiB an event")
    print(report.table((*columns, "CPU ms a further event", "KiB a further event"), rows))
    print(report.straightness([row[-2:] for row in rows[1:]]))


class Cost(NamedTuple):
    """What a build of so many events took: processor milliseconds and KiB."""

    events: int
    cpu: float
    memory: float


def slope(before: Cost | None, now: Cost) -> tuple[str, str]:
    """Return what each further event took, between two sizes; nothing for the first."""
    if before is None:
        return "", ""
    further = now.events - before.events
    return (
        f"{(now.cpu - before.cpu) / further:.2f}",
        f"{(now.memory - before.memory) / further:.1f}",
    )


def tell(words: str) -> None:
    """Say what is going on, beside the tables."""
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
