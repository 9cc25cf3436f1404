"""Data words: what templates may ask about the files of open data."""

from collections.abc import Callable
from functools import partial

from jinja2 import Environment

from generator.model.edtf import parse_edtf
from generator.model.open_data import DataFile, Measure
from generator.model.settings import SiteSettings
from generator.model.tables.declared import TABLES
from generator.render.data_package import package_text
from generator.render.open_data import OpenData

TABLE_BY_NAME = {table.name: table for table in TABLES}


def add_data_words(
    environment: Environment,
    settings: SiteSettings,
    data: OpenData,
    measure: Callable[[DataFile], Measure],
) -> None:
    """Let templates ask how large files of data are, what they hold and when it changed."""
    date_text = environment.filters["date_text"]
    environment.filters["day_text"] = lambda day: date_text(parse_edtf(day))
    environment.filters["data_package"] = partial(package_text, settings=settings, measure=measure)
    environment.globals.update(
        measure=measure, record_count=data.count, changed=data.changed, tables=TABLE_BY_NAME
    )
