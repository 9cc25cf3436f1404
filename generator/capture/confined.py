"""A copy's text, found in a process of its own that has so much time and memory and no more.

The copy comes in as a stream, its text goes out as one. It is a process, since a file of a few kB
can make a reader of PDFs work for days, and a page of a few MB a reader of HTML, and no thread can
be stopped.
"""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from generator.errors import CaptureError

SECONDS = 60
# For all that the process maps, of which Python and its readers take a tenth.
MOST_MEMORY = 1_500_000_000
TRANSCRIPT = "give a transcript with --file transcript.txt"
REFUSED, UNREADABLE, TOO_MUCH = 3, 4, 5


def confined_text(body: bytes, media_type: str, charset: str = "") -> str:
    """Return the text of a copy as `plain_text` does; raise CaptureError for none."""
    command = [sys.executable, "-P", "-W", "ignore", "-c", PROGRAM, str(Path(__file__).parents[2])]
    command += [str(SECONDS), str(MOST_MEMORY), media_type, charset]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command, input=body, capture_output=True, timeout=2 * SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        done = subprocess.CompletedProcess(command, TOO_MUCH, b"", b"")
    if done.returncode == 0:
        return done.stdout.decode("utf-8", "surrogatepass")
    what = "PDF" if media_type == "application/pdf" else "copy"
    *_, said = ["", *done.stderr.decode("utf-8", "replace").splitlines()]
    if done.returncode == REFUSED:
        raise CaptureError(said)
    if done.returncode == UNREADABLE:
        raise CaptureError(f"the {what} cannot be read ({said}); {TRANSCRIPT}")
    message = f"the {what} takes more than {SECONDS} seconds or too much memory; {TRANSCRIPT}"
    raise CaptureError(message)


PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from generator.capture.confined import main
main(int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
"""


def main(seconds: int, memory: int, media_type: str, charset: str) -> None:
    """Write the text of the copy that comes in; end the process where there is none to be had."""
    limit(seconds, memory)
    try:
        from generator.capture.extract import plain_text  # noqa: PLC0415 - not by who starts this

        text = plain_text(sys.stdin.buffer.read(), media_type, charset)
    except CaptureError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(REFUSED)
    except MemoryError:
        sys.exit(TOO_MUCH)
    except Exception as error:  # noqa: BLE001 - a broken file can make a reader raise whatever it likes
        sys.stderr.write(f"{error}\n")
        sys.exit(UNREADABLE)
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))


def limit(seconds: int, memory: int) -> None:
    """Let this process have so much processor time and memory, where the system has such limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not every system has it

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
