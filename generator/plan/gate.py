"""The gate: the only way from what is known to what is published.

Drafts and embargoed events do not pass, retracted events leave a tombstone, the names of
people at risk are withheld, coordinates are rounded to the precision that is stated. Nothing
else makes published nouns, so that no page, list, count or feed can hold what did not pass.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from itertools import count

from generator.model.claim import Claim
from generator.model.event import Event, RelatedEvent
from generator.model.media import Media
from generator.model.publication import Publication
from generator.model.published import (
    EventLink,
    PublishedCategory,
    PublishedClaim,
    PublishedEvent,
    PublishedFigure,
    PublishedMedia,
    PublishedPlace,
    PublishedQuote,
    PublishedRelation,
    PublishedSource,
    PublishedTag,
    Tombstone,
)
from generator.model.quote import Quote
from generator.model.settings import SiteSettings
from generator.model.timeline import Timeline
from generator.plan import urls
from generator.plan.comparisons import Rivals
from generator.plan.passing import (
    is_buried,
    is_held_back,
    is_shown,
    passed_moment,
    passed_person,
    passed_place,
    passed_source,
)


def publish(
    settings: SiteSettings, timeline: Timeline, now: datetime, *, drafts: bool
) -> Publication:
    """Return what of the timeline may be published at the moment `now`."""
    shown = [event for event in timeline.events if is_shown(event, now, drafts=drafts)]
    gate = Gate(settings, timeline, shown)
    claims = [gate.claims_of(event) for event in shown]
    rivals = Rivals(claims)
    events = [
        gate.passed_event(event, rivals, is_draft=is_held_back(event, now)) for event in shown
    ]
    return Publication(
        settings=settings,
        events=tuple(events),
        tombstones=tombstones(timeline, now),
        categories=tuple(gate.categories.values()),
        figures=tuple(gate.figures.values()),
        claims=rivals.by_figure,
        pages=timeline.pages,
        media={
            medium.file: timeline.media[medium.file] for event in shown for medium in event.media
        },
    )


def tombstones(timeline: Timeline, now: datetime) -> tuple[Tombstone, ...]:
    """Return what is left of retracted events: the address, and why."""
    return tuple(
        Tombstone(
            id=event.id,
            path=urls.entry_path("events", event.id),
            corrections=event.corrections,
            aliases=event.aliases,
        )
        for event in timeline.events
        if is_buried(event, now)
    )


class Gate:
    """Makes published nouns of those that may be shown; each is made once and shared."""

    def __init__(self, settings: SiteSettings, timeline: Timeline, shown: Sequence[Event]) -> None:
        """Make every noun that events refer to; `shown` are the events that pass."""
        self.timeline = timeline
        self.people = {id_: passed_person(each) for id_, each in timeline.people.items()}
        self.sources = {id_: passed_source(each) for id_, each in timeline.sources.items()}
        self.places: dict[str, PublishedPlace] = {}
        self.figures = {
            each.id: PublishedFigure(
                id=each.id,
                title=each.title,
                path=urls.entry_path("figures", each.id),
                unit=each.unit,
                counts=each.counts,
                cumulative=each.cumulative,
            )
            for each in timeline.figures.values()
        }
        self.categories = {
            each.id: PublishedCategory(category=each, path=urls.entry_path("categories", each.id))
            for each in settings.categories
        }
        self.links = {
            event.id: EventLink(
                title=event.title,
                path=urls.entry_path("events", event.id),
                when=passed_moment(event, timeline.zones[event.id]),
            )
            for event in shown
        }
        self.reverse = reverse_relations(shown)

    def place(self, id_: str) -> PublishedPlace:
        """Return a place with the places around it, the nearest first."""
        if id_ not in self.places:
            noun = self.timeline.places[id_]
            around: tuple[PublishedPlace, ...] = ()
            if noun.within:
                nearest = self.place(noun.within)
                around = (nearest, *nearest.within)
            self.places[id_] = passed_place(noun, around)
        return self.places[id_]

    def claims_of(self, event: Event) -> tuple[PublishedClaim, ...]:
        """Return the event's claims."""
        return tuple(map(partial(self.passed_claim, self.links[event.id]), event.claims))

    def passed_event(self, event: Event, rivals: Rivals, *, is_draft: bool) -> PublishedEvent:
        """Return the event with everything that it refers to."""
        link = self.links[event.id]
        return PublishedEvent(
            id=event.id,
            path=link.path,
            title=event.title,
            when=link.when,
            category=self.categories[event.category],
            summary=event.summary,
            body=event.body,
            places=tuple(map(self.place, event.places)),
            people=tuple(self.people[id_] for id_ in event.people),
            tags=tuple(map(passed_tag, event.tags)),
            quotes=tuple(map(self.passed_quote, event.quotes, count(1))),
            comparisons=rivals.comparisons_of(link.path),
            media=tuple(map(passed_media, event.media)),
            relations=self.relations_of(event),
            sources=self.sources_of(event),
            content_note=event.content_note,
            reported=event.reported,
            published=event.published,
            updated=event.updated,
            corrections=event.corrections,
            aliases=event.aliases,
            is_draft=is_draft,
        )

    def passed_quote(self, quote: Quote, number: int) -> PublishedQuote:
        """Return the event's quote of that number with its speaker and source."""
        return PublishedQuote(
            anchor=f"quote-{number}",
            text=quote.text,
            source=self.sources[quote.source],
            speaker=self.people[quote.speaker] if quote.speaker else None,
            attribution=quote.attribution,
            locator=quote.locator,
            language=quote.language,
            translation=quote.translation,
            translated_from=quote.translated_from,
            said=quote.said,
            context=quote.context,
            in_captivity=quote.in_captivity,
        )

    def passed_claim(self, link: EventLink, claim: Claim) -> PublishedClaim:
        """Return the claim with its figure, claimant and source."""
        return PublishedClaim(
            figure=self.figures[claim.figure],
            claimant=self.people[claim.claimant],
            source=self.sources[claim.source],
            event=link,
            value=claim.value,
            low=claim.low,
            high=claim.high,
            qualifier=claim.qualifier,
            as_of=claim.as_of,
            status=claim.status,
            disputed_by=tuple(self.people[id_] for id_ in claim.disputed_by),
            quote=claim.quote,
            note=claim.note,
        )

    def relations_of(self, event: Event) -> tuple[PublishedRelation, ...]:
        """Return the shown events that the event names as related, and those that name it."""
        stated = tuple(
            PublishedRelation(relation=related.relation, event=self.links[related.event])
            for related in event.related
            if related.event in self.links
        )
        named = {relation.event.path for relation in stated}
        reverse = tuple(
            PublishedRelation(relation=related.relation, event=self.links[id_], is_reverse=True)
            for id_, related in self.reverse.get(event.id, ())
            if self.links[id_].path not in named
        )
        return stated + reverse

    def sources_of(self, event: Event) -> tuple[PublishedSource, ...]:
        """Return the sources that the event rests on, each once, in order of use."""
        used = [quote.source for quote in event.quotes] + [each.source for each in event.claims]
        return tuple(self.sources[id_] for id_ in dict.fromkeys(used))


def passed_tag(term: str) -> PublishedTag:
    """Return the tag and its page."""
    return PublishedTag(term=term, path=urls.entry_path("tags", term))


def passed_media(medium: Media) -> PublishedMedia:
    """Return the medium and where the site has it."""
    return PublishedMedia(
        path=urls.media_path(medium.file),
        alt=medium.alt,
        credit=medium.credit,
        licence=medium.licence,
        caption=medium.caption,
        graphic=medium.graphic,
    )


def reverse_relations(shown: Sequence[Event]) -> dict[str, list[tuple[str, RelatedEvent]]]:
    """Return, by event, the shown events that name it as related, in time."""
    found: dict[str, list[tuple[str, RelatedEvent]]] = {}
    for event in shown:
        for related in event.related:
            found.setdefault(related.event, []).append((event.id, related))
    return found
