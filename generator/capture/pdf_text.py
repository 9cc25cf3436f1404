"""A PDF's text, found in a process of its own that has so much time and memory and no more.

The PDF comes in as a stream, the text of its pages goes out as one, divided by form feeds. It is a
process, since a file of a few kB can make pypdf work for days, and no thread can be stopped.
"""

import io
import logging
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from generator.errors import CaptureError

SECONDS = 60
# For all that the process maps, of which Python and pypdf take a tenth.
MOST_MEMORY = 1_500_000_000
MOST_TEXT = 20_000_000
TRANSCRIPT = "give a transcript with --file transcript.txt"
UNREADABLE, TOO_MUCH = 3, 4


def text_of_pdf(body: bytes) -> str:
    """Return the text of a PDF's pages, divided by form feeds; raise CaptureError for none."""
    command = [sys.executable, "-P", "-W", "ignore", "-c", PROGRAM, str(Path(__file__).parents[2])]
    command += [str(SECONDS), str(MOST_MEMORY)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command, input=body, capture_output=True, timeout=2 * SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        done = subprocess.CompletedProcess(command, TOO_MUCH, b"", b"")
    *_, said = ["", *done.stderr.decode("utf-8", "replace").splitlines()]
    if done.returncode == UNREADABLE:
        raise CaptureError(f"the PDF cannot be read ({said}); {TRANSCRIPT}")
    if done.returncode != 0:
        message = f"the PDF takes more than {SECONDS} seconds or too much memory; {TRANSCRIPT}"
        raise CaptureError(message)
    text = done.stdout.decode("utf-8", "surrogatepass")
    if not text.strip():
        raise CaptureError(f"the PDF holds pictures of text and no text; {TRANSCRIPT}")
    return text


PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from generator.capture.pdf_text import main
main(int(sys.argv[2]), int(sys.argv[3]))
"""


def main(seconds: int, memory: int) -> None:
    """Write the text of the PDF that comes in; end the process where there is none to be had."""
    limit(seconds, memory)
    try:
        text = text_within(sys.stdin.buffer.read())
    except MemoryError:
        sys.exit(TOO_MUCH)
    except Exception as error:  # noqa: BLE001 - a broken file can make pypdf raise whatever it likes
        sys.stderr.write(f"{error}\n")
        sys.exit(UNREADABLE)
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))


def limit(seconds: int, memory: int) -> None:
    """Let this process have so much processor time and memory, where the system has such limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not every system has it

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def text_within(body: bytes) -> str:
    """Return the text of the pages; raise MemoryError where it is longer than any article."""
    from pypdf import PdfReader  # noqa: PLC0415 - takes longer to import than all else together

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pages: list[str] = []
    length = 0
    for page in PdfReader(io.BytesIO(body)).pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > MOST_TEXT:
            raise MemoryError
    return "\n\f\n".join(pages)
