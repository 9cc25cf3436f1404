"""Eleventy's form: Markdown with YAML front matter, collections and JavaScript templates."""

import json
from pathlib import Path

from benchmarks.made_up import MadeUpEvent, source_count
from benchmarks.sites.declared_tables import declared_tables
from benchmarks.sites.front_matter import event_text, shared_data
from benchmarks.themes import copy_static_files, copy_theme


def write_site(events: list[MadeUpEvent], root: Path, theme: str = "") -> None:
    """Write the project for these events, with the templates of another theme over its own."""
    copy_theme("eleventy", root)
    if theme:
        copy_theme(theme, root)
    copy_static_files(root / "static")
    (root / "shared.json").write_text(json.dumps(shared_data(source_count(len(events))), indent=1))
    (root / "tables.json").write_text(json.dumps(declared_tables(), indent=1))
    for event in events:
        event_path(root, event).write_text(event_text(event))


def event_path(root: Path, event: MadeUpEvent) -> Path:
    """Return where the event's file is."""
    return root / "content" / "events" / f"{event.id}.md"
