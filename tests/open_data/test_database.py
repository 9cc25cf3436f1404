"""The database: the same tables as one SQLite file, which SQLite and Datasette find sound."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from frictionless import validate

from generator.model.tables.declared import TABLES
from generator.model.tables.table import Cell, Column, ColumnType, Table
from generator.render.database import database
from tests.documentation.blocks import blocks_of
from tests.preview.running import free_port
from tests.test_golden import build
from tests.tools.required import ROOT

# What any SQLite library makes of `made_up_rows`; 3.40 to 3.54 were seen to.
SAME_EVERYWHERE = "c64dfd97e899ac87c0ff8611087a1f768610eee3e9adf0863274d9ca7c5148dd"
MANY = 4000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the full test site with a database; return the folder of its data."""
    root = tmp_path_factory.mktemp("database")
    shutil.copytree(ROOT / "tests/sites/full", root / "project")
    with (root / "project/content/site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("sqlite: true\n")
    build(root / "project", root / "site")
    return root / "site/data"


@pytest.fixture(scope="module")
def connection(folder: Path) -> Iterator[sqlite3.Connection]:
    """Open the database as a reader does."""
    file = f"file:{folder / 'timeline.sqlite'}?mode=ro"
    with closing(sqlite3.connect(file, uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


@pytest.fixture(scope="module")
def datasette(folder: Path) -> Iterator[str]:
    """Serve the database with Datasette; return its address."""
    port = free_port()
    command = [sys.executable, "-m", "datasette", "serve", "--immutable"]
    command += [str(folder / "timeline.sqlite"), "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            address = f"http://127.0.0.1:{port}/timeline"
            wait_for(address, server)
            yield address
        finally:
            server.terminate()


def wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    """Return when the server answers."""
    for _ in range(300):
        assert server.poll() is None, "Datasette ended"
        try:
            asked(address)
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("Datasette did not answer")


def asked(address: str) -> str:
    """Return what the server answers."""
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - an address of ours
        text: str = answer.read().decode()
    return text


def rows_of(connection: sqlite3.Connection, question: str) -> list[tuple[Cell, ...]]:
    """Return the rows that answer a question."""
    return [tuple(row) for row in connection.execute(question)]


def test_sqlite_finds_it_whole_and_every_key_leading_somewhere(
    connection: sqlite3.Connection,
) -> None:
    assert rows_of(connection, "PRAGMA integrity_check") == [("ok",)]
    assert rows_of(connection, "PRAGMA foreign_key_check") == []
    keys = {
        table.name: rows_of(connection, f"PRAGMA foreign_key_list({table.name})")
        for table in TABLES
    }
    for table in TABLES:
        expected = {(each.refers_to, each.name, "id") for each in table.columns if each.refers_to}
        assert {key[2:5] for key in keys[table.name]} == expected


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_says_the_same_as_its_json_in_the_same_order(
    folder: Path, connection: sqlite3.Connection, table: Table
) -> None:
    rows = json.loads((folder / f"tables/{table.name}.json").read_text(encoding="utf-8"))
    found = connection.execute(f"SELECT * FROM {table.name} ORDER BY rowid")  # noqa: S608 - our names
    assert [dict(row) for row in found] == rows


def test_what_a_number_and_a_key_are_is_in_the_table_s_definition(
    connection: sqlite3.Connection,
) -> None:
    columns = {row["name"]: row for row in connection.execute("PRAGMA table_info(claims)")}
    kinds = [columns[name]["type"] for name in ("id", "value", "as_of_earliest")]
    assert kinds == ["TEXT", "NUMERIC", "TEXT"]
    assert columns["id"]["pk"] == 1
    values = rows_of(
        connection, "SELECT DISTINCT typeof(value) FROM claims WHERE value IS NOT NULL"
    )
    assert values == [("integer",)]


def test_every_key_and_every_date_has_an_index(connection: sqlite3.Connection) -> None:
    for table in TABLES:
        named = rows_of(
            connection,
            f"SELECT info.name FROM pragma_index_list('{table.name}') AS list, "  # noqa: S608 - our names
            "pragma_index_info(list.name) AS info WHERE info.seqno = 0",
        )
        wanted = {
            column.name
            for column in table.columns
            if column.refers_to or column.type is ColumnType.DATE
        }
        assert wanted <= {name for (name,) in named}


def test_it_says_what_it_is_of_and_under_which_terms(connection: sqlite3.Connection) -> None:
    about = {row["name"]: row["value"] for row in connection.execute("SELECT * FROM about")}
    assert about["title"] == "The flood that never was"
    assert about["licence"] == "CC0 1.0"
    assert about["address"] == "https://timeline.example/flood/data/timeline.sqlite"
    assert about["last_change"] == "2020-02-12"
    assert "remain those of their authors" in about["licence_of_quotes"]


def test_it_is_listed_for_people_and_in_the_package(folder: Path) -> None:
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert "All tables in one file, for SQLite and Datasette" in page
    assert "15 tables" in page
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    (resource,) = [each for each in package["resources"] if each["path"] == "timeline.sqlite"]
    content = (folder / "timeline.sqlite").read_bytes()
    assert resource["mediatype"] == "application/vnd.sqlite3"
    assert resource["bytes"] == len(content)
    assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"


@pytest.mark.filterwarnings("ignore")
def test_the_package_with_it_is_valid(folder: Path) -> None:
    report = validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["name", "type", "message"])


def test_a_site_that_does_not_ask_for_it_has_none(data: Path) -> None:
    assert not (data / "timeline.sqlite").exists()
    assert "sqlite" not in (data / "datapackage.json").read_text(encoding="utf-8")


def test_datasette_lists_the_tables(datasette: str) -> None:
    tables = json.loads(asked(f"{datasette}.json"))["tables"]
    counts = {table["name"]: table["count"] for table in tables}
    assert counts.keys() == {"about", *(table.name for table in TABLES)}
    assert counts["events"] == 13


def test_datasette_follows_a_key_from_a_quote_to_its_event(datasette: str) -> None:
    (quote, *_) = json.loads(asked(f"{datasette}/quotes.json?_shape=array"))
    page = asked(f"{datasette}/quotes?id__exact={quote['id'].replace('/', '%2F')}")
    assert f'<a href="/timeline/events/{quote["event"]}">' in page
    (event,) = json.loads(asked(f"{datasette}/events/{quote['event']}.json?_shape=array"))
    assert event["id"] == quote["event"]


def test_datasette_answers_a_question_that_joins_tables(datasette: str) -> None:
    question = (
        "select+sources.publisher,count(*)as+n+from+quotes+join+sources+on+sources.id=quotes.source"
        "+group+by+1+order+by+2+desc"
    )
    rows = json.loads(asked(f"{datasette}.json?sql={question}&_shape=array"))
    assert rows[0]["n"] >= 1


def test_a_copy_is_searched_with_the_lines_of_the_documentation(
    folder: Path, tmp_path: Path
) -> None:
    (lines,) = (
        block.text.splitlines()
        for block in blocks_of(ROOT / "docs/data.md")
        if "using fts5" in block.text
    )
    (tmp_path / "site").symlink_to(folder.parent)
    programs = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{programs}:{os.environ['PATH']}"}
    script = "\n".join(lines[1:]).replace("captured", "river")
    done = subprocess.run(
        ["bash", "-e", "-c", script], cwd=tmp_path, env=environment, capture_output=True, check=True
    )
    found = {row["id"] for row in json.loads(done.stdout)}
    records = json.loads((folder / "events.json").read_text(encoding="utf-8"))["events"]
    texts = {each["id"]: f"{each['title']} {each['summary']} {each['body']}" for each in records}
    assert found == {
        id_ for id_, text in texts.items() if re.search(r"\briver\b", text, re.IGNORECASE)
    }
    assert 0 < len(found) < len(texts)


def made_up_rows() -> list[tuple[Table, list[tuple[Cell, ...]]]]:
    """Return two tables in no order of their keys, with short and long texts and all types."""
    first = Table(
        name="first",
        title="First",
        meaning="Made up.",
        rows=lambda _: (),
        columns=(
            Column("id", ColumnType.STRING, "Key.", str, required=True),
            Column("day", ColumnType.DATE, "Day.", str),
            Column("value", ColumnType.NUMBER, "Number.", str),
            Column("flag", ColumnType.BOOLEAN, "Flag.", bool, required=True),
            Column("text", ColumnType.STRING, "Text.", str),
        ),
    )
    second = Table(
        name="second",
        title="Second",
        meaning="Made up.",
        rows=lambda _: (),
        key=("first", "number"),
        columns=(
            Column("first", ColumnType.STRING, "First.", str, refers_to="first"),
            Column("number", ColumnType.INTEGER, "Number.", int),
            Column("kind", ColumnType.STRING, "Kind.", str, values=("a", "b")),
        ),
    )
    # A generator of Lehmer's, which is the same everywhere.
    state = 1
    one: list[tuple[Cell, ...]] = []
    two: list[tuple[Cell, ...]] = []
    for number in range(MANY):
        state = state * 48271 % 2147483647
        key, length = f"key-{state}", state % 97
        value = [None, number, number / 4, -number][number % 4]
        day = None if number % 7 == 0 else f"20{state % 100:02}-01-01"
        text = "слово " * (length * 30 if length == 5 else length)
        one.append((key, day, value, bool(state % 2), text or None))
        two.extend((key, each, "ab"[each % 2]) for each in range(state % 3))
    return [(first, one), (second, two)]


def test_whatever_library_writes_it_the_bytes_are_the_same() -> None:
    content = database({"title": "Made up"}, made_up_rows())
    assert sha256(content).hexdigest() == SAME_EVERYWHERE
