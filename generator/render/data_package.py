"""The data package: what the files of open data are, for programs (Data Package 2.0)."""

import re
from collections.abc import Callable

import msgspec

from generator.model.open_data import DataFile, DataForm, DataPage, Measure
from generator.model.settings import SiteSettings
from generator.model.tables.declared import TABLES
from generator.model.tables.table import Column, Table
from generator.render.licences import QUOTED, licence_record
from generator.render.links import permalink
from generator.render.records import Record, Value

PROFILE = "https://datapackage.org/profiles/2.0"
FOLDER = "/data/"
TABLE_BY_NAME = {table.name: table for table in TABLES}
# What a name may hold (Data Package 2.0, "name").
NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def package_text(
    page: DataPage, changed: str, *, settings: SiteSettings, measure: Callable[[DataFile], Measure]
) -> str:
    """Return the description of all files as JSON; `changed` is the day of the last change.

    Version and date come from the content, so that the same content is the same package.
    """
    record: Record = {
        "$schema": f"{PROFILE}/datapackage.json",
        "name": NOT_IN_NAMES.sub("-", settings.title.lower()).strip("-") or "timeline",
        "title": settings.title,
        "description": settings.tagline or settings.title,
        "homepage": permalink(FOLDER, settings.base_url) or None,
        "version": changed or None,
        "created": f"{changed}T00:00:00Z" if changed else None,
        "licenses": [licence_record(settings.licence)] if settings.licence else None,
        "contributors": [{"title": settings.author.name, "roles": ["publisher"]}]
        if settings.author
        else None,
        "resources": [resource_record(each, settings, measure(each)) for each in page.files],
    }
    known = {key: value for key, value in record.items() if value is not None}
    return msgspec.json.format(msgspec.json.encode(known), indent=1).decode()


def resource_record(file: DataFile, settings: SiteSettings, measure: Measure) -> Record:
    """Return the description of one file; rows of JSON have a name of their own.

    Only CSV is said to be a table: programs read JSON as such only with more libraries.
    """
    table = TABLE_BY_NAME.get(file.table)
    own = licence_record(settings.licence) if settings.licence else None
    quoted = table is None or table.has_quotes
    record: Record = {
        "name": resource_name(file),
        "title": table.title if table else WHOLE[file.form],
        "path": file.path.removeprefix(FOLDER),
        "format": file.path.rpartition(".")[2],
        "mediatype": file.media_type,
        **({} if file.form is DataForm.DATABASE else {"encoding": "utf-8"}),
        "bytes": measure.size,
        "hash": f"sha256:{measure.digest}",
    }
    licences: list[Value] = [each for each in (own, QUOTED if quoted else None) if each]
    if licences:
        record["licenses"] = licences
    if table is None:
        return record
    record["description"] = table.meaning
    if file.form is DataForm.CSV:
        record["$schema"] = f"{PROFILE}/dataresource.json"
        record["type"] = "table"
        record["dialect"] = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'}
        record["schema"] = schema_record(table)
    return record


WHOLE = {
    DataForm.RECORDS: "Every event with all that belongs to it",
    DataForm.GEOJSON: "Events where they happened, as GeoJSON",
    DataForm.ANNOTATIONS: "Quoted words, linked to their sources, as Web Annotations",
    DataForm.DATABASE: "All tables in one SQLite file",
}


def resource_name(file: DataFile) -> str:
    """Return the name of a file in the package: a table's own, with `-json` for that form."""
    if file.table:
        return f"{file.table}-json" if file.form is DataForm.JSON else file.table
    return {DataForm.RECORDS: "records"}.get(file.form, file.form.value)


def schema_record(table: Table) -> Record:
    """Return a table's schema (Table Schema 2.0)."""
    keys: list[Value] = [
        {
            "fields": [column.name],
            "reference": {"resource": column.refers_to, "fields": ["id"]}
            if column.refers_to != table.name
            else {"fields": ["id"]},
        }
        for column in table.columns
        if column.refers_to
    ]
    schema: Record = {
        "$schema": f"{PROFILE}/tableschema.json",
        "fields": [field_record(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    return schema | ({"foreignKeys": keys} if keys else {})


def field_record(column: Column) -> Record:
    """Return a column's description and its constraints."""
    field: Record = {
        "name": column.name,
        "type": column.type.value,
        "description": column.meaning,
    }
    constraints: Record = {}
    if column.required:
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    if column.least is not None:
        constraints["minimum"] = column.least
    if constraints:
        field["constraints"] = constraints
    return field
