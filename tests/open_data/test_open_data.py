"""Open data: valid by its standards, the same in every form, and silent about what is withheld."""

import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from frictionless import validate
from hypothesis import given
from hypothesis import strategies as st

from generator.model.tables.declared import TABLES
from generator.render.table_rows import csv_text, harmless
from tests.tools.required import ROOT

NO_VALUE = ""
ALTERNATE = '<link rel="alternate" type="application/json" href="'
VISIBLE = '<p class="record-link"><a href="'
FLAGS = {"true": True, "false": False}


def rows_of(file: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file as it has them."""
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))


def meant(cell: str) -> str:
    """Return the text that a cell stands for, as the documentation says to read it."""
    return cell.removeprefix("'")


@pytest.mark.filterwarnings("ignore")
def test_the_package_is_valid_with_its_hashes_keys_and_constraints(data: Path) -> None:
    report = validate(str(data / "datapackage.json"))
    assert report.valid, report.flatten(["name", "type", "message"])
    assert {task.name for task in report.tasks} >= {table.name for table in TABLES}


def test_a_key_that_leads_nowhere_would_be_found(data: Path, tmp_path: Path) -> None:
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    wanted = {"events", "categories"}
    package["resources"] = [each for each in package["resources"] if each["name"] in wanted]
    for each in package["resources"]:
        del each["hash"], each["bytes"]
        target = tmp_path / each["path"]
        target.parent.mkdir(exist_ok=True)
        text = (data / each["path"]).read_text(encoding="utf-8")
        target.write_text(text.replace("\nwords,", "\nother,"), encoding="utf-8")
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    report = validate(str(tmp_path / "datapackage.json"))
    assert {error for (error,) in report.flatten(["type"])} == {"foreign-key"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_says_the_same_as_csv_and_as_json(data: Path, table: object) -> None:
    name = table.name  # type: ignore[attr-defined] # a Table
    rows = json.loads((data / f"tables/{name}.json").read_text(encoding="utf-8"))
    texts = rows_of(data / f"tables/{name}.csv")
    assert len(rows) == len(texts)
    for row, cells in zip(rows, texts, strict=True):
        assert list(row) == list(cells)
        for key, value in row.items():
            match value:
                case None:
                    assert cells[key] == NO_VALUE
                case bool():
                    assert FLAGS[cells[key]] is value
                case str():
                    assert meant(cells[key]) == value
                case _:
                    assert float(cells[key]) == value


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=2))
def test_any_text_comes_back_from_csv_and_none_begins_like_a_formula(texts: list[str]) -> None:
    content = csv_text([texts]).decode()
    (cells,) = csv.reader(io.StringIO(content, newline=""))
    assert [meant(cell) for cell in cells] == texts
    assert not [cell for cell in cells if cell.lstrip()[0] in "=+-@"]


def test_no_form_of_a_sign_that_begins_a_formula_is_left_out() -> None:
    letters = map(chr, [*range(1, 0xD800), *range(0xE000, sys.maxunicode + 1)])
    forms = [each for each in letters if normalize("NFKC", each).lstrip()[:1] in {*"=+-@"}]
    assert len(forms) > 15
    assert [each for each in forms if harmless(each) == each] == []


BEFORE = (
    "",
    " ",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\u00a0",
    "\u3000",
    "\u2028",
    "\ufeff",
    "\u200d",
    " \t",
)
FORMULAS = [f"{before}{sign}1+1" for before in BEFORE for sign in "=+-@＝＋－＠﹦﹢﹣﹫"]


@pytest.mark.parametrize("text", [*FORMULAS, "@SUM(A1)", "'quoted'", "'=1"])
def test_what_a_spreadsheet_would_run_has_an_apostrophe_before_it(text: str) -> None:
    (row,) = csv.reader(io.StringIO(csv_text([[text]]).decode(), newline=""))
    assert row == [f"'{text}"]
    assert harmless(text) == f"'{text}"


def test_lines_of_csv_end_as_the_standard_says(data: Path) -> None:
    for file in data.glob("tables/*.csv"):
        content = file.read_bytes()
        assert content.endswith(b"\r\n")
        assert not content.startswith(b"\xef\xbb\xbf")


def test_positions_are_no_finer_than_what_is_said_of_them(data: Path) -> None:
    features = json.loads((data / "events.geojson").read_text(encoding="utf-8"))["features"]
    located = [each for each in features if each["geometry"]]
    unlocated = [each for each in features if not each["geometry"]]
    assert located
    assert unlocated
    # Of several places the coarsest is told, so only a single one says how fine it may be.
    for feature in (each for each in located if each["geometry"]["type"] == "Point"):
        decimals = 6 - len(str(feature["properties"]["precision_m"]))
        point = feature["geometry"]["coordinates"]
        assert point == [round(number, decimals) for number in point]
    assert all(each["properties"]["precision"] is None for each in unlocated)


def test_nothing_that_is_withheld_is_in_any_file(data: Path) -> None:
    secrets = (b"CANARY", b"withheld-witness", b"draft-event", b"embargoed-event")
    files = [path for path in data.rglob("*") if path.is_file()]
    assert len(files) > 2 * len(TABLES)
    found = {word for path in files for word in secrets if word in path.read_bytes()}
    assert found == set()


def test_corrections_of_retracted_events_have_an_address_and_no_event(data: Path) -> None:
    rows = rows_of(data / "tables/corrections.csv")
    retracted = [row for row in rows if row["path"] == "/events/retracted-event/"]
    assert [row["event"] for row in retracted] == [NO_VALUE]


def test_the_page_explains_every_field(data: Path) -> None:
    page = (data / "index.html").read_text(encoding="utf-8")
    for table in TABLES:
        assert f'id="table-{table.name}"' in page
        assert [name for name in table.names if f"<code>{name}</code>" not in page] == []


def test_every_field_is_in_the_documentation_of_the_tables() -> None:
    text = (ROOT / "docs/data.md").read_text(encoding="utf-8")
    assert [table.name for table in TABLES if f"`{table.name}`" not in text] == []


def test_each_event_has_its_own_file_that_says_what_the_file_of_all_says(data: Path) -> None:
    records = json.loads((data / "events.json").read_text(encoding="utf-8"))["events"]
    files = {file.parent.name: file for file in data.parent.glob("events/*/event.json")}
    assert files.keys() == {record["id"] for record in records}
    for record in records:
        own = json.loads(files[record["id"]].read_text(encoding="utf-8"))
        assert list(own.items()) == list(record.items())


def test_an_event_s_page_leads_to_its_own_file(data: Path) -> None:
    for file in data.parent.glob("events/*/event.json"):
        page = (file.parent / "index.html").read_text(encoding="utf-8")
        for start in ALTERNATE, VISIBLE:
            (path,) = re.findall(f'{start}([^"]+)"', page)
            assert (file.parent / path).resolve() == file.resolve()


def test_every_key_of_an_event_s_file_is_in_the_documentation(data: Path) -> None:
    text = (ROOT / "docs/data.md").read_text(encoding="utf-8")
    records = json.loads((data / "events.json").read_text(encoding="utf-8"))["events"]
    keys = {key for record in records for key in keys_of(record)}
    assert [key for key in sorted(keys) if f"`{key}`" not in text] == []


def keys_of(value: object) -> Iterator[str]:
    """Yield every key of a JSON value, however deep."""
    if isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from keys_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from keys_of(each)
