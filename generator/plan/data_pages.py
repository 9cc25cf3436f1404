"""The files of open data, and the pages that describe them."""

from collections.abc import Iterator
from typing import TypeAlias

from generator.model.open_data import DataFile, DataForm, DataPage, RecordFile
from generator.model.page import Page
from generator.model.spans import span_of
from generator.model.tables.declared import EVENT_TABLES, TABLES
from generator.model.tables.events import CORRECTIONS
from generator.plan import urls
from generator.plan.dataset import ids_of_nouns, nouns_of, outermost, retracted
from generator.plan.gate import Publication
from generator.plan.volumes import volumes_of

# Data has no template: its form follows from what it is.
DATA_FILE, RECORD_FILE = "data", "record"
# These say how large files of data are, so they are made when those are.
DESCRIBING = ("pages/data.html", "machine/datapackage.json")
WHOLE = {
    DataForm.RECORDS: (urls.EVENTS_DATA, "application/json"),
    DataForm.GEOJSON: (urls.GEOJSON, "application/geo+json"),
    DataForm.ANNOTATIONS: (urls.ANNOTATIONS, "application/ld+json"),
}
DATABASE_TYPE = "application/vnd.sqlite3"
OF_EVENTS = frozenset(table.name for table in EVENT_TABLES)
IdsOfTables: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
MEDIA_TYPES = {DataForm.CSV: "text/csv", DataForm.JSON: "application/json"}
DATA_PATHS = (
    *(path for path, _ in WHOLE.values()),
    *(urls.table_path(table.name, form.value) for table in TABLES for form in MEDIA_TYPES),
)


def data_pages(publication: Publication) -> Iterator[Page]:
    """Yield each event's file, the files of all, then the page and the package about them."""
    for id_ in publication.outlines:
        path = urls.record_path(id_)
        yield Page(path=path, template=RECORD_FILE, make=record_file, about=(id_,))
    ids = ids_of_nouns(publication)
    for form, named in WHOLE.items():
        yield Page(path=named[0], template=DATA_FILE, make=data_file, about=(form, "", ()))
    for form in MEDIA_TYPES:
        for table in TABLES:
            path = urls.table_path(table.name, form.value)
            about = (form, table.name, ids.get(table.name, ()))
            yield Page(path=path, template=DATA_FILE, make=data_file, about=about)
    page, package = DESCRIBING
    of_each = (tuple(ids.items()),)
    span = span_of(outline.date for outline in publication.outlines.values())
    of_all = (*of_each, span)
    if publication.settings.sqlite:
        yield Page(path=urls.DATABASE, template=DATA_FILE, make=database_file, about=of_each)
    yield Page(path=urls.DATA, template=page, make=data_content, about=of_all, section="data")
    yield Page(path=urls.DATA_PACKAGE, template=package, make=data_content, about=of_all)


def record_file(_: Publication, id_: str) -> RecordFile:
    """Return an event's file of data."""
    return RecordFile(id=id_)


def data_file(
    publication: Publication, form: DataForm, table: str, ids: tuple[str, ...]
) -> DataFile:
    """Return a file of open data; `table` and `ids` are of the table where it holds one."""
    if table:
        path, media_type = urls.table_path(table, form.value), MEDIA_TYPES[form]
    else:
        path, media_type = WHOLE[form]
    return DataFile(
        form=form,
        path=path,
        media_type=media_type,
        table=table,
        volumes=volumes_of(publication) if not table or table in OF_EVENTS else (),
        nouns=nouns_of(publication, table, ids),
        retracted=tuple(retracted(publication)) if table == CORRECTIONS.name else (),
    )


def table_files(publication: Publication, ids: IdsOfTables, form: DataForm) -> tuple[DataFile, ...]:
    """Return the files of all tables in one form; `ids` are those of each table's nouns."""
    of = dict(ids)
    return tuple(
        data_file(publication, form, table.name, of.get(table.name, ())) for table in TABLES
    )


def database_file(publication: Publication, ids: IdsOfTables) -> DataFile:
    """Return the file of all tables; `ids` are those of each table's nouns."""
    return DataFile(
        form=DataForm.DATABASE,
        path=urls.DATABASE,
        media_type=DATABASE_TYPE,
        volumes=volumes_of(publication),
        tables=table_files(publication, ids, DataForm.JSON),
    )


def data_content(publication: Publication, ids: IdsOfTables, span: str) -> DataPage:
    """Return what describes the data: every file of it; `ids` are those of each table's nouns."""
    whole = [data_file(publication, form, "", ()) for form in WHOLE]
    if publication.settings.sqlite:
        whole.append(database_file(publication, ids))
    both = zip(*(table_files(publication, ids, form) for form in MEDIA_TYPES), strict=True)
    tables = (file for files in both for file in files)
    first = next(iter(publication.outlines), None)
    return DataPage(
        files=(*whole, *tables),
        package=urls.DATA_PACKAGE,
        volumes=volumes_of(publication),
        example=urls.record_path(first) if first else "",
        span=span,
        outermost=outermost(publication, dict(ids).get("places", ())),
    )
