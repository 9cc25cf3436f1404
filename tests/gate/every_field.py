"""Content of every kind, with every field that holds a text, and the way to each of them."""

from generator.validate.fields.structure import ById, ListOf, Record

Content = dict[str, dict[str, object]]


def content() -> Content:
    """Return every kind of entry, with every field that holds a text."""
    event: dict[str, object] = {
        "title": "Something invented", "date": "2022-03-01", "category": "talk",
        "summary": "Short.", "body": "Long.", "places": ["town"], "people": ["witness", "nurse"],
        "tags": ["talks"], "aliases": ["/before/"], "content_note": "Words.",
        "quotes": [
            {
                "text": "Words.", "source": "paper", "attribution": "A nurse", "locator": "p. 1",
                "context": "At night.", "language": "uk",
                "translation": {"text": "Words.", "language": "en", "translator": "A reader"},
            }
        ],
        "claims": [
            {
                "figure": "houses", "claimant": "nurse", "source": "paper", "value": "3",
                "quote": "There are 3.", "note": "So far.",
            }
        ],
        "media": [
            {
                "file": "a.png", "alt": "A house", "credit": "Nobody", "licence": "CC0",
                "caption": "A house.",
            }
        ],
        "corrections": [
            {"date": "2022-04-01", "kind": "update", "text": "More.", "was": "2", "now": "3"}
        ],
    }  # fmt: skip
    return {
        "site.yaml": {
            "title": "Invented", "tagline": "All of it", "base_url": "https://invented.example/",
            "author": {"name": "The editors", "email": "we@invented.example"}, "licence": "CC0",
            "categories": {"talk": {"label": "Talk", "description": "Words.", "icon": "T"}},
        },
        "events/first.yaml": event,
        "sources/paper.yaml": {
            "title": "Paper", "publisher": "Nobody", "author": "A writer",
            "url": "https://a.example/b", "archive_url": "https://c.example/d",
        },
        "places/town.yaml": {"name": "Town"},
        "figures/houses.yaml": {"title": "Houses", "unit": "houses", "counts": "All houses."},
        "people/nurse.yaml": {"name": "Olha", "role": "Nurse", "affiliation": "Hospital"},
        "people/witness.yaml": {
            "name": "Ivan Petrenko", "role": "Ivan Petrenko, nurse", "affiliation": "Ivan Petrenko",
            "status": "witness-at-risk",
        },
    }  # fmt: skip


def placed(value: object, at: list[str | int], text: str) -> object:
    """Return the value with the text in the place that a path leads to."""
    if not at:
        return text
    step, rest = at[0], at[1:]
    if isinstance(value, list):
        assert isinstance(step, int)
        return [*value[:step], placed(value[step], rest, text), *value[step + 1 :]]
    assert isinstance(value, dict)
    assert step in value
    return {**value, step: placed(value[step], rest, text)}


def steps_of(type_: object, value: object) -> list[tuple[list[str | int], object]]:
    """Return the way to each value of a type that the schema knows, with its field's type."""
    if isinstance(type_, Record) and isinstance(value, dict):
        found = []
        for field in type_.fields:
            inner = steps_of(field.type, value.get(field.name))
            found += [([field.name, *way], kind) for way, kind in inner]
        return found
    if isinstance(type_, ListOf) and isinstance(value, list):
        return [([0, *way], kind) for way, kind in steps_of(type_.item, value[0])]
    if isinstance(type_, ById) and isinstance(value, dict):
        ways = steps_of(type_.record, value["talk"])
        return [(["talk", *way], kind) for way, kind in ways]
    return [([], type_)]
