"""The Jinja environment: strict, escaping, and with every word that templates may use."""

import json
from collections.abc import Callable, MutableMapping, Sequence
from functools import lru_cache, partial
from gettext import NullTranslations
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup

from generator.model.frame import Frame
from generator.model.page import AnnotationsPage
from generator.model.partial_date import iso_day
from generator.model.settings import SiteSettings
from generator.render.amounts import Amounts
from generator.render.annotations import annotation_page_record
from generator.render.calendar import Calendars
from generator.render.catalogues import Interface, load_interface
from generator.render.charts import Charts
from generator.render.citations import Citations
from generator.render.claim_table import claims_csv, claims_json
from generator.render.compiled import CompiledTemplates, compiled_world
from generator.render.compiler import QuickEnvironment
from generator.render.data import json_text, text_html
from generator.render.date_words import DateWords
from generator.render.feeds import absolute, instant, plain
from generator.render.font_sets import font_sets
from generator.render.headings import Headings
from generator.render.links import permalink, site_link
from generator.render.maps import Maps
from generator.render.markdown import Prose
from generator.render.moment_words import MomentWords
from generator.render.names import Names, direction
from generator.render.open_graph import og_locale
from generator.render.quotes import Quotes
from generator.render.schema_dates import iso_date
from generator.render.structured_data import StructuredData, iso_change

# Enough for what pages share; a text that is met on one page only is soon forgotten.
# What is markup is not what is text, though they be equal.
remembered = lru_cache(maxsize=20_000, typed=True)
UNESCAPED = (".json", ".csv", ".js", ".txt", ".ics", ".webmanifest", "_headers")
Filter = Callable[..., object]
Fragment = Callable[[str], str]


def make_environment(
    frame: Frame,
    template_folders: Sequence[Path],
    card: Fragment,
    compiled: MutableMapping[str, bytes],
) -> Environment:
    """Return the environment for one run; a file in an earlier folder hides a later one's."""
    settings = frame.settings
    interface = load_interface(settings.language, template_folders)
    world = compiled_world(settings.language, template_folders)
    environment = wordless_environment(template_folders, CompiledTemplates(compiled, world))
    environment.translate = interface.translations.gettext
    environment.counted = remembered(partial(counted, interface.translations))
    install_translations = environment.install_gettext_translations  # type: ignore[attr-defined] # the i18n extension adds it
    install_translations(interface.translations, newstyle=True)
    addressed = address_filters(settings.base_url)
    environment.addressed = frozenset(addressed)
    filters = word_filters(interface) | addressed
    # What a filter says of a value is always the same, and most values are met many times.
    environment.filters.update({name: remembered(each) for name, each in filters.items()})
    environment.filters.update(whole_filters(interface, settings))
    environment.globals.update(
        site=frame,
        ui_language=interface.language,
        event_card=lambda id_: str.__new__(Markup, card(id_)),  # escaped by its template
        citation=Citations(settings),
        once=remembered(called),
    )
    return environment


def wordless_environment(
    template_folders: Sequence[Path], compiled: CompiledTemplates
) -> QuickEnvironment:
    """Return an environment that knows no more than Jinja does."""
    return QuickEnvironment(
        loader=TemplateFiles(template_folders),
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
        autoescape=is_escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        optimized=False,  # what is constant is seen to where it is put out
        bytecode_cache=compiled,
    )


class TemplateFiles(FileSystemLoader):
    """The templates in folders, the earlier ones first."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text, its file, and whether that is as it was.

        Raises TemplateSyntaxError with the line of what is not UTF-8.
        """
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            said = f"byte 0x{error.object[error.start]:02X} is not UTF-8; save the file as UTF-8"
            files = (Path(folder, template) for folder in self.searchpath)
            file = next(str(each) for each in files if each.is_file())
            raise TemplateSyntaxError(said, line, template, file) from error


def called(macro: Callable[..., str], *values: object) -> str:
    """Return what a macro says of the values; remembered, so that it is asked once."""
    return macro(*values)


def counted(
    translations: NullTranslations,
    is_escaped: bool,  # noqa: FBT001 - compiled templates write it
    singular: str,
    plural: str,
    number: int,
    /,
    **values: object,
) -> str:
    """Return words that go with a number, as Jinja's newstyle ngettext puts them."""
    text = translations.ngettext(singular, plural, number)
    return (Markup(text) if is_escaped else text) % {"num": number, **values}  # noqa: S704 - the catalogue's own words


def is_escaped(template: str | None) -> bool:
    """Return whether a template's values are escaped: all but data and plain text."""
    return template is None or not template.endswith(UNESCAPED)


def word_filters(interface: Interface) -> dict[str, Filter]:
    """Return the filters that say something in the site's language."""
    names, dates, amounts = Names(interface), DateWords(interface), Amounts(interface)
    moments, headings, prose = MomentWords(dates, names), Headings(dates), Prose()
    return {
        "date_text": dates.text,
        "date_html": dates.html,
        "instant_html": dates.instant_html,
        "moment_text": moments.text,
        "moment_html": moments.html,
        "time_html": moments.time_html,
        "day_heading": headings.day_heading,
        "period_text": headings.period_text,
        "month_short": headings.month_short,
        "amount": amounts.amount,
        "amount_html": amounts.amount_html,
        "breadth": amounts.breadth,
        "claims_chart": Charts(amounts).chart,
        "number": amounts.number,
        "markdown": prose.html,
        "markdown_inline": prose.inline_html,
        "quote_html": Quotes(interface).html,
        "label": names.label,
        "language_name": names.language_name,
        "country_name": names.country_name,
        "direction": direction,
        **Maps(dates.text, names.country_name).filters(),
    }


def whole_filters(interface: Interface, settings: SiteSettings) -> dict[str, Filter]:
    """Return the filters whose values are long or met once, and so are not worth remembering."""
    moments = MomentWords(DateWords(interface), Names(interface))
    data = StructuredData(settings, Amounts(interface))
    return {
        "json": json_text,
        "text_html": text_html,
        "font_sets": font_sets,
        "absolute": partial(absolute, base_url=settings.base_url),
        "calendar": Calendars(moments, settings.base_url).text,
        "iso_change": iso_change,
        "event_data": data.event,
        "home_data": data.home,
        "term_data": data.term,
        "source_data": data.work,
        "figure_data": data.figure,
        "dataset_data": data.data,
    }


def annotations_text(page: AnnotationsPage, base_url: str) -> str:
    """Return the annotations of a source as JSON."""
    return json.dumps(annotation_page_record(page, base_url), ensure_ascii=False, indent=2)


def address_filters(base_url: str) -> dict[str, Filter]:
    """Return the filters for addresses and for data."""
    return {
        "url": site_link,
        "annotations": partial(annotations_text, base_url=base_url),
        "claims_csv": partial(claims_csv, base_url=base_url),
        "claims_json": partial(claims_json, base_url=base_url),
        "permalink": partial(permalink, base_url=base_url),
        "instant": instant,
        "iso_day": iso_day,
        "plain": plain,
        "iso_date": iso_date,
        "og_locale": og_locale,
    }
