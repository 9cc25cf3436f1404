"""Records: events as data, which JSON can hold and anybody can check."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias

from generator.model.clock import Timestamp
from generator.model.event import Correction
from generator.model.partial_date import PartialDate, iso_day
from generator.model.published import (
    Comparison,
    Moment,
    PublishedClaim,
    PublishedEvent,
    PublishedPerson,
    PublishedPlace,
    PublishedQuote,
    PublishedRelation,
    PublishedSource,
    QuoteStanding,
)
from generator.model.published_media import PublishedMedia
from generator.render.links import permalink

Value: TypeAlias = "str | int | float | bool | Record | Sequence[Value] | None"
Record: TypeAlias = dict[str, "Value"]


def event_record(event: PublishedEvent, base_url: str = "") -> Record:
    """Return everything that is published of an event; what is not known is null or empty."""
    return {
        "id": event.id,
        "path": event.path,
        "url": permalink(event.path, base_url) or None,
        "title": event.title,
        "date": moment_record(event.when),
        "category": event.category.category.id,
        "summary": event.summary,
        "body": event.body,
        "content_note": event.content_note,
        "places": [place_record(place) for place in event.places],
        "people": [person_record(person) for person in event.people],
        "tags": [tag.term for tag in event.tags],
        "quotes": [quote_record(quote) for quote in event.quotes],
        "claims": claim_records(event.comparisons),
        "sources": [source_record(source) for source in event.sources],
        "media": [media_record(media) for media in event.media],
        "related": [relation_record(relation) for relation in event.relations],
        "reported": edtf(event.reported),
        "published": edtf(event.published),
        "updated": edtf(event.updated),
        "corrections": [correction_record(correction) for correction in event.corrections],
    }


def moment_record(moment: Moment) -> Record:
    """Return a date as typed, the days it can mean, and the local time."""
    return {
        "edtf": moment.date.text,
        "earliest": iso_day(moment.date.earliest),
        "latest": iso_day(moment.date.latest),
        "precision": moment.date.precision.name.lower(),
        "certainty": moment.date.certainty.name.lower(),
        "time": str(moment.time) if moment.time else None,
        "time_is_approximate": bool(moment.time and moment.time.is_approximate),
        "part_of_day": moment.part_of_day.value if moment.part_of_day else None,
        "timezone": moment.timezone or None,
        "utc_offset_minutes": moment.utc_offset,
    }


def edtf(partial: PartialDate | None) -> str | None:
    """Return a date as typed."""
    return partial.text if partial else None


def place_record(place: PublishedPlace) -> Record:
    """Return a place with the places around it."""
    return {
        "name": place.name,
        "path": place.path,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision.value,
        "country": place.country or None,
        "within": [around.path for around in place.within],
    }


def person_record(person: PublishedPerson) -> Record:
    """Return a person; one whose name is withheld is only that."""
    return {
        "name": person.name or None,
        "path": person.path,
        "kind": person.kind.value,
        "role": person.role,
        "affiliation": person.affiliation,
        "is_withheld": person.is_withheld,
    }


def quote_record(quote: PublishedQuote) -> Record:
    """Return a quote with the id of its source."""
    translation = quote.translation
    return {
        "text": quote.text,
        "source": quote.source.source.id,
        "speaker": person_record(quote.speaker) if quote.speaker else None,
        "attribution": quote.attribution,
        "locator": quote.locator,
        "language": quote.language or None,
        "translation": None
        if translation is None
        else {
            "text": translation.text,
            "language": translation.language,
            "translator": translation.translator,
        },
        "translated_from": quote.translated_from or None,
        "said": edtf(quote.said),
        "context": quote.context,
        "in_captivity": quote.in_captivity,
        "standing": standing_record(quote.standing),
    }


def standing_record(standing: QuoteStanding) -> Record:
    """Return how far words were verified; moments are in UTC."""
    return {
        "kind": standing.kind.value,
        "checked": standing.checked_at or None,
        "copy_taken": standing.taken_at or None,
        "copy_sha256": standing.capture or None,
        "differences": [each.value for each in standing.differences],
    }


def claim_records(comparisons: Sequence[Comparison]) -> list[Record]:
    """Return the event's own claims; its rivals' are on their own events."""
    return [claim_record(claim) for comparison in comparisons for claim in comparison.claims]


def claim_record(claim: PublishedClaim) -> Record:
    """Return a claim, its numbers null where the source gives none."""
    return {
        "figure": claim.figure.id,
        "claimant": person_record(claim.claimant),
        "source": claim.source.source.id,
        "value": json_number(claim.value),
        "low": json_number(claim.low),
        "high": json_number(claim.high),
        "qualifier": claim.qualifier.value,
        "as_of": edtf(claim.as_of),
        "status": claim.status.value,
        "disputed_by": [person_record(person) for person in claim.disputed_by],
        "quote": claim.quote,
        "standing": standing_record(claim.standing) if claim.standing else None,
        "note": claim.note,
        "milestone": claim.milestone,
    }


def json_number(value: Decimal | None) -> int | float | None:
    """Return a number as JSON has it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def source_record(published: PublishedSource) -> Record:
    """Return a source as it may be cited."""
    source = published.source
    archived = source.archived_at
    return {
        "id": source.id,
        "path": published.path,
        "title": source.title,
        "publisher": source.publisher,
        "kind": source.kind.value,
        "author": source.author,
        "url": source.url or None,
        "published": edtf(source.published),
        "accessed": edtf(source.accessed),
        "language": source.language or None,
        "archive_url": source.archive_url or None,
        "archived_at": archived.text if isinstance(archived, Timestamp) else edtf(archived),
        "restricted": source.restricted,
    }


def media_record(media: PublishedMedia) -> Record:
    """Return an image's place and whose it is."""
    return {
        "path": media.path,
        "alt": media.alt,
        "credit": media.credit,
        "licence": media.licence,
        "caption": media.caption,
        "graphic": media.graphic,
        "width": media.width or None,
        "height": media.height or None,
    }


def relation_record(relation: PublishedRelation) -> Record:
    """Return a related event and which of the two states the relation."""
    return {
        "relation": relation.relation.value,
        "path": relation.event.path,
        "is_reverse": relation.is_reverse,
    }


def correction_record(correction: Correction) -> Record:
    """Return a correction with the words before and after."""
    return {
        "date": correction.date.text,
        "kind": correction.kind.value,
        "text": correction.text,
        "was": correction.was,
        "now": correction.now,
    }
