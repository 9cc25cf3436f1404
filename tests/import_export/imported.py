"""An import for tests: a file's text taken over, and what came of it."""

from pathlib import Path
from typing import NamedTuple

import yaml

from generator.cli import main
from generator.model.event import Event
from tests.import_export.sites import Entry, events_of, write_project


class Taken(NamedTuple):
    """What an import wrote: its status, the events by id, the report, the rest, the folder."""

    status: int
    events: dict[str, Event]
    report: str
    rest: list[dict[str, str]]
    root: Path


def take(
    root: Path, form: str, data: str | bytes, mapping: str = "", places: tuple[Entry, ...] = ()
) -> Taken:
    """Import data into a new project; whatever is written must pass `check` and `fmt --check`."""
    project = write_project(root / "project", (), places)
    file = root / "data"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    command = ["import", form, str(file), "--project", str(project), "--category", "talk"]
    if mapping:
        (root / "map.yaml").write_text(mapping, encoding="utf-8")
        command += ["--mapping", str(root / "map.yaml")]
    status = main([*command, "--quiet"])
    assert main(["check", "--quiet", "--project", str(project)]) == 0
    drafts = [str(path) for path in project.glob("content/*/imported/*.yaml")]
    if drafts:
        assert main(["fmt", "--check", "--quiet", *drafts, "--project", str(project)]) == 0
    report = project / "import-report.md"
    rest = project / "import-unfinished.yaml"
    return Taken(
        status,
        events_of(project),
        report.read_text(encoding="utf-8") if report.exists() else "",
        read_rest(rest) if rest.exists() else [],
        project,
    )


def read_rest(file: Path) -> list[dict[str, str]]:
    """Return the entries that a person must finish."""
    text = file.read_text(encoding="utf-8")
    found: list[dict[str, str]] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts only
    return found
