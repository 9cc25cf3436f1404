"""Which files are read, in which order, and which are refused."""

import hashlib
import os
from pathlib import Path

import pytest

from generator.load.content import parse_document, read_file
from generator.load.discovery import find_files
from generator.model.document import Document, Kind
from tests.tools.content import content_of


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    add(root, "content/site.yaml")
    return root


def add(root: Path, path: str, content: bytes = b"title: x\n") -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content)


def document_of(project: Path, path: str, kind: Kind) -> Document:
    content = read_file(project, path)
    assert isinstance(content, bytes)
    document, problems = parse_document(content, path, kind)
    assert (document is not None, problems) == (True, [])
    return document  # type: ignore[return-value] # it is not None: see above


def faults(root: Path) -> list[str]:
    return [
        f"{found.location.path} {found.kind.code}: {found.message}"
        for found in find_files(root).problems
    ]


def test_the_folder_decides_what_a_file_describes(project: Path) -> None:
    for path in ("events/2022/b", "events/a", "sources/s", "people/p", "places/q", "figures/f"):
        add(project, f"content/{path}.yaml")
    add(project, "content/pages/about.md")
    add(project, "content/media/2022/a.jpg")
    add(project, "content/captures/x.html")
    add(project, "content/quotes.lock")
    found = find_files(project)
    assert found.problems == ()
    assert found.media == ("2022/a.jpg",)
    assert found.documents == (
        ("content/events/2022/b.yaml", Kind.EVENT),
        ("content/events/a.yaml", Kind.EVENT),
        ("content/figures/f.yaml", Kind.FIGURE),
        ("content/pages/about.md", Kind.PAGE),
        ("content/people/p.yaml", Kind.PERSON),
        ("content/places/q.yaml", Kind.PLACE),
        ("content/site.yaml", Kind.SITE),
        ("content/sources/s.yaml", Kind.SOURCE),
    )


def test_order_is_by_bytes_of_the_path(project: Path) -> None:
    for name in ("b", "B", "a-b", "a", "é", "\U00010000", "\uff21", "a/c"):
        add(project, f"content/events/{name}.yaml")
    paths = [path for path, _ in find_files(project).documents]
    assert paths == sorted(paths, key=str.encode)


def test_hidden_files_and_backups_are_passed_over(project: Path) -> None:
    for name in (".x.yaml.swp", "x.yaml~", "#x.yaml#", ".git/config"):
        add(project, f"content/events/{name}")
    add(project, "content/.DS_Store")
    assert faults(project) == []
    assert len(find_files(project).documents) == 1


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("events/x.yml", 'ending ".yml"; rename to "x.yaml"'),
        ("events/x.YAML", 'ending ".YAML"; rename to "x.yaml"'),
        (
            "events/x.md",
            "Markdown page in content/events; move it to content/pages, or write it as YAML",
        ),
        (
            "events/x.jpg",
            'only ".yaml" files belong in content/events; move it to content/media, or delete it',
        ),
        (
            "pages/x.yaml",
            "YAML file in content/pages; write it as Markdown (.md), or move it to its folder",
        ),
        ("pages/x.markdown", 'ending ".markdown"; rename to "x.md"'),
        (
            "pages/a/x.md",
            "page in a folder of its own; move it straight into content/pages",
        ),
        ("sites.yaml", '"sites.yaml" is no file of the project; did you mean "site.yaml"?'),
        (
            "notes.txt",
            '"notes.txt" is no file of the project; move it to a folder, or delete it',
        ),
    ],
)
def test_a_file_out_of_place_is_a_problem(project: Path, path: str, fault: str) -> None:
    add(project, f"content/{path}")
    assert faults(project) == [f"content/{path} unexpected-file: {fault}"]


def test_an_unknown_folder_is_one_problem(project: Path) -> None:
    add(project, "content/evnts/x.yaml")
    add(project, "content/evnts/y.yaml")
    assert faults(project) == [
        'content/evnts unexpected-file: folder "evnts" is not read; did you mean "events"?'
    ]


def test_missing_content_and_missing_settings_are_problems(tmp_path: Path) -> None:
    assert [fault.split(":")[0] for fault in faults(tmp_path)] == ["content missing-file"]
    (tmp_path / "content").mkdir()
    assert [fault.split(":")[0] for fault in faults(tmp_path)] == ["content/site.yaml missing-file"]


def test_links_inside_the_project_are_followed(project: Path) -> None:
    add(project, "shared/a.yaml")
    (project / "content/events").symlink_to("../shared")
    add(project, "b.yaml")
    (project / "content/people").mkdir()
    (project / "content/people/b.yaml").symlink_to("../../b.yaml")
    assert faults(project) == []
    paths = [path for path, _ in find_files(project).documents]
    assert paths == ["content/events/a.yaml", "content/people/b.yaml", "content/site.yaml"]


