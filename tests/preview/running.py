"""A preview as an editor has it: a process of its own, over a project that a test may edit."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.tools.required import ROOT
from tests.tools.waiting import PATIENCE, eventually

EVENT = "content/events/first.yaml"
TITLE = "Somebody said something"


@dataclass(frozen=True, slots=True)
class Preview:
    """A running preview; what it prints is in two files."""

    project: Path
    port: int
    process: "subprocess.Popen[bytes]"
    output: Path
    errors: Path
    temporary: Path

    @property
    def address(self) -> str:
        """Return the site's address, with no slash at its end."""
        return f"http://127.0.0.1:{self.port}"

    def retitle(self, title: str) -> None:
        """Save the event under another title."""
        event = self.project / EVENT
        _, _, rest = event.read_text(encoding="utf-8").partition("\n")
        event.write_text(f"title: {title}\n{rest}", encoding="utf-8")

    def stop(self, number: signal.Signals) -> int:
        """Send the signal; return the exit status."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def copied_project(folder: Path) -> Path:
    """Return a small project in the folder, that a test may edit."""
    project = folder / "project"
    shutil.copytree(ROOT / "tests/sites/minimal", project)
    (project / "templates").mkdir()
    return project


BUILD = (str(ROOT / "build.py"),)


@contextmanager
def running_preview(
    project: Path, port: int, program: Sequence[str] = BUILD, options: Sequence[str] = ()
) -> Iterator[Preview]:
    """Start the preview; give it when it says that it is ready."""
    beside = project.parent
    output, errors, temporary = beside / "output", beside / "errors", beside / "temporary"
    temporary.mkdir(exist_ok=True)
    command = [sys.executable, *program, "serve"]
    command += ["--project", str(project), "--port", str(port), *options]
    with (
        output.open("wb") as to_output,
        errors.open("wb") as to_errors,
        subprocess.Popen(
            command,
            stdout=to_output,
            stderr=to_errors,
            env={**os.environ, "TMPDIR": str(temporary)},
        ) as process,
    ):
        preview = Preview(project, port, process, output, errors, temporary)
        try:
            eventually(lambda: "http://" in output.read_text() or process.poll() is not None)
            yield preview
        finally:
            process.kill()


def answer(port: int, path: str, **headers: str) -> tuple[int, str]:
    """Return the status and the text that the server answers."""
    response, text = full_answer(port, path, **headers)
    return response.status, text


def full_answer(port: int, path: str, **headers: str) -> tuple[http.client.HTTPResponse, str]:
    """Return the answer, its headers among it, and its text."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    text = response.read().decode("utf-8", "replace")
    connection.close()
    return response, text
