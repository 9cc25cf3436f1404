"""Compiled templates: kept while they mean the same, compiled anew when anything differs."""

from pathlib import Path

import pytest
from jinja2 import Environment

from generator.model.frame import Frame
from generator.model.page import PlainPage
from generator.model.settings import SiteSettings
from generator.render.pages import Renderer
from tests.unit.render.site import OneEvent, page_at

SOURCE = "{{ _('report') }} {{ '/a/'|permalink }}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "x.html").write_text(SOURCE, encoding="utf-8")
    catalogue = tmp_path / "locale" / "uk" / "LC_MESSAGES" / "verbatim.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text('msgid "report"\nmsgstr "words"\n', encoding="utf-8")
    return tmp_path


def rendered(
    folder: Path, compiled: dict[str, bytes], language: str = "uk", base_url: str = "https://e.org"
) -> str:
    """Return the page, rendered by templates that may be compiled already."""
    settings = SiteSettings(title="T", base_url=base_url, language=language)
    frame = Frame(settings=settings, sections=())
    made = Renderer(frame, [folder], OneEvent(), {}, {}, compiled)
    return made.file(page_at("/", "x.html"), PlainPage()).content.decode()


def test_a_kept_template_is_not_compiled_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: dict[str, bytes] = {}
    html = rendered(folder, compiled)
    assert list(compiled) == ["x.html"]
    monkeypatch.delattr(Environment, "compile")
    assert rendered(folder, dict(compiled)) == html == "words https://e.org/a/"


def test_a_changed_template_is_compiled_anew(folder: Path) -> None:
    compiled: dict[str, bytes] = {}
    rendered(folder, compiled)
    (folder / "x.html").write_text("new", encoding="utf-8")
    assert rendered(folder, compiled) == "new"


def test_what_is_compiled_in_is_looked_at_too(folder: Path) -> None:
    compiled: dict[str, bytes] = {}
    rendered(folder, compiled)
    assert rendered(folder, compiled, language="en") == "report https://e.org/a/"
    assert rendered(folder, compiled, base_url="https://f.org") == "words https://f.org/a/"
    catalogue = folder / "locale" / "uk" / "LC_MESSAGES" / "verbatim.po"
    catalogue.write_text('msgid "report"\nmsgstr "other"\n', encoding="utf-8")
    assert rendered(folder, compiled) == "other https://e.org/a/"


def test_a_template_from_elsewhere_is_compiled_anew(folder: Path, tmp_path: Path) -> None:
    compiled: dict[str, bytes] = {}
    rendered(folder, compiled)
    kept = dict(compiled)
    moved = tmp_path / "moved"
    moved.mkdir()
    (moved / "x.html").write_text(SOURCE, encoding="utf-8")
    rendered(moved, compiled)
    assert compiled["x.html"] != kept["x.html"]
