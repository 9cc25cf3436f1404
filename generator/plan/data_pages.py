"""The files of open data, and the pages that describe them."""

from collections.abc import Iterator

from generator.model.open_data import DataFile, DataForm, DataPage, RecordFile
from generator.model.page import Page
from generator.model.tables.declared import TABLES
from generator.plan import urls
from generator.plan.dataset import dataset_of
from generator.plan.gate import Publication

# Data has no template: its form follows from what it is.
DATA_FILE, RECORD_FILE = "data", "record"
# These say how large files of data are, so they are made when those are.
DESCRIBING = ("pages/data.html", "machine/datapackage.json")
WHOLE = {
    DataForm.RECORDS: (urls.EVENTS_DATA, "application/json"),
    DataForm.GEOJSON: (urls.GEOJSON, "application/geo+json"),
    DataForm.ANNOTATIONS: (urls.ANNOTATIONS, "application/ld+json"),
}
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
    for form, named in WHOLE.items():
        yield Page(path=named[0], template=DATA_FILE, make=data_file, about=(form, ""))
    for form in MEDIA_TYPES:
        for table in TABLES:
            path = urls.table_path(table.name, form.value)
            yield Page(path=path, template=DATA_FILE, make=data_file, about=(form, table.name))
    page, package = DESCRIBING
    yield Page(path=urls.DATA, template=page, make=data_content, section="data")
    yield Page(path=urls.DATA_PACKAGE, template=package, make=data_content)


def record_file(_: Publication, id_: str) -> RecordFile:
    """Return an event's file of data."""
    return RecordFile(id=id_)


def data_file(publication: Publication, form: DataForm, table: str) -> DataFile:
    """Return a file of open data; `table` is the table's name where it holds one."""
    if table:
        path, media_type = urls.table_path(table, form.value), MEDIA_TYPES[form]
    else:
        path, media_type = WHOLE[form]
    dataset = dataset_of(publication)
    return DataFile(form=form, path=path, media_type=media_type, dataset=dataset, table=table)


def data_content(publication: Publication) -> DataPage:
    """Return what describes the data: every file of it."""
    whole = (data_file(publication, form, "") for form in WHOLE)
    tables = (data_file(publication, form, table.name) for table in TABLES for form in MEDIA_TYPES)
    dataset = dataset_of(publication)
    example = urls.record_path(dataset.events[0]) if dataset.events else ""
    return DataPage(
        files=(*whole, *tables), package=urls.DATA_PACKAGE, dataset=dataset, example=example
    )
