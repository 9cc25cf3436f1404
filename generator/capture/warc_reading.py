"""Reading WARCs within bounds: what others archived can be made to unpack without end."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader, DecompressingBufferedReader

from generator.errors import CaptureError

# All that is unpacked while a page is looked for: some minutes of work.
MOST_BYTES = 20_000_000_000
MOST_RECORDS = 1_000_000
# Of a record's heads.
MOST_LINES, LONGEST_LINE = 20_000, 1_000_000
# What a zip says of its members: a WACZ has some dozens, each told in some hundred bytes.
LONGEST_DIRECTORY = 2_000_000
DIRECTORY_END, LONGEST_COMMENT = b"PK\5\6", 65_535 + 22
REMEDY = "export the one page by itself"


class Allowance:
    """What is left of what an archive may cost."""

    def __init__(self, name: str) -> None:
        """Begin with all of it; `name` is the archive's."""
        self.name, self.bytes, self.records, self.lines = name, MOST_BYTES, MOST_RECORDS, 0

    def unpack(self, count: int) -> None:
        """Take so many bytes away; raise CaptureError when there are no more."""
        self.bytes -= count
        if self.bytes < 0:
            raise CaptureError(f"{self.name} holds more than {MOST_BYTES:,} bytes; {REMEDY}")

    def begin_record(self) -> None:
        """Take a record away; raise CaptureError when there are no more."""
        self.records, self.lines = self.records - 1, MOST_LINES
        if self.records < 0:
            raise CaptureError(f"{self.name} holds more than {MOST_RECORDS:,} records; {REMEDY}")

    def read_line(self, line: bytes) -> None:
        """Take a line of a head away; raise CaptureError for a long one, or one too many."""
        self.lines -= 1
        if self.lines < 0 or len(line) >= LONGEST_LINE:
            message = f"{self.name} has a record whose head is longer than any page's; {REMEDY}"
            raise CaptureError(message)


class BoundedReader(DecompressingBufferedReader):  # type: ignore[misc]  # the library has none
    """A reader of a WARC that unpacks no more than it is allowed."""

    def __init__(self, stream: Any, allowance: Allowance) -> None:  # noqa: ANN401 - as above
        """Take the packed stream."""
        super().__init__(stream)
        self.allowance = allowance

    def _process_read(self, data: bytes) -> None:
        super()._process_read(data)
        if data:
            self.allowance.unpack(self.buff_size)

    def readline(self, length: int | None = None) -> bytes:
        """Return the next line."""
        most = LONGEST_LINE if length is None else min(length, LONGEST_LINE)
        line: bytes = super().readline(most)
        self.allowance.read_line(line)
        return line


def warcs_in(path: Path) -> Iterator[IO[bytes]]:
    """Yield the WARCs of a WACZ, opened, or the WARC itself."""
    if not zipfile.is_zipfile(path):
        with path.open("rb") as stream:
            yield stream
        return
    if directory_size(path) > LONGEST_DIRECTORY:
        raise CaptureError(f"{path.name} holds more files than any archive of pages; {REMEDY}")
    with zipfile.ZipFile(path) as packed:
        for name in sorted(packed.namelist()):
            if name.endswith((".warc", ".warc.gz")):
                with packed.open(name) as stream:
                    yield stream


def directory_size(path: Path) -> int:
    """Return how many bytes a zip says that its list of files takes (APPNOTE.TXT, 4.3.16)."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - LONGEST_COMMENT))
        end = file.read().rpartition(DIRECTORY_END)[2]
    return int.from_bytes(end[8:12], "little")


def records_in(stream: IO[bytes], allowance: Allowance) -> Iterator[Any]:
    """Yield one WARC's answers and resources."""
    archive = ArchiveIterator(stream)
    archive.reader = BoundedReader(archive.fh, allowance)
    allowance.begin_record()
    for record in archive:
        allowance.begin_record()
        if record.rec_type in {"response", "resource"}:
            yield record


def payload(record: Any, most: int) -> bytes:  # noqa: ANN401 - the library has no types
    """Return what a record's page consists of, as it is compressed, so many bytes at most.

    Raises EOFError where the archive ends in the midst of it.
    """
    stream, head = record.raw_stream, record.http_headers
    if head is not None and head.get_header("transfer-encoding") == "chunked":
        found: bytes = ChunkedDataReader(stream).read(most)
        return found
    found = stream.read(most)
    if len(found) < most and stream.limit > 0:
        message = "it ends in the midst of the page"
        raise EOFError(message)
    return found
