"""A table becomes drafts by a mapping, however messy it is, and loses no row in silence."""

from pathlib import Path

import pytest

from generator.cli import main
from tests.import_export.examples import files
from tests.import_export.imported import Taken, take
from tests.import_export.sites import write_project

INCIDENTS = files()["incidents.yaml"].replace("flood: events", "flood: water")
HEADER = "No;What;When;Until;Type;Account;Keywords;Town;Lat;Lon;Link;Reporter\r\n"
ROWS = (
    "a-1;A day;3.2.2020;;talk;One * [x];mud, rain;Ford;50.123456;30.5;https://news.example/1;Ada\r\n"
    ";;;;;;;;;;;\r\n"
    '"";"A ""month""";02.2020;;flood;"Two\r\n\r\nlines";;Ford;;;;\r\n'
    "A 1;Days;03.02.2020;05.02.2020;talk;;;;;;;;over\r\n"
    "a-1;A time;3.2.2020 04:05;;walk;;;;;;;\r\n"
    ";No date;some day;;talk;Kept;;;;;;\r\n"
    ";No such day;31.02.2020;;talk;;;;;;;\r\n"
)
PLAIN = "fields: {title: Title, date: Date}\n"


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    return take(tmp_path_factory.mktemp("incidents"), "csv", HEADER + ROWS, INCIDENTS)


def test_every_row_is_a_draft_or_is_left_to_be_finished(taken: Taken) -> None:
    assert taken.status == 1
    assert {id_: each.date.text for id_, each in taken.events.items()} == {
        "a-1": "2020-02-03",
        "a-month": "2020-02",
        "days": "2020-02-03/2020-02-05",
        "a-1-2": "2020-02-03",
    }
    first = taken.events["a-1"]
    assert first.status.value == "draft"
    assert first.tags == ("mud", "rain")
    assert first.body == r"One \* \[x\]"
    assert taken.events["a-month"].category == "water"
    assert taken.events["a-month"].body == "Two\n\nlines"
    assert str(taken.events["a-1-2"].time) == "04:05"
    assert taken.events["a-1-2"].timezone == "Europe/Kyiv"
    assert [(each["title"], each["date"]) for each in taken.rest] == [
        ("No date", ""),
        ("No such day", "2020-02-31"),
    ]


def test_the_report_has_all_that_the_mapping_does_not_place(taken: Taken) -> None:
    for words in (
        "Reporter: Ada",
        "cell 13: over",
        "some day",
        "group: walk",
        "id: A 1",
        "id: a-1",
    ):
        assert words in taken.report


def test_a_place_is_as_precise_as_the_mapping_says_and_written_once(taken: Taken) -> None:
    assert taken.events["a-1"].places == taken.events["a-month"].places == ("ford",)
    places = list((taken.root / "content/places/imported").iterdir())
    assert [each.name for each in places] == ["ford.yaml"]
    text = places[0].read_text(encoding="utf-8")
    assert "lat: 50.123456" in text
    assert "precision: settlement" in text


def test_a_place_that_the_site_has_is_not_written_again(tmp_path: Path) -> None:
    ford = {"id": "the-ford", "name": "Ford", "lat": "1", "lon": "2"}
    taken = take(tmp_path, "csv", HEADER + ROWS, INCIDENTS, (ford,))
    assert taken.events["a-1"].places == ("the-ford",)
    assert not (taken.root / "content/places/imported").exists()
    assert "50.123456, 30.5, settlement" in taken.report


def test_where_a_source_may_be_found_stands_in_the_draft(taken: Taken) -> None:
    draft = (taken.root / "content/events/imported/a-1.yaml").read_text(encoding="utf-8")
    assert "# seen at https://news.example/1" in draft


@pytest.mark.parametrize(
    "data",
    [
        "\ufeffTitle,Date\nÄ,2020\n".encode(),
        "Title\tDate\nÄ\t2020\n".encode("utf-16"),
        b"\xff\xfe" + "Title;Date\r\nÄ;2020\r\n".encode("utf-16-le"),
        "\n\n  Title | Date\n Ä | 2020 \n".encode(),
        "Title,Date\rÄ,2020\r".encode(),
    ],
)
def test_what_programs_save_is_read(tmp_path: Path, data: bytes) -> None:
    taken = take(tmp_path, "csv", data, PLAIN)
    assert [(each.title, each.date.text) for each in taken.events.values()] == [("Ä", "2020")]


