"""Made-up events for measuring: seeded, so that a number of events is always the same events.

Nothing here happened. The words are drawn from a list, the names are numbered.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_DAY = date(2015, 1, 1)
DAYS = 3650
TAGS = 200
PLACES = 120
PEOPLE = 150
SOURCES_PER_HUNDRED_EVENTS = 5
FIGURES = 12
CATEGORIES = ("statement", "movement", "damage", "aid", "meeting", "report")
VOCABULARY = (
    "river bridge valley morning evening council report number road school market water station "
    "line north south east west letter figure notice official witness record house field tower "
    "train harbour people families convoy meeting statement repair supply rain storm winter "
    "spring summer autumn first second later early slowly again nearby open closed large small "
    "said counted moved arrived left returned waited reached crossed reopened began ended held"
)
WORDS = tuple(VOCABULARY.split())


@dataclass(frozen=True, slots=True)
class MadeUpQuote:
    """A quote with its speaker's and source's numbers."""

    text: str
    source: int
    speaker: int


@dataclass(frozen=True, slots=True)
class MadeUpClaim:
    """A claim of a figure's value."""

    figure: int
    claimant: int
    source: int
    value: int


@dataclass(frozen=True, slots=True)
class MadeUpEvent:
    """One event; `date` is EDTF text of mixed precision, `body` Markdown of about 120 words."""

    id: str
    title: str
    date: str
    year: int
    month: int
    category: str
    place: int
    people: tuple[int, ...]
    tags: tuple[int, ...]
    summary: str
    body: str
    quotes: tuple[MadeUpQuote, ...]
    claims: tuple[MadeUpClaim, ...]


def made_up_events(count: int, seed: int = 1) -> list[MadeUpEvent]:
    """Return that many events in order of their numbers."""
    chance = random.Random(seed)  # noqa: S311 - made-up data, no secret
    sources = source_count(count)
    return [made_up_event(chance, number, sources) for number in range(count)]


def source_count(events: int) -> int:
    """Return how many sources so many events rest on."""
    return max(5, events * SOURCES_PER_HUNDRED_EVENTS // 100)


def made_up_event(chance: random.Random, number: int, sources: int) -> MadeUpEvent:
    """Return the event of that number."""
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    return MadeUpEvent(
        id=f"event-{number:06d}",
        title=sentence(chance, 5, 9).rstrip("."),
        date=made_up_date(chance, day),
        year=day.year,
        month=day.month,
        category=chance.choice(CATEGORIES),
        place=chance.randrange(PLACES),
        people=tuple(chance.sample(range(PEOPLE), chance.randint(0, 2))),
        tags=tuple(chance.sample(range(TAGS), chance.randint(1, 4))),
        summary=sentence(chance, 10, 18),
        body=made_up_body(chance),
        quotes=made_up_quotes(chance, sources),
        claims=made_up_claims(chance, sources),
    )


def made_up_date(chance: random.Random, day: date) -> str:
    """Return a date as precise as real ones are: most to the day, some less, some doubtful."""
    form = chance.random()
    if form < 0.85:  # noqa: PLR2004 - shares of a whole, named by what they return
        return day.isoformat()
    if form < 0.92:  # noqa: PLR2004 - see above
        return f"{day:%Y-%m}"
    if form < 0.96:  # noqa: PLR2004 - see above
        return f"{day.isoformat()}~"
    return f"{day.isoformat()}/{(day + timedelta(days=3)).isoformat()}"


def made_up_quotes(chance: random.Random, sources: int) -> tuple[MadeUpQuote, ...]:
    """Return one to three quotes."""
    return tuple(
        MadeUpQuote(sentence(chance, 8, 24), chance.randrange(sources), chance.randrange(PEOPLE))
        for _ in range(chance.randint(1, 3))
    )


def made_up_claims(chance: random.Random, sources: int) -> tuple[MadeUpClaim, ...]:
    """Return a claim for every fifth event or so."""
    if chance.random() >= 0.2:  # noqa: PLR2004 - a share of the whole
        return ()
    return (
        MadeUpClaim(
            chance.randrange(FIGURES),
            chance.randrange(PEOPLE),
            chance.randrange(sources),
            chance.randrange(1, 100_000),
        ),
    )


def made_up_body(chance: random.Random) -> str:
    """Return Markdown of about 120 words: paragraphs with emphasis and a link, then a list."""
    first, second = sentence(chance, 18, 26), sentence(chance, 18, 26)
    middle = f"It was *{chance.choice(WORDS)}* and **{chance.choice(WORDS)}** by the account of "
    link = f"[the archive](https://archive.example/{chance.randrange(10_000)})."
    items = "\n".join(f"* {sentence(chance, 6, 10)}" for _ in range(3))
    last = sentence(chance, 14, 22)
    return f"{first} {second}\n\n{middle}{link} {last}\n\n{items}\n\n{sentence(chance, 10, 18)}\n"


def sentence(chance: random.Random, least: int, most: int) -> str:
    """Return a sentence of that many words, which says nothing."""
    words = chance.choices(WORDS, k=chance.randint(least, most))
    return " ".join(words).capitalize() + "."
