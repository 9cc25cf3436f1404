"""Verbatim's form: one YAML file an event, written as an editor would write it."""

from pathlib import Path

from PIL import Image

from benchmarks.made_up import (
    CATEGORIES,
    FIGURES,
    PEOPLE,
    PLACES,
    MadeUpEvent,
    source_count,
)
from benchmarks.themes import copy_theme

SETTINGS = """\
# Made-up data for measuring: nothing here happened.
title: Made-up timeline
tagline: Made-up events for measuring
base_url: https://timeline.example/
language: en
timezone: UTC
since: 2025-01-01
"""
# What no peer has is switched off where they are compared, and all on in "verbatim-everything".
BARE, EVERYTHING = "share_cards: none\n", "embeds: true\nsqlite: true\n"
IMAGES, IMAGE_SIZE = 24, (1600, 1000)
EVENTS_AN_IMAGE = 10
PLACE = "- {id: place-%d, name: Place %d, precision: settlement}"


def write_everything(events: list[MadeUpEvent], root: Path) -> None:
    """Write the project with all that the default theme can show: maps, pictures, cards, embeds."""
    write_site(events, root)
    content = root / "content"
    settings_text = (content / "site.yaml").read_text()
    (content / "site.yaml").write_text(settings_text.replace(BARE, EVERYTHING))
    (content / "places/places.yaml").write_text("".join(map(located_place, range(PLACES))))
    (content / "media").mkdir()
    for number in range(IMAGES):
        image = Image.linear_gradient("L").resize(IMAGE_SIZE).rotate(number * 15)
        image.save(content / "media" / image_name(number))
    for event in events:
        event_path(root, event).write_text(illustrated_text(event))


def located_place(number: int) -> str:
    """Return a place somewhere on a grid of the world."""
    lat, lon = number // 12 * 10 - 45, number % 12 * 25 - 140
    place = (PLACE % (number, number)).removesuffix("}")
    return f"{place}, lat: {lat}, lon: {lon}}}\n"


def image_name(number: int) -> str:
    """Return the name of a made-up image's file."""
    return f"image-{number}.jpg"


def illustrated_text(event: MadeUpEvent) -> str:
    """Return the event's YAML, with an image in one of so many."""
    number = int(event.id.removeprefix("event-")) if event.id[-1].isdecimal() else 1
    if number % EVENTS_AN_IMAGE:
        return event_text(event)
    name = image_name(number // EVENTS_AN_IMAGE % IMAGES)
    media = f"media: [{{file: {name}, alt: A made-up gradient, credit: Made up}}]\n"
    return event_text(event) + media


def write_site(events: list[MadeUpEvent], root: Path, theme: str = "") -> None:
    """Write the project's content/ for these events, and the theme's templates if one is named."""
    if theme:
        copy_theme(theme, root / "templates")
    content = root / "content"
    content.mkdir(parents=True)
    categories = "".join(f"  {name}: {{label: {name.capitalize()}}}\n" for name in CATEGORIES)
    (content / "site.yaml").write_text(f"{SETTINGS}{BARE}categories:\n{categories}")
    for name, text in shared_files(source_count(len(events))).items():
        (content / name).mkdir()
        (content / name / f"{name}.yaml").write_text(text)
    for event in events:
        path = event_path(root, event)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(event_text(event))


def shared_files(sources: int) -> dict[str, str]:
    """Return the files of what events refer to, by folder."""
    return {
        "places": entries(PLACES, PLACE),
        "people": entries(PEOPLE, "- {id: person-%d, name: Person %d}"),
        "figures": entries(FIGURES, "- {id: figure-%d, title: Figure %d, unit: people}"),
        "sources": entries(
            sources,
            "- {id: source-%d, title: Source %d, publisher: Made-up Press, kind: article, "
            "published: 2025-01-01}",
        ),
    }


def entries(count: int, line: str) -> str:
    """Return that many numbered entries."""
    return "".join(line % (number, number) + "\n" for number in range(count))


def event_path(root: Path, event: MadeUpEvent) -> Path:
    """Return where the event's file is."""
    return root / "content" / "events" / str(event.year) / f"{event.id}.yaml"


def event_text(event: MadeUpEvent) -> str:
    """Return the event's YAML."""
    lines = [
        f"title: {event.title}",
        f"date: {event.date}",
        f"category: {event.category}",
        f"places: [place-{event.place}]",
        f"people: [{', '.join(f'person-{number}' for number in event.people)}]",
        f"tags: [{', '.join(f'tag-{number}' for number in event.tags)}]",
        f"summary: {event.summary}",
        "body: |",
        *(f"  {line}".rstrip() for line in event.body.splitlines()),
        "quotes:",
    ]
    for quote in event.quotes:
        lines += [
            f"  - text: {quote.text}",
            f"    source: source-{quote.source}",
            f"    speaker: person-{quote.speaker}",
        ]
    if event.claims:
        lines.append("claims:")
    for claim in event.claims:
        numbers = f"figure: figure-{claim.figure}, claimant: person-{claim.claimant}"
        lines.append(f"  - {{{numbers}, source: source-{claim.source}, value: {claim.value}}}")
    return "\n".join(lines) + "\n"
