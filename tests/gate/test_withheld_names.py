"""No field whose text reaches the site can hold a name that is withheld, however it is written."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.model.document import Kind
from generator.validate.fields.text import Line, MarkdownText, Prose
from generator.validate.schema import RECORDS
from tests.gate.canaries import PICTURE, write
from tests.gate.every_field import Content, content, placed, steps_of

SLUG, MARKED = "of-ivan-petrenko", "see **Petrenko,** *Ivan*"
TEXTS = (Line, Prose, MarkdownText)


# Texts that are for editors alone, and texts that nobody can write a name in.
UNSEEN = {"id", "acknowledged", "publish_decision", "icon"}
FOLDERS = {
    "site.yaml": Kind.SITE,
    "events/first.yaml": Kind.EVENT,
    "sources/paper.yaml": Kind.SOURCE,
    "places/town.yaml": Kind.PLACE,
    "figures/houses.yaml": Kind.FIGURE,
    "people/nurse.yaml": Kind.PERSON,
}
WRITTEN = [
    (file, way, MARKED)
    for file, kind in FOLDERS.items()
    for way, type_ in steps_of(RECORDS[kind], content()[file])
    if isinstance(type_, TEXTS) and UNSEEN.isdisjoint(way)
]
ADDRESSES: list[tuple[str, list[str | int], str]] = [
    ("site.yaml", ["base_url"], f"https://{SLUG}.example/"),
    ("site.yaml", ["author", "email"], "ivan.petrenko@invented.example"),
    ("sources/paper.yaml", ["url"], f"https://a.example/{SLUG}"),
    ("sources/paper.yaml", ["archive_url"], "https://a.example/ivan%20petrenko"),
    ("events/first.yaml", ["tags", 0], SLUG),
    ("events/first.yaml", ["aliases", 0], f"/{SLUG}/"),
    ("events/first.yaml", ["media", 0, "file"], f"{SLUG}.png"),
]


def write_content(root: Path, files: Content) -> None:
    """Write the content with its pictures and a page."""
    for name, value in files.items():
        write(root / "content" / name, value)
    (root / "content/media").mkdir(exist_ok=True)
    for name in ("a", SLUG):
        (root / f"content/media/{name}.png").write_bytes(PICTURE)


def build(root: Path) -> int:
    """Build the project; return the exit status."""
    return main(["build", "--project", str(root), "--quiet", "--jobs", "1"])


def assert_refused(root: Path, field: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Assert that the build is refused for a field, and that no message has the name."""
    assert build(root) == 1
    told = capsys.readouterr().err
    first = next(line for line in told.splitlines() if "[withheld-name]" in line)
    path, line, column, told_field = first.split(":")[:4]
    assert path.startswith("content/") or "/content/" in path
    assert int(line) >= 1
    assert int(column) >= 1
    assert told_field.strip() == field
    assert "publish_decision" in first
    assert not list(root.glob("site/**/*.html"))


def test_a_project_that_names_nobody_is_built(tmp_path: Path) -> None:
    write_content(tmp_path, content())
    assert build(tmp_path) == 0
    for file in (tmp_path / "site").rglob("*"):
        assert "petrenko" not in file.as_posix().lower()
        assert not file.is_file() or b"petrenko" not in file.read_bytes().lower()


