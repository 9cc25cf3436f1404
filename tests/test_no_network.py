"""Everything but `capture` and the audit of an address works where there is no network.

Once in a network namespace that has no network at all, once with an eye on every socket: a
process that so much as makes one for the internet, or asks for a name, ends with status 97.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.required import ROOT

CAUGHT = 97
# Python runs a module of this name before all else, in every process that a build starts.
GUARD = f"""
import os, sys

def watch(event, arguments):
    asked = event.startswith(("socket.getaddrinfo", "socket.gethostby", "socket.connect"))
    made = event == "socket.__new__" and arguments[1] != 1  # AF_UNIX: between own processes
    if asked or made:
        os.write(2, f"caught {{event}} {{arguments[1:]}}\\n".encode())
        os._exit({CAUGHT})

sys.addaudithook(watch)
"""
# The loopback alone is brought up (SIOCSIFFLAGS, IFF_UP): the preview listens there.
SERVED = """
import fcntl, pathlib, socket, struct, sys
with socket.socket() as any_socket:
    fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh14x", b"lo", 1))
from tests.preview.running import answer, free_port, running_preview
with running_preview(pathlib.Path(sys.argv[1]), free_port()) as preview:
    print(*answer(preview.port, "/"))
"""
REACHED = """
import socket
socket.create_connection(("192.0.2.1", 80), timeout=5)
"""
CHILD = """
import multiprocessing, socket
child = multiprocessing.Process(target=socket.socket)
child.start()
child.join()
raise SystemExit(child.exitcode)
"""
TIMELINE = '{"events": [{"start_date": {"year": "2020"}, "text": {"headline": "Invented"}}]}'
COMMANDS = [
    ("build",),
    ("build", "--clean", "--jobs", "2", "--compress", "--base-url", "https://example.org/"),
    ("check", "--strict"),
    ("check", "--safety"),
    ("verify",),
    ("audit", "{project}/site"),
    ("schema",),
    ("new", "Something invented", "--category", "water"),
    ("import", "timelinejs", "{project}/timeline.json", "--category", "water"),
    ("fmt",),
    ("build", "--drafts"),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the full test site's project, and a timeline to import."""
    root = tmp_path / "project"
    shutil.copytree(ROOT / "tests/sites/full", root, ignore=shutil.ignore_patterns(".cache"))
    (root / "timeline.json").write_text(TIMELINE)
    return root


@pytest.fixture
def guarded(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which no Python process may make a socket."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard/sitecustomize.py").write_text(GUARD)
    return {**os.environ, "PYTHONPATH": str(tmp_path / "guard")}


@pytest.fixture(scope="module")
def alone() -> list[str]:
    """Return the command that runs another without any network."""
    command = ["unshare", "--map-root-user", "--net"]
    if (
        shutil.which("unshare") is None
        or subprocess.run([*command, "true"], check=False).returncode
    ):
        pytest.skip("this machine lets nobody make a network namespace")
    return command


def ran(
    command: list[str], environment: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run a command from the repository; return what it said."""
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def all_commands(project: Path) -> list[list[str]]:
    """Return the command lines, for this project."""
    filled = [[part.format(project=project) for part in command] for command in COMMANDS]
    own = [sys.executable, str(ROOT / "build.py")]
    return [[*own, *command, "--project", str(project)] for command in filled]


def test_no_command_makes_a_socket(project: Path, guarded: dict[str, str]) -> None:
    for command in all_commands(project):
        done = ran(command, guarded)
        assert "caught" not in done.stderr, command
        assert "Traceback" not in done.stderr, command
        assert done.returncode in {0, 1}, command
    assert (project / "site/manifest.json").is_file()


@pytest.mark.parametrize(
    "asks",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        CHILD,
    ],
)
def test_what_makes_a_socket_is_caught(guarded: dict[str, str], asks: str) -> None:
    done = ran([sys.executable, "-c", asks], guarded)
    assert (done.returncode, done.stderr.startswith("caught socket.")) == (CAUGHT, True)


def test_every_command_works_without_a_network(project: Path, alone: list[str]) -> None:
    with_network = project.parent / "with"
    shutil.copytree(project, with_network)
    for command, same in zip(all_commands(project), all_commands(with_network), strict=True):
        done, wanted = ran([*alone, *command]), ran(same)
        assert done.returncode == wanted.returncode in {0, 1}, done.stderr
        assert "Traceback" not in done.stderr
    assert made(project / "site") == made(with_network / "site")


def made(site: Path) -> dict[str, bytes]:
    """Return the site's files."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {str(path.relative_to(site)): path.read_bytes() for path in files}


def test_the_preview_works_without_a_network(project: Path, alone: list[str]) -> None:
    done = ran([*alone, sys.executable, "-c", SERVED, str(project)])
    assert done.stdout.startswith("200 <!"), done.stderr
    assert done.stderr == ""


def test_there_is_no_network_in_the_namespace(alone: list[str]) -> None:
    done = ran([*alone, sys.executable, "-c", REACHED])
    assert "Network is unreachable" in done.stderr
