"""Checks of meaning: well-formed content that is unlikely to be true. They only warn."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from math import inf

from generator.model.document import Kind
from generator.model.event import Event, Status
from generator.model.outline import EventOutline
from generator.model.source import Source
from generator.model.timeline import Timeline
from generator.problem import Problem, ProblemKind
from generator.problem_kinds import meaning as kinds
from generator.problem_kinds.every import ACKNOWLEDGEABLE
from generator.validate.acknowledged import (
    FOUND_FOR_ADDRESS,
    FOUND_WITH_COPIES,
    Weighed,
    needless,
    weighed,
)
from generator.validate.verified import unverified_quotes
from generator.validate.withheld import withheld_surnames

NEARLY = 0.92
# Titles are compared pair by pair, which many events of one date would make slow.
MOST_COMPARED = 50


def weighed_doubts(timeline: Timeline, found: Iterable[Problem], today: date) -> Weighed:
    """Return what was found and is doubted, with that set apart which entries acknowledge."""
    given = weighed((*found, *doubts(timeline, today)), timeline.acknowledged)
    is_asked = set(ACKNOWLEDGEABLE) - FOUND_WITH_COPIES - FOUND_FOR_ADDRESS
    idle = needless(timeline, given.acknowledged, is_asked)
    return given._replace(told=(*given.told, *idle))


def doubts(timeline: Timeline, today: date) -> Iterator[Problem]:
    """Yield a warning for everything that an editor should look at again."""
    yield from doubts_of_events(timeline, today)
    yield from falling_figures(timeline)
    yield from similar_tags(timeline)
    yield from similar_events(timeline)
    yield from unused_entries(timeline)
    yield from unverified_quotes(timeline)


def doubts_of_events(timeline: Timeline, today: date) -> Iterator[Problem]:
    """Yield what is doubted of each event by itself.

    A check that looks at an event's words belongs here: it is all that is asked again of an event
    of which only words were changed. Titles, and which quotes were verified, are compared besides
    (`pipeline/rewording.py`).
    """
    yield from sources_before_events(timeline)
    yield from events_in_future(timeline, today)
    yield from events_without_source(timeline)
    yield from withheld_surnames(timeline)
    yield from unmarked_captivity(timeline)


def doubt(timeline: Timeline, kind: ProblemKind, event: Event, field: str, text: str) -> Problem:
    """Return a warning at a field of an event."""
    at = timeline.locate(Kind.EVENT, event.id, field)
    return Problem(kind, at, field, text, f"{Kind.EVENT}:{event.id}")


def sources_before_events(timeline: Timeline) -> Iterator[Problem]:
    """Yield a warning for each source that was published before the event had begun."""
    known = {id_: last_day(source) for id_, source in timeline.sources.items()}
    for event in timeline.events:
        begin = event.date.earliest
        used = timeline.outlines[event.id].sources
        if begin is None or all(known[id_] >= begin for id_, _, _ in used):
            continue
        for field, source in sources_in(event, timeline):
            published = source.published.latest if source.published else None
            if published is not None and published < begin:
                text = (
                    f'"{source.id}" was published {source.published and source.published.text}, '
                    f"before this event of {event.date.text}; check both dates"
                )
                yield doubt(timeline, kinds.SOURCE_BEFORE_EVENT, event, field, text)


def last_day(source: Source) -> float:
    """Return the last day on which the source can have been published."""
    last = source.published.latest if source.published else None
    return inf if last is None else last


def sources_in(event: Event, timeline: Timeline) -> Iterator[tuple[str, Source]]:
    """Yield each field of the event that names a source, and the source."""
    for index, quote in enumerate(event.quotes):
        yield f"quotes[{index}].source", timeline.sources[quote.source]
    for index, claim in enumerate(event.claims):
        yield f"claims[{index}].source", timeline.sources[claim.source]


def events_in_future(timeline: Timeline, today: date) -> Iterator[Problem]:
    """Yield a warning for each event that has not come yet."""
    for event in timeline.events:
        begin = event.date.earliest
        if begin is not None and begin > today.toordinal():
            text = f"{event.date.text} has not come yet (today is {today}); check the year"
            yield doubt(timeline, kinds.EVENT_IN_FUTURE, event, "date", text)


def events_without_source(timeline: Timeline) -> Iterator[Problem]:
    """Yield a warning for each published event that rests on no source."""
    for event in timeline.events:
        if event.status is Status.PUBLISHED and not event.quotes and not event.claims:
            text = "no quote and no claim shows what the event rests on; quote a source"
            yield doubt(timeline, kinds.EVENT_WITHOUT_SOURCE, event, "", text)


def unmarked_captivity(timeline: Timeline) -> Iterator[Problem]:
    """Yield a warning for each quote of a captive that does not say whether it was said as one.

    Words of claims cannot say so.
    """
    statuses = {id_: each.status for id_, each in timeline.people.items() if each.status}
    captive = {id_: status for id_, status in statuses.items() if status.is_captive}
    if not captive:
        return
    for event in timeline.events:
        for index, quote in enumerate(event.quotes):
            if quote.speaker in captive and not quote.in_captivity:
                text = (
                    f'"{quote.speaker}" is a {captive[quote.speaker]}; add in_captivity: true, or '
                    "acknowledge that the words were said freely"
                )
                field = f"quotes[{index}].speaker"
                yield doubt(timeline, kinds.CAPTIVITY_UNMARKED, event, field, text)
        for index, claim in enumerate(event.claims):
            if claim.claimant in captive and claim.quote:
                text = (
                    f'"{claim.claimant}" is a {captive[claim.claimant]}, and words of a claim '
                    "bear no notice; have them in quotes with in_captivity: true and leave them "
                    "off here, or acknowledge that they were said freely"
                )
                field = f"claims[{index}].claimant"
                yield doubt(timeline, kinds.CAPTIVITY_UNMARKED, event, field, text)


def falling_figures(timeline: Timeline) -> Iterator[Problem]:
    """Yield a warning where a claimant's number for a cumulative figure falls."""
    if not any(figure.cumulative for figure in timeline.figures.values()):
        return
    last: dict[tuple[str, str], tuple[Event, Decimal]] = {}
    for event in timeline.events:
        for index, claim in enumerate(event.claims):
            if not timeline.figures[claim.figure].cumulative:
                continue
            least = claim.low if claim.value is None else claim.value
            most = claim.high if claim.value is None else claim.value
            before = last.get((claim.figure, claim.claimant))
            if before and most is not None and most < before[1]:
                text = (
                    f'{most} is less than {before[1]} in "{before[0].id}", but '
                    f'"{claim.figure}" can only grow; check both'
                )
                field = f"claims[{index}].{'high' if claim.value is None else 'value'}"
                yield doubt(timeline, kinds.CUMULATIVE_FALLS, event, field, text)
            if least is not None:
                last[claim.figure, claim.claimant] = (event, least)


