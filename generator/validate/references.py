"""Rules between entries: ids are unique, what is referred to exists, nothing runs in circles."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from generator.model.chronology import Span
from generator.model.contradictions import Contradiction, contradictions
from generator.model.document import Kind
from generator.model.entry import Entry, Reference
from generator.model.event import Event
from generator.model.place import Place
from generator.model.timeline import Locate
from generator.problem import MOST_PROBLEMS, Problem, ProblemKind
from generator.problem_kinds import links
from generator.problem_kinds.files import too_many_problems
from generator.validate.locations import Locations
from generator.validate.suggestions import suggestion

# A misspelt id is compared with every other, in time by their letters; it is done for the first.
MOST_LETTERS = 500_000
KnownIds = Mapping[Kind, AbstractSet[str]]
# `a event` would be wrong, and the kinds that can be referred to are few.
ARTICLES = {Kind.EVENT: "an"}


def duplicate_ids(entries: Iterable[Entry], locations: Locations) -> list[Problem]:
    """Return a problem for each entry whose kind and id another entry has already."""
    first: dict[tuple[Kind, str], Entry] = {}
    problems: list[Problem] = []
    for entry in entries:
        other = first.setdefault((entry.kind, entry.id), entry)
        if entry.id and other is not entry:
            at = locations.of(other, "id")
            message = f'the {entry.kind} "{entry.id}" is at {at.path}:{at.line} already; rename one'
            problems.append(Problem(links.DUPLICATE_ID, locations.of(entry, "id"), "id", message))
    return problems


def unknown_references(references: Iterable[Reference], known: KnownIds) -> Iterator[Problem]:
    """Yield a problem for each reference to an id that nobody has."""
    compared = 0
    for reference in references:
        ids = known[reference.kind]
        if reference.id in ids:
            continue
        hint = ""
        if compared < MOST_LETTERS:
            compared += sum(map(len, ids))
            hint = suggestion(reference.id, ids)
        article = ARTICLES.get(reference.kind, "a")
        remedy = hint or f"; {how_to_add(reference)}"
        message = f'"{reference.id}" is not the id of {article} {reference.kind}{remedy}'
        yield Problem(links.UNKNOWN_REFERENCE, reference.location, reference.field, message)


def bounded(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems, of each file so many as anybody reads, and then that there are more."""
    in_file: Counter[str] = Counter()
    for problem in problems:
        path = problem.location.path
        in_file[path] += 1
        if in_file[path] <= MOST_PROBLEMS:
            yield problem
        elif in_file[path] == MOST_PROBLEMS + 1:
            yield too_many_problems(problem.location)


FOLDERS = {
    Kind.EVENT: "content/events/",
    Kind.SOURCE: "content/sources/",
    Kind.PERSON: "content/people/",
    Kind.PLACE: "content/places/",
    Kind.FIGURE: "content/figures/",
}


def how_to_add(reference: Reference) -> str:
    """Return what to do when nothing similar exists."""
    if reference.kind is Kind.CATEGORY:
        return "add it under categories in content/site.yaml"
    return f"describe it in {FOLDERS[reference.kind]}{reference.id}.yaml"


def places_in_circles(places: Mapping[str, Place], locate: Locate) -> list[Problem]:
    """Return a problem for each circle of places that lie within one another."""
    problems: list[Problem] = []
    for circle in sorted(circles_of(places)):
        way = " → ".join([*circle, circle[0]])
        message = f"{way} runs in a circle; remove one of the references"
        location = locate(Kind.PLACE, circle[0], "within")
        problems.append(Problem(links.WITHIN_CYCLE, location, "within", message))
    return problems


def circles_of(places: Mapping[str, Place]) -> Iterator[list[str]]:
    """Yield the ids of each circle, the first in the alphabet first."""
    known: set[str] = set()
    for start in places:
        chain: dict[str, int] = {}
        around = start
        while around in places and around not in known:
            known.add(around)
            chain[around] = len(chain)
            around = places[around].within
        if around in chain:
            circle = list(chain)[chain[around] :]
            first = circle.index(min(circle))
            yield circle[first:] + circle[:first]


def self_references(events: Iterable[Event], locate: Locate) -> list[Problem]:
    """Return a problem for each event that names itself as related."""
    problems: list[Problem] = []
    for event in events:
        for index, related in enumerate(event.related):
            if related.event == event.id:
                field = f"related[{index}].event"
                location = locate(Kind.EVENT, event.id, field)
                message = f'"{event.id}" is this event itself; name another, or remove it'
                problems.append(Problem(links.SELF_REFERENCE, location, field, message))
    return problems


def broken_order(
    events: Mapping[str, Event], spans: Mapping[str, Span], locate: Locate
) -> list[Problem]:
    """Return a problem for each `after` that runs in a circle or against the dates."""
    return [
        Problem(
            order_problem_kind(found),
            locate(Kind.EVENT, found.chain[0], "after"),
            "after",
            order_message(found, events),
        )
        for found in contradictions(known_order(events), spans)
    ]


def known_order(events: Mapping[str, Event]) -> list[Event]:
    """Return the events that have `after`, cut down to events without problems."""
    return [
        replace(event, after=tuple(id_ for id_ in event.after if id_ in events))
        for event in events.values()
        if event.after
    ]


def order_problem_kind(found: Contradiction) -> ProblemKind:
    """Return the kind of problem that a contradiction is."""
    return links.AFTER_CYCLE if found.is_cycle else links.AFTER_CONTRADICTS_DATES


def order_message(found: Contradiction, events: Mapping[str, Event]) -> str:
    """Return the contradiction in words."""
    *named, last = found.chain
    if found.unnamed:
        named.append(f"{found.unnamed:,} more")
    if found.is_cycle:
        return f"{' → '.join([*named, last])} runs in a circle; remove one of the references"
    event, *between = named
    dates = {id_: events[id_].date.text for id_ in (event, last)}
    through = f" (through {', '.join(between)})" if between else ""
    return (
        f'this event of {dates[event]} cannot come after "{last}" of {dates[last]}{through}; '
        "correct a date, or remove the reference"
    )
