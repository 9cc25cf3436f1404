"""What is exported and imported again is what it was, as far as the format can say it.

Each test names the fields that its format carries. All others, quotes and claims among them, are
in no import: it takes nobody's words without their source.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from generator.cli import main
from generator.model.event import Event, Status
from tests.import_export.sites import (
    LINES,
    Entry,
    events,
    events_of,
    moment_of,
    read_as,
    write_project,
)

# An example is a site exported and imported: too slow for making a failing one simpler.
QUICKLY = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


def again(folder: Path, form: str, entries: Sequence[Entry]) -> tuple[dict[str, Event], ...]:
    """Return events as they were, and as they are when exported and imported."""
    first = write_project(folder / "first", entries)
    second = write_project(folder / "second", ())
    file = folder / "exchanged"
    export = ["export", form, "--project", str(first), "--output", str(file), "--quiet"]
    assert main(export) == 0
    import_ = ["import", form, str(file), "--project", str(second), "--category", "talk", "--quiet"]
    assert main(import_) == 0
    return events_of(first), events_of(second)


@QUICKLY
@given(entries=events({"summary": LINES, "body": LINES}))
def test_timelinejs_carries_id_title_moment_category_summary_and_body(
    entries: list[Entry],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        was, now = again(Path(folder), "timelinejs", entries)
    assert was.keys() == now.keys()
    for id_, event in was.items():
        found = now[id_]
        assert found.status is Status.DRAFT
        assert (found.title, found.category) == (event.title, event.category)
        assert moment_of(found) == moment_of(event)
        assert read_as(found.summary) == read_as(event.summary)
        assert read_as(found.body) == read_as(event.body)
