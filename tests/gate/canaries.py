"""A project with a canary in every field of what must not be published, and a search for them."""

import gzip
import json
import re
from pathlib import Path

import brotli

TODAY = "2026-01-01"
STATUSES = ("prisoner-of-war", "detainee", "minor", "witness-at-risk", "victim")
HIDDEN = ("draft", "embargoed", "retracted")
CANARY = re.compile(rb"canary(\w+?)x(\w+?)z", re.IGNORECASE)
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "789c63606060000000040001f61738550000000049454e44ae426082"
)
SITE = {
    "title": "Invented",
    "base_url": "https://invented.example/timeline/",
    "share_cards": "quotes",
    "since": "2022-01-01",
    "language": "en",
    "embeds": "true",
    "sqlite": "true",
    "author": {"name": "The editors", "email": "editors@invented.example"},
    "categories": {"talk": {"label": "Talk"}},
}


def write(path: Path, value: object) -> None:
    """Write JSON, which YAML holds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value), encoding="utf-8")


def canary(state: str, field: str) -> str:
    """Return a word that nothing else holds, and that no escaping changes."""
    return f"canary{state.replace('-', '')}x{field}z"


def hidden_event(state: str) -> dict[str, object]:
    """Return an event of that state, with a canary in every field that can hold one."""

    def word(field: str) -> str:
        return canary(state, field)

    event: dict[str, object] = {
        "id": f"e-{word('id')}" if state != "retracted" else "taken-back",
        "title": word("title"),
        "date": "1789-07-14",
        "category": "talk",
        "summary": word("summary"),
        "body": f"{word('body')} [x](https://{word('link')}.example/)",
        "places": [f"l-{word('placeid')}"],
        "people": [f"p-{word('personid')}"],
        "tags": [word("tag")],
        "quotes": [
            {
                "text": word("quote"),
                "source": f"s-{word('sourceid')}",
                "attribution": word("attribution"),
                "locator": word("locator"),
                "context": word("context"),
                "language": "uk",
                "translation": {"text": word("translation"), "language": "en"},
            }
        ],
        "claims": [
            {
                "figure": f"f-{word('figureid')}",
                "claimant": f"p-{word('personid')}",
                "source": f"s-{word('sourceid')}",
                "value": "918273645",
                "quote": f"{word('claimquote')} 918273645",
                "note": word("note"),
            }
        ],
        "media": [
            {"file": f"{word('file')}.png", "alt": word("alt"), "credit": word("credit")},
        ],
        "content_note": word("contentnote"),
        "related": [{"event": "open", "relation": "see-also"}],
    }
    if state == "draft":
        event |= {"status": "draft", "aliases": [f"/{word('alias')}/"]}
    elif state == "embargoed":
        event |= {"embargo": "2999-01-01T00:00:00Z", "aliases": [f"/{word('alias')}/"]}
    else:
        reason = {"date": TODAY, "kind": "retraction", "text": "It was not so."}
        event |= {"status": "retracted", "corrections": [reason]}
    return event


def write_project(root: Path, states: tuple[str, ...], statuses: tuple[str, ...]) -> None:
    """Write a project with events of those states, and withheld people of those statuses."""
    content = root / "content"
    write(content / "site.yaml", SITE)
    people: list[object] = [
        {
            "id": f"p-{canary(status, 'id')}",
            "name": f"{canary(status, 'name')} {canary(status, 'surname')}",
            "role": canary(status, "role"),
            "affiliation": canary(status, "affiliation"),
            "status": status,
        }
        for status in statuses
    ]
    sources: list[object] = [{"id": "paper", "title": "Paper", "publisher": "Nobody"}]
    places: list[object] = [{"id": "town", "name": "Town", "lat": "1.23456789", "lon": "2.3456789"}]
    figures: list[object] = []
    events: list[object] = [open_event(statuses)]
    for state in states:
        events.append(hidden_event(state))
        people.append({"id": f"p-{canary(state, 'personid')}", "name": canary(state, "person")})
        sources.append(
            {
                "id": f"s-{canary(state, 'sourceid')}",
                "title": canary(state, "sourcetitle"),
                "publisher": canary(state, "publisher"),
                "url": f"https://{canary(state, 'url')}.example/",
            }
        )
        places.append({"id": f"l-{canary(state, 'placeid')}", "name": canary(state, "place")})
        figures.append({"id": f"f-{canary(state, 'figureid')}", "title": canary(state, "figure")})
        picture = content / f"media/{canary(state, 'file')}.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_bytes(PICTURE)
    for kind, entries in (("people", people), ("sources", sources), ("places", places)):
        write(content / kind / "all.yaml", entries)
    if figures:
        write(content / "figures/all.yaml", figures)
    write(content / "events/all.yaml", events)


def open_event(statuses: tuple[str, ...]) -> object:
    """Return a published event that the withheld people took part in, and spoke of."""
    return {
        "id": "open",
        "title": "Something invented",
        "date": "2022-03-01",
        "category": "talk",
        "places": ["town"],
        "people": [f"p-{canary(status, 'id')}" for status in statuses],
        "quotes": [
            {"text": "Invented words.", "source": "paper", "speaker": f"p-{canary(status, 'id')}"}
            for status in statuses
        ],
    }


def found_in(site: Path) -> list[str]:
    """Return `file: canary` for each canary in a file's name or bytes, compressed ones opened."""
    found: list[str] = []
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        texts = [name.encode()]
        if file.is_file():
            content = file.read_bytes()
            texts.append(content)
            if name.endswith(".gz"):
                texts.append(gzip.decompress(content))
            elif name.endswith(".br"):
                texts.append(brotli.decompress(content))
        found += [f"{name}: {hit[0].decode()}" for text in texts for hit in CANARY.finditer(text)]
    return found
