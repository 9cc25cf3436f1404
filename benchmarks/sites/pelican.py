"""Pelican's form: articles with a header of plain lines; quotes and claims in it as JSON."""

import json
from pathlib import Path

from benchmarks.made_up import MadeUpEvent, source_count
from benchmarks.sites.front_matter import date_fields, everyone, shared_data, sources
from benchmarks.themes import copy_static_files, copy_theme


def write_site(events: list[MadeUpEvent], root: Path) -> None:
    """Write the project for these events."""
    copy_theme("pelican", root)
    copy_static_files(root / "theme" / "static")
    (root / "content" / "events").mkdir(parents=True)
    (root / "shared.json").write_text(json.dumps(shared_data(source_count(len(events))), indent=1))
    for event in events:
        event_path(root, event).write_text(event_text(event))


def event_path(root: Path, event: MadeUpEvent) -> Path:
    """Return where the event's file is."""
    return root / "content" / "events" / f"{event.id}.md"


def event_text(event: MadeUpEvent) -> str:
    """Return the event's Markdown file."""
    fields = {
        "Title": event.title,
        **{name.capitalize(): value for name, value in date_fields(event.date).items()},
        "Edtf": event.date,
        "Category": event.category,
        "Authors": "; ".join(f"person-{number}" for number in everyone(event)),
        "Tags": ", ".join(f"tag-{number}" for number in event.tags),
        "Place": f"place-{event.place}",
        "Present": " ".join(f"person-{number}" for number in event.people),
        "Sources": " ".join(f"source-{number}" for number in sources(event)),
        "Summary": event.summary,
        "Quotes": json.dumps(quotes(event)),
        "Claims": json.dumps(claims(event)),
    }
    header = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"{header}\n{event.body}"


def quotes(event: MadeUpEvent) -> list[dict[str, str]]:
    """Return the event's quotes as data."""
    return [
        {
            "text": quote.text,
            "source": f"source-{quote.source}",
            "speaker": f"person-{quote.speaker}",
        }
        for quote in event.quotes
    ]


def claims(event: MadeUpEvent) -> list[dict[str, str | int]]:
    """Return the event's claims as data."""
    return [
        {
            "figure": f"figure-{claim.figure}",
            "claimant": f"person-{claim.claimant}",
            "source": f"source-{claim.source}",
            "value": claim.value,
        }
        for claim in event.claims
    ]
