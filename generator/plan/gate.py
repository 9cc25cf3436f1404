"""The gate: the only way from what is known to what is published.

Drafts and embargoed events do not pass, retracted events leave a tombstone, the names of
people at risk are withheld, coordinates are rounded to the precision that is stated. Nothing
else makes published nouns, so that no page, list, count or feed can hold what did not pass.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import count

from generator.model.claim import Claim
from generator.model.decisions import Decisions
from generator.model.event import Event
from generator.model.media import Original
from generator.model.outline import EventOutline, outline_of
from generator.model.place import outwards
from generator.model.published import (
    EventLink,
    PublishedCategory,
    PublishedClaim,
    PublishedEvent,
    PublishedFigure,
    PublishedPerson,
    PublishedPlace,
    PublishedQuote,
    PublishedRelation,
    PublishedSource,
    PublishedTag,
    QuoteStanding,
    Tombstone,
)
from generator.model.quote import Quote
from generator.model.secret_words import secret_words
from generator.model.settings import SiteSettings
from generator.model.static_page import StaticPage
from generator.model.timeline import Timeline
from generator.plan import urls
from generator.plan.as_known import day_reported, known_events
from generator.plan.comparisons import Rivals, comparisons_of
from generator.plan.passing import (
    OuterPlaces,
    outline_without,
    passed_category,
    passed_figure,
    passed_moment,
    passed_person,
    passed_place,
    passed_quote,
    passed_source,
    passed_tombstone,
)
from generator.plan.pictures import passed_media
from generator.plan.relations import related_events
from generator.plan.standings import Standings
from generator.plan.unlinked import unlinked


class Publication:
    """What may be published; pages, feeds and data are made from nothing else.

    Each published noun is made when it is first asked for, once, and shared. `needs` gathers
    what the answers rest on, as keys of `digests`: whoever wants to know empties it before.
    `unknown` are paths that nothing may link to, known when all is planned.
    """

    def __init__(self, settings: SiteSettings, timeline: Timeline, decisions: Decisions) -> None:
        """Take what was decided of this timeline."""
        self.settings = settings
        self.needs: set[str] = set()
        self._timeline = timeline
        self.as_of = decisions.as_of
        self.decisions = decisions
        known = timeline.by_id()
        if decisions.as_of is not None:
            known = {each.id: each for each in known_events(timeline, decisions.as_of)}
        event = known.__getitem__
        self._shown = timeline.mapped(decisions.shown, event)
        self.held_back = decisions.held_back
        self._buried = timeline.mapped(decisions.buried, event)
        self.reverse = decisions.reverse
        secret = (timeline.people[id_] for id_ in sorted(decisions.withheld))
        words = secret_words(each.name for each in secret if each.is_secret)
        self.standings = Standings(timeline.lock, decisions.health, words)
        self._links: dict[str, EventLink] = {}
        self._people: dict[str, PublishedPerson] = {}
        self._places: dict[str, PublishedPlace] = {}
        self._outer = OuterPlaces(timeline.places)
        self._sources: dict[str, PublishedSource] = {}
        self._figures: dict[str, PublishedFigure] = {}
        self._claims: dict[tuple[str, int], PublishedClaim] = {}
        self._categories = {each.id: passed_category(each) for each in settings.categories}
        self.outlines: Mapping[str, EventOutline] = timeline.mapped(decisions.shown, self._outline)
        self.unknown: frozenset[str] = frozenset()
        self.undated_count = decisions.undated_count

    def _outline(self, id_: str) -> EventOutline:
        # As of a day an event may have lost a part of itself.
        known = self._timeline.outlines[id_] if self.as_of is None else outline_of(self._shown[id_])
        return outline_without(known, self.decisions.withheld)

    @cached_property
    def _rivals(self) -> Rivals:
        return Rivals(self.decisions.claims)

    @property
    def tombstones(self) -> tuple[str, ...]:
        """The ids of retracted events, in time."""
        return tuple(self._buried)

    @property
    def categories(self) -> Mapping[str, PublishedCategory]:
        """The categories by id, as the site's settings have them."""
        return self._categories

    @property
    def pages(self) -> tuple[StaticPage, ...]:
        """The static pages, as the navigation has them."""
        return self._timeline.pages

    @property
    def media(self) -> dict[str, Original]:
        """The originals of published events' images, by their path in `content/media/`."""
        files = {file for outline in self.outlines.values() for file in outline.media}
        return {file: self._timeline.media[file] for file in sorted(files)}

    def figures(self) -> dict[str, list[tuple[str, int]]]:
        """Return each figure that has claims, by id, with its claims in time: event, number."""
        return {
            id_: [(place.event, place.number) for place in self._rivals.by_figure[id_]]
            for id_ in self._timeline.figures
            if id_ in self._rivals.by_figure
        }

    def claims_behind(self, figure: str) -> list[tuple[str, Claim]]:
        """Return the figure's claims in time, with their events, as the content has them."""
        places = self._rivals.by_figure[figure]
        return [(each.event, self._shown[each.event].claims[each.number]) for each in places]

    def claimant_count(self, figure: str) -> int:
        """Return how many claimants the figure has, those included who may not be named."""
        return len(self._rivals.by_claimant[figure])

    def event(self, id_: str) -> PublishedEvent:
        """Return the event with everything that it refers to."""
        event = self._shown[id_]
        self.needs.add(f"event:{id_}")
        link = self.link(id_)
        return PublishedEvent(
            id=id_,
            path=link.path,
            title=event.title,
            when=link.when,
            category=self._categories[event.category],
            summary=unlinked(event.summary, self.unknown),
            body=unlinked(event.body, self.unknown),
            places=tuple(map(self.place, event.places)),
            people=tuple(map(self.person, event.people)),
            tags=tuple(map(self.tag, event.tags)),
            quotes=tuple(map(self._quote, event.quotes, count(1))),
            comparisons=comparisons_of(event, self._rivals, self.figure, self.claim),
            media=tuple(passed_media(each, self._timeline.media) for each in event.media),
            relations=self._relations(event),
            sources=tuple(self.source(source) for source, _, _ in self.outlines[id_].sources),
            content_note=event.content_note,
            reported=event.reported,
            day_reported=day_reported(event, self._timeline.sources),
            published=event.published,
            updated=event.updated,
            corrections=event.corrections,
            aliases=event.aliases,
            is_draft=id_ in self.held_back,
        )

    def link(self, id_: str) -> EventLink:
        """Return a pointer to the event."""
        self.needs.add(f"link:{id_}")
        link = self._links.get(id_)
        if link is None:
            event = self._shown[id_]
            link = self._links[id_] = EventLink(
                title=event.title,
                path=urls.entry_path("events", id_),
                when=passed_moment(event, self._timeline.zones[id_]),
            )
        return link

    def listed(self, ids: Iterable[str]) -> list[EventOutline]:
        """Return the outlines of events that stand on a list, under their dates."""
        listed = [self.outlines[id_] for id_ in ids]
        self.needs.update(f"link:{event.id}" for event in listed)
        return listed

    def tombstone(self, id_: str) -> Tombstone:
        """Return what is left of a retracted event: the address, and why."""
        self.needs.add(f"tombstone:{id_}")
        return passed_tombstone(self._buried[id_])

    def category_of(self, id_: str) -> PublishedCategory:
        """Return the category of an event."""
        self.needs.add(f"link:{id_}")
        return self._categories[self._shown[id_].category]

    def person(self, id_: str) -> PublishedPerson:
        """Return a person, without the name if it is withheld."""
        person = self._people.get(id_)
        if person is None:
            person = self._people[id_] = passed_person(self._timeline.people[id_])
        return person

    def source(self, id_: str) -> PublishedSource:
        """Return a source, without its addresses if it is restricted."""
        source = self._sources.get(id_)
        if source is None:
            source = self._sources[id_] = passed_source(self._timeline.sources[id_])
        return source

    def figure(self, id_: str) -> PublishedFigure:
        """Return a figure."""
        figure = self._figures.get(id_)
        if figure is None:
            figure = self._figures[id_] = passed_figure(self._timeline.figures[id_])
        return figure

    def place(self, id_: str) -> PublishedPlace:
        """Return a place with the places around it, the nearest first."""
        place = self._places.get(id_)
        if place is None:
            # Those around it do not name in turn what is around them: that would double with each.
            around = tuple(map(self._outer.__getitem__, self.around(id_)))
            place = self._places[id_] = passed_place(self._timeline.places[id_], around)
        return place

    def around(self, id_: str) -> tuple[str, ...]:
        """Return the ids of the places around a place, the nearest first."""
        return outwards(id_, self._timeline.places)[1:]

    def tag(self, term: str) -> PublishedTag:
        """Return a tag."""
        return PublishedTag(term=term, path=urls.entry_path("tags", term))

    def claim(self, event: str, index: int) -> PublishedClaim:
        """Return the event's claim of that index with its figure, claimant and source."""
        self.needs.add(f"figure:{self._shown[event].claims[index].figure}")
        self.needs.add(f"link:{event}")
        claim = self._shown[event].claims[index]
        standing = self._standing(claim.quote, claim.source) if claim.quote else None
        found = self._claims.get((event, index))
        if found is None:
            found = self._claims[event, index] = PublishedClaim(
                figure=self.figure(claim.figure),
                claimant=self.person(claim.claimant),
                source=self.source(claim.source),
                event=self.link(event),
                value=claim.value,
                low=claim.low,
                high=claim.high,
                qualifier=claim.qualifier,
                as_of=claim.as_of,
                status=claim.status,
                disputed_by=tuple(map(self.person, claim.disputed_by)),
                quote=claim.quote,
                standing=standing,
                note=claim.note,
                milestone=claim.milestone,
            )
        return found

    def claims_of(self, event: str) -> tuple[PublishedClaim, ...]:
        """Return the event's claims, those of one figure together."""
        self.needs.add(f"event:{event}")
        groups = self._rivals.groups_of(self._shown[event]).values()
        return tuple(self.claim(event, index) for group in groups for index in group)

    def words_from(self, event: str, source: str) -> tuple[tuple[PublishedQuote, ...], str]:
        """Return the event's quotes from a source, and the event's content note."""
        self.needs.add(f"event:{event}")
        noun = self._shown[event]
        numbered = enumerate(noun.quotes, 1)
        quotes = [self._quote(each, number) for number, each in numbered if each.source == source]
        return tuple(quotes), noun.content_note

    def _quote(self, quote: Quote, number: int) -> PublishedQuote:
        speaker = self.person(quote.speaker) if quote.speaker else None
        standing = self._standing(quote.text, quote.source, is_alone=quote.in_captivity)
        return passed_quote(quote, number, self.source(quote.source), speaker, standing)

    def _standing(self, text: str, source: str, *, is_alone: bool = False) -> QuoteStanding:
        standing = self.standings.of(text, self.source(source).source, is_alone=is_alone)
        if standing.digest:
            self.needs.add(f"quote:{standing.digest}")
        return standing

    def _relations(self, event: Event) -> tuple[PublishedRelation, ...]:
        self.needs.update(f"link:{related.event}" for related in event.related)
        return related_events(event, self._shown.keys(), self.reverse.get(event.id, ()), self.link)
