"""A project with a canary in every field, id and file name of what must not be published."""

import json
import zlib
from pathlib import Path

TODAY = "2026-01-01"
STATUSES = ("prisoner-of-war", "detainee", "minor", "witness-at-risk", "victim")
HIDDEN = ("draft", "embargoed", "retracted", "postponed")
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "789c63606060000000040001f61738550000000049454e44ae426082"
)
# After the signature and the chunk IHDR.
HEAD = 33
NUMBER = "918273645"
LATITUDE, LONGITUDE = "1.23456789", "2.3456789"
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

    person, source = f"p-{word('personid')}", f"s-{word('sourceid')}"
    quote = {
        "text": word("quote"), "source": source, "attribution": word("attribution"),
        "locator": word("locator"), "context": word("context"), "language": "uk",
        "translation": {
            "text": word("translation"), "language": "en", "translator": word("translator")
        },
    }  # fmt: skip
    claim = {
        "figure": f"f-{word('figureid')}", "claimant": person, "source": source,
        "disputed_by": [person], "value": NUMBER, "quote": f"{word('claimquote')} {NUMBER}",
        "note": word("note"),
    }  # fmt: skip
    medium = {
        "file": f"{word('file')}.png", "alt": word("alt"), "credit": word("credit"),
        "licence": word("licence"), "caption": word("caption"),
    }  # fmt: skip
    return {
        "id": f"e-{word('id')}", "title": word("title"), "date": "1789-07-14", "category": "talk",
        "summary": word("summary"), "body": f"{word('body')} [x](https://{word('link')}.example/)",
        "places": [f"l-{word('placeid')}"], "people": [person], "tags": [word("tag")],
        "quotes": [quote], "claims": [claim], "media": [medium],
        "content_note": word("contentnote"), "aliases": [f"/{word('alias')}/"],
        "related": [{"event": "open", "relation": "see-also"}], **standing(state),
    }  # fmt: skip


def standing(state: str) -> dict[str, object]:
    """Return what makes an event one of that state."""
    reason = {"date": TODAY, "kind": "retraction", "text": "It was not so."}
    late = {"date": TODAY, "kind": "retraction", "text": canary(state, "reason")}
    embargo = "2999-01-01T00:00:00Z"
    standings: dict[str, dict[str, object]] = {
        "draft": {"status": "draft"},
        "embargoed": {"embargo": embargo},
        "retracted": {"status": "retracted", "corrections": [reason]},
        "postponed": {"status": "retracted", "embargo": embargo, "corrections": [late]},
    }
    return standings[state]


def write_project(root: Path, states: tuple[str, ...], statuses: tuple[str, ...]) -> None:
    """Write a project with events of those states, and withheld people of those statuses."""
    content = root / "content"
    write(content / "site.yaml", SITE)
    for status in statuses:
        write_noun(content, "people", status, withheld_person(status))
    for state in states:
        write_hidden(content, state)
    write_open(content)
    write_noun(content, "events", "open", open_event(states, statuses))
    (content / "captures").mkdir()
    (content / "captures/notes.txt").write_text(canary("captured", "text"), encoding="utf-8")


def write_noun(content: Path, folder: str, state: str, noun: object) -> None:
    """Write an entry into a file whose name is a canary."""
    write(content / folder / f"{canary(state, f'file{folder}')}.yaml", [noun])


def withheld_person(status: str) -> object:
    """Return a person whose name is withheld."""
    return {
        "id": f"p-{canary(status, 'id')}",
        "name": f"{canary(status, 'name')} {canary(status, 'surname')}",
        "role": canary(status, "role"),
        "affiliation": canary(status, "affiliation"),
        "status": status,
    }


def write_hidden(content: Path, state: str) -> None:
    """Write a hidden event, and what it alone refers to."""

    def word(field: str) -> str:
        return canary(state, field)

    where = {"lat": "43.2123", "lon": "-61.7891", "precision": "exact"}
    address = f"https://{word('url')}.example/"
    for folder, noun in {
        "events": hidden_event(state),
        "people": {"id": f"p-{word('personid')}", "name": word("person"), "role": word("role")},
        "sources": {
            "id": f"s-{word('sourceid')}", "title": word("sourcetitle"), "url": address,
            "publisher": word("publisher"), "author": word("author"), "published": "2022-03-01",
        },
        "places": {"id": f"l-{word('placeid')}", "name": word("place"), **where},
        "figures": {
            "id": f"f-{word('figureid')}", "title": word("figure"), "unit": word("unit"),
            "counts": word("counts"),
        },
    }.items():  # fmt: skip
        write_noun(content, folder, state, noun)
    write_picture(content / f"media/{word('file')}.png")


def write_open(content: Path) -> None:
    """Write what the published event refers to, with canaries in what is for editors alone."""
    secret = f"https://{canary('restricted', 'url')}.example/"
    decision = {
        "basis": canary("decision", "basis"), "by": canary("decision", "by"), "date": TODAY,
    }  # fmt: skip
    shared = {"id": "paper", "title": "Paper", "publisher": "Nobody", "published": "2022-03-01"}
    town = {"id": "town", "name": "Town", "lat": LATITUDE, "lon": LONGITUDE, "within": "shire"}
    shire = {"id": "shire", "name": "Shire", "lat": LATITUDE, "lon": LONGITUDE}
    for folder, noun in {
        "sources": {**shared, "restricted": "true", "url": secret, "archive_url": secret},
        "places": {**town, "publish_decision": decision},
        "figures": {"id": "houses", "title": "Houses"},
        "people": {
            "id": "clerk", "name": "A clerk", "status": "detainee", "publish_decision": decision,
        },
    }.items():  # fmt: skip
        write_noun(content, folder, "open", noun)
    write(content / "places/shire.yaml", {**shire, "precision": "region"})
    write_picture(content / "media/open.png")


def open_event(states: tuple[str, ...], statuses: tuple[str, ...]) -> object:
    """Return a published event that the withheld people took part in, and spoke of."""
    withheld = [f"p-{canary(status, 'id')}" for status in statuses]
    hidden = [f"e-{canary(state, 'id')}" for state in states]
    claims = [
        {"figure": "houses", "claimant": each, "source": "paper", "value": str(number)}
        for number, each in enumerate(withheld, 7)
    ]
    disputed = {
        "figure": "houses", "claimant": "clerk", "source": "paper", "value": "5",
        "status": "disputed", "disputed_by": withheld,
    }  # fmt: skip
    return {
        "id": "open",
        "title": "Something invented",
        "date": "2022-03-01",
        "category": "talk",
        "places": ["town"],
        "people": withheld,
        "quotes": [
            {"text": "Invented words.", "source": "paper", "speaker": each} for each in withheld
        ],
        "claims": [*claims, disputed if withheld else {**disputed, "disputed_by": ["clerk"]}],
        "media": [{"file": "open.png", "alt": "A square", "credit": "Nobody"}],
        "related": [{"event": each, "relation": "see-also"} for each in hidden],
        "after": [each for each in hidden if "retracted" not in each],
        "acknowledged": [
            {"problem": "captivity-unmarked", "reason": canary("acknowledged", "reason")}
        ],
    }


def write_picture(path: Path) -> None:
    """Write an image that tells of itself in every kind of chunk that holds text."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)

    told = canary("metadata", "text").encode()
    packed = zlib.compress(told)
    texts = (
        chunk(b"tEXt", b"Author\0" + told)
        + chunk(b"zTXt", b"Title\0\0" + packed)
        + chunk(b"iTXt", b"Comment\0\1\0\0\0" + packed)
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(PICTURE[:HEAD] + texts + PICTURE[HEAD:] + told)
