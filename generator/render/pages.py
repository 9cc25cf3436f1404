"""Renderer: planned pages, and the fragments that many of them share, as text."""

from collections.abc import MutableMapping, Sequence
from contextlib import suppress
from pathlib import Path

import jinja2

from generator.errors import TemplateError
from generator.model.frame import Frame
from generator.model.open_data import DataFile, EventData, Measure, RecordFile
from generator.model.page import OutputFile, Page, PageContent, Published
from generator.model.published import Moment, PublishedEvent
from generator.model.search import SearchEntry
from generator.model.settings import SiteSettings
from generator.render.data_volumes import KeptTexts, needs_of
from generator.render.data_words import add_data_words
from generator.render.environment import make_environment
from generator.render.event_data import event_data
from generator.render.feeds import absolute, legal_xml
from generator.render.links import MARK, output_path, permalink, prefix_of, with_links
from generator.render.open_data import OpenData
from generator.render.search_entries import EntryMaker
from generator.render.search_files import SearchFiles

CARD = "partials/_event_card.html"
SLIDE = "exchange/slide.html"
TEMPLATES = ("base.html", "pages/", "partials/", "machine/", "exchange/")


class Renderer:
    """Renders one site's pages.

    `cards`, `records` and `entries` hold each event's fragments by its id, its card on lists, its
    part of the data and what search knows of it; those that are not there yet are made when a page
    asks for them. `used` gathers which cards were asked for, as `card:ID`, which files were
    measured, as `file:PATH`, and what data was joined; who wants to know empties it. `compiled`
    holds templates by their names, compiled by this program with the libraries that it has;
    `measures` says by their paths how large files of data are, `kept` has what they are joined
    from.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what is remembered is its owner's, each for itself
        self,
        frame: Frame,
        template_folders: Sequence[Path],
        published: Published,
        cards: MutableMapping[str, str],
        records: MutableMapping[str, EventData],
        compiled: MutableMapping[str, bytes] | None = None,
        entries: MutableMapping[str, SearchEntry] | None = None,
        measures: MutableMapping[str, Measure] | None = None,
        kept: KeptTexts | None = None,
    ) -> None:
        """Take a template from the first folder that has it."""
        self.folders = template_folders
        self.published = published
        self.base_url = frame.settings.base_url
        self.cards = cards
        self.records = records
        self.entries = {} if entries is None else entries
        self.used: set[str] = set()
        self.compiled = {} if compiled is None else compiled
        self.measures = {} if measures is None else measures
        self.data = OpenData(frame, self.record, self.measures, kept)
        self.environment = make_environment(frame, template_folders, self.card, self.compiled)
        add_data_words(self.environment, frame.settings, self.data, self.measure)
        filters = self.environment.filters
        self.entry_maker = EntryMaker(
            filters["markdown"], filters["markdown_inline"], filters["moment_text"]
        )
        self.search_files = SearchFiles(self.entry)
        self.environment.globals["search_file"] = self.search_files.text

    def prepare(self) -> None:
        """Compile every template; raise TemplateError where one is misspelt."""
        for name in self.environment.list_templates():
            if name.startswith(TEMPLATES):
                try:
                    self.environment.get_template(name)
                except jinja2.TemplateError as error:
                    raise TemplateError(self.told(error, name)) from error

    def file(self, page: Page, content: PageContent) -> OutputFile:
        """Return the page as a file; raise TemplateError when it cannot be rendered."""
        if isinstance(content, DataFile):
            self.used.update(needs_of(content))
            return OutputFile(output_path(page.path), self.data.content(content))
        if isinstance(content, RecordFile):
            self.used.add(f"record:{content.id}")
            return OutputFile(output_path(page.path), self.record(content.id).record)
        html = self.rendered(
            page.template,
            f"the page {page.path}",
            page=page,
            content=content,
            canonical=permalink(page.path, self.base_url),
        )
        prefix = prefix_of(page.path, self.base_url)
        whole = with_links(html, prefix)
        if page.template.endswith(".xml"):
            whole = legal_xml(whole)
        return OutputFile(output_path(page.path), whole)

    def card(self, id_: str) -> str:
        """Return the event as it stands on lists; its links are not yet relative."""
        self.used.add(f"card:{id_}")
        card = self.cards.get(id_)
        if card is None:
            card = self.cards[id_] = self.card_of(self.published.event(id_))
        return card

    def card_of(self, event: PublishedEvent) -> str:
        """Return the card of an event."""
        return self.rendered(CARD, f"the card of {event.id}", event=event)

    def slide(self, event: PublishedEvent, shown: str) -> str:
        """Return the event as HTML for another program, its links from the site's address on.

        The picture of the path `shown` is shown beside it, and so is not named in it.
        """
        html = self.rendered(SLIDE, f"the slide of {event.id}", event=event, shown=shown)
        return absolute(html, self.base_url) if self.base_url else html.replace(MARK, "").strip()

    def address(self, path: str) -> str:
        """Return where a path leads: from the site's address on, or within its folder."""
        return permalink(path, self.base_url) or path[1:]

    def when(self, moment: Moment) -> str:
        """Return a moment in words."""
        words: str = self.environment.filters["moment_text"](moment)
        return words

    def record(self, id_: str) -> EventData:
        """Return all that is published of the event as data."""
        data = self.records.get(id_)
        if data is None:
            data = self.records[id_] = event_data(self.published.event(id_), self.base_url)
        return data

    def measure(self, file: DataFile) -> Measure:
        """Return how large a file of data is."""
        self.used.add(f"file:{file.path}")
        return self.data.measure(file)

    def entry(self, id_: str) -> SearchEntry:
        """Return what search knows of the event."""
        entry = self.entries.get(id_)
        if entry is None:
            entry = self.entries[id_] = self.entry_maker.entry(self.published.event(id_))
        return entry

    def make_fragments(self, event: PublishedEvent) -> None:
        """Make all fragments of the event anew, of which whoever has the noun need not ask."""
        self.cards[event.id] = self.card_of(event)
        self.records[event.id] = event_data(event, self.base_url)
        self.entries[event.id] = self.entry_maker.entry(event)

    def rendered(self, template: str, what: str, **context: object) -> str:
        """Return the template's text; `what` names it where an error shows no line."""
        try:
            return self.environment.get_template(template).render(context)
        except (jinja2.TemplateError, TypeError, AttributeError) as error:
            raise TemplateError(self.told(error, what)) from error

    def told(self, error: Exception, what: str) -> str:
        """Return where an error is and what is wrong; `what` stands for the place if need be."""
        return f"{place_of(error, self.folders) or what}: {what_is_wrong(error)}"


