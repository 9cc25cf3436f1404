"""Pages of sources with everything that rests on them, of figures with every claim."""

from collections.abc import Iterator

from generator.model.alphabet import filed
from generator.model.annotation import Annotation, annotations_of
from generator.model.listing import Pagination
from generator.model.page import (
    AnnotationsPage,
    ClaimsFilePage,
    FigurePage,
    IndexEntry,
    Page,
    SourcePage,
)
from generator.model.published import (
    EventLink,
    PublishedClaim,
    PublishedQuote,
    PublishedSource,
    SourceHealth,
)
from generator.plan import urls
from generator.plan.changes import latest_change
from generator.plan.gate import Publication
from generator.plan.index_pages import index_pages
from generator.plan.pagination import EVENTS_A_PAGE, LINES_A_PAGE, paginate

Use = tuple[EventLink, tuple[PublishedQuote, ...], tuple[PublishedClaim, ...], str]


def source_pages(publication: Publication) -> Iterator[Page]:
    """Yield each source's pages, then the index of sources."""
    uses: dict[str, list[tuple[str, int, int]]] = {}
    for event in publication.outlines.values():
        for source, quote_count, claim_count in event.sources:
            uses.setdefault(source, []).append((event.id, quote_count, claim_count))
    sources = {id_: publication.source(id_) for id_ in uses}
    ordered = sorted(uses, key=lambda id_: (*filed(sources[id_].source.title), sources[id_].path))
    health = publication.standings.health
    for id_ in ordered:
        events, quotes, claims = zip(*uses[id_], strict=True)
        counts = (len(events), sum(quotes), sum(claims))
        own = health.get(id_, SourceHealth())
        for path, pagination, chunk in paginate(sources[id_].path, events, EVENTS_A_PAGE):
            yield Page(
                path=path,
                template="pages/source.html",
                make=source_content,
                about=(id_, tuple(chunk), (*counts, own), pagination),
                section="sources",
                changed=latest_change(publication, chunk),
            )
        if own.copies and sources[id_].source.url:
            yield annotations_page(id_, tuple(events))
    yield from index_pages(
        "sources", [source_entry(sources[id_], len(uses[id_])) for id_ in ordered]
    )


def source_entry(published: PublishedSource, count: int) -> IndexEntry:
    """Return the source's line in the index; `count` events rest on it."""
    source = published.source
    return IndexEntry(label=source.title, path=published.path, count=count, note=source.publisher)


def source_content(
    publication: Publication,
    id_: str,
    events: tuple[str, ...],
    counts: tuple[int, int, int, SourceHealth],
    pagination: Pagination,
) -> SourcePage:
    """Return what one page of a source shows; `counts` end with its health."""
    return SourcePage(
        source=publication.source(id_),
        uses=tuple(use_of(publication, event, id_) for event in events),
        quote_count=counts[1],
        claim_count=counts[2],
        event_count=counts[0],
        health=counts[3],
        pagination=pagination,
    )


def annotations_page(id_: str, events: tuple[str, ...]) -> Page:
    """Return the file of all that is quoted of the source."""
    return Page(
        path=urls.annotations_path(id_),
        template="machine/annotations.json",
        make=annotations_content,
        about=(id_, events),
    )


def annotations_content(
    publication: Publication, id_: str, events: tuple[str, ...]
) -> AnnotationsPage:
    """Return what the events quote of the source; the same words once."""
    source = publication.source(id_)
    found: dict[str, Annotation] = {}
    for event in events:
        for each in annotations_of(publication.event(event)):
            if each.source is source:
                found.setdefault(each.digest, each)
    return AnnotationsPage(path=urls.annotations_path(id_), annotations=tuple(found.values()))


def use_of(publication: Publication, id_: str, source_id: str) -> Use:
    """Return what of the event rests on the source, and the event's content note."""
    source = publication.source(source_id)
    quotes, note = publication.words_from(id_, source_id)
    claims = tuple(claim for claim in publication.claims_of(id_) if claim.source is source)
    return (publication.link(id_), quotes, claims, note)


def figure_pages(publication: Publication) -> Iterator[Page]:
    """Yield the pages of each figure that has claims, then the index of figures."""
    claims = publication.figures()
    figures = {id_: publication.figure(id_) for id_ in claims}
    ordered = sorted(claims, key=lambda id_: (*filed(figures[id_].title), id_))
    for id_ in ordered:
        counts = (len(claims[id_]), publication.claimant_count(id_))
        for path, pagination, chunk in paginate(figures[id_].path, claims[id_], LINES_A_PAGE):
            yield Page(
                path=path,
                template="pages/figure.html",
                make=figure_content,
                about=(id_, tuple(chunk), counts, pagination),
                section="figures",
                changed=latest_change(publication, {event for event, _ in chunk}),
            )
        yield from claims_files(id_, tuple(claims[id_]))
    entries = [
        IndexEntry(
            label=figures[id_].title,
            path=figures[id_].path,
            count=len(claims[id_]),
            note=figures[id_].counts,
        )
        for id_ in ordered
    ]
    yield from index_pages("figures", entries)


def claims_files(id_: str, claims: tuple[tuple[str, int], ...]) -> Iterator[Page]:
    """Yield the files of every claim of a figure."""
    for ending in ("csv", "json"):
        yield Page(
            path=urls.claims_path(id_, ending),
            template=f"machine/claims.{ending}",
            make=claims_file_content,
            about=(claims,),
        )


def claims_file_content(
    publication: Publication, claims: tuple[tuple[str, int], ...]
) -> ClaimsFilePage:
    """Return what a file of a figure's claims holds."""
    return ClaimsFilePage(claims=tuple(publication.claim(event, index) for event, index in claims))


def figure_content(
    publication: Publication,
    id_: str,
    claims: tuple[tuple[str, int], ...],
    counts: tuple[int, int],
    pagination: Pagination,
) -> FigurePage:
    """Return what one page of a figure shows; `counts` are of claims and claimants."""
    return FigurePage(
        figure=publication.figure(id_),
        claims=tuple(publication.claim(event, index) for event, index in claims),
        claim_count=counts[0],
        claimant_count=counts[1],
        pagination=pagination,
    )
