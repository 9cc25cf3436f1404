"""Report: the Markdown tables for docs/performance.md, and everything measured as JSON."""

import json
import platform
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from benchmarks.equal_work import Difference
from benchmarks.runs import SCENARIOS, Output, Run
from benchmarks.tools import TOOLS

MEGA = 1_000_000
MEBI = 1 << 20
REFERENCE = "hugo"
STRAIGHT = 15  # hundredths


def scenario_tables(runs: Sequence[Run]) -> str:
    """Return a table for each number of events."""
    counts = sorted({run.events for run in runs})
    return "\n".join(
        scenario_table([run for run in runs if run.events == count]) for count in counts
    )


def scenario_table(runs: Sequence[Run]) -> str:
    """Return one number of events: a row for each scenario and tool, medians over the rounds."""
    tools = list(dict.fromkeys(run.tool for run in sorted(runs, key=order)))
    rows = [
        row_of(scenario, tool, runs)
        for scenario in SCENARIOS
        for tool in tools
        if any(run.scenario == scenario and run.tool == tool for run in runs)
    ]
    rounds = len({run.round for run in runs})
    heading = f"\n{runs[0].events:,} events, {rounds} rounds, medians (least to most)\n\n"
    columns = ("Scenario", "Tool", "Wall, s", "Against Hugo", "CPU, s", "Peak memory, MiB")
    return heading + table(columns, rows)


def order(run: Run) -> tuple[bool, bool, str]:
    """Put Verbatim first, then Hugo, then the others by name."""
    return run.tool != "verbatim", run.tool != REFERENCE, run.tool


def row_of(scenario: str, tool: str, runs: Sequence[Run]) -> tuple[str, ...]:
    """Return a scenario's row of one tool."""
    own = [run for run in runs if run.scenario == scenario and run.tool == tool]
    reference = TOOLS[tool].reference
    if all(run.tool != reference for run in runs):
        reference = "hugo"
    peers = {
        run.round: run.measured.wall
        for run in runs
        if run.scenario == scenario and run.tool == reference
    }
    ratios = [run.measured.wall / peers[run.round] for run in own if run.round in peers]
    return (
        scenario,
        tool,
        spread([run.measured.wall for run in own], "{:.2f}".format),
        spread(ratios, "{:.2f}".format) if ratios else "",
        f"{median(run.measured.cpu for run in own):.2f}",
        f"{median(run.measured.peak for run in own) / MEBI:.0f}",
    )


def spread(values: Sequence[float], words: Callable[[float], str]) -> str:
    """Return the median, with the least and the most beside it."""
    middle = words(median(values))
    return f"{middle} ({words(min(values))} to {words(max(values))})" if len(values) > 1 else middle


def output_table(outputs: Sequence[Output]) -> str:
    """Return what each tool writes, and the time of a bare copy of it."""
    pages = {out.events: out.html_files for out in outputs if out.tool.startswith("verbatim")}
    rows = [
        (
            f"{out.events:,}",
            out.tool,
            f"{out.files:,}",
            f"{out.html_files:,}",
            f"{out.html_bytes / MEGA:.1f}",
            f"{out.bytes / MEGA:.1f}",
            f"{out.copy:.2f}",
            same_pages(out, pages),
        )
        for out in outputs
    ]
    columns = ("Events", "Tool", "Files", "HTML files", "HTML, MB", "All, MB", "`cp -r`, s")
    return table((*columns, "Page set"), rows)


def same_pages(out: Output, pages: dict[int, int]) -> str:
    """Return whether a tool's pages are as many as Verbatim's."""
    if out.events not in pages:
        return ""
    if out.html_files == pages[out.events]:
        return "the same"
    return f"differs: {out.html_files:,} files, {out.html_bytes:,} B"


def difference_table(ours: str, tool: str, rows: Sequence[Difference]) -> str:
    """Return Verbatim's files beside another tool's, by section of pages and kind of file."""
    files, sizes = (f"Files, {ours}", f"Files, {tool}"), (f"Bytes, {ours}", f"Bytes, {tool}")
    columns = ("Part", *files, *sizes, "Difference", "Verdict")
    return table(
        columns,
        [
            (
                row.name,
                f"{row.files:,}",
                f"{row.their_files:,}",
                f"{row.bytes:,}",
                f"{row.their_bytes:,}",
                f"{row.share:+.2f} %",
                row.verdict,
            )
            for row in rows
        ],
    )


def missing_table(ours: str, tool: str, left: set[str], right: set[str]) -> str:
    """Return how many pages only one of two sites has, with the first of them."""
    if not left and not right:
        return f"{ours} and {tool} have the same pages.\n"
    rows = [
        (name, f"{len(found):,}", min(found, default=""))
        for name, found in ((ours, left), (tool, right))
    ]
    return table(("Only in", "Pages", "The first"), rows)


def straightness(slopes: Sequence[tuple[str, str]]) -> str:
    """Return whether each further event takes the same, as sites grow, in time and in memory."""
    lines = []
    for name, values in zip(("Processor time", "Memory"), zip(*slopes, strict=True), strict=False):
        numbers = [float(value) for value in values]
        bend = (max(numbers) / min(numbers) - 1) * 100
        words = "linear" if bend <= STRAIGHT else "not linear"
        lines.append(f"{name}: {words}; the dearest further event takes {bend:.0f} % more.\n")
    return "".join(lines)


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def write_json(folder: Path, runs: Sequence[Run], outputs: Sequence[Output]) -> Path:
    """Write everything measured, with what it was measured on; return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)
    path = folder / f"{now:%Y%m%dT%H%M%SZ}.json"
    held = {
        "measured": now.isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "runs": [asdict(run) for run in runs],
        "outputs": [asdict(out) for out in outputs],
    }
    path.write_text(json.dumps(held, indent=1) + "\n")
    return path
