"""Safety notes: everything in the content that can do harm, with the decision that was recorded.

Names are not repeated here, so that the list itself can be passed on.
"""

from collections.abc import Iterator

from generator.model.document import Kind
from generator.model.person import PublishDecision
from generator.model.place import PlacePrecision
from generator.model.safety import Concern, SafetyNote
from generator.model.timeline import Timeline

NOTICED = "no decision is recorded; shown with the notice that it was made in captivity"
UNMARKED = "no decision is recorded; its speaker is a captive, and it is shown without the notice"


def safety_notes(timeline: Timeline) -> Iterator[SafetyNote]:
    """Yield a note for each person at risk, statement in captivity, graphic medium, exact place."""
    yield from people_at_risk(timeline)
    yield from statements_in_captivity(timeline)
    yield from graphic_media(timeline)
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


def statements_in_captivity(timeline: Timeline) -> Iterator[SafetyNote]:
    """Yield a note for each quote made in captivity, or whose speaker is a captive."""
    captive = {
        id_ for id_, each in timeline.people.items() if each.status and each.status.is_captive
    }
    for event in timeline.events:
        for index, quote in enumerate(event.quotes):
            if quote.in_captivity or quote.speaker in captive:
                field = "in_captivity" if quote.in_captivity else "speaker"
                yield SafetyNote(
                    concern=Concern.CAPTIVITY,
                    location=timeline.locate(Kind.EVENT, event.id, f"quotes[{index}].{field}"),
                    about=f'quote {index + 1} of "{event.id}"',
                    decision=told("shown", quote.publish_decision),
                    otherwise=NOTICED if quote.in_captivity else UNMARKED,
                )


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
