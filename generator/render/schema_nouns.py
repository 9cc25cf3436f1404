"""Nouns in structured data: people, places, sources, quotes and claims, each encoded once."""

from collections.abc import Iterator

import msgspec
from msgspec import Raw

from generator.model.event import Correction, CorrectionKind
from generator.model.person import PersonKind
from generator.model.place import PlacePrecision
from generator.model.published import (
    PublishedClaim,
    PublishedPerson,
    PublishedPlace,
    PublishedQuote,
    PublishedSource,
)
from generator.model.settings import SiteSettings
from generator.model.source import SourceKind
from generator.render import schema_nodes as nodes
from generator.render.amounts import Amounts
from generator.render.links import permalink
from generator.render.schema_dates import iso_date

ENCODER = msgspec.json.Encoder()
TYPES = {
    SourceKind.ARTICLE: "Article",
    SourceKind.REPORT: "Report",
    SourceKind.POST: "SocialMediaPosting",
    SourceKind.VIDEO: "VideoObject",
    SourceKind.DOCUMENT: "DigitalDocument",
}
POINTS = {PlacePrecision.EXACT, PlacePrecision.SETTLEMENT}


class SchemaNouns:
    """Says what one site's nouns are in the words of schema.org."""

    def __init__(self, settings: SiteSettings, amounts: Amounts) -> None:
        """Take the site's settings, and the words for claims' numbers."""
        self.settings = settings
        self.base_url = settings.base_url
        self.amounts = amounts
        self.known: dict[str, Raw] = {}
        self.pointers: dict[str, nodes.Ref] = {}

    def quotations(self, quote: PublishedQuote, url: str) -> Iterator[nodes.Quotation]:
        """Yield the words, then their translation."""
        id_ = f"{url}#{quote.anchor}"
        yield nodes.Quotation(
            text=quote.text,
            id=id_,
            in_language=quote.language or self.settings.language,
            spoken_by_character=self.person(quote.speaker) if quote.speaker else None,
            credit_text=quote.attribution,
            is_part_of=self.pointer(quote.source),
        )
        if quote.translation:
            yield nodes.Quotation(
                text=quote.translation.text,
                in_language=quote.translation.language,
                translation_of_work=nodes.Ref(id_),
                translator=quote.translation.translator,
            )

    def claim(self, claim: PublishedClaim) -> nodes.Claim:
        """Return one claimant's number, whose it is and where it stands."""
        amount = self.amounts.amount(claim)
        unit = f" {claim.figure.unit}" if claim.figure.unit and claim.has_number else ""
        return nodes.Claim(
            text=f"{claim.figure.title}: {amount}{unit}",
            author=self.person(claim.claimant),
            appearance=self.pointer(claim.source),
            creative_work_status=claim.status.value,
            temporal_coverage=claim.as_of.text if claim.as_of else "",
        )

    def person(self, person: PublishedPerson) -> Raw | None:
        """Return who is named, nothing where the name is withheld.

        Whom the record does not name is a text: neither a person nor a body is known to be meant.
        """
        if person.path is None:
            return None
        known = self.known.get(person.path)
        if known is None:
            node: object = person.name
            if person.kind is not PersonKind.UNNAMED:
                is_person = person.kind is PersonKind.PERSON
                node = (nodes.Person if is_person else nodes.Organization)(person.name)
            known = self.known[person.path] = Raw(ENCODER.encode(node))
        return known

    def place(self, place: PublishedPlace) -> Raw:
        """Return a place, with a point only where one is meant."""
        known = self.known.get(place.path)
        if known is None:
            geo = None
            if place.precision in POINTS and place.lat is not None and place.lon is not None:
                geo = nodes.GeoCoordinates(place.lat, place.lon)
            known = self.known[place.path] = Raw(ENCODER.encode(nodes.Place(place.name, geo)))
        return known

    def source(self, published: PublishedSource) -> Raw:
        """Return a source as a work; a restricted one has no address."""
        known = self.known.get(published.path)
        if known is None:
            source = published.source
            node = nodes.Work(
                type=TYPES.get(source.kind, "CreativeWork"),
                id=self.pointer(published).id,
                headline=source.title,
                publisher=nodes.Organization(source.publisher),
                url=source.url,
                credit_text=source.author,
                in_language=source.language,
                date_published=iso_date(source.published),
                archived_at=source.archive_url,
            )
            known = self.known[published.path] = Raw(ENCODER.encode(node))
        return known

    def pointer(self, published: PublishedSource) -> nodes.Ref:
        """Return what a source is called on every page."""
        known = self.pointers.get(published.path)
        if known is None:
            page = permalink(published.path, self.base_url)
            id_ = f"{page}#source" if page else f"#source-{published.source.id}"
            known = self.pointers[published.path] = nodes.Ref(id_)
        return known


def is_correction(change: Correction) -> bool:
    """Return whether something had been wrong or unclear: what is new corrects nothing."""
    return change.kind is not CorrectionKind.UPDATE


def comment(change: Correction) -> nodes.Comment:
    """Return what was changed after publication, with the words before and after."""
    about = None
    if change.was or change.now:
        about = nodes.ReplaceAction(
            replacee=nodes.Words(change.was) if change.was else None,
            replacer=nodes.Words(change.now) if change.now else None,
        )
    node = nodes.CorrectionComment if is_correction(change) else nodes.Comment
    return node(change.text, change.kind.value, iso_date(change.date), about)
