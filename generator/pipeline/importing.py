"""Timelines of other programs become draft events, and a report of all that they cannot carry."""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from generator.errors import MachineError, UsageError
from generator.exchange.files import free_name, write_new
from generator.exchange.skeleton import modeline
from generator.exchange.slugs import slug_of, unique
from generator.exchange.timelinejs import Found, read_timelinejs
from generator.exchange.timelinejs_csv import read_timelinejs_csv
from generator.exchange.yaml_writer import Value, entry_text
from generator.model.document import Kind
from generator.pipeline.authoring import known_ids, whole_content
from generator.pipeline.file_reading import understood
from generator.project import Project

FOLDER = "content/events/imported"
REPORT = "import-report.md"
ADVICE = """\
Every event was written as a draft, because nothing of it has a verified source yet. For each:
check the date, add sources, quotes and people, and remove the line `status: draft`.
"""


class Imported(Struct, frozen=True):
    """What came of an import: the paths written, how many events were not, and the report."""

    written: tuple[str, ...]
    refused: int
    report: str


def import_timeline(project: Project, file: Path, category: str, *, is_csv: bool) -> Imported:
    """Write the events of a TimelineJS file as drafts; return what came of it."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise MachineError(f"{file}: {error.strerror or error}; nothing was written") from error
    events, notes = read_timelinejs_csv(data) if is_csv else read_timelinejs(data)
    content = whole_content(project)
    categories = known_ids(content)[Kind.CATEGORY]
    default = category or (next(iter(categories)) if len(categories) == 1 else "")
    if default not in categories:
        raise UsageError(
            f"name one of the site's categories with --category: {', '.join(categories)}"
        )
    taken = {entry.id for each in content.files for entry in each.entries}
    lines = [f"# Import of {file.name}", "", ADVICE, *(f"- timeline, {note}" for note in notes)]
    written: list[str] = []
    for found in events:
        path, reasons = write_event(project, found, category_of(found, categories, default), taken)
        if path:
            written.append(path)
        lines += ["", f"## {found.where}: {path or 'not written'}", ""]
        lines += [f"- {each}" for each in (found.title, *reasons, *found.notes) if each]
    report = free_name(project.root, REPORT)
    write_new(project.root, report, "\n".join(lines) + "\n")
    return Imported(tuple(written), len(events) - len(written), report)


def category_of(found: Found, categories: Mapping[str, str], default: str) -> str:
    """Return the category that the event's group names, else the default one."""
    for id_, label in categories.items():
        if found.group and found.group.casefold() in (id_, label.casefold()):
            return id_
    return default


def write_event(
    project: Project, found: Found, category: str, taken: set[str]
) -> tuple[str, list[str]]:
    """Write an event to a file of its own; return its path, or none and why it was not."""
    if not found.date:
        return "", ["has no date that can be used", *words_left(found)]
    fields: dict[str, Value] = {"title": found.title or f"Untitled, {found.where}"}
    fields["date"] = found.date
    if found.time:
        fields["time"] = found.time
    fields |= {"category": category, "status": "draft"}
    if found.body:
        fields["body"] = found.body
    if found.group:
        found.notes.append(f"group: {found.group}")
    id_ = unique(slug_of(found.title, re.sub("[^a-z0-9]+", "-", found.where)), taken)
    while True:
        path = f"{FOLDER}/{id_}.yaml"
        text = entry_text(fields, [modeline(path, "event")])
        problems = understood(text.encode(), path, Kind.EVENT).problems
        if problems:
            reasons = [f"{each.field}: {each.message}" for each in problems]
            return "", [*reasons, *words_left(found)]
        taken.add(id_)
        if write_new(project.root, path, text):
            return path, []
        id_ = unique(id_, taken)


def words_left(found: Found) -> list[str]:
    """Return what a report must keep of an event that is not written."""
    parts = {"date": found.date, "time": found.time, "group": found.group, "body": found.body}
    return [f"{name}: {' '.join(value.split())}" for name, value in parts.items() if value]
