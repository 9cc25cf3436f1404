"""Compare Verbatim with Hugo, Eleventy, Pelican and MkDocs on the same made-up events."""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from benchmarks import report
from benchmarks.equal_work import differences, missing_pages
from benchmarks.latency import latency_table
from benchmarks.runs import SCENARIOS, Output, Run, Site, one_round, output_of, prepare
from benchmarks.tools import COMPARED, TOOLS, install

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
            own(options.own, folder, tools_folder)
            return
        install(tools_folder, options.tools)
        if options.latency:
            sites = prepared(options.tools, LATENCY_EVENTS, folder, tools_folder)
            print(latency_table(sites, options.rounds))
            return
        compare(options, folder, tools_folder)


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
    parser.add_argument("--latency", action="store_true", help="from a save to the page served")
    return parser.parse_args()


def prepared(names: list[str], count: int, folder: Path, tools_folder: Path) -> list[Site]:
    """Write each tool's project for so many events."""
    return [prepare(TOOLS[name], count, folder, tools_folder) for name in names]


def compare(options: argparse.Namespace, folder: Path, tools_folder: Path) -> None:
    """Measure every scenario with every tool, and print the tables."""
    runs: list[Run] = []
    outputs: list[Output] = []
    for count in options.events:
        sites = prepared(options.tools, count, folder, tools_folder)
        outputs += [output_of(site) for site in sites]
        print(equal_work(sites), flush=True)
        for number in range(1, options.rounds + 1):
            runs += one_round(sites, number, options.scenarios, tell)
            report.write_json(folder, runs, outputs)
    print(report.output_table(outputs))
    print(report.scenario_tables(runs))
    tell(f"all measurements: {report.write_json(HERE / 'results', runs, outputs)}")


def equal_work(sites: list[Site]) -> str:
    """Return how near the peers' sites are to that of the Verbatim with like templates."""
    built = {site.tool.name: site.root / site.tool.output for site in sites}
    tables = []
    for site in sites:
        name, ours = site.tool.name, f"verbatim{site.tool.theme}"
        if name != ours and ours in built:
            rows = differences(built[ours], built[name])
            tables.append(report.difference_table(ours, name, rows))
            tables.append(
                report.missing_table(ours, name, *missing_pages(built[ours], built[name]))
            )
    return "\n".join(tables)


def own(counts: list[int], folder: Path, tools_folder: Path) -> None:
    """Build Verbatim alone, from nothing, and print what an event costs as sites grow."""
    rows = []
    before: Cost | None = None
    for count in counts:
        took = prepare(TOOLS["verbatim"], count, folder, tools_folder).build()
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
