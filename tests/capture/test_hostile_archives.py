"""Archives and pages made to eat time or memory are refused, or read within bounds."""

import gzip
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
import pytest

from generator.capture import confined, warc_reading
from generator.capture.confined import confined_text
from generator.capture.limits import Limits
from generator.capture.taking import from_file
from generator.capture.warc_reading import directory_size
from generator.errors import CaptureError
from generator.model.source import Source
from tests.tools.memory import PEAK
from tests.tools.required import ROOT

URL = "https://gazette.example/bridge"
SOURCE = Source(id="gazette", title="Made up", publisher="The Gazette", url=URL)
PAGE = b"<p>We did not stop.</p>"
MEGABYTE = bytes(1 << 20)
MOST_MEMORY = 400_000_000
HEAD = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
    "WARC-Date: 2024-01-01T00:00:00Z\r\nContent-Type: application/http\r\n"
    "Content-Length: {length}\r\n\r\n"
)
Pieces = Iterator[bytes]


def answer(headers: bytes = b"") -> bytes:
    """Return the head of an answer that is a page."""
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + b"\r\n"


def record(body: bytes = PAGE, headers: bytes = b"", url: str = URL) -> bytes:
    """Return a WARC's record of an answer."""
    content = answer(headers) + body
    return HEAD.format(url=url, length=len(content)).encode() + content + b"\r\n\r\n"


def packed(pieces: Pieces) -> bytes:
    """Return pieces as one member of a gzip file."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([*map(packer.compress, pieces), packer.flush()])


def video(megabytes: int) -> Pieces:
    """Yield a record of another address that unpacks to so much."""
    head = answer()
    yield HEAD.format(url="https://b.example/", length=len(head) + (megabytes << 20)).encode()
    yield head
    yield from [MEGABYTE] * megabytes
    yield b"\r\n\r\n"


def endless_head(megabytes: int) -> Pieces:
    """Yield a record whose head has a line that unpacks to so much."""
    yield b"WARC/1.0\r\nX: "
    yield from [MEGABYTE.replace(b"\0", b"x")] * megabytes


def many_lines() -> Pieces:
    """Yield a record whose head has twenty million lines."""
    yield b"WARC/1.0\r\n"
    yield from [b"X: y\r\n" * 100_000] * 200


def packed_page(megabytes: int) -> bytes:
    """Return a page of zeros in Brotli's form."""
    packer = brotli.Compressor(quality=5)
    return b"".join([*(packer.process(MEGABYTE) for _ in range(megabytes)), packer.finish()])


def of_many_files(path: Path) -> None:
    """Write a WACZ of a hundred thousand files."""
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(100_000):
            archive.writestr(f"archive/{number}.warc", b"")


REFUSED: dict[str, Callable[[], bytes]] = {
    "a line of a gigabyte": lambda: packed(endless_head(1000)),
    "a head of twenty million lines": lambda: packed(many_lines()),
    "a page of half a gigabyte in gzip": lambda: record(
        packed(iter([MEGABYTE] * 500)), b"Content-Encoding: gzip\r\n"
    ),
    "a page of half a gigabyte in Brotli": lambda: record(
        packed_page(500), b"Content-Encoding: br\r\n"
    ),
    "a page in Brotli in Brotli": lambda: record(
        brotli.compress(packed_page(500)), b"Content-Encoding: br, br\r\n"
    ),
    "a head of half a date": lambda: record().replace(b"2024-01-01T", b""),
    "a status of no number": lambda: record().replace(b" 200 ", b" OK "),
    "half a member": lambda: gzip.compress(record())[:-20],
}


