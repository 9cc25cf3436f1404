"""PDFs made to eat time or memory are refused, and leave nothing behind."""

import resource
import time
import zlib
from collections.abc import Callable

import pytest

from generator.capture import confined
from generator.capture.confined import confined_text
from generator.errors import CaptureError

SECONDS = 3
MOST_BYTES = 300_000_000
WORDS = b"BT /F1 12 Tf 72 720 Td (We did not stop.) Tj ET\n"


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a PDF three seconds instead of sixty."""
    monkeypatch.setattr(confined, "SECONDS", SECONDS)


def text_of(body: bytes) -> str:
    """Return a PDF's text."""
    return confined_text(body, "application/pdf")


def pdf(*objects: bytes) -> bytes:
    """Return a PDF of these objects, the first of them the catalogue."""
    body, places = b"%PDF-1.7\n", list[int]()
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
    return body + head + table + trailer


def stream(content: bytes, filters: str = "/FlateDecode", times: int = 1) -> bytes:
    """Return a stream, compressed as many times as it has filters."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    head = f"<< /Length {len(content)} /Filter [{' '.join([filters] * times)}] >>\nstream\n"
    return head.encode() + content + b"\nendstream"


def of_one_page(content: bytes, kids: bytes = b"[3 0 R]", count: int = 1) -> bytes:
    """Return a PDF with a page of this content, which `kids` may name often."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    page = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
    pages = b"<< /Type /Pages /Kids %s /Count %d >>" % (kids, count)
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, content, font)


def deep_pages() -> bytes:
    """Return a PDF whose tree of pages is ten thousand deep."""
    nodes = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (n + 3) for n in range(10_000)]
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, b"<< /Type /Page >>")


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a stream of a gigabyte": lambda: of_one_page(stream(bytes(1_000_000_000))),
    "a stream of streams of a gigabyte": lambda: of_one_page(stream(bytes(1_000_000_000), times=2)),
    "operators without end": lambda: of_one_page(stream(b"q Q " * 15_000_000)),
    "words without end": lambda: of_one_page(stream(WORDS * 1_000_000)),
    "one page a hundred thousand times": lambda: of_one_page(
        stream(WORDS * 2_000), b"[" + b"3 0 R " * 100_000 + b"]", 100_000
    ),
    "pages in a circle": lambda: of_one_page(stream(WORDS), b"[2 0 R]", 1_000_000_000),
    "pages ten thousand deep": deep_pages,
    "an array a million deep": lambda: of_one_page(stream(b"[" * 1_000_000)),
    "brackets in the file itself": lambda: pdf(b"[" * 1_000_000),
    "dictionaries in dictionaries": lambda: pdf(b"<< /A " * 300_000),
    "a length that is a circle": lambda: of_one_page(
        b"<< /Length 4 0 R >>\nstream\n" + WORDS + b"endstream"
    ),
    "hexadecimal without end": lambda: of_one_page(stream(b"<" + b"4" * 50_000_000, times=1)),
    "nothing but line breaks": lambda: b"%PDF-1.7\n" + b"\n" * 30_000_000,
    "half an object, often": lambda: b"%PDF-1.7\n" + b"1 0 obj\n<<" * 500_000,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_pdf_that_would_eat_time_or_memory_is_refused(what: str) -> None:
    body = HOSTILE[what]()
    before = time.process_time()
    with pytest.raises(CaptureError, match=r"give a transcript with --file transcript\.txt"):
        text_of(body)
    assert time.process_time() - before < SECONDS
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert children.ru_maxrss * 1024 < confined.MOST_MEMORY


def test_what_is_refused_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CaptureError, match=r"takes more than 3 seconds or too much memory"):
        text_of(HOSTILE["one page a hundred thousand times"]())
    monkeypatch.setattr(confined, "MOST_MEMORY", MOST_BYTES)
    with pytest.raises(CaptureError, match="too much memory"):
        text_of(of_one_page(stream(WORDS * 200_000)))


def test_an_ordinary_pdf_is_read_within_the_limits() -> None:
    three = of_one_page(stream(WORDS), b"[3 0 R 3 0 R 3 0 R]", 3)
    assert text_of(three) == "\n\f\n".join(["We did not stop."] * 3)
