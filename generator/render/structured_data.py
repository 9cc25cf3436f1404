"""Structured data: what a page is about, for programs, in the words of schema.org (JSON-LD 1.1).

Claims are claims: no verdict is given (ClaimReview), no number chosen. Words said in captivity stay
on the page, where the notice stands beside them. What is not known is left out, never made up.
"""

from collections.abc import Iterator, Sequence

import msgspec
from markupsafe import Markup
from msgspec import Raw, Struct

from generator.model.change import last_change
from generator.model.open_data import DataPage
from generator.model.page import FigurePage, SourcePage, TermPage, TimelinePage
from generator.model.person import PersonKind
from generator.model.published import (
    PublishedCategory,
    PublishedEvent,
    PublishedPerson,
    PublishedPlace,
    PublishedTag,
)
from generator.model.settings import SiteSettings
from generator.render import schema_nodes as nodes
from generator.render.amounts import Amounts
from generator.render.feeds import iso_day
from generator.render.links import permalink
from generator.render.schema_dates import ends_of, iso_date
from generator.render.schema_nouns import SchemaNouns, comment, is_correction

ENCODER = msgspec.json.Encoder()
START = '<script type="application/ld+json">{"@context":"https://schema.org","@graph":'
END = "}</script>\n"


class StructuredData:
    """Says what pages of one site are about; what many pages share is encoded once."""

    def __init__(self, settings: SiteSettings, amounts: Amounts) -> None:
        """Take the site's settings, and the words for claims' numbers."""
        self.settings = settings
        self.base_url = settings.base_url
        self.nouns = SchemaNouns(settings, amounts)
        author = settings.author
        self.publisher = nodes.Organization(author.name) if author else None
        self.site = nodes.WebSite(
            name=settings.title,
            url=permalink("/", self.base_url),
            description=settings.tagline,
            in_language=settings.language,
            publisher=self.publisher,
        )
        self.steps: dict[str, nodes.ListItem] = {}
        self.part_of = Raw(ENCODER.encode(nodes.WebSite(settings.title, self.site.url)))

    def event(self, event: PublishedEvent) -> Markup:
        """Return the data of an event's page."""
        url = permalink(event.path, self.base_url)
        category = event.category
        start, end = ends_of(event.when)
        places = tuple(map(self.nouns.place, event.places))
        page = nodes.WebPage(
            type="WebPage",
            name=event.title,
            id=url,
            url=url,
            in_language=self.settings.language,
            is_part_of=self.part_of,
            publisher=self.publisher,
            date_published=iso_date(event.published),
            date_modified=iso_change(event),
            temporal_coverage=event.when.date.text,
            spatial_coverage=places,
            about=nodes.Event(event.title, f"{url}#event", start, end, places),
            citation=tuple(map(self.nouns.source, event.sources)),
            correction=tuple(comment(each) for each in event.corrections if is_correction(each)),
            comment=tuple(comment(each) for each in event.corrections if not is_correction(each)),
            has_part=tuple(self.parts(event, url)),
            breadcrumb=self.crumbs(
                (category.category.label, category.path), (event.title, event.path)
            ),
        )
        return script(page)

    def parts(self, event: PublishedEvent, url: str) -> Iterator[nodes.Quotation | nodes.Claim]:
        """Yield the event's quotes, their translations, and its own claims."""
        for quote in event.quotes:
            if not quote.in_captivity:
                yield from self.nouns.quotations(quote, url)
        for comparison in event.comparisons:
            yield from map(self.nouns.claim, comparison.claims)

    def crumbs(self, *steps: tuple[str, str]) -> nodes.BreadcrumbList | None:
        """Return the way to a page, each step a name and a path, if the site has an address."""
        if not self.base_url:
            return None
        *before, (name, path) = steps
        way = [self.step(1, self.settings.title, "/")]
        way.extend(self.step(number, *each) for number, each in enumerate(before, 2))
        here = nodes.ListItem(len(way) + 1, name, permalink(path, self.base_url))
        return nodes.BreadcrumbList((*way, here))

    def step(self, number: int, name: str, path: str) -> nodes.ListItem:
        """Return a step on the way to many pages."""
        known = self.steps.get(path)
        if known is None:
            address = permalink(path, self.base_url)
            known = self.steps[path] = nodes.ListItem(number, name, address)
        return known

    def home(self, content: TimelinePage) -> Markup:
        """Return the data of the first page: the site, and the events that it lists."""
        items = tuple(
            nodes.ListItem(number, link.title, url=permalink(link.path, self.base_url))
            for number, link in enumerate(content.listed, 1)
        )
        order = "https://schema.org/ItemListOrderAscending"
        page = nodes.WebPage(
            type="CollectionPage",
            name=self.settings.title,
            url=permalink("/", self.base_url),
            in_language=self.settings.language,
            is_part_of=self.part_of,
            main_entity=nodes.ItemList(len(items), order, items),
        )
        return script(self.site, page)

    def term(self, content: TermPage, path: str, section: tuple[str, str]) -> Markup:
        """Return the data of a category's, place's, person's or tag's page."""
        name, about = self.named(content.term)
        steps = (section, (name, path))
        return script(self.page("CollectionPage", name, path, steps, about=about))

    def named(
        self, term: PublishedCategory | PublishedPlace | PublishedPerson | PublishedTag
    ) -> tuple[str, nodes.DefinedTerm | Raw | None]:
        """Return what a term is called, and the node that it is."""
        match term:
            case PublishedCategory(category=category):
                return category.label, nodes.DefinedTerm(category.label, category.description)
            case PublishedTag(term=tag):
                return tag, nodes.DefinedTerm(tag)
            case PublishedPlace():
                return term.name, self.nouns.place(term)
            case PublishedPerson():
                is_named = term.kind is not PersonKind.UNNAMED
                return term.name, self.nouns.person(term) if is_named else None

    def work(self, content: SourcePage, path: str, section: tuple[str, str]) -> Markup:
        """Return the data of a source's page."""
        name = content.source.source.title
        source = self.nouns.source(content.source)
        steps = (section, (name, path))
        return script(self.page("WebPage", name, path, steps, main_entity=source))

    def figure(self, content: FigurePage, path: str, section: tuple[str, str]) -> Markup:
        """Return the data of a figure's page: every claim side by side."""
        figure = content.figure
        about = nodes.DefinedTerm(figure.title, figure.counts)
        claims = tuple(map(self.nouns.claim, content.claims))
        steps = (section, (figure.title, path))
        return script(self.page("WebPage", figure.title, path, steps, about=about, has_part=claims))

    def data(self, content: DataPage, name: str, description: str, changed: str) -> Markup:
        """Return the page of open data as a data set with its files.

        `changed` is the day of the last change, which is also the version.
        """
        licence = self.settings.licence
        files = (
            nodes.DataDownload(
                file.path.rpartition("/")[2],
                file.media_type,
                permalink(file.path, self.base_url),
            )
            for file in content.files
        )
        dataset = nodes.Dataset(
            name=self.settings.title,
            description=sentences(self.settings.title, self.settings.tagline, description),
            url=permalink("/data/", self.base_url),
            in_language=self.settings.language,
            creator=self.publisher,
            license=nodes.CreativeWork(licence) if licence else None,
            version=changed,
            date_modified=changed,
            temporal_coverage=content.span,
            spatial_coverage=tuple(map(self.nouns.place, content.outermost)),
            distribution=tuple(files),
        )
        return script(
            self.page("WebPage", name, "/data/", ((name, "/data/"),), main_entity=dataset)
        )

    def page(
        self, type_: str, name: str, path: str, steps: Sequence[tuple[str, str]], **more: object
    ) -> nodes.WebPage:
        """Return a page of that type, name and path, with the way to it."""
        return nodes.WebPage(
            type=type_,
            name=name,
            url=permalink(path, self.base_url),
            in_language=self.settings.language,
            is_part_of=self.part_of,
            breadcrumb=self.crumbs(*steps),
            **more,  # type: ignore[arg-type] # each caller names fields of a page
        )


def iso_change(event: PublishedEvent) -> str:
    """Return the day on which the event's entry last changed, nothing where none is stated."""
    changed = last_change(event.published, event.updated, event.corrections)
    return iso_day(changed) if changed else ""


def sentences(*texts: str) -> str:
    """Return texts, each as a sentence; empty ones are left out."""
    return " ".join(text if text[-1] in ".!?…" else f"{text}." for text in texts if text)


def script(*graph: Struct) -> Markup:
    """Return nodes as a data block that no value can end."""
    text = ENCODER.encode(graph).decode().replace("<", "\\u003c")
    return Markup(START + text + END)  # noqa: S704 - what could be markup is escaped