@pytest.mark.parametrize("what", REFUSED)
def test_an_archive_that_would_eat_memory_is_refused(what: str, tmp_path: Path) -> None:
    file = tmp_path / "hostile.warc.gz"
    file.write_bytes(REFUSED[what]())
    program = (
        "import sys; from tests.capture.test_hostile_archives import *\n"
        "try:\n    from_file(Path(sys.argv[1]), SOURCE, Limits())\n"
        "except CaptureError as error:\n    print(error)\n"
        f"print({PEAK})\n"
    )
    command = [sys.executable, "-c", program, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    said, memory = done.stdout.splitlines()
    assert "hostile.warc.gz" in said or "larger than 100,000,000 bytes" in said
    assert int(memory) < MOST_MEMORY


def test_an_archive_of_too_many_bytes_or_records_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "large.warc.gz"
    file.write_bytes(packed(video(100)) + gzip.compress(record()))
    assert from_file(file, SOURCE, Limits()).body == PAGE
    monkeypatch.setattr(warc_reading, "MOST_BYTES", 50_000_000)
    with pytest.raises(CaptureError, match="more than 50,000,000 bytes; export the one page"):
        from_file(file, SOURCE, Limits())
    file.write_bytes(gzip.compress(record(url="https://b.example/")) * 100)
    monkeypatch.setattr(warc_reading, "MOST_RECORDS", 50)
    with pytest.raises(CaptureError, match="more than 50 records; export the one page"):
        from_file(file, SOURCE, Limits())


def test_what_many_copies_of_a_page_unpack_to_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = record(packed(iter([MEGABYTE] * 10)), b"Content-Encoding: gzip\r\n")
    (tmp_path / "copies.warc").write_bytes(copy * 20)
    monkeypatch.setattr(warc_reading, "MOST_BYTES", 100_000_000)
    with pytest.raises(CaptureError, match="more than 100,000,000 bytes"):
        from_file(tmp_path / "copies.warc", SOURCE, Limits())


def test_a_circle_of_redirects_is_followed_no_longer_than_one_of_the_web(tmp_path: Path) -> None:
    circle = record(b"", f"Location: {URL}\r\n".encode()).replace(b" 200 OK", b" 302 Go")
    (tmp_path / "circle.warc").write_bytes(circle)
    with pytest.raises(CaptureError, match="has no copy of"):
        from_file(tmp_path / "circle.warc", SOURCE, Limits())


def test_a_zip_of_many_files_is_refused_before_they_are_listed(tmp_path: Path) -> None:
    of_many_files(tmp_path / "many.wacz")
    assert directory_size(tmp_path / "many.wacz") > warc_reading.LONGEST_DIRECTORY
    with pytest.raises(CaptureError, match="more files than any archive of pages"):
        from_file(tmp_path / "many.wacz", SOURCE, Limits())


@pytest.mark.parametrize("coding", ["br", "gzip", "deflate", "identity", "gzip, br"])
def test_a_compressed_page_of_an_archive_is_read(coding: str, tmp_path: Path) -> None:
    body = PAGE
    for each in coding.split(", "):
        pack = {"br": brotli.compress, "gzip": gzip.compress, "deflate": zlib.compress}
        body = pack.get(each, bytes)(body)
    headers = f"Content-Encoding: {coding}\r\n".encode()
    for name, written in (("packed", body), ("unpacked", PAGE)):
        (tmp_path / f"{name}.warc").write_bytes(record(written, headers))
        assert from_file(tmp_path / f"{name}.warc", SOURCE, Limits()).body == PAGE


def test_a_table_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(b"link,text\n" + URL.encode() + b",\xff\n")
    with pytest.raises(CaptureError, match=r"table\.csv is no table that can be read"):
        from_file(file, SOURCE, Limits())
    with pytest.raises(CaptureError, match=r"table\.csv is larger than 10 bytes"):
        from_file(file, SOURCE, Limits(bytes=10))


def test_a_table_whose_cell_is_a_whole_page_is_read(tmp_path: Path) -> None:
    words = "words " * 50_000
    (tmp_path / "table.csv").write_text(f"link,text\n{URL},{words}\n{URL}/other,x\n")
    assert from_file(tmp_path / "table.csv", SOURCE, Limits()).body.decode() == words.strip()


def nested(depth: int) -> bytes:
    """Return an MHTML whose parts are in one another."""
    parts = (
        b'--b%d\r\nContent-Type: multipart/related; boundary="b%d"\r\n\r\n' % (number, number + 1)
        for number in range(depth)
    )
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b0"\r\n\r\n'
    return head + b"".join(parts) + b"--b%d\r\nContent-Type: text/html\r\n\r\n" % depth + PAGE


def side_by_side(count: int) -> bytes:
    """Return an MHTML of so many parts."""
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    return head + b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n" * count + b"--b--\r\n"


PAGES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "parts in parts": ("multipart/related", lambda: nested(100_000)),
    "a million parts": ("multipart/related", lambda: side_by_side(1_000_000)),
    "elements three million deep": ("text/html", lambda: b"<div>" * 3_000_000),
    "elements without end": ("text/html", lambda: b"<b>x" * 20_000_000),
    "an element of three million attributes": (
        "text/html",
        lambda: b"<p " + b" ".join(b"a%d" % number for number in range(3_000_000)) + b">x",
    ),
}


@pytest.mark.parametrize("what", PAGES)
def test_a_page_that_would_eat_time_or_memory_is_refused(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confined, "SECONDS", 3)
    media_type, body = PAGES[what][0], PAGES[what][1]()
    with pytest.raises(CaptureError, match=r"the copy .*give a transcript with --file"):
        confined_text(body, media_type)


def test_declarations_of_charsets_without_end_cost_nothing() -> None:
    text = confined_text(b"<meta " * 1_000_000 + b"\xff", "text/plain")
    assert text.startswith("<meta ")
