"""A site in which every text field carries a hostile text: every vector stands in every field."""

import json
from itertools import count
from pathlib import Path

from tests.hostile.vectors import VECTORS

Value = object


class Texts:
    """Hands out vectors in turn, those of one line where a field takes no more."""

    def __init__(self) -> None:
        """Begin with the first."""
        self.prose = list(VECTORS)
        # A line has no break, at most 300 characters and no invisible control.
        self.lines = [
            text
            for text in VECTORS
            if "\n" not in text and len(text) < 280 and "\u200d" not in text
        ]
        self.number = count()

    def line(self) -> str:
        """Return the next vector of one line."""
        return self.lines[next(self.number) % len(self.lines)]

    def text(self) -> str:
        """Return the next vector."""
        return self.prose[next(self.number) % len(self.prose)]

    def line_of(self, number: int) -> str:
        """Return the vector of one line of that number."""
        return self.lines[number % len(self.lines)]

    def text_of(self, number: int) -> str:
        """Return the vector of that number."""
        return self.prose[number % len(self.prose)]


def write(path: Path, value: Value) -> None:
    """Write JSON, which YAML holds; every string is quoted."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def write_hostile_project(root: Path, picture: bytes) -> int:
    """Write the project; return how many events it has."""
    texts, content = Texts(), root / "content"
    write(content / "site.yaml", site(texts))
    write(content / "sources/all.yaml", [source(texts, n) for n in range(len(VECTORS))])
    write(content / "people/all.yaml", [person(texts, n) for n in range(len(VECTORS))])
    write(content / "places/all.yaml", [place(texts, n) for n in range(len(VECTORS))])
    write(content / "figures/all.yaml", [figure(texts, n) for n in range(len(VECTORS))])
    (content / "media").mkdir()
    (content / "media/x.png").write_bytes(picture)
    events = [event(VECTORS, number) for number in range(len(VECTORS))]
    write(content / "events/all.yaml", events)
    page = content / "pages/about.md"
    page.parent.mkdir()
    title = json.dumps(texts.line(), ensure_ascii=False)
    prose = "\n\n".join(VECTORS)
    page.write_text(f"---\ntitle: {title}\nnav: 1\n---\n\n{prose}\n", encoding="utf-8")
    return len(events)


def site(texts: Texts) -> Value:
    categories = {
        f"c{n}": {"label": texts.line(), "description": texts.text(), "icon": '<"'}
        for n in range(9)
    }
    return {
        "title": texts.line(),
        "tagline": texts.line(),
        "base_url": "https://hostile.example/",
        "language": "en",
        "embeds": True,
        "sqlite": True,
        "since": "2022-01-01",
        "author": {"name": texts.line()},
        "licence": texts.line(),
        "categories": categories,
    }


def source(texts: Texts, number: int) -> Value:
    return {
        "id": f"s{number}",
        "title": texts.line_of(number),
        "publisher": texts.line_of(number + 1),
        "author": texts.line_of(number + 2),
        "url": f"https://example.org/?q=%22%3E{number}",
        "published": "2022-01-01",
    }


def person(texts: Texts, number: int) -> Value:
    return {
        "id": f"p{number}",
        "name": texts.line_of(number),
        "role": texts.line_of(number + 1),
        "affiliation": texts.line_of(number + 2),
    }


def place(texts: Texts, number: int) -> Value:
    where = {"lat": number % 80, "lon": -number % 170, "precision": "exact"}
    return {"id": f"l{number}", "name": texts.line_of(number), **where}


def figure(texts: Texts, number: int) -> Value:
    return {
        "id": f"f{number}",
        "title": texts.line_of(number),
        "unit": texts.line_of(number + 1),
        "counts": texts.text_of(number + 2),
    }


def event(vectors: tuple[str, ...], number: int) -> Value:
    """Return an event whose every field holds another vector; `number` shifts them all."""
    given = count(number)

    def text() -> str:
        return vectors[next(given) % len(vectors)]

    def line() -> str:
        one = text().replace("\n", " ").replace("\u200d", "")
        return one[:280]

    of = number
    quote = {
        "text": text(),
        "source": f"s{of}",
        "attribution": line(),
        "locator": line(),
        "context": text(),
        "translation": {"text": text(), "language": "uk", "translator": line()},
        "language": "ru",
    }
    claim = {
        "figure": f"f{of}",
        "claimant": f"p{of}",
        "source": f"s{of}",
        "value": number,
        "note": text(),
    }
    # Words that state no number, which a number would have to agree with.
    worded = {"figure": f"f{of}", "claimant": f"p{of}", "source": f"s{of}", "quote": text()}
    medium = {
        "file": "x.png",
        "alt": text(),
        "credit": line(),
        "licence": line(),
        "caption": text(),
    }
    correction = {
        "date": "2022-04-01",
        "kind": "correction",
        "text": text(),
        "was": text(),
        "now": text(),
    }
    return {
        "id": f"e{number}",
        "title": line(),
        "date": f"2022-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "category": f"c{number % 9}",
        "summary": text(),
        "body": text(),
        "places": [f"l{of}"],
        "people": [f"p{of}"],
        "quotes": [quote],
        "claims": [claim, worded],
        "media": [medium],
        "content_note": line(),
        "corrections": [correction],
    }
