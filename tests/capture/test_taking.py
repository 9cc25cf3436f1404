"""Taking: a copy is stored whole with its text, beside those that were taken before."""

import csv
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from generator.capture.fetch import fetch
from generator.capture.limits import Limits
from generator.capture.store import CAPTURES, captures_of, latest_capture, text_of
from generator.capture.taking import take_capture
from generator.capture.warc import write_exchanges
from generator.errors import CaptureError
from generator.model.capture import Origin
from generator.model.source import Source
from tests.capture.conftest import PAGE

HERE = Limits(seconds=5.0, wait=2.0, is_private_allowed=True)
TEXT = "Made up\n‘We built it in a year,’ she\u00a0said.\nNobody was there."


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    """Return where captures are stored."""
    return tmp_path / CAPTURES


def gazette(url: str = "https://gazette.example/bridge") -> Source:
    """Return a made-up source."""
    return Source(id="gazette", title="Made up", publisher="The Gazette", url=url)


def is_sound(warc: Path) -> bool:
    """Return whether warcio finds every digest of an archive right."""
    checker = Checker(type("Arguments", (), {"inputs": [str(warc)], "verbose": False}))
    return int(checker.process_all()) == 0


def test_a_fetched_page_is_stored_with_its_text_and_hashes(captures: Path, server: str) -> None:
    stored = take_capture(captures, gazette(f"{server}/moved"), None, HERE)
    capture = stored.capture
    assert text_of(stored) == TEXT
    assert (capture.origin, capture.media_type) == (Origin.FETCHED, "text/html")
    assert (capture.url, capture.final_url) == (f"{server}/moved", f"{server}/page")
    assert capture.body == sha256(PAGE).hexdigest()
    assert capture.text == sha256(TEXT.encode()).hexdigest()
    assert is_sound(stored.folder / "capture.warc.gz")
    with (stored.folder / "capture.warc.gz").open("rb") as file:
        kinds = [record.rec_type for record in ArchiveIterator(file)]
    assert kinds.count("response") == 3
    assert kinds.count("request") == 3


def test_a_later_copy_leaves_the_earlier_one(captures: Path, server: str) -> None:
    first = take_capture(captures, gazette(f"{server}/page"), None, HERE)
    second = take_capture(captures, gazette(f"{server}/page"), None, HERE)
    assert first.folder != second.folder
    assert [each.folder for each in captures_of(captures, "gazette")] == [
        first.folder,
        second.folder,
    ]
    assert latest_capture(captures, "gazette") == second


def test_captures_are_kept_out_of_git(captures: Path, server: str) -> None:
    take_capture(captures, gazette(f"{server}/page"), None, HERE)
    assert (captures / ".gitignore").read_text().splitlines()[-1] == "*"


def test_a_failed_capture_leaves_nothing(captures: Path, server: str) -> None:
    for path in ("missing", "picture", "truncated"):
        with pytest.raises(CaptureError):
            take_capture(captures, gazette(f"{server}/{path}"), None, HERE)
    assert captures_of(captures, "gazette") == ()


def test_a_copy_that_was_changed_is_not_trusted(captures: Path, server: str) -> None:
    stored = take_capture(captures, gazette(f"{server}/page"), None, HERE)
    (stored.folder / "text.txt").write_text("Other words.")
    with pytest.raises(CaptureError, match="changed since it was stored"):
        text_of(stored)
    (stored.folder / "record.json").write_text("{")
    with pytest.raises(CaptureError, match="cannot be read"):
        captures_of(captures, "gazette")


