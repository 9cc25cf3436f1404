"""Safety notes: everything in the content that can do harm, with the decision that was recorded.

Names are not repeated here, so that the list itself can be passed on.
"""

from collections.abc import Iterator

from generator.model.document import Kind
from generator.model.event import Event
from generator.model.person import PublishDecision
from generator.model.place import PlacePrecision
from generator.model.safety import Concern, SafetyNote
from generator.model.timeline import Timeline

NOTICED = "no decision is recorded; shown with the notice that it was made in captivity"
OF_RISK = "no decision is recorded; its speaker is at risk, and words can point to who said them"
UNMARKED = "no decision is recorded; its speaker is a captive, and it is shown without the notice"


def safety_notes(timeline: Timeline) -> Iterator[SafetyNote]:
    """Yield a note for each person at risk, their words and claims, pictures, exact places."""
    yield from people_at_risk(timeline)
    yield from words_of_people_at_risk(timeline)
    yield from claims_of_people_at_risk(timeline)
    yield from graphic_media(timeline)
    yield from pictures_beside_people_at_risk(timeline)
    yield from exact_places(timeline)


def people_at_risk(timeline: Timeline) -> Iterator[SafetyNote]:
    """Yield a note for each person whose naming may do harm."""
    for person in timeline.people.values():
        if person.status is not None:
            yield SafetyNote(
                concern=Concern.PERSON,
                location=timeline.locate(Kind.PERSON, person.id, "status"),
                about=f'"{person.id}", {person.status.value}',
                decision=told("named", person.publish_decision),
                otherwise="no decision is recorded, so the name is withheld",
            )


def told(what: str, decision: PublishDecision | None) -> str:
    """Return a decision in words, empty where there is none."""
    if decision is None:
        return ""
    basis = " ".join(decision.basis.split())
    return f"{what} by decision of {decision.by}, {decision.date.text}: {basis}"


def words_of_people_at_risk(timeline: Timeline) -> Iterator[SafetyNote]:
    """Yield a note for each quote made in captivity, and each whose speaker is at risk."""
    people = timeline.people
    for event in timeline.events:
        for index, quote in enumerate(event.quotes):
            speaker = people.get(quote.speaker)
            status = speaker.status if speaker is not None else None
            if quote.in_captivity or status is not None:
                captive = quote.in_captivity or (status is not None and status.is_captive)
                field = "in_captivity" if quote.in_captivity else "speaker"
                unmarked = UNMARKED if captive else OF_RISK
                yield SafetyNote(
                    concern=Concern.CAPTIVITY if captive else Concern.WORDS,
                    location=timeline.locate(Kind.EVENT, event.id, f"quotes[{index}].{field}"),
                    about=f'quote {index + 1} of "{event.id}"',
                    decision=told("shown", quote.publish_decision),
                    otherwise=NOTICED if quote.in_captivity else unmarked,
                )


def claims_of_people_at_risk(timeline: Timeline) -> Iterator[SafetyNote]:
    """Yield a note for each claim whose claimant is at risk; no claim has a decision."""
    for event in timeline.events:
        for index, claim in enumerate(event.claims):
            claimant = timeline.people.get(claim.claimant)
            if claimant is None or claimant.status is None:
                continue
            shown = "its words and its number are" if claim.quote else "its number is"
            yield SafetyNote(
                concern=Concern.CAPTIVITY if claimant.status.is_captive else Concern.WORDS,
                location=timeline.locate(Kind.EVENT, event.id, f"claims[{index}].claimant"),
                about=f'claim {index + 1} of "{event.id}"',
                otherwise=f"no decision can be recorded; {shown} shown without any notice",
            )


def pictures_beside_people_at_risk(timeline: Timeline) -> Iterator[SafetyNote]:
    """Yield a note for each picture of an event to which a person at risk belongs."""
    at_risk = {id_ for id_, each in timeline.people.items() if each.status is not None}
    for event in timeline.events:
        if at_risk.isdisjoint(people_of(event)):
            continue
        for index, medium in enumerate(event.media):
            if not medium.graphic:
                yield SafetyNote(
                    concern=Concern.PICTURE,
                    location=timeline.locate(Kind.EVENT, event.id, f"media[{index}].file"),
                    about=f'{medium.file} of "{event.id}", to which a person at risk belongs',
                    decision=told("shown", medium.publish_decision),
                )


def people_of(event: Event) -> Iterator[str]:
    """Yield the ids of all whom an event names."""
    yield from event.people
    yield from (quote.speaker for quote in event.quotes)
    for claim in event.claims:
        yield from (claim.claimant, *claim.disputed_by)


def graphic_media(timeline: Timeline) -> Iterator[SafetyNote]:
    """Yield a note for each medium that a reader may not want to see."""
    for event in timeline.events:
        for index, medium in enumerate(event.media):
            if medium.graphic:
                yield SafetyNote(
                    concern=Concern.GRAPHIC,
                    location=timeline.locate(Kind.EVENT, event.id, f"media[{index}].graphic"),
                    about=f'{medium.file} of "{event.id}"',
                    decision=told("shown", medium.publish_decision),
                    otherwise="no decision is recorded; it stays behind a content note",
                )


def exact_places(timeline: Timeline) -> Iterator[SafetyNote]:
    """Yield a note for each place that is published to the metre."""
    for place in timeline.places.values():
        if place.precision is PlacePrecision.EXACT and place.lat is not None:
            yield SafetyNote(
                concern=Concern.LOCATION,
                location=timeline.locate(Kind.PLACE, place.id, "precision"),
                about=f'"{place.id}", published to about a metre',
                decision=told("published", place.publish_decision),
            )