def test_an_encoding_can_be_named(tmp_path: Path) -> None:
    data = "Title,Date\nРічка,2020\n".encode("windows-1251")
    taken = take(tmp_path, "csv", data, f"encoding: windows-1251\n{PLAIN}")
    assert [each.title for each in taken.events.values()] == ["Річка"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "has no rows"),
        (b"\n ,\n", "has no rows"),
        (b"Title,Date\nok,2020\nR\xe9al,2020\n", "line 3: byte 0xE9 is not utf-8"),
        (b"Title,Date\nok,2020\n\x00,2020\n", "line 3: a zero byte"),
        (b'Title,Date\n"open,2020\nnext,2021\n', "line 3: this is no CSV"),
        (b'Title,Date\n"a"b,2020\n', "line 2: this is no CSV"),
        (b"Title,Date\n" + b"x" * 200_000 + b",2020\n", "line 2: this is no CSV: a cell is longer"),
        (b"Title,When\na,2020\n", 'date: there is no column "Date"; there are Title, When'),
        (b"Title,Date,Date\na,2020,2021\n", 'two columns are called "Date"'),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, said: str
) -> None:
    taken = take(tmp_path, "csv", data, PLAIN)
    assert taken.status == 2
    assert said in capsys.readouterr().err
    assert taken.events == {}
    assert taken.report == ""


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("", "map.yaml: the mapping: must be a mapping"),
        ("fields: {title: T}\n", "map.yaml:1:9: fields: no date"),
        ("fields: {title: T, date: D, dat: x}\n", 'map.yaml:1:29: fields: "dat" is not known'),
        ("fields: {title: T, date: {column: D, format: '%d.%m.%y'}}\n", '"%y"'),
        ("fields: {title: T, date: {column: D, format: '%d %Y'}}\n", "a day and no month"),
        ("fields: {title: T, date: {column: D, format: '%Y %Y'}}\n", "one part twice"),
        ("fields: {title: T, date: {values: {a: b}}}\n", "needs either a column or a constant"),
        ("fields: {title: T, date: D}\ndelimiter: ab\n", 'map.yaml:2:12: delimiter: "ab"'),
        ("fields: {title: T, date: D}\nencoding: nonsense\n", 'no encoding "nonsense"'),
        ("fields: {title: T\n", "map.yaml:"),
    ],
)
def test_a_mapping_that_is_wrong_is_blamed_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], mapping: str, said: str
) -> None:
    (tmp_path / "map.yaml").write_text(mapping, encoding="utf-8")
    (tmp_path / "data").write_text("T,D\na,2020\n", encoding="utf-8")
    command = ["import", "csv", str(tmp_path / "data"), "--mapping", str(tmp_path / "map.yaml")]
    project = write_project(tmp_path / "p", ())
    assert main([*command, "--project", str(project), "--category", "talk"]) == 2
    assert said in capsys.readouterr().err
    assert not (project / "import-report.md").exists()


def test_coordinates_without_a_stated_precision_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping = "fields: {title: T, date: D, places: {column: P, lat: Y, lon: X}}\n"
    taken = take(tmp_path, "csv", "T,D,P,Y,X\na,2020,Ford,1,2\n", mapping)
    assert taken.status == 2
    assert "line 2: has coordinates; say in the mapping how precise" in capsys.readouterr().err


def test_ten_thousand_rows_are_ten_thousand_drafts(tmp_path: Path) -> None:
    rows = "".join(f"Event {number},{1000 + number % 1000}\n" for number in range(10_000))
    project = write_project(tmp_path / "p", ())
    (tmp_path / "data").write_text(f"Title,Date\n{rows}", encoding="utf-8")
    (tmp_path / "map.yaml").write_text(PLAIN, encoding="utf-8")
    command = ["import", "csv", str(tmp_path / "data"), "--mapping", str(tmp_path / "map.yaml")]
    assert main([*command, "--project", str(project), "--category", "talk", "--quiet"]) == 0
    assert len(list((project / "content/events/imported").iterdir())) == 10_000


def test_the_line_in_which_excel_names_the_delimiter_is_no_row(tmp_path: Path) -> None:
    rows = "sep=;\r\nTitle;Date\r\nOne, two, three;2020\r\nNo date;\r\n"
    taken = take(tmp_path, "csv", rows, PLAIN)
    assert [each.title for each in taken.events.values()] == ["One, two, three"]
    assert "## line 3: content/events/imported/one-two-three.yaml" in taken.report
    assert "## line 4: not written" in taken.report


def test_dates_and_degrees_are_read_as_spreadsheets_and_programs_write_them(
    tmp_path: Path,
) -> None:
    rows = (
        "Title,Date,Town,Lat,Lon\r\n"
        '"A ""long""\r\nname",2022-02-24T05:00:00.000Z,Ford,"50,45","-3,5"\r\n'
        "Later,2022-02-24T05:00:00.250+02:00,,,\r\n"
        "Hidden\u202ename,2022,,,\r\n"
    )
    mapping = (
        "fields:\n  title: Title\n  date: Date\n"
        "  places: {column: Town, lat: Lat, lon: Lon, precision: settlement}\n"
    )
    taken = take(tmp_path, "csv", rows, mapping)
    dates = {id_: each.date.text for id_, each in taken.events.items()}
    assert dates == {
        "a-long-name": "2022-02-24T05:00:00Z",
        "later": "2022-02-24T05:00:00+02:00",
    }
    place = (taken.root / "content/places/imported/ford.yaml").read_text(encoding="utf-8")
    assert 'lat: 50.45\nlon: "-3.5"\n' in place
    assert "fraction of a second is left out: 2022-02-24T05:00:00.250+02:00" in taken.report
    lines = [line for line in taken.report.splitlines() if line.startswith("## ")]
    assert [line.partition(":")[0] for line in lines] == ["## line 2", "## line 4", "## line 5"]
    assert "Hidden[U+202E]name" in taken.report


def test_columns_without_a_name_stand_in_the_report(tmp_path: Path) -> None:
    taken = take(tmp_path, "csv", "T,D,,\nx,2020,note1,note2\n", "fields:\n  title: T\n  date: D\n")
    assert "column 3: note1" in taken.report
    assert "column 4: note2" in taken.report
