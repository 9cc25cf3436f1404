"""The search for canaries finds one in whatever form a file may hold it."""

import gzip
import sqlite3
from pathlib import Path

import brotli
import pytest

from tests.gate.canaries import canary, write_picture
from tests.gate.searching import PNG, found_in, pieces_of_png

WORD = canary("found", "form")
TEXT = f"So {WORD} it is.".encode()
FORMS = {
    "plain.txt": TEXT,
    "shouted.txt": TEXT.upper(),
    "page.html.gz": gzip.compress(TEXT),
    "page.html.br": brotli.compress(TEXT),
    "feed.xml": TEXT.replace(b"canary", b"c&#97;n&#x61;ry"),
    "feed.xml.gz": gzip.compress(TEXT.replace(b"canary", b"c&#97;n&#x61;ry")),
    "calendar.ics": TEXT.replace(b"canary", b"can\r\n ary"),
    "data.json": TEXT.replace(b"canary", b"can\\u0061ry"),
    "script.js": TEXT.replace(b"canary", b"can\\x61ry"),
    "link.svg": TEXT.replace(b"canary", b"can%61ry"),
    f"{WORD}.woff2": b"\0",
}


@pytest.mark.parametrize("name", FORMS)
def test_a_canary_is_found_in_every_form(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FORMS[name])
    assert found_in(tmp_path) == [f"{name}: {WORD}"]


def test_a_canary_is_found_in_a_folder_s_name(tmp_path: Path) -> None:
    (tmp_path / WORD).mkdir()
    assert found_in(tmp_path) == [f"{WORD}: {WORD}"]


def test_a_canary_is_found_in_each_kind_of_a_png_s_texts(tmp_path: Path) -> None:
    write_picture(tmp_path / "made.png")
    content = (tmp_path / "made.png").read_bytes()
    told = canary("metadata", "text").encode()
    assert content.startswith(PNG)
    assert sum(told in each for each in pieces_of_png(content[: -len(told)])) == 3


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16le"])
def test_a_canary_is_found_in_a_database_s_cells_and_names(encoding: str, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "made.sqlite") as connection:
        connection.execute(f"PRAGMA encoding = '{encoding}'")
        connection.execute(f"CREATE TABLE {canary('found', 'table')} AS SELECT '{WORD}' AS a")
    connection.close()
    assert found_in(tmp_path) == [
        f"made.sqlite: {each}" for each in (WORD, canary("found", "table"))
    ]