def test_links_that_lead_out_of_the_project_are_not_read(project: Path, tmp_path: Path) -> None:
    add(tmp_path, "project-secret/x.yaml", b"secret")
    add(project, "content/events/a.yaml")
    (project / "content/events/x.yaml").symlink_to(tmp_path / "project-secret/x.yaml")
    (project / "content/media").symlink_to(tmp_path / "project-secret")
    loaded = content_of(project)
    assert sorted((p.location.path, p.kind.code) for p in loaded.problems) == [
        ("content/events/x.yaml", "symlink-outside"),
        ("content/media", "symlink-outside"),
    ]
    assert loaded.media == {}


def test_content_itself_may_not_be_a_link_out_of_the_project(tmp_path: Path) -> None:
    add(tmp_path, "elsewhere/site.yaml")
    (tmp_path / "project").mkdir()
    (tmp_path / "project/content").symlink_to(tmp_path / "elsewhere")
    assert [fault.split(":")[0] for fault in faults(tmp_path / "project")] == [
        "content symlink-outside"
    ]


def test_links_in_a_circle_end(project: Path) -> None:
    add(project, "content/events/a.yaml")
    (project / "content/events/again").symlink_to("..")
    (project / "content/events/loop").symlink_to("loop")
    assert [fault.split(":")[0] for fault in faults(project)] == ["content/events/loop not-a-file"]
    assert len(find_files(project).documents) == 2


def test_pipes_and_dead_links_are_not_files(project: Path) -> None:
    add(project, "content/media/a.jpg")
    os.mkfifo(project / "content/media/pipe")
    (project / "content/media/dead").symlink_to("nowhere")
    assert sorted(fault.split(":")[0] for fault in faults(project)) == [
        "content/media/dead not-a-file",
        "content/media/pipe not-a-file",
    ]


@pytest.mark.parametrize(
    ("name", "shown", "fault"),
    [
        (b"\xff.yaml", "\\xff.yaml", "name has the byte 0xFF, not UTF-8; rename the file"),
        (
            "e\u0301.yaml".encode(),
            "e\u0301.yaml",
            "name is not in Unicode's composed form (NFC); rename the file",
        ),
        (
            "a\u202eb.yaml".encode(),
            "a\u202eb.yaml",
            "name has the invisible character U+202E; rename the file",
        ),
    ],
)
def test_names_that_do_not_travel_are_problems(
    project: Path, name: bytes, shown: str, fault: str
) -> None:
    (project / "content/events").mkdir()
    Path(os.fsdecode(os.fsencode(project) + b"/content/events/" + name)).write_bytes(b"")
    assert faults(project) == [f"content/events/{shown} file-name: {fault}"]


def test_media_are_named_with_their_hash(project: Path) -> None:
    add(project, "content/media/2022/a.jpg", b"picture")
    (found,) = content_of(project).media.items()
    assert (found[0], found[1].digest) == ("2022/a.jpg", hashlib.sha256(b"picture").hexdigest())


def test_documents_are_read_with_their_stem(project: Path) -> None:
    add(project, "content/pages/about.md", b"---\ntitle: About\n---\nHello\n")
    add(project, "content/events/2022/a.b.yaml")
    documents = [document_of(project, *found) for found in find_files(project).documents]
    assert [(found.stem, found.kind) for found in documents] == [
        ("a.b", Kind.EVENT),
        ("about", Kind.PAGE),
        ("site", Kind.SITE),
    ]
    assert documents[1].prose is not None


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (
            b"a: b\nc: \xc3\xa9\xe9\n",
            "2:5 not-utf-8: byte 0xE9 is not UTF-8; save the file as UTF-8",
        ),
        ("a: b".encode("utf-16"), "1:1 not-utf-8: file is saved as UTF-16; save it as UTF-8"),
        (
            b"#" * 5_000_001,
            "1:1 file-too-large: file of more than 5,000,000 bytes; split it into smaller ones",
        ),
    ],
)
def test_bytes_that_are_no_text_are_problems(project: Path, content: bytes, fault: str) -> None:
    add(project, "content/events/x.yaml", content)
    (loaded,) = (file for file in content_of(project).files if file.kind is Kind.EVENT)
    (found,) = loaded.problems
    at = found.location
    assert f"{at.line}:{at.column} {found.kind.code}: {found.message}" == fault
    assert (loaded.entries, loaded.is_whole) == ((), False)


def test_a_file_without_permission_is_a_problem(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    found = read_file(project, "content/site.yaml")
    assert str(found) == (
        "content/site.yaml:1:1: file cannot be read (Permission denied); "
        "change its permissions [unreadable-file]"
    )


def test_a_project_in_a_linked_folder_is_the_same_project(project: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(project)
    assert content_of(tmp_path / "link") == content_of(project)
