"""The search page, and the files of its index."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from generator.model.listing import Period
from generator.model.outline import EventOutline
from generator.model.page import Page
from generator.model.search import (
    SearchFile,
    SearchLayout,
    SearchNames,
    SearchPage,
    SearchRow,
    SearchRows,
    SearchTexts,
    SearchWords,
)
from generator.plan import urls
from generator.plan.dataset import ids_of_nouns
from generator.plan.gate import Publication
from generator.plan.periods import periods_of
from generator.plan.search_layout import (
    ROWS_A_FILE,
    block_of,
    layout_of_all,
    marks_need,
    members_of_all,
    words_need,
)

SEARCH_TEMPLATE = "machine/search.js"
LABELS_A_FILE = 700


def search_pages(publication: Publication) -> Iterator[Page]:
    """Yield the search page and all files of the index, where there are events to find."""
    if not publication.outlines:
        return
    terms = all_terms(publication)
    names = [tuple(terms[at : at + LABELS_A_FILE]) for at in range(0, len(terms), LABELS_A_FILE)]
    yield search_page(publication, terms, len(names))
    for number, chunk in enumerate(names):
        yield index_file(f"names-{number}", names_content, chunk)
    layout, members = layout_of_all(publication)
    for part, ids in enumerate(members):
        version = layout.versions[part]
        for number in range(layout.row_files[part]):
            where = (layout.parts, part, number, layout.blocks, version)
            yield index_file(f"events-{part}-{number}", rows_content, *where)
        for bucket in range(layout.buckets):
            where = (layout.parts, part, bucket, layout.buckets, version)
            yield index_file(f"words-{part}-{bucket}", words_content, *where)
        blocks: list[list[str]] = [[] for _ in range(layout.blocks)]
        for id_ in ids:
            blocks[block_of(id_, layout.blocks)].append(id_)
        for block, held in enumerate(blocks):
            yield index_file(f"texts-{part}-{block}", texts_content, tuple(held))


def all_terms(publication: Publication) -> list[str]:
    """Return the folders of the pages of all that events bear, and of the places around."""
    events = publication.outlines.values()
    nouns = ids_of_nouns(publication)
    ids: dict[str, Iterable[str]] = {
        "categories": {event.category for event in events},
        "tags": set().union(*(event.tags for event in events)),
        **{kind: nouns[kind] for kind in ("places", "people", "sources")},
    }
    return sorted(f"{kind}/{id_}" for kind, found in ids.items() for id_ in found)


def index_file(name: str, make: Callable[..., SearchFile], *about: object) -> Page:
    """Return one file of the index."""
    path = urls.search_path(name)
    return Page(path=path, template=SEARCH_TEMPLATE, make=make, about=(name, *about))


def search_page(publication: Publication, terms: list[str], names: int) -> Page:
    """Return the page for searching."""
    events = publication.outlines.values()
    layout, _ = layout_of_all(publication)
    categories = Counter(event.category for event in events)
    kinds = Counter(term.partition("/")[0] for term in terms)
    figures = len(publication.figures())
    counts = {**kinds, "events": len(events), **({"figures": figures} if figures else {})}
    return Page(
        path=urls.SEARCH,
        template="pages/search.html",
        make=search_content,
        about=(layout, names, periods_of(events), tuple(categories.items()), tuple(counts.items())),
        section="search",
    )


def search_content(  # noqa: PLR0913, PLR0917 - the fields of the page that it makes
    publication: Publication,
    layout: SearchLayout,
    names: int,
    periods: tuple[Period, ...],
    categories: tuple[tuple[str, int], ...],
    counts: tuple[tuple[str, int], ...],
) -> SearchPage:
    """Return what the search page shows."""
    of_category, of_kind = dict(categories), dict(counts)
    return SearchPage(
        layout=layout,
        names=names,
        event_count=of_kind["events"],
        categories=tuple(
            (category, of_category.get(id_, 0)) for id_, category in publication.categories.items()
        ),
        periods=periods,
        indexes=tuple(
            (kind, urls.index_path(kind), of_kind[kind])
            for kind in urls.FOLDER_BY_KIND
            if kind in of_kind
        ),
    )


def terms_of(event: EventOutline) -> tuple[str, ...]:
    """Return the folders of the pages of all that the event bears, but for places around."""
    return (
        f"categories/{event.category}",
        *(f"places/{id_}" for id_ in event.places),
        *(f"people/{id_}" for id_ in event.people),
        *(f"tags/{term}" for term in event.tags),
        *(f"sources/{id_}" for id_, _, _ in event.sources),
    )


def around(publication: Publication, term: str) -> tuple[str, ...]:
    """Return the terms of the places around, where the term is a place."""
    kind, _, id_ = term.partition("/")
    return tuple(f"places/{each}" for each in publication.around(id_)) if kind == "places" else ()


def rows_content(  # noqa: PLR0913, PLR0917 - where in the index the file is
    publication: Publication, name: str, parts: int, part: int, chunk: int, blocks: int, _: str
) -> SearchRows:
    """Return what filters ask of some of a part's events."""
    publication.needs.add(marks_need(part))
    rows = []
    start = chunk * ROWS_A_FILE
    for id_ in members_of_all(publication, parts)[part][start : start + ROWS_A_FILE]:
        event = publication.outlines[id_]
        terms = terms_of(event)
        outer = (each for place in terms for each in around(publication, place))
        rows.append(
            SearchRow(
                id_,
                event.date.earliest,
                event.date.latest,
                block_of(id_, blocks),
                tuple(dict.fromkeys((*terms, *outer))),
            )
        )
    return SearchRows(name=name, rows=tuple(rows))


def words_content(  # noqa: PLR0913, PLR0917 - where in the index the file is
    publication: Publication,
    name: str,
    parts: int,
    part: int,
    bucket: int,
    buckets: int,
    version: str,
) -> SearchWords:
    """Return which words of a part's events a file holds."""
    publication.needs.add(words_need(part, bucket))
    return SearchWords(
        name=name,
        events=members_of_all(publication, parts)[part],
        part=f"{part}-{version}",
        bucket=bucket,
        buckets=buckets,
    )


def texts_content(publication: Publication, name: str, events: tuple[str, ...]) -> SearchTexts:
    """Return the events of which a file says what is shown."""
    publication.needs.update(f"event:{id_}" for id_ in events)
    return SearchTexts(name=name, events=events)


def names_content(publication: Publication, name: str, terms: tuple[str, ...]) -> SearchNames:
    """Return what the terms are called."""
    return SearchNames(name=name, labels=tuple((each, label(publication, each)) for each in terms))


def label(publication: Publication, term: str) -> str:
    """Return what a term is called."""
    kind, _, id_ = term.partition("/")
    match kind:
        case "categories":
            return publication.categories[id_].category.label
        case "places":
            return publication.place(id_).name
        case "people":
            return publication.person(id_).name
        case "sources":
            return publication.source(id_).source.title
        case _:
            return id_
