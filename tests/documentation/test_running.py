"""Commands that serve until they are ended, that ask a server, or that make stands around."""

import contextlib
import filecmp
import shutil
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.documentation.blocks import Block, block_apart
from tests.documentation.commands import ran
from tests.preview.running import free_port
from tests.site_quality.loopback import served
from tests.tools.required import ROOT, require_tool
from tests.tools.waiting import eventually

SERVE = block_apart(__file__, "docs/start.md", "verbatim serve")
DATASETTE = block_apart(__file__, "docs/data.md", "pip install datasette")
AUDIT = block_apart(
    __file__, "docs/publish.md", "python build.py audit https://mirror.example.org/"
)
COPY = block_apart(__file__, "docs/publish.md", "rsync -a --delay-updates --delete-after")
QUOTES = block_apart(__file__, "docs/quotes.md", "python build.py capture my-source")
MAKE = (
    block_apart(__file__, "README.md", "make site"),
    block_apart(__file__, "CONTRIBUTING.md", "make site"),
)
LANGUAGE = block_apart(__file__, "CONTRIBUTING.md", ".venv/bin/pybabel init")


def commands(block: Block) -> list[str]:
    """Return the lines of a block of commands."""
    return [command for command, _ in block.lines()]


def run(command: str, folder: Path, environment: dict[str, str]) -> str:
    """Run a command line in a folder; return what it says."""
    done = ran(command, folder, environment)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


@contextlib.contextmanager
def running(command: str, usual: int, folder: Path, environment: dict[str, str]) -> Iterator[str]:
    """Run a command line that serves, at its usual port if that is free; give its address."""
    port = usual if is_free(usual) else free_port()
    line = f"exec {command}" if port == usual else f"exec {command} --port {port}"
    log = folder / "served.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            ["bash", "-c", line], cwd=folder, env=environment, stdout=output, stderr=output
        )
        try:
            address = f"http://127.0.0.1:{port}/"
            eventually(lambda: server.poll() is not None or text_at(address))
            assert server.poll() is None, log.read_text("utf-8")
            yield address
        finally:
            server.terminate()
            server.wait(20)


def is_free(port: int) -> bool:
    """Return whether nobody listens on a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def text_at(address: str) -> str:
    """Return what is at an address, nothing while nobody answers."""
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310 - of this machine
            return str(answer.read().decode())
    except OSError:
        return ""


def test_the_preview_shows_what_is_saved(tmp_path: Path, environment: dict[str, str]) -> None:
    run("verbatim init my-timeline", tmp_path, environment)
    project = tmp_path / "my-timeline"
    with running(SERVE.text.strip(), 5500, project, environment) as address:
        assert "An example of an event" in text_at(address)
        (event,) = (project / "content/events").rglob("*.yaml")
        event.write_text(event.read_text("utf-8").replace("An example of", "Another sort of"))
        eventually(lambda: "Another sort of an event" in text_at(address))


def test_datasette_shows_the_database(
    checkout: Path, environment: dict[str, str], offline: dict[str, str]
) -> None:
    install, serve = commands(DATASETTE)
    run(f"python -m {install}", checkout, environment | offline)
    run("python build.py build --quiet", checkout, environment)
    with running(serve, 8001, checkout, environment) as address:
        eventually(lambda: "quotes" in text_at(f"{address}timeline"))


def test_a_mirror_is_compared(tmp_path: Path, checkout: Path, environment: dict[str, str]) -> None:
    run("python build.py build --quiet", checkout, environment)
    shutil.copytree(checkout / "site", tmp_path / "mirror")
    (command,) = commands(AUDIT)
    with served(tmp_path / "mirror") as address:
        asked = command.replace("https://mirror.example.org/", f"{address}/ --allow-private")
        said = run(asked, checkout, environment)
    assert "are what the manifest says" in said


def test_the_site_is_copied_whole_and_again(
    tmp_path: Path, checkout: Path, environment: dict[str, str]
) -> None:
    require_tool("rsync")
    # What takes the place of ssh: it goes nowhere, and finds the server's folder in this one.
    shell = tmp_path / "shell"
    there = f"s#/var/www/#{tmp_path}/#"
    shell.write_text(f'#!/bin/sh\nshift\nexec sh -c "$(printf "%s " "$@" | sed "{there}")"\n')
    shell.chmod(shell.stat().st_mode | stat.S_IXUSR)
    (command,) = commands(COPY)
    for more in ("", "--drafts", "--base-url https://a.example/"):
        # rsync goes by sizes and seconds: nobody publishes twice in one.
        time.sleep(1.5)
        run(f"python build.py build --quiet {more}", checkout, environment)
        run(command, checkout, environment | {"RSYNC_RSH": str(shell)})
        assert is_same(filecmp.dircmp(checkout / "site", tmp_path / "timeline"))


def is_same(compared: "filecmp.dircmp[str]") -> bool:
    """Return whether two folders hold the same files."""
    differing = compared.left_only + compared.right_only + compared.diff_files
    return not differing and all(map(is_same, compared.subdirs.values()))


def test_a_source_is_captured_and_its_quotes_are_verified(
    tmp_path: Path, checkout: Path, environment: dict[str, str]
) -> None:
    project = tmp_path / "quoted"
    run(f"verbatim init {project}", tmp_path, environment)
    shutil.rmtree(project / "content/events/2026")
    (project / "content/sources/an-example-source.yaml").unlink()
    (project / "content/events/said.yaml").write_text(
        "title: Said\ndate: 2026-01-02\ncategory: events\nquotes:\n"
        "  - {text: It is so., source: my-source, attribution: Nobody}\n"
    )
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/page.html").write_text("<p>They said: It is so. And left.")
    with served(tmp_path / "pages") as address:
        (project / "content/sources/my-source.yaml").write_text(
            f"title: A page\npublisher: Nobody\nurl: {address}/page.html\n"
        )
        capture, *rest = commands(QUOTES)
        run(f"{capture} --allow-private --project {project}", checkout, environment)
    for command in rest:
        run(f"{command} --project {project}", checkout, environment)


@pytest.fixture
def made(checkout: Path) -> Path:
    """Return the copy of the project as `make` leaves it when it has brought what is needed."""
    tools = checkout / ".venv/bin"
    tools.mkdir(parents=True)
    for name in ("python", "pybabel"):
        tool = tools / name
        tool.write_text(f'#!/bin/sh\nexec "{Path(sys.executable).with_name(name)}" "$@"\n')
        tool.chmod(0o755)
    for name in ("site", "dev"):
        (checkout / f".venv/{name}.stamp").touch()
    return checkout


@pytest.mark.parametrize("block", MAKE, ids=lambda block: block.page.name)
def test_make_builds_and_knows_how_to_do_the_rest(
    block: Block, made: Path, environment: dict[str, str]
) -> None:
    first, *others = commands(block)
    run(first, made, environment)
    assert (made / "site/index.html").is_file()
    for command in others:
        assert command.replace("make ", "make -n ") != command
        assert ".venv/bin/python" in run(command.replace("make ", "make -n "), made, environment)


def test_a_new_language_begins(made: Path, environment: dict[str, str]) -> None:
    run("make messages", made, environment)
    (command,) = commands(LANGUAGE)
    run(command.replace("LANGUAGE", "fr"), made, environment)
    catalogue = made / "templates/locale/fr/LC_MESSAGES/verbatim.po"
    shipped = ROOT / "templates/locale/uk/LC_MESSAGES/verbatim.po"
    assert catalogue.read_text("utf-8").count("msgid ") == shipped.read_text("utf-8").count(
        "msgid "
    )
