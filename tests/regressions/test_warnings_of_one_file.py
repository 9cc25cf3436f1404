"""A file of which much is doubted was read again for each doubt: minutes for hundreds of events."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.pipeline.reading import document_at


def test_a_file_is_read_once_for_all_that_is_doubted_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    events = tmp_path / "content/events"
    events.mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: A\ncategories: {talk: {label: Talk}}\n")
    lines = [
        f"- {{id: e{number}, title: Number {number * 7919}, date: 2022, category: talk}}\n"
        for number in range(50)
    ]
    (events / "all.yaml").write_text("".join(lines))
    document_at.cache_clear()
    assert main(["check", "--project", str(tmp_path)]) == 0
    assert capsys.readouterr().err.count("[event-without-source]") == 50
    assert document_at.cache_info().misses == 1
