"""Pages of sources with everything that rests on them, of figures with every claim."""

from collections.abc import Iterator

from generator.model.page import FigurePage, IndexEntry, Page, SourcePage
from generator.model.publication import Publication
from generator.model.published import (
    EventLink,
    PublishedClaim,
    PublishedEvent,
    PublishedQuote,
    PublishedSource,
)
from generator.plan.index_pages import index_pages
from generator.plan.pagination import EVENTS_A_PAGE, LINES_A_PAGE, paginate

Use = tuple[EventLink, tuple[PublishedQuote, ...], tuple[PublishedClaim, ...]]


def source_pages(publication: Publication) -> Iterator[Page]:
    """Yield each source's pages, then the index of sources."""
    sources: dict[str, PublishedSource] = {}
    uses: dict[str, list[Use]] = {}
    for event in publication.events:
        for source in event.sources:
            sources.setdefault(source.path, source)
            uses.setdefault(source.path, []).append(use_of(event, source))
    ordered = sorted(sources.values(), key=lambda each: (each.source.title.casefold(), each.path))
    for source in ordered:
        yield from pages_of_source(source, uses[source.path])
    entries = [
        IndexEntry(
            label=each.source.title,
            path=each.path,
            count=len(uses[each.path]),
            note=each.source.publisher,
        )
        for each in ordered
    ]
    yield from index_pages("sources", entries)


def use_of(event: PublishedEvent, source: PublishedSource) -> Use:
    """Return what of the event rests on the source."""
    quotes = tuple(quote for quote in event.quotes if quote.source is source)
    claims = tuple(
        claim
        for comparison in event.comparisons
        for claim in comparison.claims
        if claim.source is source
    )
    return (event.link, quotes, claims)


def pages_of_source(source: PublishedSource, uses: list[Use]) -> Iterator[Page]:
    """Yield the pages of one source."""
    for path, pagination, chunk in paginate(source.path, uses, EVENTS_A_PAGE):
        content = SourcePage(
            source=source,
            uses=tuple(chunk),
            quote_count=sum(len(quotes) for _, quotes, _ in uses),
            claim_count=sum(len(claims) for _, _, claims in uses),
            event_count=len(uses),
            pagination=pagination,
        )
        yield Page(path=path, template="pages/source.html", content=content, section="sources")


def figure_pages(publication: Publication) -> Iterator[Page]:
    """Yield the pages of each figure that has claims, then the index of figures."""
    figures = [each for each in publication.figures if publication.claims.get(each.id)]
    figures.sort(key=lambda each: (each.title.casefold(), each.id))
    for figure in figures:
        claims = publication.claims[figure.id]
        claimants = len({id(claim.claimant) for claim in claims})
        for path, pagination, chunk in paginate(figure.path, claims, LINES_A_PAGE):
            content = FigurePage(
                figure=figure,
                claims=tuple(chunk),
                claim_count=len(claims),
                claimant_count=claimants,
                pagination=pagination,
            )
            yield Page(path=path, template="pages/figure.html", content=content, section="figures")
    entries = [
        IndexEntry(
            label=each.title,
            path=each.path,
            count=len(publication.claims[each.id]),
            note=each.counts,
        )
        for each in figures
    ]
    yield from index_pages("figures", entries)