class Nobody:
    """What is published while templates are only compiled: nothing."""

    def event(self, id_: str) -> PublishedEvent:
        """Raise KeyError, since there is no event."""
        raise KeyError(id_)


def compile_templates(
    settings: SiteSettings, template_folders: Sequence[Path], compiled: MutableMapping[str, bytes]
) -> None:
    """Compile every template that can be, for a site of these settings, into `compiled`."""
    frame = Frame(settings=settings, sections=())
    with suppress(TemplateError):
        Renderer(frame, template_folders, Nobody(), {}, {}, compiled).prepare()


def what_is_wrong(error: Exception) -> str:
    """Return what a template asks for in vain, or how it is misspelt."""
    if isinstance(error, jinja2.TemplatesNotFound | jinja2.TemplateNotFound):
        return f"there is no template {error.name!r}"
    return getattr(error, "message", None) or str(error)


def place_of(error: Exception, template_folders: Sequence[Path]) -> str:
    """Return the template and line that an error comes from, without the machine's folders."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{shown(error.filename or error.name or '', template_folders)}:{error.lineno}"
    import traceback  # noqa: PLC0415 - only errors need it, and it takes long to import

    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        template = shown(frame.filename, template_folders)
        if template != frame.filename:
            return f"{template}:{frame.lineno}"
    return ""


def shown(filename: str, template_folders: Sequence[Path]) -> str:
    """Return a template's path from its folder's name on; other files as they are."""
    for folder in template_folders:
        if Path(filename).is_relative_to(folder):
            return f"{folder.name}/{Path(filename).relative_to(folder).as_posix()}"
    return filename
