"""An edit writes only those feeds anew that tell of it."""

import shutil
from pathlib import Path

from tests.test_golden import build
from tests.tools.required import ROOT


def test_an_edit_of_words_leaves_feeds_of_others_and_the_sitemap_alone(tmp_path: Path) -> None:
    project, site = tmp_path / "project", tmp_path / "site"
    shutil.copytree(ROOT / "tests/sites/full", project)
    build(project, site)
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
    rain = project / "content/events/rain.yaml"
    text = rain.read_text(encoding="utf-8")
    assert "Rain in the whole valley" in text
    rain.write_text(text.replace("Rain in the whole", "Much rain in the whole"), encoding="utf-8")
    build(project, site)
    written = {
        path.relative_to(site).as_posix()
        for path, stamp in before.items()
        if path.stat().st_mtime_ns != stamp and path.suffix in {".xml", ".ics", ".txt"}
    }
    assert written == {
        "feeds/changes.xml",
        "categories/water/feed.xml",
        "places/valley/feed.xml",
        "people/water-board/feed.xml",
    }