def similar_tags(timeline: Timeline) -> Iterator[Problem]:
    """Yield a warning where two tags differ only in hyphens or a plural's ending."""
    tags = set().union(*(outline.tags for outline in timeline.outlines.values()))
    if len(set(map(bare, tags))) == len(tags):
        return
    first: dict[str, str] = {}
    for event in timeline.events:
        for index, tag in enumerate(event.tags):
            other = first.setdefault(bare(tag), tag)
            if other != tag:
                text = f'"{tag}" looks like "{other}"; use one of the two'
                yield doubt(timeline, kinds.SIMILAR_TAGS, event, f"tags[{index}]", text)


def bare(tag: str) -> str:
    """Return what two tags share that differ only in hyphens or a plural's ending."""
    plain = tag.replace("-", "").removesuffix("s").rstrip("e")
    return f"{plain[:-1]}i" if plain.endswith("y") else plain


def similar_events(timeline: Timeline) -> Iterator[Problem]:
    """Yield a warning where two events of one date and place have nearly the same title."""
    by_date = sorted(timeline.events, key=lambda event: (event.date.text, event.id))
    for _, group in groupby(by_date, key=lambda event: event.date.text):
        yield from similar_in(timeline, list(group))


def similar_in(timeline: Timeline, events: list[Event]) -> Iterator[Problem]:
    """Yield a warning for each event whose title is nearly an earlier one's."""
    first_by_words: dict[frozenset[str], Event] = {}
    for event in events:
        words = frozenset(event.title.casefold().split())
        other = first_by_words.setdefault(words, event)
        if other is event and len(events) <= MOST_COMPARED:
            # Titles that share less than half of their words are not nearly the same.
            alike = (
                each
                for known, each in first_by_words.items()
                if 2 * len(words & known) >= max(len(words), len(known))
            )
            other = next((each for each in alike if is_nearly(each, event)), event)
        if other is not event:
            text = f'"{event.title}" looks like "{other.id}" of the same date; merge or rename'
            yield doubt(timeline, kinds.SIMILAR_EVENTS, event, "title", text)


def is_nearly(other: Event, event: Event) -> bool:
    """Return whether another, earlier event has nearly the same title."""
    if other.id >= event.id:
        return False
    # Few titles of one date share their words.
    from difflib import SequenceMatcher  # noqa: PLC0415 - see above

    matcher = SequenceMatcher(None, other.title.casefold(), event.title.casefold())
    return matcher.quick_ratio() > NEARLY and matcher.ratio() > NEARLY


def unused_entries(timeline: Timeline) -> Iterator[Problem]:
    """Yield a warning for each source, person, place and figure that no event refers to."""
    kept = [event for event in timeline.events if event.status is not Status.RETRACTED]
    used = used_ids([timeline.outlines[event.id] for event in kept])
    used[Kind.FIGURE] = {claim.figure for event in kept for claim in event.claims}
    for kind, ids in (
        (Kind.SOURCE, timeline.sources),
        (Kind.PERSON, timeline.people),
        (Kind.PLACE, timeline.places),
        (Kind.FIGURE, timeline.figures),
    ):
        around = {place.within for place in timeline.places.values()} if kind is Kind.PLACE else ()
        for id_ in sorted(set(ids) - used[kind] - set(around)):
            location = timeline.locate(kind, id_, "")
            text = f'no event refers to the {kind} "{id_}"; refer to it, or remove it'
            yield Problem(kinds.UNUSED_ENTRY, location, "", text, f"{kind}:{id_}")


def used_ids(outlines: Sequence[EventOutline]) -> dict[Kind, set[str]]:
    """Return the ids of places, people and sources that events refer to, by kind."""
    return {
        Kind.PLACE: set().union(*(outline.places for outline in outlines)),
        Kind.PERSON: set().union(*(outline.people for outline in outlines)),
        Kind.SOURCE: {id_ for outline in outlines for id_, _, _ in outline.sources},
    }
