"""What passes the gate, and in which form: the decisions, one function each."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime

from msgspec.structs import replace

from generator.model.chronology import moment_of, utc_offset
from generator.model.claim import Figure
from generator.model.clock import WallTime
from generator.model.event import Event, Status
from generator.model.outline import EventOutline
from generator.model.person import Person
from generator.model.place import Place
from generator.model.published import (
    Moment,
    PublishedCategory,
    PublishedFigure,
    PublishedPerson,
    PublishedPlace,
    PublishedQuote,
    PublishedSource,
    QuoteStanding,
    Tombstone,
)
from generator.model.quote import Quote
from generator.model.settings import Category
from generator.model.source import Source
from generator.plan import urls
from generator.plan.as_known import day_out


def is_shown(event: Event, now: datetime, *, drafts: bool) -> bool:
    """Return whether the event's content may be shown; drafts and embargoes pass for editors."""
    if event.status is Status.RETRACTED:
        return False
    return drafts or not is_held_back(event, now)


def is_held_back(event: Event, now: datetime) -> bool:
    """Return whether the event is a draft, or under an embargo that has not ended."""
    embargoed = event.embargo is not None and event.embargo.instant > now
    return event.status is Status.DRAFT or embargoed


def is_buried(event: Event, now: datetime) -> bool:
    """Return whether a tombstone stands for the event."""
    embargoed = event.embargo is not None and event.embargo.instant > now
    return event.status is Status.RETRACTED and not embargoed


def passed_person(person: Person) -> PublishedPerson:
    """Return the person as readers may know them; whoever is withheld has no name or page.

    Role and affiliation could give the person away, so they are withheld too.
    """
    if person.is_withheld:
        return PublishedPerson(name="", path=None, kind=person.kind, status=person.status)
    return PublishedPerson(
        name=person.name,
        path=urls.entry_path("people", person.id),
        kind=person.kind,
        role=person.role,
        affiliation=person.affiliation,
        status=person.status,
    )


class OuterPlaces(dict[str, PublishedPlace]):
    """Places as they stand around others, without what is around them; made when asked for."""

    def __init__(self, nouns: Mapping[str, Place]) -> None:
        """Take the places by id."""
        self.nouns = nouns

    def __missing__(self, id_: str) -> PublishedPlace:
        """Return the place, from now on the same one."""
        place = self[id_] = passed_place(self.nouns[id_], ())
        return place


def passed_place(place: Place, within: tuple[PublishedPlace, ...]) -> PublishedPlace:
    """Return the place with coordinates no finer than its precision."""
    decimals = place.precision.decimals
    return PublishedPlace(
        name=place.name,
        path=urls.entry_path("places", place.id),
        precision=place.precision,
        lat=None if place.lat is None else round(place.lat, decimals),
        lon=None if place.lon is None else round(place.lon, decimals),
        country=place.country,
        within=within,
    )


def passed_source(source: Source) -> PublishedSource:
    """Return the source; a restricted one loses its addresses."""
    if source.restricted:
        source = replace(source, url="", archive_url="", archived_at=None)
    return PublishedSource(
        source=source,
        path=urls.entry_path("sources", source.id),
        day_out=day_out(source),
    )


def passed_figure(figure: Figure) -> PublishedFigure:
    """Return the figure and its page."""
    return PublishedFigure(
        id=figure.id,
        title=figure.title,
        path=urls.entry_path("figures", figure.id),
        unit=figure.unit,
        counts=figure.counts,
        cumulative=figure.cumulative,
    )


def passed_tombstone(event: Event) -> Tombstone:
    """Return what is left of a retracted event."""
    return Tombstone(
        id=event.id,
        path=urls.entry_path("events", event.id),
        corrections=event.corrections,
        aliases=event.aliases,
    )


def passed_moment(event: Event, zone: str) -> Moment:
    """Return when the event happened, with the zone's offset where a time is known."""
    typed = moment_of(event.date)
    if typed is not None:
        offset = typed.utcoffset()
        minutes = None if offset is None else round(offset.total_seconds() / 60)
        time = WallTime(typed.hour, typed.minute)
        return Moment(date=event.date, time=time, utc_offset=minutes)
    shift = None
    if event.time is not None and event.date.earliest is not None:
        shift = utc_offset(zone, event.date.earliest, event.time.minutes)
    return Moment(
        date=event.date,
        time=event.time,
        part_of_day=event.part_of_day,
        timezone=zone,
        utc_offset=shift,
    )


def passed_category(category: Category) -> PublishedCategory:
    """Return the category and its page."""
    return PublishedCategory(category=category, path=urls.entry_path("categories", category.id))


def outline_without(outline: EventOutline, withheld: AbstractSet[str]) -> EventOutline:
    """Return the outline of an event that does not name whom it must not."""
    if withheld.isdisjoint(outline.people):
        return outline
    return replace(outline, people=tuple(id_ for id_ in outline.people if id_ not in withheld))


def passed_quote(
    quote: Quote,
    number: int,
    source: PublishedSource,
    speaker: PublishedPerson | None,
    standing: QuoteStanding,
) -> PublishedQuote:
    """Return the event's quote of that number with its speaker, source and standing."""
    return PublishedQuote(
        anchor=f"quote-{number}",
        text=quote.text,
        source=source,
        standing=standing,
        speaker=speaker,
        attribution=quote.attribution,
        locator=quote.locator,
        language=quote.language,
        translation=quote.translation,
        translated_from=quote.translated_from,
        said=quote.said,
        context=quote.context,
        in_captivity=quote.in_captivity,
    )
