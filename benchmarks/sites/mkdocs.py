"""MkDocs' form: Markdown with YAML front matter in docs/, what events refer to in the settings."""

import json
from pathlib import Path

from benchmarks.made_up import MadeUpEvent, source_count
from benchmarks.sites.front_matter import event_text, shared_data
from benchmarks.themes import copy_static_files, copy_theme

__all__ = ["event_path", "event_text", "write_site"]


def write_site(events: list[MadeUpEvent], root: Path) -> None:
    """Write the project for these events."""
    copy_theme("mkdocs", root)
    copy_static_files(root / "docs" / "static")
    (root / "docs" / "events").mkdir(parents=True)
    shared = {"shared": shared_data(source_count(len(events)))}
    with (root / "mkdocs.yml").open("a") as settings:
        settings.write(f"extra: {json.dumps(shared)}\n")
    for event in events:
        event_path(root, event).write_text(event_text(event))


def event_path(root: Path, event: MadeUpEvent) -> Path:
    """Return where the event's file is."""
    return root / "docs" / "events" / f"{event.id}.md"
