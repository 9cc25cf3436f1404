"""Latency: from saving an event's file until its page, as served, has the new title."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from statistics import median

from benchmarks.report import table
from benchmarks.runs import Site

POLL = 0.005
START_WITHIN = 600.0
FOLLOW_WITHIN = 120.0
SETTLE = 3.0
PORTS = range(8400, 8600)


def latency_table(sites: list[Site], rounds: int) -> str:
    """Return, for each tool, how long a saved title takes to be served."""
    rows: list[tuple[str, ...]] = []
    for site in sites:
        try:
            times = latencies(site, rounds)
        except TimeoutError as fault:
            rows.append((site.tool.name, str(fault), "", ""))
            continue
        shown = (f"{taken * 1000:.0f}" for taken in (median(times), min(times), max(times)))
        rows.append((site.tool.name, *shown))
    return table(("Tool", "Median, ms", "Least, ms", "Most, ms"), rows)


def latencies(site: Site, rounds: int) -> list[float]:
    """Serve a site, save a new title so many times, and return how long each took."""
    event = site.edited()
    with served(site) as port:
        address = f"http://127.0.0.1:{port}/events/{event.id}/"
        wait_for(address, event.title, START_WITHIN)
        taken = []
        for number in range(rounds):
            time.sleep(SETTLE)
            title = f"Saved for the {number + 1}. time"
            site.tool.write_event(site.root, replace(event, title=title))
            taken.append(wait_for(address, title, FOLLOW_WITHIN))
    site.tool.write_event(site.root, event)
    return taken


@contextmanager
def served(site: Site) -> Iterator[int]:
    """Run the tool's server while the block runs; yield its port."""
    port = free_port()
    process = subprocess.Popen(  # noqa: S603 - the commands are written in tools.py
        site.tool.serve(site.tools_folder, site.root, port),
        cwd=site.root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield port
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_for(address: str, words: str, within: float) -> float:
    """Return how long it took until the address says the words."""
    started = time.perf_counter()
    while time.perf_counter() - started < within:
        if words in text_at(address):
            return time.perf_counter() - started
        time.sleep(POLL)
    raise TimeoutError(f"not within {within:.0f} s")


def text_at(address: str) -> str:
    """Return what the address serves; nothing while it serves none."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except (urllib.error.URLError, OSError):
        return ""


def free_port() -> int:
    """Return a port that nobody listens on.

    None that the system gives to outgoing connections: asking such a port before its server
    listens can connect to itself, and hold it.
    """
    for port in PORTS:
        with socket.socket() as held:
            if held.connect_ex(("127.0.0.1", port)):
                return port
    raise TimeoutError("no free port")