@pytest.mark.parametrize(
    ("file", "way", "text"),
    [*WRITTEN, *ADDRESSES],
    ids=lambda each: ".".join(map(str, each)) if isinstance(each, list) else "",
)
def test_a_name_in_any_field_is_refused(
    file: str, way: list[str | int], text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    number = " 3" if way[-1] == "quote" else ""
    files = content()
    files[file] = json.loads(json.dumps(placed(files[file], way, f"{text}{number}")))
    write_content(tmp_path, files)
    field = ".".join(map(str, way)).replace(".0", "[0]")
    assert_refused(tmp_path, field, capsys)


def renamed(old: str, id_: str) -> Callable[[Content], Content]:
    """Return what gives an entry another id, wherever it is referred to."""

    def edit(files: Content) -> Content:
        folder = next(name.split("/")[0] for name in files if name.endswith(f"/{old}.yaml"))
        text = json.dumps(files).replace(f'"{old}"', f'"{id_}"')
        moved: Content = json.loads(text.replace(f"{folder}/{old}.yaml", f"{folder}/{id_}.yaml"))
        return moved

    return edit


@pytest.mark.parametrize("old", ["first", "paper", "town", "nurse"])
def test_a_name_in_an_id_is_refused(
    old: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_content(tmp_path, renamed(old, SLUG)(content()))
    assert_refused(tmp_path, "id", capsys)


def test_a_name_in_the_id_of_a_figure_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = content()
    files[f"figures/{SLUG}.yaml"] = files["figures/houses.yaml"]
    write_content(tmp_path, files)
    assert_refused(tmp_path, "id", capsys)


def test_a_name_in_the_id_of_a_category_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = content()
    files["site.yaml"] = {**files["site.yaml"], "categories": {SLUG: {"label": "Talk"}}}
    files["events/first.yaml"] = {**files["events/first.yaml"], "category": SLUG}
    write_content(tmp_path, files)
    assert_refused(tmp_path, f"categories.{SLUG}", capsys)


@pytest.mark.parametrize(
    ("name", "text", "field"),
    [
        ("about", f"---\ntitle: About\n---\nWe {MARKED}.\n", "body"),
        ("about", "---\ntitle: Ivan&nbsp;Petrenko\n---\nWe.\n", "title"),
        (SLUG, "---\ntitle: About\n---\nWe.\n", "id"),
    ],
)
def test_a_name_on_a_page_is_refused(
    name: str, text: str, field: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_content(tmp_path, content())
    page = tmp_path / f"content/pages/{name}.md"
    page.parent.mkdir()
    page.write_text(text, encoding="utf-8")
    assert_refused(tmp_path, field, capsys)


OWN_FILES = {
    "templates/static/credits.txt": "Photographs by\n\nIvan\nPetrenko\n",
    "templates/static/data.json": '["Petrenko, Ivan"]\n',
    "templates/static/plan.svg": "<svg><text>Ivan&#32;Petrenko</text></svg>",
    "templates/static/portraits/ivan-petrenko.jpg": "",
    "templates/exchange/slide.html": "<p>Ivan <b>Petrenko</b></p>",
    "content/media/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    "<title>Ivan Petrenko</title></svg>",
}


@pytest.mark.parametrize("path", OWN_FILES)
def test_a_name_in_a_file_of_the_project_s_own_is_refused(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = content()
    first = files["events/first.yaml"]
    media = placed(first["media"], [0, "file"], "a.svg") if path.endswith("a.svg") else None
    files["events/first.yaml"] = {**first, **({"media": media} if media else {})}
    write_content(tmp_path, files)
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(OWN_FILES[path], encoding="utf-8")
    assert build(tmp_path) == 1
    line = 4 if path.endswith("credits.txt") else 1
    assert f"{path}:{line}:1: the file" in capsys.readouterr().err
    (tmp_path / "content/people/witness.yaml").unlink()
    event = json.loads(json.dumps(files["events/first.yaml"]).replace('"witness"', '"nurse"'))
    write(tmp_path / "content/events/first.yaml", {**event, "people": ["nurse"]})
    assert build(tmp_path) == 0


def test_a_drawing_that_no_event_shows_may_hold_a_name(tmp_path: Path) -> None:
    write_content(tmp_path, content())
    (tmp_path / "content/media/b.svg").write_text(OWN_FILES["content/media/a.svg"])
    assert build(tmp_path) == 0


def test_a_cyrillic_name_in_latin_letters_is_refused_and_its_surname_warned_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = content()
    witness: dict[str, object] = {"name": "Юрій Щербак", "status": "witness-at-risk"}
    for text, status in (("Mr Shcherbak left.", 0), ("Iurii Chtcherbak left.", 1)):
        files["people/witness.yaml"] = witness
        files["events/first.yaml"] = {**files["events/first.yaml"], "body": text}
        write_content(tmp_path, files)
        assert main(["check", "--project", str(tmp_path)]) == status
        code = "withheld-name" if status else "withheld-surname"
        assert f"[{code}]" in capsys.readouterr().err


def test_the_address_of_a_restricted_source_may_hold_a_name(tmp_path: Path) -> None:
    files = content()
    paper = {**files["sources/paper.yaml"], "url": f"https://a.example/{SLUG}", "restricted": True}
    files["sources/paper.yaml"] = json.loads(json.dumps(paper).replace("true", '"true"'))
    write_content(tmp_path, files)
    assert build(tmp_path) == 0
    pages = [file for file in (tmp_path / "site").rglob("*") if file.is_file()]
    assert not [file for file in pages if SLUG.encode() in file.read_bytes()]


def test_the_schema_has_no_text_that_is_not_tried() -> None:
    tried = {(FOLDERS[file], str(way[-1])) for file, way, _ in WRITTEN}
    own = {
        (kind, field.name)
        for kind in FOLDERS.values()
        for field in RECORDS[kind].fields
        if isinstance(field.type, TEXTS)
    }
    assert own <= tried
