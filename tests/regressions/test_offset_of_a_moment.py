"""A time that was typed with an offset is shown as typed, however the content is remembered."""

import json
from pathlib import Path

from generator.cli import main
from tests.import_export.sites import write_project


def test_a_moment_keeps_its_offset(tmp_path: Path) -> None:
    event = {"id": "night", "title": "Night", "category": "talk"}
    write_project(tmp_path, [event | {"date": "2022-03-01T01:30:00+02:00"}])
    assert main(["build", "--project", str(tmp_path), "--quiet"]) == 0
    data = json.loads((tmp_path / "site/data/events.json").read_bytes())
    date = data["events"][0]["date"]
    assert (date["edtf"], date["time"]) == ("2022-03-01T01:30:00+02:00", "01:30")
    assert date["utc_offset_minutes"] == 120
    page = (tmp_path / "site/events/night/index.html").read_text(encoding="utf-8")
    assert 'datetime="2022-03-01T01:30:00+02:00"' in page
