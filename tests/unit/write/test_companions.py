"""Compressed copies: what they hold, when they are kept, when they go."""

import gzip
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.write.companions import brotlied, gzipped

SITE = "title: A\ncategories: {talk: {label: Talk}}\n"
EVENT = "title: Invented\ndate: 2022-03-01\ncategory: talk\nsummary: {summary}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with one invented event."""
    events = tmp_path / "content/events"
    events.mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text(SITE)
    (events / "first.yaml").write_text(EVENT.format(summary="Before."))
    return tmp_path


def build(project: Path, *options: str) -> dict[str, bytes]:
    """Build the project; return every file of its site."""
    assert main(["build", "--project", str(project), "--quiet", *options]) == 0
    site = project / "site"
    return {
        str(file.relative_to(site)): file.read_bytes() for file in site.rglob("*") if file.is_file()
    }


def copies(files: dict[str, bytes]) -> set[str]:
    return {name for name in files if name.endswith((".br", ".gz"))}


@given(st.binary(max_size=4000))
def test_a_copy_holds_what_its_file_holds(content: bytes) -> None:
    assert gzip.decompress(gzipped(content)) == content
    assert brotli.decompress(brotlied(content)) == content


def test_a_copy_names_no_time_and_no_system() -> None:
    assert gzipped(b"x")[4:8] == b"\0\0\0\0"
    assert gzipped(b"x")[9] == 255


def test_texts_have_both_copies_and_pictures_none(project: Path) -> None:
    files = build(project, "--compress")
    assert gzip.decompress(files["index.html.gz"]) == files["index.html"]
    assert brotli.decompress(files["index.html.br"]) == files["index.html"]
    assert not [name for name in copies(files) if ".woff2." in name]


def test_an_edit_renews_the_copies_of_what_changed(project: Path) -> None:
    build(project, "--compress")
    (project / "content/events/first.yaml").write_text(EVENT.format(summary="After."))
    edited = build(project, "--compress")
    assert b"After." in gzip.decompress(edited["events/first/index.html.gz"])
    assert edited == build(project, "--compress", "--clean")


def test_a_copy_that_somebody_changed_is_made_anew(project: Path) -> None:
    files = build(project, "--compress")
    (project / "site/index.html.gz").write_bytes(b"not this")
    assert build(project, "--compress") == files


def test_a_build_without_copies_leaves_none(project: Path) -> None:
    plain = build(project)
    build(project, "--compress")
    assert build(project) == plain
