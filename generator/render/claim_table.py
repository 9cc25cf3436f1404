"""The claims of a figure as a table: CSV (RFC 4180), safe to open in a spreadsheet, and JSON."""

import csv
import json
from io import StringIO

from generator.model.page import ClaimsFilePage
from generator.model.partial_date import iso_day
from generator.model.published import PublishedClaim
from generator.render.links import permalink
from generator.render.records import Record, claim_record
from generator.render.table_rows import harmless

COLUMNS = (
    "figure",
    "claimant",
    "value",
    "low",
    "high",
    "qualifier",
    "as_of",
    "status",
    "disputed_by",
    "event",
    "event_date",
    "event_earliest",
    "event_latest",
    "source",
    "publisher",
    "source_url",
    "quote",
    "note",
    "milestone",
)


def claims_csv(page: ClaimsFilePage, base_url: str) -> str:
    """Return the claims as CSV; what is not known is empty."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for claim in page.claims:
        writer.writerow(cells_of(claim, base_url))
    return text.getvalue()


def cells_of(claim: PublishedClaim, base_url: str) -> list[str]:
    """Return one claim's cells; numbers as they were given, texts never a formula."""
    numbers = ["" if each is None else f"{each:f}" for each in (claim.value, claim.low, claim.high)]
    source, date = claim.source.source, claim.event.when.date
    disputants = "; ".join(person.name for person in claim.disputed_by if person.name)
    return [
        claim.figure.id,
        harmless(claim.claimant.name),
        *numbers,
        claim.qualifier.value,
        claim.as_of.text if claim.as_of else "",
        claim.status.value,
        harmless(disputants),
        permalink(claim.event.path, base_url) or claim.event.path,
        harmless(date.text),
        iso_day(date.earliest) or "",
        iso_day(date.latest) or "",
        harmless(source.title),
        harmless(source.publisher),
        source.url,
        harmless(claim.quote),
        harmless(claim.note),
        "true" if claim.milestone else "false",
    ]


def claims_json(page: ClaimsFilePage, base_url: str) -> str:
    """Return the claims as JSON, each with its event; what is not known is null or empty."""
    records: list[Record] = [
        {
            **claim_record(claim),
            "event": {
                "path": claim.event.path,
                "url": permalink(claim.event.path, base_url) or None,
                "title": claim.event.title,
                "date": claim.event.when.date.text,
            },
        }
        for claim in page.claims
    ]
    return json.dumps(records, ensure_ascii=False, indent=2)
