"""GeoJSON as a validator of its standard (RFC 7946) reads it."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.test_golden import build
from tests.tools.required import ROOT, require_tool

pytestmark = pytest.mark.tools

SCRIPT = ROOT / "tests/open_data/check_geojson.mjs"


def issues_of(files: Iterable[Path]) -> list[list[str]]:
    """Return what the validator has to say of each file."""
    command = [require_tool("node"), SCRIPT, require_tool("check-geojson"), *files]
    answer = subprocess.run([*map(str, command)], capture_output=True, check=True)
    issues: list[list[str]] = json.loads(answer.stdout)
    return issues


@pytest.mark.parametrize("name", ["full", "minimal", "unicode"])
def test_every_geojson_file_of_a_site_keeps_to_the_standard(name: str, tmp_path: Path) -> None:
    build(ROOT / "tests/sites" / name, tmp_path / "site")
    files = sorted((tmp_path / "site").rglob("*.geojson"))
    assert files
    assert issues_of(files) == [[] for _ in files]


def test_the_file_of_the_first_timeline_keeps_to_the_standard(default_site: Path) -> None:
    assert issues_of([default_site / "data/events.geojson"]) == [[]]


def test_a_position_that_is_none_would_be_found(data: Path, tmp_path: Path) -> None:
    collection = json.loads((data / "events.geojson").read_text(encoding="utf-8"))
    point = next(each["geometry"] for each in collection["features"] if each["geometry"])
    point["coordinates"] = ["51.5"]
    (tmp_path / "wrong.geojson").write_text(json.dumps(collection), encoding="utf-8")
    assert issues_of([tmp_path / "wrong.geojson"]) != [[]]
