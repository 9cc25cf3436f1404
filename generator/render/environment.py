"""The Jinja environment: strict, escaping, and with every word that templates may use."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.model.page import Frame
from generator.render.amounts import Amounts
from generator.render.catalogues import Interface, load_interface
from generator.render.data import json_text
from generator.render.date_words import DateWords
from generator.render.headings import Headings
from generator.render.links import permalink, site_link
from generator.render.markdown import Prose
from generator.render.moment_words import MomentWords
from generator.render.names import Names, direction
from generator.render.quotes import Quotes

UNESCAPED = (".json", ".txt", "_headers")
Filter = Callable[..., object]
Fragment = Callable[[str], str]


def make_environment(
    frame: Frame, template_folders: Sequence[Path], card: Fragment, record: Fragment
) -> Environment:
    """Return the environment for one run; a file in an earlier folder hides a later one's."""
    interface = load_interface(frame.settings.language, template_folders)
    environment = Environment(
        loader=FileSystemLoader(template_folders),
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
        autoescape=is_escaped,  # noqa: S701 - it escapes all but data and plain text
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    install_translations = environment.install_gettext_translations  # type: ignore[attr-defined] # the i18n extension adds it
    install_translations(interface.translations, newstyle=True)
    environment.filters.update(word_filters(interface))
    environment.filters.update(address_filters(frame.settings.base_url))
    environment.globals.update(
        site=frame,
        ui_language=interface.language,
        event_card=lambda id_: Markup(card(id_)),  # noqa: S704 - escaped by its template
        event_record=record,
    )
    return environment


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
        "number": amounts.number,
        "markdown": prose.html,
        "markdown_inline": prose.inline_html,
        "quote_html": Quotes(interface).html,
        "label": names.label,
        "language_name": names.language_name,
        "country_name": names.country_name,
        "direction": direction,
    }


def address_filters(base_url: str) -> dict[str, Filter]:
    """Return the filters for addresses and for data."""
    return {
        "url": site_link,
        "permalink": partial(permalink, base_url=base_url),
        "json": json_text,
    }