def test_a_half_written_copy_is_not_read(captures: Path) -> None:
    (captures / "gazette/.draft-1").mkdir(parents=True)
    assert captures_of(captures, "gazette") == ()


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.xhtml"])
def test_a_saved_page_is_taken(captures: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(PAGE)
    stored = take_capture(captures, gazette(), tmp_path / name, HERE)
    assert text_of(stored) == TEXT
    assert (stored.capture.origin, stored.capture.file) == (Origin.FILE, name)
    assert is_sound(stored.folder / "capture.warc.gz")


def test_a_transcript_is_taken_for_what_has_no_address(captures: Path, tmp_path: Path) -> None:
    (tmp_path / "transcript.txt").write_text("We built it.", encoding="utf-8")
    stored = take_capture(captures, gazette(""), tmp_path / "transcript.txt", HERE)
    assert text_of(stored) == "We built it."


def test_without_an_address_and_a_file_there_is_nothing_to_take(captures: Path) -> None:
    with pytest.raises(CaptureError, match='"gazette" has no url'):
        take_capture(captures, gazette(""), None, HERE)


@pytest.fixture
def archive(tmp_path: Path, server: str) -> Path:
    """Return a WARC of a page behind redirects."""
    write_exchanges(tmp_path / "pages.warc.gz", fetch(f"{server}/moved", HERE).exchanges)
    return tmp_path / "pages.warc.gz"


def test_a_page_is_taken_out_of_a_warc_and_a_wacz(
    captures: Path, archive: Path, server: str, tmp_path: Path
) -> None:
    wacz = tmp_path / "pages.wacz"
    with zipfile.ZipFile(wacz, "w") as packed:
        packed.write(archive, "archive/data.warc.gz")
        packed.writestr("datapackage.json", "{}")
    for file in (archive, wacz):
        stored = take_capture(captures, gazette(f"{server}/page/"), file, HERE)
        assert text_of(stored) == TEXT
        assert stored.capture.body == sha256(PAGE).hexdigest()


def test_an_archive_without_the_page_says_what_it_has(captures: Path, archive: Path) -> None:
    with pytest.raises(CaptureError, match=r"no copy of https://gazette.example/bridge; it"):
        take_capture(captures, gazette(), archive, HERE)


@pytest.mark.parametrize("name", ["broken.warc", "broken.wacz"])
def test_what_is_no_archive_is_refused(captures: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 nothing of the kind")
    with pytest.raises(CaptureError):
        take_capture(captures, gazette(), tmp_path / name, HERE)


def sheet(folder: Path, **columns: str) -> Path:
    """Write a made-up table as the auto-archiver leaves it, with one row that matters."""
    row = {"Link": "https://www.gazette.example/bridge/", "Archive date": "2031-03-03T08:00:00"}
    row |= {name.replace("_", " "): value for name, value in columns.items()}
    with (folder / "sheet.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, row)
        writer.writeheader()
        writer.writerows([dict.fromkeys(row, "other"), row])
    return folder / "sheet.csv"


def test_the_auto_archiver_s_page_is_taken_with_its_time(captures: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)
    table = sheet(
        tmp_path,
        Archive_location="https://bucket.example/a/page.html",
        Hash=f"SHA-256:{sha256(PAGE).hexdigest()}",
    )
    stored = take_capture(captures, gazette(), table, HERE)
    assert text_of(stored) == TEXT
    assert stored.capture.taken == "2031-03-03T08:00:00Z"


def test_the_auto_archiver_s_text_is_taken_where_there_is_no_page(
    captures: Path, tmp_path: Path
) -> None:
    stored = take_capture(captures, gazette(), sheet(tmp_path, Text_content="We built it."), HERE)
    assert text_of(stored) == "We built it."


def test_a_page_with_another_hash_than_its_row_says_is_refused(
    captures: Path, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)
    table = sheet(tmp_path, Archive_location="a/page.html", Hash="0" * 64)
    with pytest.raises(CaptureError, match="has the hash"):
        take_capture(captures, gazette(), table, HERE)


def test_a_table_without_the_source_is_refused(captures: Path, tmp_path: Path) -> None:
    with pytest.raises(CaptureError, match="no row whose link is"):
        take_capture(captures, gazette("https://other.example/"), sheet(tmp_path), HERE)
