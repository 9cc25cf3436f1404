"""What the peers read: an event as Markdown beneath YAML, and data files of what it refers to.

Hugo, Eleventy and MkDocs read the same front matter. None of them knows EDTF, so that a date is
given as its first day and what is known of it: its last day, or that it is approximate, or that
it is a month.
"""

from benchmarks.made_up import CATEGORIES, FIGURES, PEOPLE, PLACES, MadeUpEvent

PUBLISHED = "2025-01-01"


def event_text(event: MadeUpEvent) -> str:
    """Return the event's Markdown file."""
    lines = [
        "---",
        f"title: {event.title}",
        *(f"{name}: {value}" for name, value in date_fields(event.date).items()),
        f'edtf: "{event.date}"',
        f"categories: [{event.category}]",
        f"places: [place-{event.place}]",
        f"present: [{', '.join(f'person-{number}' for number in event.people)}]",
        *term_lines(event),
        f"summary: {event.summary}",
        *quote_lines(event),
        "---",
        event.body,
    ]
    return "\n".join(lines)


def date_fields(edtf: str) -> dict[str, str]:
    """Return a date's fields: its first day, and what is known of it."""
    first, _, last = edtf.rstrip("~").partition("/")
    fields = {}
    if len(first) == len("2015-01"):
        fields["month_only"] = "true"
        first += "-01"
    if edtf.endswith("~"):
        fields["approximate"] = "true"
    if last:
        fields["until"] = last
    return {"date": first} | fields


def term_lines(event: MadeUpEvent) -> list[str]:
    """Return the lines of what lists the event: everyone in it, its sources, its month."""
    terms = {
        "people": [f"person-{number}" for number in everyone(event)],
        "tags": [f"tag-{number}" for number in event.tags],
        "sources": [f"source-{number}" for number in sources(event)],
        "figures": [f"figure-{claim.figure}" for claim in event.claims],
        "years": [f'"{event.year}"'],
        "months": [f"{event.year}/{event.month:02d}"],
    }
    return [f"{name}: [{', '.join(held)}]" for name, held in terms.items()]


def everyone(event: MadeUpEvent) -> list[int]:
    """Return the numbers of those who are in the event, speak in it or claim a number."""
    speakers = (quote.speaker for quote in event.quotes)
    claimants = (claim.claimant for claim in event.claims)
    return list(dict.fromkeys((*event.people, *speakers, *claimants)))


def sources(event: MadeUpEvent) -> list[int]:
    """Return the numbers of the sources that the event rests on, in order."""
    quoted = (quote.source for quote in event.quotes)
    return list(dict.fromkeys((*quoted, *(claim.source for claim in event.claims))))


def quote_lines(event: MadeUpEvent) -> list[str]:
    """Return the lines of quotes and claims."""
    lines = ["quotes:"]
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
    return lines


def shared_data(sources: int) -> dict[str, dict[str, dict[str, str]]]:
    """Return what events refer to: by kind and id, its fields."""
    source = {"publisher": "Made-up Press", "kind": "article", "published": PUBLISHED}
    return {
        "categories": {name: {"label": name.capitalize()} for name in CATEGORIES},
        "places": {
            f"place-{number}": {"name": f"Place {number}", "precision": "settlement"}
            for number in range(PLACES)
        },
        "people": {f"person-{number}": {"name": f"Person {number}"} for number in range(PEOPLE)},
        "figures": {
            f"figure-{number}": {"title": f"Figure {number}", "unit": "people"}
            for number in range(FIGURES)
        },
        "sources": {
            f"source-{number}": {"title": f"Source {number}", **source} for number in range(sources)
        },
    }
